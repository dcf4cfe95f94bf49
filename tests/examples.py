#!/usr/bin/env python3
"""Runs the transcripts of README.md and docs/*.md and compares. Prints TAP, one test a block.

A transcript is a fenced block marked `console`. A line `$ command` is run by sh, and the lines to the
next `$ ` are what it must print on a terminal (both outputs). A command goes on in the next line after
a backslash. A line `...` stands for any lines, `…` within a line for any text. All blocks of a file
run in order in one scratch folder with an empty home and a fixed clock; `footfall` and `./try` both
are the built program, `./check` is not run. A block marked `console no-test` is left alone.
"""

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner import golden, sandbox  # noqa: E402
from runner.tap import Printer  # noqa: E402

FENCE = re.compile(r"^```(\S*) *(.*)$")
TIMEOUT_S = 120
TRY = '#!/bin/sh\n[ $# -gt 0 ] || set -- demo\nexec footfall "$@"\n'


class Block:
    """One transcript: the line it begins at, and its (command, expected output) pairs."""

    def __init__(self, line, lines):
        self.line, self.steps = line, []
        for text in lines:
            if text.startswith("$ "):
                self.steps.append([text[2:], ""])
            elif not self.steps:
                self.steps.append(["", text + "\n"])  # output without a command: reported
            elif self.steps[-1][0].endswith("\\") and not self.steps[-1][1]:
                self.steps[-1][0] += "\n" + text.removeprefix("> ")
            else:
                self.steps[-1][1] += text + "\n"


def blocks(text):
    """The transcripts of a Markdown file that are to be run."""
    found, inside, wanted, start, lines = [], False, False, 0, []
    for number, line in enumerate(text.splitlines(), 1):
        fence = FENCE.match(line)
        if fence and not inside:
            inside, start, lines = True, number, []
            wanted = fence[1] == "console" and "no-test" not in fence[2].split()
        elif fence:
            inside = False
            if wanted:
                found.append(Block(start, lines))
        elif inside:
            lines.append(line)
    return found


def tidy(text):
    """Ends of lines and of the text do not count."""
    return "".join(line.rstrip() + "\n" for line in text.rstrip().splitlines())


def step_trouble(command, expected, here, env):
    """What is wrong with one command's output, or ''."""
    if not command:
        return f"there is output and no command before it: {expected}"
    if command.split()[0] == "./check":
        return ""
    ended = sandbox.run(["sh", "-c", command], here, env, TIMEOUT_S, merged=True)
    if ended.crash():
        return f"$ {command}\n{ended.crash()}\n{ended.out}"
    actual, expected = tidy(ended.out), tidy(expected)
    if golden.glob_matches(expected, actual, star="…"):
        return ""
    return f"$ {command}\n{golden.difference(expected, actual, 'output')}"


def run_file(tap, path, program):
    with sandbox.Scratch() as scratch:
        here = scratch / "here"
        here.mkdir()
        (here / "try").write_text(TRY)
        (here / "try").chmod(0o755)
        env = sandbox.environment(scratch, sandbox.bin_folder(scratch, program))
        for block in blocks(path.read_text()):
            wrong = [step_trouble(command, expected, here, env) for command, expected in block.steps]
            tap.check(f"{path.relative_to(sandbox.ROOT)}:{block.line}", not any(wrong),
                      "\n".join(text for text in wrong if text))


def main():
    tap = Printer()
    program = os.environ["FOOTFALL_PROGRAM"]
    for path in [sandbox.ROOT / "README.md", *sorted((sandbox.ROOT / "docs").glob("*.md"))]:
        if path.exists():
            run_file(tap, path, program)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
