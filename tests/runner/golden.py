"""Command-line tests: tests/cli/<topic>/<name>.sh beside what it must print.

  <name>.sh         run by `sh -eu` in an empty folder; $HERE is the folder the script is in.
                    Status 77 skips; the last line of standard error is the word for it.
  <name>.out        what standard output must be, exactly
  <name>.out.glob   instead: `*` stands for any text in a line, a line `...` for any lines
  <name>.err        the same for standard error, which is not compared when neither is there
  <name>.err.glob
  <name>.status     the exit status, 0 when there is no such file

In both outputs @HOME@ and @HERE@ stand for the test's home and working folder, @SCRIPT@ for $HERE.
"""

import difflib
import re

from . import sandbox
from .result import FAILED, PASSED, SKIPPED, Result

SKIP_STATUS = 77


def find(root):
    return sorted((root / "tests" / "cli").glob("*/*.sh"))


def name_of(script):
    return f"{script.parent.name}/{script.stem}"


def line_pattern(line, star="*"):
    return ".*".join(re.escape(part) for part in line.split(star))


def glob_pattern(text, star="*"):
    """Lines as a regular expression: star is any text within a line, a line `...` any lines."""
    pattern = ""
    for line in text.splitlines():
        pattern += r"(?:.*\n)*?" if line.strip() == "..." else line_pattern(line, star) + r"\n"
    return re.compile(pattern)


def glob_matches(expected, actual, star="*"):
    if actual and not actual.endswith("\n"):
        actual += "\n"
    return glob_pattern(expected, star).fullmatch(actual) is not None


def difference(expected, actual, what):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(),
                                 f"{what}, expected", f"{what}, printed", lineterm="")
    return "\n".join(lines) + "\n"


def _beside(script, ending):
    return script.with_name(script.stem + ending)


def _compare(script, ending, actual, needed):
    exact, glob = _beside(script, ending), _beside(script, ending + ".glob")
    what = {".out": "standard output", ".err": "standard error"}[ending]
    if glob.exists():
        text = glob.read_text()
        return "" if glob_matches(text, actual) else difference(text, actual, what)
    if exact.exists():
        text = exact.read_text()
        return "" if text == actual else difference(text, actual, what)
    return f"{exact.name} is missing: tests/run.py --update writes it\n" if needed else ""


def _update(script, ended):
    """Rewrites the exact expectations; a glob is a person's work and stays."""
    if not _beside(script, ".out.glob").exists():
        _beside(script, ".out").write_text(ended.out)
    if _beside(script, ".err").exists():
        _beside(script, ".err").write_text(ended.err)
    status = _beside(script, ".status")
    if ended.status:
        status.write_text(f"{ended.status}\n")
    elif status.exists():
        status.unlink()


def _run(script, program, timeout):
    with sandbox.Scratch() as scratch:
        here = scratch / "here"
        here.mkdir()
        env = sandbox.environment(scratch, sandbox.bin_folder(scratch, program))
        env["HERE"] = str(script.parent)
        ended = sandbox.run(["sh", "-eu", str(script)], here, env, timeout)
        for path, word in ((here, "@HERE@"), (scratch / "home", "@HOME@"), (script.parent, "@SCRIPT@")):
            ended.out = ended.out.replace(str(path), word)
            ended.err = ended.err.replace(str(path), word)
        return ended


def run(script, program, timeout, update=False):
    name = name_of(script)
    ended = _run(script, program, timeout)
    if ended.status == SKIP_STATUS:
        lines = ended.err.strip().splitlines()
        return Result(name, SKIPPED, lines[-1] if lines else "it does not say why")
    if ended.crash():
        return Result(name, FAILED, detail=f"{ended.crash()}\n{ended.out}{ended.err}")
    if update:
        _update(script, ended)
    wrong = ""
    status = _beside(script, ".status")
    expected = int(status.read_text()) if status.exists() else 0
    if ended.status != expected:
        wrong += f"exit status {ended.status}, expected {expected}\nstandard error:\n{ended.err}\n"
    wrong += _compare(script, ".out", ended.out, True) + _compare(script, ".err", ended.err, False)
    return Result(name, FAILED if wrong else PASSED, detail=wrong)
