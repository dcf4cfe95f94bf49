# Everything comes back: put into another journal and exported again, it is the same to the byte.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall log 1 --numb 15min --site L:TP3 --strength 4 --shoe 'Blue & "red" <one>' >/dev/null
footfall log 2 --none --changed lacing >/dev/null
t footfall export out
ls out out/csv out/gpx
t footfall --journal other.footfall restore out/footfall.json
footfall runs --json >before
footfall --journal other.footfall runs --json | cmp - before && echo "the same runs"
footfall --journal other.footfall export again >/dev/null
diff -r out again && echo "the same export"
json 'print(len(d), d[0], d[-1])' <out/footfall.json
t footfall export --only csv --json few
ls few few/csv
# An export of the version before: it had no trials, and a change was said alone.
python3 - <<'P'
import json
rows = json.load(open("out/footfall.json"))
rows = [r for r in rows[1:-1] if not r["table"].startswith("trial")]
for r in rows:
    if r["table"] == "run_change":
        del r["row"]["saying"]
    if r["table"] == "onset":
        del r["row"]["coming"], r["row"]["gone_s"], r["row"]["feelings"]
lines = ['{"footfall_journal":2}'] + [json.dumps(r) for r in rows] + [json.dumps({"rows": len(rows)})]
open("older.json", "w").write("[" + ",\n".join(lines) + "]\n")
P
t footfall --journal older.footfall restore older.json
footfall --journal older.footfall export from_older >/dev/null
diff -r out from_older && echo "the same export"
t footfall --journal new.footfall import out/footfall.json
