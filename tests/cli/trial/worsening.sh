# Numbness that comes sooner from run to run, and then no more. The runs lie in the future, so that they come
# after the start of the trial.
. "$HERE/../lib"
mkdir -p runs
for day in 01 03 05 07 09 11 13 15 17 19 21 23; do
    make_run "runs/$day.fit" start=2101-01-${day}T06:00:00 minutes=45
done
footfall import runs >/dev/null
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start lacing --seed 7 >/dev/null
for run in 1 2 3 4 5; do footfall log $run --numb $((24 - 2 * run))min --changed usual >/dev/null; done
footfall next | head -n 1
footfall log 6 --numb 9min --changed lacing >/dev/null
t footfall next
t footfall trial | grep -A2 'from run to run'
footfall trial --json | json 'print(d["comes_sooner"], "next_run" in d)'
for run in 7 8 9 10 11 12; do footfall log $run --numb $((run * 3))min --changed usual >/dev/null; done
footfall trial --json | json 'print(d["comes_sooner"])'
footfall next | head -n 1
