# Every run of the given material is shown in all ways: the drawings are XML, the charts are short.
. "$HERE/../lib"
[ -n "${FOOTFALL_SHARED:-}" ] && [ -d "$FOOTFALL_SHARED/data" ] || {
    echo "the given material (../shared) is not there" >&2
    exit 77
}
footfall import "$FOOTFALL_SHARED/data" >/dev/null 2>&1 || [ $? -eq 1 ]
footfall runs --json | json 'for run in d: print(run["id"])' >ids
while read -r id; do
    footfall show "$id" >"text.$id"
    footfall show "$id" --json >"json.$id"
    footfall show "$id" --svg >"svg.$id"
done <ids
python3 -c '
import json, re, xml.etree.ElementTree as tree
ids = open("ids").read().split()
curves = 0
for i in ids:
    text, svg = open(f"text.{i}").read(), open(f"svg.{i}").read()
    chart = json.load(open(f"json.{i}"))["chart"]
    tree.fromstring(svg)
    odd = re.search(r"\b(nan|inf)\b|style=|<script", text + svg)
    assert not odd, (i, odd)
    assert len({len(column) for column in chart.values()}) == 1, i
    assert len(chart["minutes"]) <= 300, i
    assert len(svg) < 60000, (i, len(svg))
    curves += "class=\"curve\"" in svg
print("many runs:", len(ids) > 50)
print("most have a curve:", curves > 0.8 * len(ids))'
