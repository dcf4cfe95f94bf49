# How to measure, in words and as a drawing.
. "$HERE/../lib"
t footfall foot --how
footfall foot --svg >foot.svg
python3 -c '
import re, xml.etree.ElementTree as tree
text = open("foot.svg").read()
svg = tree.fromstring(text)
print(svg.find("{*}title").text, "|", svg.find("{*}desc").text)
print([t.text for t in svg.iter("{http://www.w3.org/2000/svg}text")])
print(re.findall(r"nan|inf|style=|<script|#[0-9a-f]{3}", text))'
footfall foot --svg --json | json 'print(d["svg"] == open("foot.svg").read())'
