#!/usr/bin/env python3
"""tools/check_text.py on small folders, good and bad. Prints TAP."""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

# Joined from pieces, for this file is checked too. name, text, executable, part of the message.
BAD = [
    ("a.c", "/* TO" "DO later */", False, "a.c:2: 'TO" "DO' marks unfinished work"),
    ("a.c", ">>>>" ">>> other", False, "a.c:2: a merge was not finished here"),
    ("a.md", "see /wo" "rk/notes", False, "is a path of one machine"),
    ("a.md", "see '/ho" "me/alice/runs'", False, "is a path of one machine"),
    ("docs/a.md", "from https" "://mirror.exa" "mple.net/x", False, "is an address in the network"),
    ("docs/a.md", "from mirror.made-up" ".org as ever", False, "is an address in the network"),
    ("a.sh", "#!/bin/sh\ntrue", False, "a.sh:1: it begins with #! and is not executable"),
    ("a.txt", "plain", True, "a.txt:1: it is executable and does not begin with #!"),
]
GOOD = [
    ("a.sh", "#!/bin/sh\ntrue", True),
    ("a.c", 'const char *name = "footfall-XX' 'XXXX"; /* hackle, todos */', False),
    ("a.md", "/home/you/runs, ./wo" "rk/x, homework/x, https://example.com, a.example.org, doi:10.1000/1", False),
    ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg">', False),
    ("knowledge/sources.txt", "s1 https" "://journal.made-up" ".org/1", False),
    ("docs/knowledge/sources.md", "## S1 https" "://journal.made-up" ".org/1", False),
    ("build/log.txt", "/wo" "rk/build", False),
]


def command(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text, executable in files:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n")
            path.chmod(0o755 if executable else 0o644)
        return subprocess.run([sys.executable, str(ROOT / "tools" / "check_text.py"), folder],
                              capture_output=True, text=True, check=False)


def main():
    tap = Printer()
    for name, text, executable, part in BAD:
        text = text if text.startswith("#!") or executable else "first line\n" + text
        ended = command([(name, text, executable)])
        tap.check(f"refused: {part}", ended.returncode == 1 and part in ended.stdout, ended.stdout)
    for name, text, executable in GOOD:
        ended = command([(name, text, executable), ("other.txt", "plain", False)])
        tap.check(f"allowed: {name}", ended.returncode == 0 and not ended.stdout, ended.stdout)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
