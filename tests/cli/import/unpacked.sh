# The same archive unpacked, given as a folder, as its files, or in a folder with others: the lists
# find their recordings all the same.
. "$HERE/../lib"
make_export strava export_7.zip
mkdir there
(cd there && python3 -m zipfile -e ../export_7.zip export_7)
count='print(d["imported"], d["duplicates"], d["new_runs"], [(j["run"], j["file"]) for j in d["joined"]])'
footfall -j folder.footfall import there/export_7 --json | json "$count"
footfall -j above.footfall import there --json | json "$count"
(cd there/export_7 && footfall -j ../../files.footfall import activities activities.csv shoes.csv --json) |
    json "$count"
footfall -j both.footfall import there export_7.zip --json | json "$count"
