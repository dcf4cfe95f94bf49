# Nothing is planned before the safety questions, nor while a red flag is open or it gets worse.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
t footfall plan --goal 60min
all_clear
footfall log 1 --none >/dev/null
footfall plan --goal 60min | head -n 3
typed '4\n' footfall ask progression >/dev/null
t footfall plan
t footfall plan --kind build --goal 60min
footfall plan --json | json 'print(d["triage"]["level"], "|", d["refused"], "plan" in d)'
typed '3\n' footfall ask progression >/dev/null
t footfall plan
typed '2\n' footfall ask progression >/dev/null
footfall plan | head -n 1
typed 'yes\n' footfall ask rf_bone >/dev/null
t footfall plan --text
typed 'no\n' footfall ask rf_bone >/dev/null
# An unfelt wound is not run on either.
typed '3\n' footfall ask foot_skin >/dev/null
footfall plan | tail -4
