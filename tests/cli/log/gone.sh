# When it was gone again goes with what was said of the run, now or before.
. "$HERE/../lib"
make_run run.fit start=2026-05-30T05:00:00 minutes=60 press=20,45
footfall import run.fit >/dev/null
t footfall log 1 --gone +5min
t footfall log 1 --numb 20min --gone 41:30
for when in 41min 7km +5min +1h30 +2s 1:00:00; do
    t footfall log 1 --gone "$when"
done
t footfall log 1 --gone-lap 2 --site left:toes
t footfall log 1 --strength 4
footfall log 1 --json | json 'print(d["onset"]["gone_s"], d["onset"]["from"])'
t footfall log 1 --numb 25min
# What does not go together.
t footfall log 1 --numb 50min
t footfall log 1 --gone 20min
t footfall log 1 --gone-lap 1
t footfall log 1 --gone 61min
t footfall log 1 --gone soon
t footfall log 1 --gone +soon
t footfall log 1 --gone-lap 3
t footfall log 1 --gone-lap 7
t footfall log 1 --gone 50min --gone-lap 2
t footfall log 1 --none --gone +5min
t footfall log 1
# From the start, and at a time nobody knows.
t footfall log 1 --numb start --gone 0:00
t footfall log 1 --numb sometime --gone 30min
footfall log 1 --json | json 'print(d["onset"]["to_s"], d["onset"]["gone_s"])'
t footfall log 1 --none
t footfall log 1 --gone +5min
t footfall log 1 --numb 20min
