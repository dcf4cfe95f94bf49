#!/usr/bin/env python3
"""Compiles the core for WebAssembly, file by file, because the page will run the same code there.

Left out are the parts that a browser replaces: files and folders on a disk, the journal's storage,
the faces of a terminal and a server. -Wconversion matters here: size_t and long have 32 bits. Prints
TAP.

The host's folder of headers comes last, for those of third-party libraries (jansson.h, nettle/sha2.h,
zlib.h), so that wasi-libc's own are found first. Without -ftls-model=local-exec clang 14 crashes on
errno.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.sources import library_sources  # noqa: E402
from runner.tap import Printer  # noqa: E402

COMPILER = "clang-14"
LEFT_OUT = ("src/base/bytes_file.c", "src/base/folder.c", "src/journal/", "src/face/cli/",
            "src/face/http/")
FLAGS = ["--target=wasm32-wasi", "-std=c17", "-Os", "-ftls-model=local-exec", "-mbulk-memory",
         "-Wall", "-Wextra", "-Wshadow", "-Wconversion", "-Werror"]
HOST_HEADERS = ["-idirafter", "/usr/include"]


def missing():
    """Why nothing can be compiled, or None."""
    if shutil.which(COMPILER) is None:
        return f"no {COMPILER}"
    if not Path("/usr/include/wasm32-wasi/stdio.h").exists():
        return "no wasi-libc"
    return None


def main():
    tap = Printer()
    why = missing()
    out = Path(os.environ["TMPDIR"]) / "core.o"
    for source in library_sources(Path(os.environ["FOOTFALL_BUILD"]), ROOT):
        if source.name.startswith(LEFT_OUT):
            continue
        if why:
            tap.skip(source.name, why)
            continue
        ended = subprocess.run([COMPILER, *FLAGS, *source.options, *HOST_HEADERS, "-c",
                                str(source.path), "-o", str(out)],
                               capture_output=True, text=True, check=False)
        tap.check(source.name, ended.returncode == 0, ended.stderr)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
