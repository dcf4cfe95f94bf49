# Strava's archive as it comes: recordings joined to their lines by the name of the file, the run that
# was entered by hand kept, titles, comments and shoes taken over; again, nothing changes.
. "$HERE/../lib"
make_export strava export_7.zip
t footfall import export_7.zip
t footfall runs
footfall runs --json | json '
for r in d: print(r["id"], r["start"], r["source"], r.get("shoe"), r.get("title"), repr(r.get("comment")))'
footfall runs --json >before
t footfall import export_7.zip
footfall runs --json | cmp - before
t footfall import -v export_7.zip
