# Who has no runs that tell gives the step rate; and where the ball goes numb.
. "$HERE/../lib"
t footfall step
t footfall step --cadence 160 --to 5
footfall step --cadence 160 --to 5 --json | json 'print(d["forefoot_numb"], "|", d["landing"])'
one_run
footfall log 1 --numb 20min --site left:ball >/dev/null
footfall step --cadence 160 --to 5 --json | json 'print(d["forefoot_numb"], "|", d["landing"])'
t footfall step --cadence 80
t footfall step --cadence many
t footfall step --cadence 160 --to 6
t footfall step --cadence 160 --week 2
t footfall step --cadence 160 --wav t.wav
t footfall step --cadence 160 --fit watch
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
t footfall step --cadence 160 --wav -
t footfall step --cadence 160 --wav t.wav --minutes 100
t footfall step --cadence 160 --to 5 --wav t.wav --week 6
t footfall step --cadence 160 --wav none/t.wav
ls
