# The example that others rely on, as text and as JSON.
. "$HERE/../lib"
cat >example.json <<'J'
{"age":42,"sex":"female","sites":{"L":["TP3"],"R":[]},
 "answers":{"onset_time":"15_30","relief_lace":"yes","back_pain":"no"},
 "unsure":["heat"],"red_flags":["rf_saddle"]}
J
t footfall assess example.json
footfall assess example.json --json | json '
print(d["triage"]["level"], [(f["id"], f["level"], sorted(f)) for f in d["triage"]["flags"]])
print(len(d["causes"]) >= 9, {"id", "name", "p", "low", "high", "for", "against"} <= set(d["causes"][0]))
print(d["ask"], [(s["change"], sorted(s)) for s in d["try"]])'
test ! -e "$HOME/.local"
