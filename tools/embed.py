#!/usr/bin/env python3
"""Writes the files of a folder as a C table, so that the program needs no files beside it.

  tools/embed.py OUT.c FOLDER FILE...

Each FILE lies below FOLDER and is served under its path there; index.html also as "/". Beside the
bytes stand their gzip form (made without name and time, so that the same files give the same C) and the
content type. Comments that stand on lines of their own stay behind: the runner's browser has no use for
them, and the page has to come over a telephone too. The table is page_files of src/face/http/page_files.h.
"""

import re
import subprocess
import sys
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


# A comment from the beginning of a line to its end, over lines where it is a block. In the page's
# modules and style no other text begins a line so: `tests/tools/test_embed.py` looks.
COMMENTS = {
    ".js": re.compile(rb"^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE),
    ".css": re.compile(rb"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.MULTILINE),
}


def without_comments(data, suffix):
    return COMMENTS[suffix].sub(b"", data) if suffix in COMMENTS else data


def packed(data):
    """In the gzip format, by the packer that makes the least of it: 4 in 100 less than zlib's best."""
    return subprocess.run(["libdeflate-gzip", "-12"], input=data, stdout=subprocess.PIPE, check=True).stdout


def array(name, data):
    lines = [f"static const unsigned char {name}[] = {{"]
    for at in range(0, len(data), 20):
        lines.append("    " + ", ".join(str(byte) for byte in data[at:at + 20]) + ",")
    return "\n".join(lines + ["};", ""])


def main():
    out, folder = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    arrays, rows = [], []
    for number, path in enumerate(sorted(Path(name).resolve() for name in sys.argv[3:])):
        where = "/" + path.relative_to(folder).as_posix()
        if path.suffix not in TYPES:
            sys.exit(f"embed.py: {path}: no content type is known for '{path.suffix}'")
        plain = without_comments(path.read_bytes(), path.suffix)
        if not plain:
            sys.exit(f"embed.py: {path}: the file is empty")
        arrays += [array(f"plain_{number}", plain), array(f"packed_{number}", packed(plain))]
        for served in [where] + (["/"] if where == "/index.html" else []):
            rows.append(f'    {{"{served}", "{TYPES[path.suffix]}", plain_{number}, '
                        f"sizeof plain_{number}, packed_{number}, sizeof packed_{number}}},")
    out.write_text("/* Made by tools/embed.py from the files of the page. */\n"
                   '#include "face/http/page_files.h"\n\n' + "\n".join(arrays)
                   + "\nconst page_file page_files[] = {\n" + "\n".join(rows)
                   + "\n    {0},\n};\n")


if __name__ == "__main__":
    main()
