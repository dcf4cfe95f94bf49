# A shoe is made by its name and replaced by another; of changes each counts once.
. "$HERE/../lib"
one_run
t footfall log 1 --shoe "Road A"
t footfall log 1 --shoe "Trail Ü"
t footfall log 1 --changed lacing
t footfall log 1 --changed lacing -c insole -c 'two pairs of socks'
t footfall log 1 --shoe ''
t footfall log 1 --changed ''
footfall runs --json | json 'print(d[0]["shoe"], d[0]["changed"], "onset" in d[0])'
