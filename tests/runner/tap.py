"""Reads TAP, as cmocka and the scripts here print it, and prints it for the scripts."""

import re

from .result import FAILED, PASSED, SKIPPED, Result

LINE = re.compile(r"^(not )?ok\b *(\d+)? *(?:- *)?(.*?)(?: *# *SKIP\b *(.*))?$", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.(\d+)")
PLAN_SKIP = re.compile(r"^1\.\.0\s*#\s*SKIP\S*\s*(.*)$", re.IGNORECASE)


def parse(ended, no_word):
    """The results of a TAP program that ended so. A program that stops early, promises more tests
    than it ran, ran none, or ends badly without naming a failed test gets a failure for that."""
    results, planned, pending = [], 0, []
    for line in ended.out.splitlines():
        whole = PLAN_SKIP.match(line)
        if whole and not results:
            return [Result("all of it", SKIPPED, whole[1] or no_word)]
        plan, test = PLAN.match(line), LINE.match(line)
        if plan:
            planned += int(plan[1])
        elif test:
            results.append(_result(test, pending, no_word))
            pending = []
        elif line.strip():
            if results and results[-1].outcome == FAILED:
                results[-1].detail += line + "\n"
            if not line.startswith("#"):
                pending.append(line.strip())
    trouble = _trouble(ended, results, planned)
    if trouble:
        tail = "\n".join(ended.out.splitlines()[-15:])
        results.append(Result("(the program)", FAILED, detail=f"{trouble}\n{tail}\n"))
    if ended.err.strip():
        for result in [r for r in results if r.outcome == FAILED][-1:]:
            result.detail += "standard error:\n" + ended.err
    return results


def _result(test, pending, no_word):
    bad, _, name, skip = test.groups()
    if skip is None:
        return Result(name, FAILED if bad else PASSED)
    if name:
        return Result(name, SKIPPED, skip or no_word)
    # cmocka: "not ok 2 # SKIP test_name", no reason; what the test printed before is one.
    return Result(skip, SKIPPED, pending[-1] if pending else no_word)


def _trouble(ended, results, planned):
    if ended.crash():
        return ended.crash()
    if not results:
        return f"it ran no test (status {ended.status})"
    if planned != len(results):
        return f"it promised {planned} tests and reported {len(results)}"
    if ended.status != 0 and not any(r.outcome == FAILED for r in results):
        return f"it ended with status {ended.status} though no test failed"
    return None


class Printer:
    """For scripts: ok(), not_ok(), skip(), then done() as the exit status."""

    def __init__(self):
        self.count, self.failed = 0, 0

    def ok(self, name):
        self.count += 1
        print(f"ok {self.count} - {name}", flush=True)

    def not_ok(self, name, detail=""):
        self.count += 1
        self.failed += 1
        print(f"not ok {self.count} - {name}")
        for line in str(detail).splitlines():
            print(f"# {line}")
        print(end="", flush=True)

    def skip(self, name, word):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {word}", flush=True)

    def check(self, name, good, detail=""):
        if good:
            self.ok(name)
        else:
            self.not_ok(name, detail)

    def done(self):
        print(f"1..{self.count}" if self.count else "1..0")
        return 1 if self.failed else 0
