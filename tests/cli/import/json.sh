# The keys that are relied on, every file in exactly one place, nothing else on standard output.
. "$HERE/../lib"
three_runs
cp runs/a.fit runs/copy.fit
echo 'dear diary' >runs/notes.txt
printf 'PK\003\004' >runs/export.zip
head -c 300 runs/b.fit >runs/cut.fit
counts='print({k: v for k, v in d.items() if isinstance(v, int)})
print([sorted(f) for f in d["failed"]][:1], [(f["file"], f["offset"]) for f in d["failed"]])
print(d["files"] == d["imported"] + d["duplicates"] + d["not_runs"] + len(d["failed"]))
print(sorted(d), isinstance(d["seconds"], float))'
t footfall import runs --json >report || :
grep -v '^[$=]' report >value
json "$counts" <value
tail -n 1 report
footfall import runs --json --verbose >value || :
json 'print([(f["file"], f["outcome"], f.get("message")) for f in d["each_file"]], len(d["each_file"]) == d["files"])' <value
footfall import runs nowhere --json >value || echo "=> $?"
json "$counts" <value
