# Apple Health's export: its runs with their routes, which are no runs of their own; unpacked it is the
# same; routes without their export are tracks.
. "$HERE/../lib"
make_export apple export.zip
t footfall import export.zip
footfall runs --json | json '
for r in d: print(r["id"], r["start"], r["format"], r["source"], round(r["distance_m"]), r.get("heart_rate_bpm"))'
t footfall import export.zip
mkdir there
(cd there && python3 -m zipfile -e ../export.zip .)
footfall import there --json | json 'print(d["imported"], d["duplicates"], d["not_runs"], d["new_runs"])'
footfall -j new.footfall import there/apple_health_export/export.xml --json | json '
print(d["files"], d["imported"], d["new_runs"])'
footfall -j new.footfall runs --json | json 'print([round(r["distance_m"]) for r in d])'
t footfall -j routes.footfall import there/apple_health_export/workout-routes
