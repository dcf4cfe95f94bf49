# The plan follows what was really run: done, cut short, missed, numb, and what comes of it.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 27:30 20:32 13:31 6:30 3:30
all_clear
footfall plan --goal 45min --days tue,thu,sat >/dev/null
footfall plan | sed -n '/^week/,/^$/p'
day() { FOOTFALL_NOW=$(date -u -d "2026-06-$1 12:00" +%s); export FOOTFALL_NOW; }
next() { n=$((n + 1)); make_run $n.fit start=2026-06-$1T06:00:00 minutes=$2; footfall import $n.fit >/dev/null; footfall log $n $3 >/dev/null; }
next 02 $(footfall plan --json | json 'print(int(d["plan"]["runs"][0]["minutes"]))') --none
next 04 10 --none
day 05
echo "on the 5th"
footfall plan | sed -n '/^week/,/^$/p'
next 09 30 --numb=26min
day 10
echo "on the 10th, numb at 26 minutes"
t footfall plan
footfall plan --json | json 'print([(r["day"], r["state"], r["minutes"], r["changed"]) for r in d["plan"]["runs"]][:9])'
