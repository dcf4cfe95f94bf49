#!/usr/bin/env python3
"""Every public header compiles alone and twice, as C17 and as C++17, without a warning. Prints TAP."""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Wundef", "-Werror",
          "-fsyntax-only", f"-I{ROOT / 'include'}"]
LANGUAGES = [
    ("C17", "c", "c17", ["gcc", "cc"]),
    ("C++17", "c++", "c++17", ["c++", "clang++-14", "clang++"]),
]


def main():
    tap = Printer()
    headers = sorted((ROOT / "include" / "footfall").glob("*.h"))
    for language, kind, standard, compilers in LANGUAGES:
        compiler = next((c for c in compilers if shutil.which(c)), None)
        for header in headers:
            name = f"footfall/{header.name} as {language}"
            if compiler is None:
                tap.skip(name, f"no {language} compiler")
                continue
            text = f"#include <footfall/{header.name}>\n" * 2
            ended = subprocess.run([compiler, "-x", kind, f"-std={standard}", *STRICT, "-"], input=text,
                                   capture_output=True, text=True, check=False)
            tap.check(name, ended.returncode == 0, ended.stderr)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
