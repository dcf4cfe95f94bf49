# The same as JSON, under stable names.
. "$HERE/../lib"
footfall home-test lunge yes >/dev/null
footfall habits --json | json '
print(list(d), d["runs"])
for h in d["habits"]: print(h["id"], h["state"], h.get("next"), h["look_again"], h["remedy"])
print(list(d["habits"][4]))'
footfall home-test heel_walk yes >/dev/null
footfall habits --json | json 'print(d["triage"]["level"]); [print(h["id"], h["state"], h.get("next"), h["look_again"]) for h in d["habits"]]'
