# Quicker steps woven into the plan; not after numbness, for one change at a time is tried.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
footfall plan --goal 60min --cadence 160 --per-week 2 | sed -n '/^week/,/^$/p'
t footfall plan --goal 60min --cadence own
t footfall plan --goal 60min --cadence fast
footfall log 3 --numb 30min >/dev/null
t footfall plan --kind return --cadence 160
