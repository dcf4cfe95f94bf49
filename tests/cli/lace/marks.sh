# Left out, where it presses is where numbness was marked: only on top of the foot, and the highest of it.
. "$HERE/../lib"
one_run
t footfall lace | tail -n 4
footfall log 1 --from-lap 1 --site left:sole >/dev/null
t footfall lace
footfall log 1 --from-lap 1 --site left:instep >/dev/null
footfall lace | sed -n '/^Lacing/,/^Try/p'
footfall log 1 --from-lap 1 --site right:DFM,TD1 >/dev/null
footfall lace | sed -n '/^Lacing/,/^Try/p'
