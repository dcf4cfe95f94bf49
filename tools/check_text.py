#!/usr/bin/env python3
"""What no file of the project may hold: unfinished work and merges, paths of one machine, addresses.

  tools/check_text.py [--tap] [FOLDER]

Also: a file that begins with #! is executable, and an executable file begins with #!. Files are those
that git tracks or would add; where git is not there, all but the builds. The exit status is 1 when
something is found.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

# Joined from pieces, so that this file may be checked as well.
UNFINISHED = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:" + "|".join(
    ["wo" + "rk", "fa" + "rm", "ro" + "ot", "Us" + "ers", r"home/(?!you\b)\w+"]) + r")/")
HOST = re.compile(r"\w+://(?:[^/\s@\"'<>]*@)?([\w.-]+)|\b((?:[a-z0-9-]+\.)+(?:com|org))\b",
                  re.IGNORECASE)
# Names that are identifiers of a format or of a work, documentation of what footfall is built on, and
# those that stand for no host at all.
HOSTS_ALLOWED = {"localhost", "127.0.0.1", "example.com", "example.org", "doi.org", "www.w3.org",
                 "www.topografix.com", "unitsofmeasure.org", "terminology.hl7.org", "www.garmin.com", "www.sqlite.org"}
# Where the literature and the licences name theirs.
HOSTS_WELCOME = re.compile(r"^(?:LICENSE|knowledge/sources\b.*|docs/knowledge/sources\.md)$")
SELF = Path("tools/check_text.py")


def listed_files(root):
    """Paths below root, relative."""
    try:
        ended = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others",
                                "--exclude-standard"], capture_output=True, check=False)
    except FileNotFoundError:
        ended = None
    if ended is not None and ended.returncode == 0:
        return sorted(Path(os.fsdecode(name)) for name in ended.stdout.split(b"\0") if name)
    found = []
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith("build")
                    and name not in (".git", "__pycache__")]
        found += [Path(folder, name).relative_to(root) for name in names]
    return sorted(found)


def line_troubles(relative, line):
    """What is wrong with one line, as (what, what to do)."""
    match = UNFINISHED.search(line)
    if match:
        yield f"'{match[0]}' marks unfinished work", "do it now, or open an issue"
    if CONFLICT.match(line):
        yield "a merge was not finished here", "choose, and remove the marks"
    match = MACHINE_PATH.search(line)
    if match:
        yield f"'{match[0]}' is a path of one machine", "name it from the checkout, or by a variable"
    if relative == SELF or HOSTS_WELCOME.match(str(relative)):
        return
    for match in HOST.finditer(line):
        host = (match[1] or match[2]).lower().rstrip(".")
        made_up = host.endswith((".example.com", ".example.org"))
        if host not in HOSTS_ALLOWED and "." in host and not made_up:
            yield (f"'{host}' is an address in the network",
                   "cite the work by its DOI or title, or add a source in knowledge/sources")


def file_troubles(root, relative):
    path = root / relative
    if path.is_symlink() or not path.is_file():
        return
    data = path.read_bytes()
    script, executable = data.startswith(b"#!"), os.access(path, os.X_OK) and path.stat().st_mode & 0o111
    if script and not executable:
        yield f"{relative}:1: it begins with #! and is not executable\n    do: chmod +x {relative}"
    if executable and not script:
        yield f"{relative}:1: it is executable and does not begin with #!\n    do: chmod -x {relative}"
    if b"\0" in data:
        return
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        for what, do in line_troubles(relative, line):
            yield f"{relative}:{number}: {what}\n    do: {do}"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tap", action="store_true")
    parser.add_argument("folder", type=Path, nargs="?",
                        default=Path(__file__).resolve().parent.parent)
    options = parser.parse_args()
    files = listed_files(options.folder)
    found = [text for relative in files for text in file_troubles(options.folder, relative)]
    if options.tap:
        print(f"{'not ok' if found else 'ok'} 1 - {len(files)} files hold nothing that they may not")
    for text in found:
        print("\n".join("# " + line for line in text.splitlines()) if options.tap else text)
    if options.tap:
        print("1..1")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
