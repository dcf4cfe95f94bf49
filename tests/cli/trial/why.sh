# What the runs of trials say is heard in 'why': once, and the same as 'trial' says it.
. "$HERE/../lib"
mkdir -p runs
for day in 01 03 05 07 09 11 13 15 17 19; do
    make_run "runs/$day.fit" start=2101-01-${day}T06:00:00 minutes=45
done
footfall import runs >/dev/null
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start lacing --seed 7 >/dev/null
for run in 1 3 6 7 9; do footfall log $run --numb $((18 + run % 4))min --changed usual >/dev/null; done
footfall why --json >before
for run in 2 5 10; do footfall log $run --numb $((30 + run % 7))min --changed lacing >/dev/null; done
for run in 4 8; do footfall log $run --none --changed lacing >/dev/null; done
footfall why --json >after
footfall trial --json >trial
typed 'yes\n' footfall ask relief_lace >/dev/null
footfall why --json >twice
python3 - <<'P'
import json, math
before, after, twice, trial = (json.load(open(f)) for f in
                                      ("before", "after", "twice", "trial"))
print("before there is anything to compare:", before["runs_speak"])
speak = after["runs_speak"]
print(speak["for"], "against", speak["against"], speak["times"] > 5, speak["p_without_runs"])
print(speak["runs"].split(",")[0])
lace = next(c for c in after["causes"] if c["id"] == "lace")
print("likelier than without:", lace["p"] > speak["p_without_runs"])
print(*[e["finding"] for e in lace["for"] if e["finding"] == "runs"], "class",
      *[e["class"] for e in lace["for"] if e["finding"] == "runs"])
belief = {c["id"]: c for c in trial["causes"]}
odds = [b["after"] / b["before"] for b in (belief["lace"], belief["other"])]
print("as 'trial' has it:", abs(math.log(odds[0] / odds[1] / speak["times"])) < 0.05)
same = lambda a, b: [(c["id"], c["p"]) for c in a["causes"]] == [(c["id"], c["p"]) for c in b["causes"]]
print("an answer that says the same is not counted twice:", same(after, twice))
print("nor asked:", "relief_lace" not in [q["finding"] for q in after["ask"]])
P
footfall why | sed -n '/What your trials say/,/^$/p'
footfall why --explain lace | grep -A 2 'your runs with'
