# Names that are relied on, and one JSON value.
. "$HERE/../lib"
footfall demo >/dev/null
footfall -j "$HOME/.local/share/footfall/demo/journal.footfall" patterns --json >p.json
json '
print(sorted(d)); print(sorted(d["patterns"][0])); print(sorted(d["form"])); print(sorted(d["load"]))
print(sorted(d["gear"][0])); print(sorted(d["timing"])); print(sorted(d["findings"][0]))
print(sorted({p["state"] for p in d["patterns"]}))
runs = {r for p in d["patterns"] for r in p.get("runs_numb", []) + p.get("runs_not", [])}
print(all(0 < r <= 40 for r in runs), len(runs) > 0)
f = d["form"]; print(f["low"] <= f["p"] <= f["high"])' <p.json
wc -l <p.json
