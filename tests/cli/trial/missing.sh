# What is missing, in a plain sentence, and no figure that such runs cannot tell.
. "$HERE/../lib"
# runs FILE ONSET...: runs of 45 minutes; ONSET is 0 or 1 for lacing, then the minute it came, or - for none.
runs() {
    python3 - "$@" <<'P'
import json, sys
runs = []
for i, word in enumerate(sys.argv[2:]):
    with_it, minutes = word[0], word[2:]
    onset = {"kind": "right", "lo_min": 45} if minutes == "-" else {"kind": "exact", "t_min": float(minutes)}
    runs.append({"i": i + 1, "changes": {"lacing": int(with_it)}, "duration_min": 45, "onset": onset})
json.dump({"tried": ["lacing"], "prior_causes": {"laces": 0.5, "other": 0.5}, "runs": runs},
          open(sys.argv[1], "w"))
P
}
try() {
    runs "$@"
    t footfall trial analyse "$1"
    t footfall trial analyse "$1" --json
}
try none.json
try single.json 0:20
try single_changed.json 1:20
try unchanged.json 0:20 0:24 0:22 0:19
try censored.json 0:- 1:- 0:- 1:- 0:- 1:-
# There and back at once, and after many runs of either kind.
runs turns.json 1:22 0:23 1:22
footfall trial analyse turns.json | tr -s '\n ' '  ' | grep -c 'hardly ever changed back' || true
runs seldom.json 0:20 0:21 0:24 0:22 1:22 0:23 0:20
footfall trial analyse seldom.json | tr -s '\n ' '  ' | grep -c 'hardly ever changed back'
try always.json 1:20 1:24 1:22 1:21
# The same run twice; onset after the end, or known by a time after it; negative times.
runs two.json 0:20 1:30
sed 's/"i": 2/"i": 1/' two.json >twice.json
t footfall trial analyse twice.json
sed 's/"t_min": 30.0/"t_min": 60/' two.json >late.json
t footfall trial analyse late.json
sed 's/"exact", "t_min": 30.0/"interval", "lo_min": 30, "hi_min": 60/' two.json >by.json
t footfall trial analyse by.json
sed 's/"t_min": 30.0/"t_min": -3/' two.json >negative.json
t footfall trial analyse negative.json
sed 's/"duration_min": 45/"duration_min": -45/' two.json >length.json
t footfall trial analyse length.json
sed 's/"duration_min": 45/"duration_min": 45, "pace_min_km": 360/' two.json >pace.json
t footfall trial analyse pace.json
# Fifty changes in ten runs; two that always go together.
python3 - <<'P'
import json
def file(name, changes, runs):
    json.dump({"tried": changes, "runs": [
        {"i": i + 1, "changes": run, "duration_min": 45, "onset": {"kind": "exact", "t_min": 20 + i}}
        for i, run in enumerate(runs)]}, open(name, "w"))
fifty = [f"c{k}" for k in range(50)]
file("fifty.json", fifty, [{c: (i * k) % 2 for k, c in enumerate(fifty)} for i in range(10)])
file("together.json", ["lacing", "insole"], [{"lacing": i % 2, "insole": i % 2} for i in range(8)])
P
t footfall trial analyse fifty.json
t footfall trial analyse together.json
