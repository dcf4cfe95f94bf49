# The run as it is kept now, or the reason as JSON.
. "$HERE/../lib"
one_run
footfall log 1 --numb 20min --site left:W1 --strength 4 --json | json '
print(sorted(d)); print(d["onset"])'
t footfall log 1 --numb 99min --json
t footfall log 1 --strength 99 --json
