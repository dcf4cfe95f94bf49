#!/usr/bin/env python3
"""tools/knowledge_pages.py: docs/knowledge is what knowledge/ says, and its links lead somewhere.
Prints TAP."""

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

sys.path.insert(0, str(ROOT / "tools"))
import knowledge_pages as tool  # noqa: E402

TEXT = sorted((ROOT / "knowledge").glob("*.txt"))
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")


def dead_links(pages):
    """Links to a page or a heading that is not there. A heading's anchor is its text in small letters."""
    anchors = {name: {line.lstrip("# ").lower() for line in text.splitlines() if line.startswith("#")}
               for name, text in pages.items()}
    for name, text in pages.items():
        for page, anchor in LINK.findall(text):
            if page.startswith("../"):
                if not (tool.OUT / page).resolve().is_file():
                    yield f"{name}: {page}"
            elif (page or name) not in anchors or anchor and anchor not in anchors[page or name]:
                yield f"{name}: {page}#{anchor}"


def ragged_tables(pages):
    """Rows with more or fewer cells than the head of their table."""
    for name, text in pages.items():
        cells = 0
        for number, line in enumerate(text.splitlines(), 1):
            here = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
            if cells and here and here != cells:
                yield f"{name}:{number}: {line}"
            cells = here


def changed(folder, file, old, new):
    """The pages of the text with one change."""
    for path in TEXT:
        text = path.read_text(encoding="utf-8")
        assert path.name != file or old in text
        (folder / path.name).write_text(text.replace(old, new, 1) if path.name == file else text,
                                        encoding="utf-8")
    return tool.pages_of(sorted(map(str, folder.glob("*.txt"))))


def main():
    tap = Printer()
    pages = tool.pages_of(list(map(str, TEXT)))
    old = tool.stale(pages, tool.OUT)
    tap.check("docs/knowledge is what knowledge/ says", not old,
              f"{', '.join(old)}: run {tool.COMMAND} and commit what it writes")
    tap.check("the same pages whatever the order of the files",
              tool.pages_of([str(path) for path in reversed(TEXT)]) == pages)
    dead = list(dead_links(pages))
    tap.check("every link leads somewhere", not dead, "\n".join(dead[:20]))
    ragged = list(ragged_tables(pages))
    tap.check("every row of a table is whole", not ragged, "\n".join(ragged[:20]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        other = changed(folder, "findings.txt", "p lace: 0.9 |", "p lace: 0.8 |")
        differ = sorted(page for page in pages if pages[page] != other[page])
        # 0.8 over the background of 0.2 that stands there
        tap.check("a changed chance changes its pages and its ratio",
                  differ == ["README.md", "causes.md", "findings.md"]
                  and "(findings.md#relief_lace) | yes | 4 |" in other["causes.md"], f"{differ}")
        for page, text in pages.items():
            (folder / page).write_text(text, encoding="utf-8")
        (folder / "maps.md").unlink()
        (folder / "extra.md").write_text("not written by anything\n")
        (folder / "flags.md").write_text("old\n")
        tap.check("a stale, a missing and a left-over page are named",
                  tool.stale(pages, folder) == ["extra.md", "flags.md", "maps.md"])
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
