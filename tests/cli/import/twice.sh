# What was read before changes nothing: not the runs, not what was said of them.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall log 1 --numb 15min --shoe "Blue one" >/dev/null
footfall runs --json >before
t footfall import runs runs/a.fit
footfall runs --json | cmp - before
cp runs/a.fit moved.fit
t footfall import moved.fit
footfall runs --json | cmp - before
