"""The levels of a page's headings, or of a tagged PDF's (what pdfinfo -struct prints), in order; and the gaps in them."""

import html.parser
import re
import sys


class Headings(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.levels = []

    def handle_starttag(self, tag, attributes):
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


text = sys.stdin.read()
if text.lstrip().startswith("<"):
    page = Headings()
    page.feed(text)
    levels = page.levels
else:
    levels = [int(level) for level in re.findall(r"^\s*H([1-6])\b", text, re.M)]
gaps = [f"h{a} to h{b}" for a, b in zip([0] + levels, levels) if b > a + 1]
print("levels:", sorted(set(levels)), "gaps:", gaps, "first:", levels[:1], "of the first level:", levels.count(1))
