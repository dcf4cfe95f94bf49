"""The library's C files as the build knows them, generated ones too."""

import json
import shlex
from pathlib import Path


class Source:
    """path: the file; name: short; options: its -I and -D, absolute."""

    def __init__(self, path, name, options):
        self.path, self.name, self.options = path, name, options


def _options(command, directory):
    kept = []
    for word in shlex.split(command):
        if word.startswith("-I"):
            kept.append("-I" + str((directory / word[2:]).resolve()))
        elif word.startswith("-D"):
            kept.append(word)
    return kept


def library_sources(build, root):
    """Every C file of footfall itself: the library and the faces, no tests or tools."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        directory = Path(entry["directory"])
        path = (directory / entry["file"]).resolve()
        generated = path.is_relative_to(build)
        if path.suffix != ".c" or not generated and not path.is_relative_to(root / "src"):
            continue
        name = str(path.relative_to(build if generated else root))
        found.setdefault(path, Source(path, name, _options(entry["command"], directory)))
    return sorted(found.values(), key=lambda source: source.name)
