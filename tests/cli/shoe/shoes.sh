# Shoes of the runs and new ones: inside, size, what they are worn with, distance; renamed and retired.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
t footfall shoe
footfall log 1 --numb 15min --shoe 'Road A' >/dev/null
footfall log 2 --none --shoe 'Road A' >/dev/null
footfall log 3 --none --shoe 'Trail' >/dev/null
t footfall shoe
t footfall shoe 'road a' --size 'eu 42.5' --inner-length 275 --ball-width 9.7cm --width-80 92 --width-88 84 --width-94 70 --sock thin --insole cork --insole-mm 2 --lacing window --km-before 120.5
t footfall shoe New --km-before 0 --method stick --inner-length 280 --error 4
t footfall shoe 2 --retire
t footfall shoe Trail --rename 'Trail & mud'
t footfall shoe
footfall shoe 'Trail & mud' --unretire --json | json 'print(d)'
footfall shoe 1 --forget inner_length --json | json 'print("inner_length" in d, d["ball_width"])'
footfall shoe 1 --forget sock --json | json 'print("sock" in d)'
footfall shoe --json | json 'print([(s["id"], s["name"], round(s["km"], 1), s["runs"], s.get("numb")) for s in d])'
# What was said of its distance counts where the runs are looked at.
footfall patterns --json | json 'print([(g["name"], g["km_before"], g["whole_distance"]) for g in d["gear"] if g.get("km_before")])'
footfall export out >/dev/null
footfall --journal other.footfall restore out/footfall.json
footfall shoe --json >before
footfall --journal other.footfall shoe --json | cmp - before && echo "the same shoes"
