# After numbness: below where it began, then on; as text and as JSON.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 27:43 23:40 20:44 16:39 13:41 9:45 6:38 3:42
all_clear
footfall log 8 --numb 33min >/dev/null
t footfall plan --kind return --days tue,thu,sat
footfall plan --json | json 'p = d["plan"]; r = p["runs"][0]
print(p["kind"], p["goal_min"], p["goal_reached"], len(p["runs"]), d["remedy"])
print(r["week"], r["day"], r["state"], r["minutes"], r["running_min"], r["changed"], r["workout"]["blocks"][1])
print(d["standing"])
print([x["id"] for x in d["rules"]])'
t footfall plan --end
t footfall plan --end
