#!/usr/bin/env python3
"""Static analysis of every source file: clang-tidy with the checks of .clang-tidy, and gcc's analyzer
with the warnings of an optimised build without sanitizers. Prints TAP."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.sources import library_sources  # noqa: E402
from runner.tap import Printer  # noqa: E402

GCC = ["gcc", "-std=c17", "-O2", "-fanalyzer", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow",
       "-Wconversion", "-Werror", "-o", os.devnull]
LONG = 40  # lines; a longer path to an error is left to a run by hand


def short(text):
    """The errors with the line each is in, without the notes of how the analyzer came there."""
    lines = text.replace(str(ROOT) + "/", "").splitlines()
    if len(lines) <= LONG:
        return "\n".join(lines)
    kept = []
    for number, line in enumerate(lines):
        if ": error: " in line:
            kept += lines[number:number + 2]
    return "\n".join(kept)


def check(tap, source, command):
    name = f"{source.name} by {command[0]}"
    if shutil.which(command[0]) is None:
        tap.skip(name, f"no {command[0]}")
        return
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    tap.check(name, ended.returncode == 0, short(ended.stdout + ended.stderr))


def main():
    tap = Printer()
    build = Path(os.environ["FOOTFALL_BUILD"])
    for source in library_sources(build, ROOT):
        if source.path.is_relative_to(build):
            continue  # made by a tool; the compiler's warnings have seen it
        check(tap, source, ["clang-tidy-14", "-p", str(build), "--quiet", str(source.path)])
        check(tap, source, [*GCC, *source.options, "-c", str(source.path)])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
