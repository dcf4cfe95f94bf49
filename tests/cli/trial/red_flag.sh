# A red flag ends a trial, and none is started while one is up.
. "$HERE/../lib"
make_run run.fit start=2101-01-01T06:00:00 minutes=45
footfall import run.fit >/dev/null
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start lacing --seed 7 >/dev/null
typed 'yes\n' footfall ask rf_saddle >/dev/null
t footfall next | head -n 8
t footfall next
footfall trial | sed -n '1p; /^Trial/p' | sed 's/20[0-9-]*/DAY/g'
footfall trial start metpad --json >refused || echo "=> $?"
json 'print(d["triage"]["level"], "|", d["refused"])' <refused
