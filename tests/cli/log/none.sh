# Without numbness there is no place and no strength.
. "$HERE/../lib"
one_run
t footfall log 1 --site left:toes
t footfall log 1 --strength 3
t footfall log 1 --none --site left:toes
t footfall log 1 --none --strength 3
t footfall log 1
t footfall log 1 --none
t footfall log 1 --none --strength 0
t footfall log 1 --numb 5min --strength 0
t footfall log 1 --strength 3
footfall runs --json | json 'print(d[0]["onset"])'
