# The same as JSON, by the shoe's number; the run's last shoe is taken where none is named.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall foot left --length 262 --ball-width 101 --width-88 87 >/dev/null
footfall foot right --length 264.5 >/dev/null
footfall shoe 'Road A' --size 'EU 42' --inner-length 272 --ball-width 97 --width-80 92 --width-88 84 --width-94 70 >/dev/null
footfall shoe Trail --inner-length 300 --method stick >/dev/null
footfall log 2 --none --shoe 'Road A' >/dev/null
footfall fit-shoe --json | json '
print(d["triage"]["level"], d["shoe"], d["longer"], d["length"], d["width"], d["missing"], d["try"])
for foot, places in d["feet"].items():
    for place, v in places.items(): print(foot, place, v)
print(d["half_sizes_up_EU"], d["half_sizes_up_UK_US"])
ask = d["ask"]
print({k: v for k, v in ask.items() if k != "systems"})
for s in ask["systems"]: print(s["system"], s["below"]["label"], s["above"]["label"], s["ask"])'
footfall fit-shoe 2 --json | json 'print(d["shoe"], d["length"], d.get("try"))'
footfall shoe 'Road A' --retire >/dev/null
footfall fit-shoe --json | json 'print(d["shoe"])'
