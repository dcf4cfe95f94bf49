#!/usr/bin/env python3
"""The figures of real runs beside those that fit-file-parser (MIT, npm) reads from the same files.
Skips where it is not installed ('npm ci' in tests/npm) or the real files are not there. Prints TAP.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT, shared_folder  # noqa: E402
from runner.tap import Printer  # noqa: E402

NPM = ROOT / "tests" / "npm"

# footfall's name, what the session says, tolerance (of either, whichever is larger: own unit, share)
FIGURES = [
    ("distance_m", lambda s: s.get("total_distance"), 0.01, 1e-6),
    ("duration_s", lambda s: s.get("total_timer_time"), 0.001, 1e-6),
    ("elapsed_s", lambda s: s.get("total_elapsed_time"), 0.001, 1e-6),
    ("cadence_spm", lambda s: cadence(s), 0.01, 1e-6),
    ("stance_time_ms", lambda s: s.get("avg_stance_time"), 0.01, 1e-6),
    ("vertical_oscillation_mm", lambda s: s.get("avg_vertical_oscillation"), 0.01, 1e-6),
    ("step_length_mm", lambda s: s.get("avg_step_length"), 0.01, 1e-6),
    ("balance_left_percent", lambda s: s.get("avg_stance_time_balance"), 0.01, 1e-6),
    ("vertical_ratio_percent", lambda s: s.get("avg_vertical_ratio"), 0.01, 1e-6),
    ("power_w", lambda s: s.get("avg_power"), 0.01, 1e-6),
    ("heart_rate_bpm", lambda s: s.get("avg_heart_rate"), 0.01, 1e-6),
    ("temperature_c", lambda s: s.get("avg_temperature"), 0.01, 1e-6),
]


def cadence(session):
    """One foot's, with its fraction, made both feet's."""
    whole = session.get("avg_cadence")
    return None if whole is None else 2 * (whole + (session.get("avg_fractional_cadence") or 0))


def why_not():
    if not shared_folder():
        return "the given material (../shared) is not there"
    if not shutil.which("node"):
        return "node is not installed"
    if not (NPM / "node_modules" / "fit-file-parser").is_dir():
        return "fit-file-parser is not installed: 'npm ci' in tests/npm"
    return None


def our_runs(files, folder):
    """Runs that were made of one FIT file alone, by that file."""
    program = [os.environ["FOOTFALL_PROGRAM"], "--journal", str(folder / "journal.db")]
    subprocess.run(program + ["import", "--json", *files], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=240)
    told = subprocess.run(program + ["runs", "--json"], capture_output=True, text=True, check=True)
    runs = {}
    for run in json.loads(told.stdout):
        if len(run.get("recordings", [run])) == 1 and run["format"] == "FIT":
            runs.setdefault(run["source"], []).append(run)
    return runs


def their_sessions(files):
    told = subprocess.run(["node", str(NPM / "sessions.mjs")], input="\n".join(files) + "\n",
                          capture_output=True, text=True, timeout=240, check=True)
    return {line["path"]: line["sessions"] for line in map(json.loads, told.stdout.splitlines())}


def session_of(run, sessions):
    """The session that begins when the run does."""
    start = datetime.fromisoformat(run["start"]).timestamp()
    for session in sessions:
        said = session.get("start_time")
        if said and abs(datetime.fromisoformat(said).timestamp() - start) <= 1:
            return session
    return None


def compare(runs, sessions, figure):
    """How many were compared, and words for each that differs."""
    name, said_by, unit, share = figure
    count, wrong = 0, []
    for path, made in runs.items():
        for run in made:
            session = session_of(run, sessions.get(path, []))
            said = said_by(session) if session else None
            ours = run.get(name)
            if not said or ours is None:
                continue
            count += 1
            if abs(ours - said) > max(unit, share * abs(said)):
                wrong.append(f"{Path(path).name}: {name} {ours}, {said} in the session")
    return count, wrong


def main():
    missing = why_not()
    if missing:
        print(f"1..0 # SKIP {missing}")
        return 0
    files = sorted(str(p) for p in (shared_folder() / "data").rglob("*") if p.suffix.lower() == ".fit")
    with tempfile.TemporaryDirectory() as folder:
        runs = our_runs(files, Path(folder))
    sessions = their_sessions(files)
    tap = Printer()
    for figure in FIGURES:
        count, wrong = compare(runs, sessions, figure)
        print(f"# {figure[0]}: {count} compared, {len(wrong)} differ")
        for line in wrong:
            print("#  ", line)
        tap.check(f"{figure[0]} is what fit-file-parser reads", count > 0 and not wrong)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
