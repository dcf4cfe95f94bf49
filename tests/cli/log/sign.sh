# A mark that is a sign to be seen is said so at once, before what was kept, and again with whatever is kept next.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall log 2 --numb 20min --site left:SD
footfall log 3 --none | sed '/^$/,$!d'
footfall log 3 --shoe Blue --json | json 'print(d["id"], [f["id"] for f in d["triage"]["flags"]])'
footfall log 2 --site '' # what is kept now is no sign
