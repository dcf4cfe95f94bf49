# The drawings: their words and marks; well-formed; and what is refused.
. "$HERE/../lib"
words() {
    python3 -c '
import sys, xml.etree.ElementTree as tree
svg = tree.fromstring(sys.stdin.read())
print(svg.get("viewBox"), svg.get("role"), svg.get("aria-labelledby"))
for e in svg.iter():
    name = e.tag.split("}")[1]
    if e.text and e.text.strip(): print(f"{name}: {e.text}")'
}
footfall runs --svg | words
one_run auto=5
footfall log 1 --from-lap 1 --strength 3 >/dev/null
footfall show 1 --svg | words
footfall runs --svg | words
footfall show 1 --svg >svg
footfall show 1 --svg --json | json 'print(list(d), d["svg"] == open("svg").read())'
t footfall runs 1 --svg
t footfall show 2 --svg
