# What became of every file that was ever imported.
. "$HERE/../lib"
t footfall imports
t footfall imports --json
three_runs
echo 'dear diary' >runs/notes.txt
printf 'PK\003\004' >runs/export.zip
footfall import runs >/dev/null || :
footfall import runs/a.fit >/dev/null
t footfall imports
footfall imports --json | json '
print([sorted(i) for i in d][:1])
for f in d[0]["files"]: print(f["file"], f["outcome"], f.get("code"), f["runs"], len(f.get("sha256", "")))'
