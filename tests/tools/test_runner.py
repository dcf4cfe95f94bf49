#!/usr/bin/env python3
"""The runner itself: a failure must never be counted as a pass. Prints TAP."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS))
import examples  # noqa: E402
from runner import golden, must_fail, sandbox, tap  # noqa: E402
from runner.result import FAILED, PASSED, SKIPPED  # noqa: E402

# What cmocka 1.1.5 prints, its oddities included.
CMOCKA = """1..6
not ok 1 - wrong
# 0x1 != 0x2
# t.c:7: error: Failure!
no such folder
not ok 2 # SKIP given_files
ok 3 - right
not ok 4 - crashed
# Test failed with exception: Segmentation fault(11)
ok 5 - last
not ok 6 - late Could not run test: Test setup failed
# not ok - group
"""

# standard output, status, what must be counted as (passed, failed, skipped)
TAP_CASES = [
    ("cmocka", CMOCKA, 3, (2, 3, 1)),
    ("all right", "1..2\nok 1 - a\nok 2 - b\n", 0, (2, 0, 0)),
    ("plan at the end", "ok 1 - a\n1..1\n", 0, (1, 0, 0)),
    ("skip with a word", "ok 1 - a # SKIP no clang\n1..1\n", 0, (0, 0, 1)),
    ("whole program skipped", "1..0 # SKIP no wasi-libc\n", 0, (0, 0, 1)),
    ("stopped early", "1..3\nok 1 - a\n", 0, (1, 1, 0)),
    ("nothing", "", 0, (0, 1, 0)),
    ("no test", "1..0\n", 0, (0, 1, 0)),
    ("ended badly", "1..1\nok 1 - a\n", 1, (1, 1, 0)),
    ("signal", "1..1\nok 1 - a\n", -11, (1, 1, 0)),
    ("sanitizer", "1..1\nok 1 - a\n", sandbox.SANITIZER_STATUS, (1, 1, 0)),
    ("two groups", "1..1\nok 1 - a\n1..1\nok 1 - b\n", 0, (2, 0, 0)),
]

GLOBS = [
    ("a*c\n", "abbc\n", True), ("a*c\n", "ab\nc\n", False), ("...\nz\n", "x\ny\nz\n", True),
    ("...\nz\n", "z\n", True), ("a\n...\n", "b\n", False), ("a.c\n", "abc\n", False),
    ("a\n", "a\nb\n", False), ("", "", True), ("", "a\n", False), ("a\n...\n", "a", True),
]

FAKE = """#!/bin/sh
case $1 in
say) shift; echo "$@" ;;
home) echo "$HOME"; pwd ;;
clock) echo "$FOOTFALL_NOW"; env | grep -c XDG_ || true ;;
decode | import) echo "footfall: $2: is damaged (byte 7)" >&2; exit 1 ;;
crash) kill -SEGV $$ ;;
esac
"""

# script, files beside it, outcome, part of the detail or word
GOLDEN_CASES = [
    ("footfall say hello", {".out": "hello\n"}, PASSED, ""),
    ("footfall say hello", {".out": "hullo\n"}, FAILED, "+hello"),
    ("footfall say hello", {}, FAILED, "x.out is missing"),
    ("footfall say took 3 s", {".out.glob": "took * s\n"}, PASSED, ""),
    ("footfall home", {".out": "@HOME@\n@HERE@\n"}, PASSED, ""),
    ("footfall clock", {".out": sandbox.NOW + "\n0\n"}, PASSED, ""),
    ("footfall decode x", {".out": "", ".status": "1\n"}, PASSED, ""),
    ("footfall decode x", {".out": ""}, FAILED, "exit status 1, expected 0"),
    ("footfall decode x", {".out": "", ".status": "1", ".err": "other\n"}, FAILED, "byte 7"),
    ("false\nfootfall say on", {".out": "on\n"}, FAILED, "exit status 1"),
    ("footfall crash", {".out": "", ".status": "139"}, FAILED, "SIGSEGV"),
    ("sleep 60", {".out": ""}, FAILED, "did not end in time"),
    ("echo no given files >&2\nexit 77", {".out": ""}, SKIPPED, "no given files"),
]

MUST_FAIL_CASES = [
    ("is damaged\nbyte 7\n", PASSED, ""),
    ("# a remark\ndecode: damaged\nimport: damaged\n", PASSED, ""),
    ("decode: damaged\n", FAILED, "nothing is expected of 'import'"),
    ("ends too early\n", FAILED, "does not match: ends too early"),
    (None, FAILED, "bad.expect is missing"),
]

PAGE = """```console
$ footfall say a
a
$ footfall say b \\
    c
b c
```
```console no-test
$ footfall say never
```
```sh
footfall say never
```
```console
$ ./try say one; footfall say two; footfall say three
…e
...
three
$ ./check
$ footfall say wrong
right
```
"""


def counts(results):
    return tuple(sum(r.outcome == kind for r in results) for kind in (PASSED, FAILED, SKIPPED))


def test_tap(out):
    for name, text, status, expected in TAP_CASES:
        results = tap.parse(sandbox.Ended(status, text, "", False), "no word")
        out.check(f"tap: {name}", counts(results) == expected, counts(results))
    results = tap.parse(sandbox.Ended(3, CMOCKA, "", False), "no word")
    out.check("tap: cmocka's skip has its name and word",
              (results[1].name, results[1].word) == ("given_files", "no such folder"),
              (results[1].name, results[1].word))
    out.check("tap: a failure keeps what was printed", "0x1 != 0x2" in results[0].detail)


def test_golden(out, scratch, program):
    for number, (text, files, outcome, part) in enumerate(GOLDEN_CASES):
        folder = scratch / f"case{number}"
        folder.mkdir()
        script = folder / "x.sh"
        script.write_text(text + "\n")
        for ending, content in files.items():
            (folder / f"x{ending}").write_text(content)
        result = golden.run(script, program, 2 if text.startswith("sleep") else 20)
        out.check(f"cli: {text!r} is {outcome}",
                  result.outcome == outcome and part in result.detail + result.word,
                  f"{result.outcome}: {result.detail}{result.word}")
    script = scratch / "case2" / "x.sh"
    golden.run(script, program, 20, update=True)
    out.check("cli: --update writes what is printed", golden.run(script, program, 20).outcome == PASSED)


def test_must_fail(out, scratch, program):
    for number, (expect, outcome, part) in enumerate(MUST_FAIL_CASES):
        folder = scratch / f"bad{number}"
        folder.mkdir()
        (folder / "bad.fit").write_bytes(b"\0")
        if expect is not None:
            (folder / "bad.expect").write_text(expect)
        result = must_fail.run(folder / "bad.fit", program, 20)
        out.check(f"must_fail: {expect!r} is {outcome}",
                  result.outcome == outcome and part in result.detail, result.detail)


def test_must_fail_made(out, scratch, program):
    """What is made when it is needed is as good as what is kept."""
    folder = scratch / "tests" / "must_fail"
    folder.mkdir(parents=True)
    maker = folder / "bad.fit.py"
    maker.write_text("import sys\nopen(sys.argv[1], 'wb').write(b'\\0')\n")
    (folder / "make.py").write_text("")
    (folder / "bad.expect").write_text("damaged\n")
    out.check("must_fail: a maker is found", must_fail.find(scratch) == [maker])
    result = must_fail.run(maker, program, 20)
    out.check("must_fail: what it makes is refused", result.outcome == PASSED, result.detail)
    (folder / "bad.expect").write_text("whole\n")
    result = must_fail.run(maker, program, 20)
    out.check("must_fail: and told by its name", result.outcome == FAILED and
              "footfall decode bad.fit\n" in result.detail, result.detail)


def test_examples(out, scratch, program):
    found = examples.blocks(PAGE)
    out.check("examples: two blocks, five commands", [len(b.steps) for b in found] == [2, 3])
    place = scratch / "page"
    place.mkdir()
    (place / "try").write_text(examples.TRY)
    (place / "try").chmod(0o755)
    env = sandbox.environment(scratch, sandbox.bin_folder(scratch, program))
    wrong = [bool(examples.step_trouble(c, text, place, env)) for b in found for c, text in b.steps]
    out.check("examples: only the wrong one is wrong", wrong == [False, False, False, False, True], wrong)


def test_command(out):
    """run.py as ./check calls it: a name that fits nothing is no success."""
    build = os.environ.get("FOOTFALL_BUILD", str(TESTS.parent / "build" / "check"))
    ended = subprocess.run([sys.executable, str(TESTS / "run.py"), "--build", build, "no-such-suite"],
                           capture_output=True, text=True, check=False)
    out.check("run.py: an unknown name is refused",
              ended.returncode == 2 and "no test is called no-such-suite" in ended.stderr, ended.stderr)


def main():
    out = tap.Printer()
    with sandbox.Scratch() as scratch:
        program = scratch / "fake"
        program.write_text(FAKE)
        program.chmod(0o755)
        for number, (pattern, text, expected) in enumerate(GLOBS):
            out.check(f"glob {number}: {pattern!r} on {text!r}", golden.glob_matches(pattern, text) == expected)
        test_tap(out)
        test_golden(out, scratch, program)
        test_must_fail(out, scratch, program)
        test_must_fail_made(out, scratch, program)
        test_examples(out, scratch, program)
    test_command(out)
    return out.done()


if __name__ == "__main__":
    sys.exit(main())
