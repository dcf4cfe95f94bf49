# What was different is said as a whole: a later word replaces it, and "usual" says that nothing was.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
t footfall log 1 --changed lacing --changed insole
t footfall log 1 --changed usual
footfall log 1 --json | json 'print(d["changed"])'
t footfall log 1 --changed metpad
t footfall log 1 --changed usual --changed lacing
