# A change that does harm is drawn no more: one that makes it worse, and one that a foot that gets worse must do without.
. "$HERE/../lib"
mkdir runs
for day in 01 03 05 07 09 11 13 15 17 19; do
    make_run "runs/$day.fit" start=2101-01-${day}T06:00:00 minutes=45
done
footfall import runs >/dev/null
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start lacing insole --seed 7 >/dev/null
for run in 1 4 7 9; do footfall log $run --numb $((30 + run % 3))min --changed usual >/dev/null; done
for run in 2 5 8; do footfall log $run --numb $((11 + run % 3))min --changed lacing >/dev/null; done
for run in 3 6 10; do footfall log $run --numb $((30 + run % 4))min --changed insole >/dev/null; done
footfall trial --json | json 'print([(c["id"], c["verdict"]) for c in d["changes"]])'
footfall trial | tr '\n' ' ' | grep -o 'No cause foretells[^.]*[.]'
footfall why | grep -q 'speak' || echo "nothing is said of what the runs speak for"
for seed in 1 2 3 4; do
    footfall trial end >/dev/null
    FOOTFALL_NOW=$((FOOTFALL_NOW + seed))
    export FOOTFALL_NOW
    footfall trial start lacing insole --seed $seed >/dev/null
    footfall next --json | json 'print(d["next_run"]["change"])'
done | sort -u
# It gets worse from week to week: what was drawn before that was said is drawn anew.
footfall() { command footfall -j other.footfall "$@"; }
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start insole --seed 7 | grep 'On the next run'
typed '3\n' footfall ask progression >/dev/null
footfall trial | grep 'On the next run' || echo "nothing waits"
t footfall next | head -n 4
