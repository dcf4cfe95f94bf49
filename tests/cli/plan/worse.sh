# Runs that go numb sooner and sooner take the place of the plan, and of a new way of running.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 38:50 35:50 32:50 29:50 26:50 23:50 20:50 17:50 14:50 11:50 8:50 5:50
all_clear
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do footfall log $i --numb $((48 - 2 * i))min >/dev/null; done
t footfall plan --kind return
t footfall step --cadence 160
# Nor is anything else offered that does not suit a foot that gets worse, by any command.
t footfall routine flexibility
t footfall pad --length 262 --site left:W3
t footfall trial start stretch
footfall why --json | json 'print([x["change"] for x in d["try"] if x["change"] in ("stretch", "metpad", "insole", "cadence")])'
footfall habits --json | json 'print([h["trial"] for h in d["habits"] if h["remedy"] in ("stretch", "cadence") and h.get("trial")])'
