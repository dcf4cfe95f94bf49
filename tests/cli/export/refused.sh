# What cannot be put back says why, and leaves the journal as it was.
. "$HERE/../lib"
one_run
footfall export out >/dev/null
t footfall restore out/footfall.json
for what in cut no_end no_begin newer older table column value kind reference letter; do
    python3 - "$what" <<'P'
import sys
what = sys.argv[1]
lines = open("out/footfall.json").read().split("\n")[:-1]
if what == "cut":
    lines = lines[:5]
elif what == "no_end":
    lines[-2:] = lines[-1:]
elif what == "no_begin":
    lines = lines[1:]
elif what in ("newer", "older"):
    lines[0] = '[{"footfall_journal":%d},' % (99 if what == "newer" else 0)
elif what == "table":
    lines[1] = '{"table":"sqlite_schema","row":{"name":"x"}},'
elif what == "column":
    lines[1] = '{"table":"shoe","row":{"name\\"); DROP TABLE run; --":"x"}},'
elif what == "value":
    lines[1] = '{"table":"shoe","row":{"id":1,"name":[1,2],"created_at_s":"soon"}},'
elif what == "kind":
    lines[1] = '{"table":"shoe","row":{"id":1,"name":"x","created_at_s":"soon"}},'
elif what == "reference":
    lines[1] = '{"table":"run_shoe","row":{"run_id":77,"shoe_id":5,"said_by":"x","said_at_s":1}},'
elif what == "letter":
    lines[1] = lines[1].replace(":", "", 1)
open(what + ".json", "w").write("\n".join(lines) + "\n")
P
    t footfall --journal empty.footfall restore "$what.json"
done
footfall --journal empty.footfall runs
t footfall restore missing.json
t footfall export --only pdf out
: >file
t footfall export file/out
