# While a red flag is up a trial is stopped, the next run that is asked for ends it, and none is started.
. "$HERE/../lib"
make_run run.fit start=2101-01-01T06:00:00 minutes=45
footfall import run.fit >/dev/null
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start lacing --seed 7 >/dev/null
typed 'yes\n' footfall ask rf_saddle >/dev/null
footfall trial | sed '/^EMERGENCY/n; /^The trial/,/^Trial/!d' | sed 's/20[0-9-]*/DAY/g'
footfall trial --json | json 'print(d["ended_by"], "|", d["refused"], "|", "next_run" in d, "rules" in d)'
typed 'no\n' footfall ask rf_saddle >/dev/null
footfall trial --json | json 'print(d["ended_by"], "refused" in d, "next_run" in d)'
typed 'yes\n' footfall ask rf_saddle >/dev/null
t footfall next | head -n 8
t footfall next
footfall trial | sed -n '1p; /^Trial/p' | sed 's/20[0-9-]*/DAY/g'
footfall trial start metpad --json >refused || echo "=> $?"
json 'print(d["triage"]["level"], "|", d["refused"])' <refused
