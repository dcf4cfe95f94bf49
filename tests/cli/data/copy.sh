# A copy is a journal of its own, taken while changes wait in the log too, and replaces no file.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall log 1 --numb 15min --shoe 'Red Comet' >/dev/null
t footfall copy saved.footfall
stat -c %a saved.footfall
ls
footfall runs --json >before
footfall --journal saved.footfall runs --json | cmp - before && echo "the same runs"
footfall log 2 --none >/dev/null
footfall --journal saved.footfall runs --json | cmp - before && echo "and they stay what they were"
t footfall copy saved.footfall
footfall --journal saved.footfall runs --json | cmp - before && echo "the file was left as it was"
t footfall copy nowhere/saved.footfall
t footfall copy --json other.footfall
t footfall copy
