#!/usr/bin/env python3
"""Writes the symbols that the shared library exports: what the public headers declare, nothing else.

  tools/exports.py OUTPUT HEADER...      as a version script for the linker
  tools/exports.py --names HEADER...     the names alone, one a line
"""

import re
import sys
from pathlib import Path

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
FUNCTION = re.compile(r"\b(ff_\w+)\s*\((?!\s*\*)")  # not a pointer to one
VARIABLE = re.compile(r"\bextern\s+(?!\")[^;(]*\b(ff_\w+)\s*;")


def names(headers):
    found = set()
    for header in headers:
        text = DIRECTIVE.sub("", COMMENT.sub(" ", Path(header).read_text()))
        found.update(FUNCTION.findall(text), VARIABLE.findall(text))
    return sorted(found)


def main(arguments):
    if arguments[0] == "--names":
        print("\n".join(names(arguments[1:])))
        return
    lines = "".join(f"    {name};\n" for name in names(arguments[1:]))
    Path(arguments[0]).write_text("{\n  global:\n" + lines + "  local:\n    *;\n};\n")


if __name__ == "__main__":
    main(sys.argv[1:])
