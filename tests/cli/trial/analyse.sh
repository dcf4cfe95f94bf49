# Runs in a file, analysed without a journal.
. "$HERE/../lib"
python3 - <<'P'
import json
runs = []
for i, (lacing, minutes) in enumerate([(0, 20), (1, 33), (0, 22), (1, None), (1, 36), (0, 18), (0, 21), (1, None)]):
    onset = {"kind": "exact", "t_min": minutes} if minutes else {"kind": "right", "lo_min": 45}
    runs.append({"i": i + 1, "shoe": "A", "changes": {"lacing": lacing}, "duration_min": 45, "pace_min_km": 6,
                 "onset": onset})
json.dump({"tried": ["lacing"], "prior_causes": {"laces": 0.5, "other": 0.5}, "runs": runs}, open("runner.json", "w"))
P
t footfall trial analyse runner.json
footfall trial analyse runner.json --json | json 'print(sorted(d), sorted(d["next_run"]), [c["id"] for c in d["causes"]])'
sed 's/"t_min": 20/"t_min": 60/' runner.json >late.json
t footfall trial analyse late.json
t footfall trial analyse absent.json
t footfall trial analyse
