# A run that was ended because numbness was felt coming: not numb, and more than that.
. "$HERE/../lib"
one_run
t footfall log 1 --coming
footfall runs --json | json 'print(d[0]["onset"])'
t footfall log 1
t footfall runs
t footfall log 1 --coming --none
t footfall log 1 --coming --numb 20min
t footfall log 1 --coming --site left:toes
t footfall log 1 --coming --strength 3
footfall export out >/dev/null
t footfall --journal other.footfall restore out/footfall.json
t footfall --journal other.footfall log 1
# What is said later replaces it.
t footfall log 1 --none
footfall log 1 --coming >/dev/null
t footfall log 1 --numb 20min
footfall runs --json | json 'print(d[0]["onset"])'
