# What cannot be: beyond the run, the wrong way round, not a time. Nothing of it is kept.
. "$HERE/../lib"
one_run
footfall log 1 --numb 10min >/dev/null
footfall runs --json >before
for when in 61min 99km 25min..20min 20min..99min 20min.. ..20min 20 banana -5min ''; do
    t footfall log last --numb "$when"
done
t footfall log last --numb 5min --none
t footfall log last --numb 5min --from-lap 1
footfall runs --json | cmp - before
make_run flat.fit start=2026-05-31T05:00:00 minutes=30 distance=no
footfall import flat.fit >/dev/null
t footfall log last --numb 3km
t footfall log last --numb 3km..20min
t footfall log last --numb 20min
