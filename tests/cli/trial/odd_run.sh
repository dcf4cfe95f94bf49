# One odd run on which everything hangs is named, with what the others say alone.
. "$HERE/../lib"
python3 - <<'P'
import json
runs = []
for i, (lacing, minutes) in enumerate([(0, 20.4), (1, 24.5), (0, 19.4), (0, 23.2), (1, 33), (0, 22), (0, 19), (1, None),
                                       (0, 23.6), (0, 21.6)]):
    onset = {"kind": "exact", "t_min": minutes} if minutes else {"kind": "right", "lo_min": 60}
    runs.append({"i": i + 5, "changes": {"lacing": lacing}, "duration_min": 60, "onset": onset})
runs.insert(3, {"i": 99, "changes": {"lacing": 0}, "duration_min": 60, "onset": {"kind": "unknown"}})
json.dump({"tried": ["lacing"], "prior_causes": {"laces": 0.5, "other": 0.5}, "runs": runs}, open("runner.json", "w"))
P
t footfall trial analyse runner.json
footfall trial analyse runner.json --json | json '
print(d["odd_run"], d["odd_sd"] > 2.5, d["changes"][0]["decisive_run"])
without = d["without"][0]
print(without["run"], [(c["id"], c["verdict"], c["high"] < d["changes"][0]["high"]) for c in without["changes"]])
checks = d["checks"]
print(sorted(checks))
print(sorted(checks["drift"]), checks["drift"]["flagged"])
print([r["run"] for r in checks["runs"]], "residual_high" in checks["runs"][7], checks["largest_residual"])'
