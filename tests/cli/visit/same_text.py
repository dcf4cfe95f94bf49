"""Whether a PDF says what a page says, letter by letter, and is made for everyone.

  same_text.py PAGE.html FILE.pdf

Both are read by others: the page by Python's reader of HTML, the PDF by poppler. Blanks do not count: lines are
broken at other places. What the PDF adds (bullets, the numbers of pages) is taken off.
"""
import html.parser
import re
import subprocess
import sys
import unicodedata


class Words(html.parser.HTMLParser):
    """The text of the body; the titles of drawings are for those who hear them."""

    def __init__(self):
        super().__init__()
        self.words, self.body, self.unseen = [], False, 0

    def handle_starttag(self, tag, attrs):
        self.body |= tag == "body"
        self.unseen += tag in ("title", "desc")

    def handle_endtag(self, tag):
        self.unseen -= tag in ("title", "desc")

    def handle_data(self, data):
        if self.body and not self.unseen:
            self.words.append(data)


def plain(text):
    """Without blanks, and without marks that only say which way letters run."""
    text = unicodedata.normalize("NFC", text)
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")


def tool(*words):
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout


def main(page, pdf):
    reader = Words()
    reader.feed(open(page, encoding="utf-8").read())
    wanted = plain("".join(reader.words))
    text = re.sub(r"page \d+ of \d+\s*\f?", "", tool("pdftotext", "-raw", pdf, "-"))
    found = plain(text.replace("\N{BULLET}", ""))
    at = next((i for i, (a, b) in enumerate(zip(wanted, found)) if a != b), min(len(wanted), len(found)))
    if wanted == found:
        print("text: the same,", "some" if len(wanted) > 500 else "little", "of it")
    else:
        print(f"text: differs at {at}: page {wanted[at - 20:at + 30]!r}, PDF {found[at - 20:at + 30]!r}")
    fonts = [line.split() for line in tool("pdffonts", pdf).splitlines()[2:]]
    print("fonts:", all(words[-5:-3] == ["yes", "yes"] for words in fonts) and len(fonts) > 0 and "all embedded")
    facts = dict(line.split(":", 1) for line in tool("pdfinfo", pdf).splitlines() if ":" in line)
    for name in ("Title", "Tagged", "Pages", "Page size", "JavaScript"):
        print(f"{name}:", facts[name].strip())
    data = open(pdf, "rb").read()
    print("language:", b"/Lang <FEFF0065006E>" in data)
    tags = re.findall(r"^\s*(\w+)", tool("pdfinfo", "-struct", pdf), re.M)
    print("tags:", tags[:3], sorted(set(tags)))
    figures = tags.count("Figure")
    print("figures told in words:", len(re.findall(rb"/Alt <FEFF[0-9A-F]{40,}>", data)) == figures)


main(*sys.argv[1:])
