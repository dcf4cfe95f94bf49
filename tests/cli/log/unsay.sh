# What was said can be taken back: the last word, all of them, or when it was gone.
. "$HERE/../lib"
make_run run.fit start=2026-05-30T05:00:00 minutes=60 press=20,45
footfall import run.fit >/dev/null
t footfall log 1 --unsay last
t footfall log 1 --unsay numbness
t footfall log 1 --unsay gone
footfall log 1 --from-lap 1 --strength 4 --site left:toes >/dev/null
footfall log 1 --numb 25min --gone 41:30 >/dev/null
t footfall log 1 --unsay gone
t footfall log 1 --unsay gone
t footfall log 1 --unsay last
t footfall log 1 --unsay last
footfall log 1 --json | json 'print(d["onset"]["said_by"], d["onset"]["from"])'
t footfall log 1 --unsay last --shoe "Road A"
footfall log 1 --json | json 'print("onset" in d, d["shoe"])'
footfall log 1 --numb 25min >/dev/null
footfall log 1 --none >/dev/null
t footfall log 1 --unsay numbness
footfall log 1 --json | json 'print("onset" in d)'
# At some time, gone by the middle of the run: taken back, it may have come until the end.
footfall log 1 --numb sometime --gone 30min >/dev/null
footfall log 1 --unsay gone --json | json 'print(d["onset"]["to_s"], "gone_s" in d["onset"])'
# A new time, and gone no more.
footfall log 1 --numb 25min --gone 41:30 >/dev/null
t footfall log 1 --numb 43min --unsay gone
t footfall log 1 --unsay last
# What does not go together, and what is not understood; then nothing is taken back.
t footfall log 1 --unsay last --numb 20min
t footfall log 1 --unsay last --none
t footfall log 1 --unsay numbness --strength 3
t footfall log 1 --unsay gone --gone +5min
t footfall log 1 --unsay gone --none
t footfall log 1 --unsay shoe
t footfall log 1 --unsay ""
t footfall log 2 --unsay last
t footfall log 1
