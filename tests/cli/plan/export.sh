# An export holds the plan, and what is restored follows it as before.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
footfall plan --goal 55min --per-week 2 >before
footfall plan >before
footfall export --only json out >/dev/null
footfall --journal other.footfall restore out/footfall.json
footfall --journal other.footfall plan >after
cmp before after && echo "the same plan"
