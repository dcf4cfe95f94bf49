# The same as JSON, and the drawings: one element, a title and what it shows in words, nothing off the paper.
. "$HERE/../lib"
footfall routine --json | json 'print(sorted(d), [r["id"] for r in d["routines"]])'
footfall routine flexibility --json | json '
print([k for k in d])
print(json.dumps(d["exercises"][0]))
print(d["ask_first"], d["days"], d["days_basis"])'
for name in warm_up flexibility foot_core nerve_glides rolling insole; do
    footfall routine $name --svg >$name.svg
    python3 - $name <<'P'
import re, sys, xml.etree.ElementTree as tree
text = open(sys.argv[1] + ".svg").read()
svg = tree.fromstring(text)
s = "{http://www.w3.org/2000/svg}"
wide, high = map(float, svg.get("viewBox").split()[2:])
assert svg.get("role") == "img" and not re.search(r"\b(nan|inf)\b|style=|<script|#[0-9a-f]{3}", text)
xs = [float(x) for e in svg.iter(s + "text") for x in [e.get("x")]]
points = [tuple(map(float, p)) for e in svg.iter(s + "path") for p in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", e.get("d"))]
assert all(-8 <= x <= wide + 8 and 0 <= y <= high for x, y in points), (sys.argv[1], points)
print(sys.argv[1], wide, high, svg.find(s + "title").text, "|", svg.find(s + "desc").text[:60],
      "| names:", len([e for e in svg.iter(s + "text") if e.get("font-weight") == "bold"]))
P
done
footfall routine rolling --svg --json | json 'print(list(d), d["svg"][:30])'
footfall home-test heel_walk yes >/dev/null
footfall routine flexibility --json | json 'print(list(d), d["triage"]["level"], d["refused"])' || true
