# What is kept, how much, and where: of nothing, of one, of several, and as JSON.
. "$HERE/../lib"
size() { sed -e 's/([0-9.]* MB)/(N MB)/' -e 's/"bytes":[0-9]*/"bytes":N/'; }
t footfall data | size
t footfall data --json | size
three_runs
footfall import runs >/dev/null
footfall log 1 --numb 15min --shoe 'Red Comet' >/dev/null
footfall foot left --length 262 >/dev/null
t footfall data | size
footfall data --json | json 'print(d["journal"][-30:], d["bytes"] > 0, d["runs"], d["marked"], d["answers"], d["measures"], d["shoes"], d["files"])'
t footfall data now
