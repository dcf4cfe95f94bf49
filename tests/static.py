#!/usr/bin/env python3
"""clang-tidy over every source file, with the checks of .clang-tidy. Prints TAP."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.sources import library_sources  # noqa: E402
from runner.tap import Printer  # noqa: E402

TOOL = "clang-tidy-14"


def main():
    tap = Printer()
    build = Path(os.environ["FOOTFALL_BUILD"])
    for source in library_sources(build, ROOT):
        if source.path.is_relative_to(build):
            continue  # checked where it is generated from
        if shutil.which(TOOL) is None:
            tap.skip(source.name, f"no {TOOL}")
            continue
        ended = subprocess.run([TOOL, "-p", str(build), "--quiet", str(source.path)], cwd=ROOT,
                               capture_output=True, text=True, check=False)
        tap.check(source.name, ended.returncode == 0,
                  ended.stdout.replace(str(ROOT) + "/", "") or ended.stderr)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
