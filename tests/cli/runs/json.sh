# What a run does not have is left out; numbers are numbers, the start has its offset.
. "$HERE/../lib"
t footfall runs --json
make_run a.fit start=2026-05-30T05:00:00 minutes=60 press=20 auto=5
make_run b.fit start=2026-05-29T05:00:00 minutes=30 distance=no offset=-12600
footfall import a.fit b.fit >/dev/null
footfall log 1 --from-lap 1 --site left:W1,DMM --strength 6 --shoe Blue --changed lacing >/dev/null
footfall runs --json | json '
for run in d: print(json.dumps(run, indent=1))'
