# As JSON: what would be asked next. Nothing is asked, nothing is kept.
. "$HERE/../lib"
footfall ask --json </dev/null | json 'print(d["step"], d["level"], sorted(d["flags"][0]))'
footfall ask relief_lace --json | json 'print(d["step"], d["question"]["finding"], [o["id"] for o in d["question"]["options"]])'
t footfall ask nonsense --json
footfall why --json | json 'print(d["answered"], d["triage"]["checklist_asked"])'
