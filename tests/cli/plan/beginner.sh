# From nothing: the gentle nine weeks, and as they were published.
. "$HERE/../lib"
. "$HERE/../plan_runner"
all_clear
t footfall plan --goal 5km --days mon,wed,fri --start 2026-06-08
footfall plan --as-published --json | json 'p = d["plan"]; r = [x["workout"]["text"] for x in p["runs"]]
print(len(r), r[14], "|", p["runs"][-1]["week"], r[-1]); print(p["sources"])'
