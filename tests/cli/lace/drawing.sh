# The drawing stands alone and is described in words; --json wraps it.
. "$HERE/../lib"
footfall lace --where instep --svg >drawn.svg
footfall lace --where instep --svg --json >drawn.json
python3 -c '
import json, xml.etree.ElementTree as tree
text = open("drawn.svg").read()
root = tree.fromstring(text)
print(root.attrib["viewBox"], root.attrib["role"])
names = {}
for e in root.iter():
    names[e.tag.split("}")[1]] = names.get(e.tag.split("}")[1], 0) + 1
print(names)
for e in root:
    if e.tag.endswith("title") or e.tag.endswith("desc"): print(e.text)
print([e.text for e in root.iter() if e.tag.endswith("text")])
print(json.load(open("drawn.json"))["svg"] == text)'
