# The list: newest last, laps pressed by hand are offered, what was said is shown.
. "$HERE/../lib"
t footfall runs
three_runs
footfall import runs >/dev/null
t footfall runs
footfall log 1 --none >/dev/null
footfall log 2 --numb 10min..4km --strength 3 --shoe "Blue one" --changed lacing >/dev/null
t footfall runs
footfall log 3 --from-lap 1 >/dev/null
t footfall runs
# A column for gear stands there when a run has any of it.
footfall log 2 --sock thin >/dev/null
footfall log 3 --sock 'two pairs' --lacing window >/dev/null
t footfall runs
