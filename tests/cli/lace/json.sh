# The members, and that the choice says the same as the text.
. "$HERE/../lib"
footfall lace --pattern window_3 --json | json '
for k, v in d.items(): print(k, json.dumps(v) if not isinstance(v, list) else len(v))'
footfall lace --where instep,ankle --json | json '
c = d["choice"]
print({k: c[k] for k in c if k not in ("looked_at", "spots")})
for s in c["spots"]: print(s)
for v in c["looked_at"]: print(v["pattern"], v["verdict"], v["chosen"], [round(x, 2) for x in v["spots_equal_hold"]])
print(d["triage"]["level"], d["try"])'
