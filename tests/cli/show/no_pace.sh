# A recording without speeds has no chart, and says so; a run that is not there is named.
. "$HERE/../lib"
make_run b.fit start=2026-05-29T05:00:00 minutes=30 distance=no offset=-12600
footfall import b.fit >/dev/null
t footfall show 1
footfall show 1 --json | json 'print(d["laps"], d["pauses"], {k: len(v) for k, v in d["chart"].items()})
print(set(d["chart"]["pace_s_per_km"]), set(d["chart"]["cadence_spm"]))'
t footfall show 2
t footfall show 2026-05-28
t footfall show first
t footfall show
