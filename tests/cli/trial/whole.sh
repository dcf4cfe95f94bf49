# A trial from its start to its end. The runs lie in the future, so that they come after its start.
. "$HERE/../lib"
mkdir -p runs
for day in 01 03 05 07 09 11 13 15 17 19; do
    make_run "runs/$day.fit" start=2101-01-${day}T06:00:00 minutes=45
done
footfall import runs >/dev/null
t footfall next
t footfall trial
t footfall trial start lacing
t footfall trial plan lacing --json
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
t footfall trial start see_doctor
t footfall trial start lacing usual
t footfall trial plan usual
t footfall trial start lacing --against shoe_wide
t footfall trial plan lacing
t footfall trial start lacing --seed 7 | sed 's/since [0-9-]*/since TODAY/'
t footfall trial start metpad
t footfall next
for run in 1 3 6 7 9; do footfall log $run --numb $((18 + run % 4))min --changed usual >/dev/null; done
for run in 2 5 10; do footfall log $run --numb $((30 + run % 7))min --changed lacing >/dev/null; done
for run in 4 8; do footfall log $run --none --changed lacing >/dev/null; done
t footfall trial | sed 's/since 20[0-9-]*/since TODAY/'
footfall trial --always-valid | sed -n '/: the runs speak/,/verdict does/p'
t footfall next
footfall trial --json | json '
c = d["changes"][0]
print(c["verdict"], c["with"], c["without"], c["low"] < c["median"] < c["high"])
best = max(d["causes"], key=lambda x: x["after"])
print(best["id"], best["after"] > best["before"])'
footfall export out >/dev/null
footfall -j again.footfall restore out/footfall.json >/dev/null
footfall -j again.footfall trial >again
footfall trial | cmp - again && echo "the same after an export"
footfall log 7 --changed "thick socks" >/dev/null
footfall log 9 --changed lacing --changed shoe_wide >/dev/null
footfall trial | grep -A12 ' with ' | grep ' [79]  '
footfall trial --json | json 'print([(x["run"], x.get("with"), x["changed"], x["counted"]) for x in d["days"] if x["run"] in (7, 9)])'
footfall log 7 --changed usual >/dev/null
footfall log 9 --changed usual >/dev/null
footfall log 8 --coming >/dev/null
footfall trial | grep 'felt coming'
t footfall trial end --because "clear enough" | sed 's/since 20[0-9-]*; ended on 20[0-9-]*/since TODAY; ended TODAY/' | head -n 2
t footfall next
