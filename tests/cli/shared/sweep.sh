# Every file of the given material: decoded without a crash, imported, counted exactly once; of a zip
# what is in it.
. "$HERE/../lib"
[ -d "${FOOTFALL_SHARED:-}/data" ] || {
    echo "the given material (../shared) is not there" >&2
    exit 77
}
find "$FOOTFALL_SHARED/data" -iname '*.fit' >names
bad=0
while read -r file; do
    status=0
    footfall decode "$file" >/dev/null 2>&1 || status=$?
    case $status in 0 | 1 | 3) ;; *) bad=$((bad + 1)) ;; esac
done <names
echo "$bad of the FIT files end in another way than 0, 1 or 3"
footfall import "$FOOTFALL_SHARED/data" --json >report 2>/dev/null || echo "=> $?"
python3 - "$FOOTFALL_SHARED/data" >all <<'P'
import os, sys, zipfile

count = 0  # every file once; of a zip its members, and not itself
for folder, _, names in os.walk(sys.argv[1]):
    for path in (os.path.join(folder, name) for name in names if name[0] != "."):
        with open(path, "rb") as file:
            packed = file.read(2) == b"PK"
        count += sum(i[-1] != "/" and "__MACOSX" not in i
                     for i in zipfile.ZipFile(path).namelist()) if packed else 1
print(count)
P
json '
counted = d["imported"] + d["duplicates"] + d["not_runs"] + len(d["failed"])
print(d["files"] == counted == int(open("all").read()), d["imported"] > 0)
print(all(f["error"] for f in d["failed"]))' <report
footfall import "$FOOTFALL_SHARED/data" --json 2>/dev/null | json 'print(d["imported"], d["new_runs"])'
