#!/usr/bin/env python3
"""tools/embed.py: only comments stay behind, and nothing of a text. Prints TAP."""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

sys.path.insert(0, str(ROOT / "tools"))
from embed import without_comments  # noqa: E402

SOURCE = b"""// gone
const a = 1; // stays
  /* gone,
   * all of it */
const b = "http://stays";
  // gone too
/** gone */ const c = 2;
"""
LEFT = b"""const a = 1; // stays
const b = "http://stays";
/** gone */ const c = 2;
"""


def in_a_text(plain, at):
    """Whether a template literal is open there: what looks like a comment would be its text."""
    return len(re.findall(rb"(?<!\\)`", without_comments(plain[:at], ".js"))) % 2 == 1


def main():
    tap = Printer()
    tap.check("comments on lines of their own stay behind", without_comments(SOURCE, ".js") == LEFT,
              without_comments(SOURCE, ".js").decode())
    tap.check("a style loses its comments alone",
              without_comments(b"/* gone\n gone */\na { b: c; } /* stays */\n", ".css") == b"a { b: c; } /* stays */\n")
    tap.check("a page stays as it is", without_comments(b"<!-- stays -->\n", ".html") == b"<!-- stays -->\n")
    for path in sorted((ROOT / "page").rglob("*.js")):
        plain = path.read_bytes()
        bad = [m.group().decode() for m in re.finditer(rb"^[ \t]*(//|/\*)[^\n]*", plain, re.MULTILINE)
               if in_a_text(plain, m.start())]
        tap.check(f"{path.name}: no text looks like a comment", not bad, "\n".join(bad))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
