# Both feet are kept with how and when; what comes later counts; a wet print's length never does.
. "$HERE/../lib"
t footfall foot
footfall foot left --length 262 --ball-width 101 --girth 252 --width-80 97 --width-88 87 --width-94 72 --time 18:30 >/dev/null
t footfall foot right --length 26.9cm --ball-width 103 --method brannock
footfall foot right --arch-index 0.27 --foot-line 11 >/dev/null
typed 'yes\n' footfall ask female >/dev/null
footfall foot left --length 250 --method wet_print >/dev/null
footfall foot left --length 255 --method sitting >/dev/null
footfall foot left --length 263 --time morning --error 1.5 >/dev/null
footfall foot left --navicular-drop 12 --fpi 7 --arch-index 0.19 --staheli 0.5 --method clinician >/dev/null
t footfall foot
footfall foot --json | json '
print(d["left"]["length"], d["right"]["length"])
print(d["left"]["arch"], d["longer"], d["right_less_left"])
print([(f["side"], f["kind"], f["value"], f["method"]) for f in d["not_for_sizes"]])'
t footfall foot --history
footfall foot left --forget length >/dev/null
footfall foot --json | json 'print("length" in d["left"], d["longer"], d["not_for_sizes"])'
footfall foot --history --json | json 'print(len(d), d[-1])'
t footfall size --json >/dev/null
footfall size --json | json 'print(d["foot_mm"], d["foot_from"])'
# All of it comes back.
footfall export out >/dev/null
footfall --journal other.footfall restore out/footfall.json
footfall foot --json >before
footfall --journal other.footfall foot --json | cmp - before && echo "the same feet"
