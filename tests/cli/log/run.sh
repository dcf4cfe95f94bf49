# Which run: its number, its day, or the last one.
. "$HERE/../lib"
t footfall log last --none
three_runs
footfall import runs >/dev/null
t footfall log 2 --none
t footfall log 2026-05-24 --none
t footfall log last --none
t footfall log 2026-05-30 --none
t footfall log 2026-05-25 --none
t footfall log 99 --none
for run in 0 first 2026-13-01 1.5 '' 99999999999999999999; do
    t footfall log "$run" --none
done
t footfall log --none -- -1
# The day is the runner's: 23:30 UTC on the 31st is the 1st two hours further east.
make_run late.fit start=2026-05-31T23:30:00 minutes=20
footfall import late.fit >/dev/null
t footfall log 2026-06-01 --none
t footfall log 2026-05-31 --none
