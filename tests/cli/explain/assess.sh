# One cause explained, from a file; what knowledge decides is left open.
. "$HERE/../lib"
cat >story.json <<'J'
{"age":42,"sex":"female","sites":{"L":["DMM","W1"],"R":[]},
 "answers":{"onset_time":"15_30","relief_lace":"yes","relief_shoeoff":"yes","back_pain":"no"},
 "unsure":["heat"],"red_flags":[]}
J
t footfall assess story.json --explain 'laces or'
footfall assess story.json | grep -c -- "--explain lace"
test ! -e "$HOME/.local"
