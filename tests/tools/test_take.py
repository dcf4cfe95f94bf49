#!/usr/bin/env python3
"""What is taken along of a plan, in the eyes of others: workouts beside what fit-file-parser (MIT, npm)
reads in them, calendars beside what icalendar and dateutil (Debian) read in them, and the moments of
their events beside Python's zoneinfo, over the changes to and from summer time. Each skips where what
it needs is not there. Prints TAP.
"""

import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zoneinfo
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

NPM = ROOT / "tests" / "npm"
NOW = datetime.datetime(2026, 9, 1, 12, tzinfo=datetime.timezone.utc)
FIRST = datetime.date(2026, 9, 8)  # a Tuesday
WEEKS = 30  # until April: there and back of summer time on both halves of the earth
ALIKE = f"""plan: Easy, thrice; a week
time: %s
days: tue, thu, sun
start: {FIRST}
weeks 1-{WEEKS}: 3x/week; 5min warm-up; 5x(4min run, 1min walk)
"""
# Half an hour of summer time, a winter that is the special time, fasting months, and none at all.
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
         "America/Sao_Paulo", "Asia/Kolkata", "Europe/Dublin", "America/Santiago", "Asia/Gaza",
         "America/Nuuk"]


class Runner:
    """A journal with runs enough for the plans below, in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.environment = {**os.environ, "FOOTFALL_NOW": str(int(NOW.timestamp())), "TZ": "UTC"}
        self.program = [os.environ["FOOTFALL_PROGRAM"], "--journal", str(self.folder / "journal.db")]
        for days, minutes in ((20, 44), (9, 45), (3, 42)):
            start = (NOW - datetime.timedelta(days=days)).strftime("%Y-%m-%dT06:00:00")
            path = self.folder / f"{days}.fit"
            subprocess.run([sys.executable, ROOT / "tests" / "cli" / "make_fit.py", path, f"start={start}",
                            f"minutes={minutes}"], check=True)
            self.run("import", path)
        self.run("ask", typed="no\nno\nno\nno\n42\nstop\n")

    def run(self, *words, typed=None):
        ended = subprocess.run(self.program + [str(w) for w in words], input=typed, capture_output=True,
                               text=True, env=self.environment, timeout=60)
        if ended.returncode not in (0, 1):
            raise RuntimeError(f"{words}: {ended.stdout}{ended.stderr}")
        return ended.stdout

    def keep(self, text):
        told = json.loads(self.run("plan", "--from", "-", "--json", typed=text))
        if "plan" not in told:
            raise RuntimeError(json.dumps(told)[:2000])


# --- workouts ---

STEPS = """plan: Steps
week 1
tue 2026-09-08: 5min warm-up; 6x(4min run @165-172 "quick", 90s walk); 400m run; 2:30min cool-down
  name: Round the lake
  note: Loosen the lace first
thu 2026-09-10: 30min run
"""

# (name, duration type, value, target, low, high, intensity, value of the target)
EXPECTED = {
    "2026-09-08-run.fit": ("W1 Tue Round the lake", [
        ("Warm up", "time", 300000, "open", None, None, "warmup", 0),
        ("Run", "time", 240000, "cadence", 82, 86, "active", 0),
        ("Walk", "time", 90000, "open", None, None, "rest", 0),
        (None, "repeat_until_steps_cmplt", 1, "open", None, None, "active", 6),
        ("Run", "distance", 40000, "open", None, None, "active", 0),
        ("Cool down", "time", 150000, "open", None, None, "cooldown", 0)]),
    "2026-09-10-run.fit": ("W1 Thu 30min run", [
        ("Run", "time", 1800000, "open", None, None, "active", 0)]),
}


def step_of(message):
    return tuple(message.get(name) for name in (
        "wkt_step_name", "duration_type", "duration_value", "target_type", "custom_target_value_low",
        "custom_target_value_high", "intensity", "target_value"))


def check_workouts(tap, runner):
    if not shutil.which("node") or not (NPM / "node_modules" / "fit-file-parser").is_dir():
        tap.skip("workouts in the eyes of fit-file-parser",
                 "fit-file-parser is not installed: 'npm ci' in tests/npm")
        return
    runner.keep(STEPS)
    runner.run("plan", "--fit", runner.folder / "watch")
    paths = sorted((runner.folder / "watch").iterdir())
    told = subprocess.run(["node", str(NPM / "workouts.mjs")], input="\n".join(map(str, paths)) + "\n",
                          capture_output=True, text=True, timeout=60, check=True)
    serials = set()
    tap.check("a file for each run", [p.name for p in paths] == sorted(EXPECTED))
    for line in map(json.loads, told.stdout.splitlines()):
        name = Path(line["path"]).name
        messages = line.get("messages", {})
        title, steps = EXPECTED[name]
        files, workouts = messages.get("file_id", [{}]), messages.get("workout", [{}])
        found = [step_of(m) for m in messages.get("workout_step", [])]
        tap.check(f"{name}: steps, repeats and targets are what was planned", found == steps,
                  f"{found}\n{line.get('error')}")
        tap.check(f"{name}: kind, sport, name and number of steps",
                  len(files) == len(workouts) == 1 and files[0].get("type") == "workout"
                  and workouts[0].get("sport") == "running" and workouts[0].get("wkt_name") == title
                  and workouts[0].get("num_valid_steps") == len(steps), f"{files} {workouts}")
        serials.add((files[0].get("manufacturer"), files[0].get("product"), files[0].get("serial_number")))
    tap.check("no two share maker, product and serial number", len(serials) == len(EXPECTED))


# --- calendars ---

def reader():
    """The Python that has the packages, as a command; None."""
    for python in dict.fromkeys((sys.executable, "/usr/bin/python3")):
        try:
            tried = subprocess.run([python, "-c", "import icalendar, dateutil"], capture_output=True)
        except FileNotFoundError:
            continue
        if tried.returncode == 0:
            return [python, str(Path(__file__).with_name("read_calendar.py"))]
    return None


def moments(zone, hour, minute):
    """When the runs of ALIKE begin, by zoneinfo."""
    days = [FIRST + datetime.timedelta(days=7 * week + day) for week in range(WEEKS) for day in (0, 2, 5)]
    return [datetime.datetime(d.year, d.month, d.day, hour, minute, tzinfo=zone).timestamp() for d in days]


def read_calendar(runner, python, zone):
    path = runner.folder / "plan.ics"
    runner.run("plan", "--ics", path, "--zone", zone)
    told = subprocess.run([*python, str(path)], capture_output=True, text=True, timeout=60, check=True)
    return json.loads(told.stdout)


def check_zone(tap, runner, python, zone, hour, minute, weekly):
    runner.keep(ALIKE % f"{hour:02}:{minute:02}")
    events = read_calendar(runner, python, zone)
    found = sorted(s for e in events if e["status"] == "CONFIRMED" for s in e["starts"])
    expected = moments(zoneinfo.ZoneInfo(zone), hour, minute)
    differ = [(f, e) for f, e in zip(found, expected) if f != e]
    tap.check(f"{zone} at {hour:02}:{minute:02}: {len(expected)} runs over the changes of the clock",
              len(found) == len(expected) and not differ, f"{len(found)}, differ {differ[:5]}")
    confirmed = [e for e in events if e["status"] == "CONFIRMED"]
    tap.check(f"{zone} at {hour:02}:{minute:02}: {'once a week' if weekly else 'the Sundays one by one'}",
              len(confirmed) == (3 if weekly else 2 + WEEKS), str(len(confirmed)))


def check_texts(tap, runner, python):
    runner.keep(STEPS)
    events = [e for e in read_calendar(runner, python, "Europe/Berlin") if e["status"] == "CONFIRMED"]
    tap.check("texts, lengths and alarms read back", [
        (e["summary"], e["minutes"], e["alarm_min"]) for e in events] == [
            ("Run: Round the lake", 43, [30]), ("Run: 30min run", 30, [30])], str(events))
    tap.check("what to do reads back", events and events[0]["about"] == "\n".join([
        "5 min easy walk to warm up", "6 times over:",
        "  4 min run at 165 to 172 steps a minute (quick)", "  1 min 30 s walk", "400 m run",
        "2 min 30 s easy walk to cool down", "Loosen the lace first",
        "Kilometres are reckoned here at your own pace.", "Week 1 of: Steps"]), str(events[:1]))


def check_calendars(tap, runner):
    python = reader()
    if python is None or not zoneinfo.available_timezones():
        tap.skip("calendars in the eyes of icalendar and dateutil",
                 "python3-icalendar or the zone files (tzdata) are not installed")
        return
    for zone in ZONES:
        check_zone(tap, runner, python, zone, 18, 30, True)
    # Left out in the night of 28 March 2027, a Sunday: no event of a series may be lost.
    check_zone(tap, runner, python, "Europe/Berlin", 2, 30, False)
    check_texts(tap, runner, python)


def main():
    tap = Printer()
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(folder)
        check_workouts(tap, runner)
        check_calendars(tap, runner)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
