#!/usr/bin/env python3
"""Builds the fuzzers of fuzz/ with clang and lets each run for a fixed number of inputs, beginning
with its corpus and a fixed seed. A longer search is made by hand: docs/contributing.md. Prints TAP.

What the fuzzer found before is replayed by the suite unit (test_fuzz_NAME), with no clang.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

COMPILER = "clang-14"
RUNS = 8000
# Those whose inputs take long: what is put back makes a whole journal, of an older version too, a
# trial is analysed by tens of thousands of draws, and a request may ask for all that is reasoned.
RUNS_OF = {"fuzz_request": 200, "fuzz_restore": 1000, "fuzz_listing": 3000, "fuzz_apple": 3000, "fuzz_table": 3000,
           "fuzz_trial": 400}
# As in ./check; a fuzzer has no use for -Werror twice, so its warnings are the suite static's.
SETUP = ["meson", "setup", "-Dfuzz=true", "-Db_colorout=never"]


def run(command, **more):
    return subprocess.run(command, cwd=ROOT, text=True, check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, **more)


def build(folder, targets):
    """Builds the targets; what the build said when it failed, or None."""
    env = {**os.environ, "CC": COMPILER}
    if not (folder / "build.ninja").exists():
        ended = run([*SETUP, str(folder), str(ROOT)], env=env)
        if ended.returncode:
            return ended.stdout
    ended = run(["ninja", "--quiet", "-j1", "-C", str(folder), *[f"fuzz/{t}" for t in targets]], env=env)
    return ended.stdout if ended.returncode else None


def search(program, corpus, found, runs):
    """Runs one, with the words of its own that it has."""
    words = corpus.parent.parent / f"{corpus.name}.dict"
    return run([str(program), f"-runs={runs}", "-seed=1", "-timeout=10", "-rss_limit_mb=2048",
                *([f"-dict={words}"] if words.exists() else []), f"-artifact_prefix={found}/",
                str(found), str(corpus)])


def main():
    tap = Printer()
    targets = sorted(path.stem for path in (ROOT / "fuzz").glob("fuzz_*.c"))
    if shutil.which(COMPILER) is None:
        for target in targets:
            tap.skip(target, f"no {COMPILER}")
        return tap.done()
    # Beside the build under test, so that a folder that was moved has its own.
    folder = Path(os.environ["FOOTFALL_BUILD"]) / "fuzzers"
    trouble = build(folder, targets)
    for target in targets:
        if trouble:
            tap.not_ok(target, trouble)
            continue
        found = Path(os.environ["TMPDIR"]) / target
        found.mkdir()
        runs = RUNS_OF.get(target, RUNS)
        ended = search(folder / "fuzz" / target, ROOT / "fuzz" / "corpus" / target.removeprefix("fuzz_"),
                       found, runs)
        tap.check(f"{target}, {runs} inputs", ended.returncode == 0, ended.stdout[-4000:])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
