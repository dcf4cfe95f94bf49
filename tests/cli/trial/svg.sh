# The runs of a trial as a drawing: those in which it did not come as such, and with what each was run.
. "$HERE/../lib"
mkdir -p runs
for day in 01 03 05 07 09; do
    make_run "runs/$day.fit" start=2101-01-${day}T06:00:00 minutes=45
done
footfall import runs >/dev/null
t footfall trial --svg
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
footfall trial start lacing --seed 7 >/dev/null
footfall log 1 --numb 18min --changed usual >/dev/null
footfall log 2 --numb 31min --changed lacing >/dev/null
footfall log 3 --none --changed lacing >/dev/null
footfall log 4 --none --changed "new socks" >/dev/null
footfall trial --svg >svg
python3 -c '
import xml.etree.ElementTree as tree
for e in tree.parse("svg").getroot().iter():
    if e.text and e.text.strip(): print(e.tag.split("}")[1] + ":", e.text)
    if e.get("class", "").startswith("with"): print("  ", e.get("class"))'
footfall trial --svg --json | json 'print(list(d), d["svg"] == open("svg").read(), [m["run"] for m in d["marks"]])'
