# Garmin's export: a zip in a zip, in it mostly files that are no activities (counted, not listed);
# the list of activities names runs, the list of gear their shoes.
. "$HERE/../lib"
make_export garmin garmin.zip others=300
t footfall import garmin.zip
footfall runs --json | json '
for r in d: print(r["id"], r["start"], r["source"], r.get("shoe"), r.get("title"))'
footfall runs --json >before
t footfall import garmin.zip
footfall runs --json | cmp - before
