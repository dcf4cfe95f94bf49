# A red flag is said first, and where nothing else should be done no lacing is chosen.
. "$HERE/../lib"
t footfall lace --where ankle --svg >drawn
grep -o "The safety questions[^<]*" drawn | sort -u
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall lace --where ankle | head -n 2
typed '?\n' footfall ask rf_breath >/dev/null
footfall lace --where ankle | head -n 8
footfall lace --where ankle --svg | grep -o "First: [^<]*" | sort -u
typed 'yes\n' footfall ask rf_saddle >/dev/null
t footfall lace --where ankle
footfall lace --where ankle --json | json 'print(d["triage"]["level"], d["refused"])'
# Nor is one that is named shown without the flag.
footfall lace --pattern lock | head -n 1
footfall lace --pattern lock --svg | grep -o "First: [^.]*" | sort -u
footfall lace --sequence "L2 R1 L1 R2" --json | json 'print(d["triage"]["level"])'
