# After answers and marked runs: for and against, what is not asked, what to try, what the runs say.
. "$HERE/../lib"
for day in 20 22 24 26 28 30; do
    make_run "$day.fit" start=2026-05-${day}T05:00:00 minutes=50 press=20
done
footfall import . >/dev/null
for run in 1 2 3 4 5; do footfall log $run --from-lap 1 --site both:instep >/dev/null; done
footfall log 6 --none --changed lacing >/dev/null
typed 'no\nno\nno\nno\n42\nyes\nno\nyes\nstop\n' footfall ask >/dev/null
t footfall why
