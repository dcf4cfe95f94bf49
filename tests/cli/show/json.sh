# What the list says of the run, and its laps, its pauses, and a chart of at most 300 columns.
. "$HERE/../lib"
one_run auto=5
footfall log 1 --from-lap 1 >/dev/null
footfall runs 1 --json >list
footfall show 1 --json >shown
json '
shown = json.load(open("shown"))
print("all of the list:", all(shown[k] == v for k, v in d.items()))
print("more:", [k for k in shown if k not in d])
for lap in shown["laps"]: print(json.dumps(lap))
chart = shown["chart"]
print({k: len(v) for k, v in chart.items()})
print({k: v[:3] for k, v in chart.items()})' <list
