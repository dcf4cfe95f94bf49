# Names that are relied on; what is not told is not there; and the page is the same as in the file.
. "$HERE/../lib"
footfall demo >/dev/null
demo="$HOME/.local/share/footfall/demo/journal.footfall"
footfall -j "$demo" visit --json --html v.html --fhir v.json | json '
print(sorted(d)); print(d["made"], d["where"], d["triage"]["level"], d["files"], d["fhir"])
print(sorted(d["said"][0]), sorted(d["measured"][0]), sorted(d["guessed"][0]), sorted(d["examine"][0]))
print([m["id"] for m in d["measured"]])
print(sorted({a["state"] for a in d["said"]}), sorted({a["said_by"] for a in d["from_runs"]}))
g = d["guessed"][0]; print(g["low"] <= g["p"] <= g["high"])'
ls v.html v.json
footfall visit --json | json 'print(d["where"], d["said"], d["guessed"], d["not_asked"][:3])'
