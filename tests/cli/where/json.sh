# The same as JSON, with what marking takes: drawings, regions, overlays.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall where --json | json '
print(list(d), d["sum"], d["fits"])
print([(x["view"], x["side"], list(x)) for x in d["drawings"]])
ids = {r["id"] for r in d["regions"]}
print(len(ids), "regions, each in a view:", all(r["views"] for r in d["regions"]))
import re
for x in d["drawings"]:
    drawn = re.findall("data-region=\"(\w+)\"", x["svg"])
    assert len(drawn) == len(set(drawn)) and set(drawn) == {r["id"] for r in d["regions"] if x["view"] in r["views"]}
print([o["id"] for o in d["overlays"] if o["kind"] != "other"])
print(d["overlays"][0])
print([o for o in d["overlays"] if o["id"] == "PDN3"][0])
assert all(set(o["core"] + o["border"]) <= ids for o in d["overlays"])
print(d["feelings"])'
footfall log 1 --numb 20min --site 'left:W1,TP1' --feeling cold >/dev/null
footfall log 2 --numb 20min --site left:W1 >/dev/null
footfall where --json | json '
s = d["sum"]; s.pop("svg"); print(s, d["last"]); print(d["fits"][0]); print(d["careful"])'
footfall where --svg >map.svg
grep -c 'class="hatch"' map.svg
footfall where --svg --json | json 'print(d["svg"] == open("map.svg").read())'
