# No new way of running while something must be looked at first.
. "$HERE/../lib"
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
typed '3\n' footfall ask progression >/dev/null
t footfall step --cadence 160
typed '2\n' footfall ask progression >/dev/null
typed 'yes\n' footfall ask rf_bone >/dev/null
t footfall step --cadence 160 --wav t.wav
footfall step --cadence 160 --json | json 'print(d["triage"]["level"], "|", d["refused"])'
ls
