# Only a lap that was pressed by hand can be a mark.
. "$HERE/../lib"
make_run run.fit start=2026-05-30T05:00:00 minutes=60 press=20 auto=5
footfall import run.fit >/dev/null
t footfall log 1 --from-lap 1
t footfall log 1 --from-lap 2
t footfall log 1 --from-lap 3
t footfall log 1 --from-lap 9
t footfall log 1 --from-lap 0
t footfall log 1 --from-lap two
footfall runs --json | json 'print(d[0]["onset"])'
