# Safety comes before all else that is to be said of a trial.
. "$HERE/../lib"
make_run run.fit start=2026-05-30T06:00:00 minutes=45
footfall import run.fit >/dev/null
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
# Worse within days: a doctor today, and not that this change is not for such a foot.
typed '4\n' footfall ask progression >/dev/null
t footfall trial start cadence
footfall trial plan cadence --json | json 'print(d["triage"]["level"], "|", d["refused"])'
# The same when it is said during a trial: it is said as well when the trial is ended, and after that.
typed '2\n' footfall ask progression >/dev/null
footfall trial start lacing --seed 7 >/dev/null
typed '4\n' footfall ask progression >/dev/null
footfall trial end | sed -n '1p; /^Trial/p' | sed 's/20[0-9-]*/DAY/g'
footfall trial --json | json 'print(d["triage"]["level"], d["ended_by"])'
# The safety questions are asked again after a month, of a trial that goes on too.
typed '2\n' footfall ask progression >/dev/null
footfall trial start lacing --seed 7 >/dev/null
month=$((FOOTFALL_NOW + 31 * 86400))
t env FOOTFALL_NOW=$month footfall next
FOOTFALL_NOW=$month typed 'no\nno\nno\nno\nstop\n' footfall ask >/dev/null
FOOTFALL_NOW=$month footfall next | head -n 1
