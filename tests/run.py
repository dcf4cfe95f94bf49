#!/usr/bin/env python3
"""Runs every test, or those named, and counts them.

  tests/run.py                    everything
  tests/run.py cli unit/fit       the suite cli, and what begins with fit in the suite unit
  tests/run.py --update cli       rewrites what the command-line tests expect; look at the diff
  tests/run.py --list             the names

./check builds and calls this; --build says where (build/check by default). The last line is
`N passed, N failed, N skipped`; the exit status is 1 when one failed, 2 for a name that fits nothing.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from runner import golden, must_fail, sandbox, tap  # noqa: E402
from runner.result import FAILED, PASSED, SKIPPED, Result  # noqa: E402

ROOT = sandbox.ROOT
AT_ONCE = 2
# Suites that wait more than they work: they run beside those two.
BESIDE = ("attacks",)
TIMEOUT_S = 1800  # for a whole program of tests (of the analysers most); one command-line test has less
COMMAND_TIMEOUT_S = 120

# Suites that are one script each, which prints TAP.
SCRIPTS = {
    "fuzz": ["tests/fuzz.py"],
    "static": ["tests/static.py"],
    "wasm": ["tests/wasm.py"],
    "headers": ["tests/headers.py"],
    "install": ["tests/install.py"],
    "links": ["tests/links.py"],
    "rooms": ["tools/check_rooms.py", "--tap"],
    "text": ["tools/check_text.py", "--tap"],
    "examples": ["tests/examples.py"],
    "server": ["tests/server.py"],
    "attacks": ["tests/attacks.py"],
    "browser": ["tests/browser.py"],
}


class Job:
    """Something to run: suite and name, a function that gives its results."""

    def __init__(self, suite, name, function):
        self.suite, self.name, self.function = suite, name, function

    def run(self):
        started = time.monotonic()
        try:
            results = self.function()
        except Exception as error:  # a broken test is a failed test, and the others go on
            results = [Result("(the runner)", FAILED, detail=f"{type(error).__name__}: {error}\n")]
        return results, time.monotonic() - started


def programs(build, prefix):
    """The build's executables whose name begins so, by name."""
    targets = json.loads((build / "meson-info" / "intro-targets.json").read_text())
    return {t["name"][len(prefix):]: t["filename"][0] for t in targets
            if t["type"] == "executable" and t["name"].startswith(prefix)}


def tap_job(suite, name, command, extra=None):
    def function():
        with sandbox.Scratch() as scratch:
            env = sandbox.environment(scratch)
            env.update(CMOCKA_MESSAGE_OUTPUT="TAP", FOOTFALL_SOURCE=str(ROOT), **(extra or {}))
            ended = sandbox.run(command, ROOT, env, TIMEOUT_S)
            return tap.parse(ended, "it does not say why" if "FOOTFALL_SHARED" in env
                             else "the given material (../shared) is not there")
    return Job(suite, name, function)


def all_jobs(build, update):
    """Every job; the long ones first, so that two at once end at about the same time."""
    program = programs(build, "footfall").get("")
    extra = {"FOOTFALL_BUILD": str(build), "FOOTFALL_PROGRAM": program or ""}
    if update:
        extra["FOOTFALL_UPDATE"] = "1"
    jobs = []
    for suite, command in SCRIPTS.items():
        jobs.append(tap_job(suite, "", [sys.executable] + command, extra))
    for name, path in sorted(programs(build, "test_").items()):
        jobs.append(tap_job("unit", name, [path]))
    for path in sorted((ROOT / "tests" / "tools").glob("test_*.py")):
        jobs.append(tap_job("tools", path.stem[len("test_"):], [sys.executable, str(path)], extra))
    for script in golden.find(ROOT):
        jobs.append(Job("cli", golden.name_of(script), lambda script=script: [
            golden.run(script, program, COMMAND_TIMEOUT_S, update)]))
    for file in must_fail.find(ROOT):
        jobs.append(Job("must_fail", file.name, lambda file=file: [
            must_fail.run(file, program, COMMAND_TIMEOUT_S)]))
    return jobs


def chosen(jobs, names):
    """The jobs that a name fits; None when one of the names fits nothing."""
    if not names:
        return jobs

    def fits(job, name):
        return name == job.suite or f"{job.suite}/{job.name}".startswith(name) and "/" in name

    unknown = [name for name in names if not any(fits(job, name) for job in jobs)]
    if unknown:
        print(f"no test is called {', '.join(unknown)}: see tests/run.py --list", file=sys.stderr)
        return None
    return [job for job in jobs if any(fits(job, name) for name in names)]


class Tally:
    """Results by suite, in the order the suites began."""

    def __init__(self, jobs):
        self.rows = {job.suite: {PASSED: 0, FAILED: 0, SKIPPED: 0, "s": 0.0} for job in jobs}
        self.skips, self.failures = [], []

    def add(self, job, results, seconds):
        self.rows[job.suite]["s"] += seconds
        for result in results:
            self.rows[job.suite][result.outcome] += 1
            same = not job.name or result.name == job.name
            name = f"{job.suite}/{result.name}" if same else f"{job.suite}/{job.name}: {result.name}"
            if result.outcome == SKIPPED:
                self.skips.append(f"{name} ({result.word})")
            elif result.outcome == FAILED:
                self.failures.append(name)
                print(f"FAILED {name}", flush=True)
                for line in result.detail.splitlines():
                    print(f"    {line[:400]}", flush=True)

    def total(self, outcome):
        return sum(row[outcome] for row in self.rows.values())

    def show(self):
        print(f"{'suite':12}{'passed':>8}{'failed':>8}{'skipped':>9}{'seconds':>9}")
        for suite, row in self.rows.items():
            print(f"{suite:12}{row[PASSED]:8}{row[FAILED]:8}{row[SKIPPED]:9}{row['s']:9.1f}")
        for title, names in (("skipped", self.skips), ("failed", self.failures)):
            for name in sorted(names):
                print(f"{title}: {name}")
        print(f"{self.total(PASSED)} passed, {self.total(FAILED)} failed, {self.total(SKIPPED)} skipped",
              flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "check")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    jobs = chosen(all_jobs(options.build.resolve(), options.update), options.names)
    if jobs is None:
        return 2
    if options.list:
        print("\n".join(f"{job.suite}/{job.name}".rstrip("/") for job in jobs))
        return 0
    os.umask(0o022)  # what tests make must not depend on who runs them
    tally = Tally(jobs)
    with (sandbox.Scratch() as scratch, ThreadPoolExecutor(AT_ONCE) as pool,
          ThreadPoolExecutor(1) as beside):
        tempfile.tempdir = str(scratch)  # all scratch folders of this run stand in this one
        running = {(beside if job.suite in BESIDE else pool).submit(job.run): job for job in jobs}
        for done in as_completed(running):
            tally.add(running[done], *done.result())
    tally.show()
    # No test at all is no success.
    return 1 if tally.total(FAILED) or not tally.total(PASSED) else 0


if __name__ == "__main__":
    sys.exit(main())
