# An export of an earlier version, whose rows lack what came since, comes back too.
. "$HERE/../lib"
make_run run.fit start=2101-01-01T06:00:00 minutes=45
footfall import run.fit >/dev/null
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start lacing --seed 7 >/dev/null
footfall log 1 --none >/dev/null
footfall export out >/dev/null
python3 - <<'P'
import json
rows = json.load(open("out/footfall.json"))
rows[0] = {"footfall_journal": 3}
rows_of = lambda table: [r["row"] for r in rows if r.get("table") == table]
for onset in rows_of("onset"):
    onset.pop("coming")
    onset.pop("gone_s")
    onset.pop("feelings")
draws = rows_of("trial_draw")
for draw in draws:
    assert draw.pop("lot") > 0
    draw.pop("other_half")
open("older.json", "w").write("[" + ",\n".join(json.dumps(r) for r in rows) + "]\n")
print(len(draws), "draw")
P
t footfall --journal other.footfall restore older.json
footfall --journal other.footfall trial --json >again
footfall trial --json | cmp - again && echo "the same trial"
