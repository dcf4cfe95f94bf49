#!/usr/bin/env python3
"""The law of the house in the built objects: which room calls a function of which. Prints TAP.

tools/check_rooms.py reads the #include lines; a function could still be called through a public
header or a declaration of one's own. So the symbols tell: a room in the middle uses functions of
base, noun and itself; a face uses only functions that a public header declares.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

sys.path.insert(0, str(ROOT / "tools"))
import check_rooms  # noqa: E402


def objects(build):
    """(object file, its source below src/) of all of the build that has a room."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        directory = Path(entry["directory"])
        source = (directory / entry["file"]).resolve()
        built = directory / entry["output"]
        if source.is_relative_to(ROOT / "src") and built.exists():  # what nothing links is not built
            yield built, source.relative_to(ROOT)


def build_missing(build, paths):
    """Objects that the default build leaves out are made now, so that their room is seen too."""
    missing = [os.path.relpath(path, build) for path in paths if not path.exists()]
    if missing:
        subprocess.run(["ninja", "--quiet", "-C", str(build), *missing], check=True,
                       stdout=subprocess.DEVNULL)


def symbols(path):
    """(defined, used) names of an object file."""
    ended = subprocess.run(["nm", "-g", "-P", str(path)], capture_output=True, text=True, check=True)
    defined, used = set(), set()
    for line in ended.stdout.splitlines():
        name, kind = line.split()[:2]
        (used if kind in ("U", "w") else defined).add(name)
    return defined, used


def may_call(room, other):
    if room == "app":
        return not other.startswith("face/")
    return other == room or other == "base" or other == "noun" and room != "base"


def main():
    tap = Printer()
    public = "".join(p.read_text() for p in sorted((ROOT / "include" / "footfall").glob("*.h")))
    build = Path(os.environ["FOOTFALL_BUILD"])
    found = list(objects(build))
    build_missing(build, [path for path, _ in found])
    files = [(check_rooms.room_of(source), source, *symbols(path)) for path, source in found]
    home = {name: room for room, _, defined, _ in files for name in defined if name != "main"}
    for room, source, _, used in files:
        wrong = []
        for name in sorted(used & home.keys()):
            other = home[name]
            if room.startswith("face/"):
                if other != room and not re.search(rf"\b{name}\b", public):
                    wrong.append(f"{name} of src/{other} is in no public header")
            elif not may_call(room, other):
                wrong.append(f"{name} is src/{other}'s, which src/{room} may not call: let app do it")
        tap.check(str(source), not wrong, "\n".join(wrong))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
