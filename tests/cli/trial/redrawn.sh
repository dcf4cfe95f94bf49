# Runs whose order was drawn are held against all orders that could have been drawn.
. "$HERE/../lib"
cat >make.py <<'P'
import json, sys
pairs = int(sys.argv[1])
runs = []
for pair in range(pairs):
    for half in range(2):
        lacing = (half + pair // 2) % 2
        runs.append({"i": len(runs) + 1, "changes": {"lacing": lacing}, "duration_min": 60,
                     "draw": {"arm": "lacing" if lacing else "usual", "from": ["usual", "lacing"], "coin": pair},
                     "onset": {"kind": "exact", "t_min": (32 if lacing else 20) + pair % 3}})
print(json.dumps({"tried": ["lacing"], "prior_causes": {"laces": 0.5, "other": 0.5}, "runs": runs}))
P
for pairs in 4 6; do
    python3 make.py $pairs >runner.json
    footfall trial analyse runner.json | sed -n '/the order/,/^  [CR]/p'
    footfall trial analyse runner.json --json | json 'print(d["changes"][0]["redrawn"])'
done
python3 make.py 2 | sed 's/"arm": "lacing"/"arm": "insole"/' >wrong.json
t footfall trial analyse wrong.json
python3 make.py 2 | sed 's/"coin": 1/"coin": -1/' >wrong.json
t footfall trial analyse wrong.json
