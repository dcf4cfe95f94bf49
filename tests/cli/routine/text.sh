# The list, one in full, and what is refused while a red flag is up or it gets worse.
. "$HERE/../lib"
t footfall routine
t footfall routine flexibility
footfall routine insole | grep -A3 'trial start'
footfall routine foot_core | tr '\n' ' ' | tr -s ' ' | grep -o 'log last --changed foot_core'
# Every routine says how to tell whether it helps.
for name in warm_up flexibility foot_core nerve_glides rolling insole; do
    footfall routine $name | grep -c "trial"
done
typed 'yes\n' footfall ask leg_line >/dev/null
footfall routine nerve_glides | head -6
footfall home-test heel_walk yes >/dev/null
t footfall routine nerve_glides
t footfall routine nerve_glides --svg
t footfall routine yoga
t footfall routine --svg
t footfall routine flexibility rolling
typed 'yes\n' footfall ask rf_bone >/dev/null
# While this flag is up running would harm: nothing but acting on it is offered, by no command.
footfall routine warm_up | tail -2
footfall routine rolling --svg | tail -2
footfall pad --length 262 | tail -1
footfall step --cadence 160 | tail -1
footfall lace --where ankle | tail -1
footfall plan | tail -2
