# A mark between the legs is a sign on whichever run it stands: the flag says which, and how to take it back.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
flags() { footfall why | sed '/^Act on/,$d'; }
footfall log 1 --numb 20min --site left:SD >/dev/null
flags
footfall log 3 --numb 20min --site 'right:SD,TP3' >/dev/null
flags | sed -n '/Because/,$p'
footfall why --json | json 'print([(m["run"], m["start"][:10]) for m in d["triage"]["flags"][0]["marked"]])'
footfall log 3 --site right:TP3 >/dev/null
footfall log 1 --site '' >/dev/null
footfall why --json | json 'print(d["triage"]["flags"])'
# What is drawn without a run names none.
typed 'left:SD\n' footfall ask sites >/dev/null
footfall why --json | json 'print([(f["id"], "marked" in f) for f in d["triage"]["flags"]])'
