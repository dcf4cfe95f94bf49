# The marks of all runs, and whose skin that is; what was drawn beside them, and how it felt.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
t footfall where
t footfall where --svg
typed 'right:heel\n' footfall ask sites >/dev/null
t footfall where
footfall log 1 --numb 20min --site 'both:bigtoe left:W1,DMM' --feeling burning >/dev/null
footfall log 2 --numb 20min --site left:W1 --feeling numb,burning >/dev/null
t footfall where
footfall log 3 --numb 20min --site 'left:W1,CF,TP5' >/dev/null
footfall where | sed -n '/^Whose/,$p'
t footfall where here
