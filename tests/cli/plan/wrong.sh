# What cannot be, with what could be.
. "$HERE/../lib"
. "$HERE/../plan_runner"
t footfall plan --per-week 9
all_clear
t footfall plan --per-week 9
t footfall plan --kind build --goal 10km
t footfall plan --goal 10km
t footfall plan --kind after_bone
runner 20:34 9:35 3:32
t footfall plan --goal 2026-06-02
t footfall plan --goal 60min,2026-06-09
t footfall plan --goal 60min --weeks 3
t footfall plan --goal 2026-05-01
t footfall plan --goal 2027-12-01
t footfall plan --goal far
t footfall plan --goal 30min
t footfall plan --goal 60min --days mon,tue,wed
t footfall plan --goal 60min --days mon,noday
t footfall plan --goal 60min --start 2026-05-01
t footfall plan --goal 60min --start 2026-09-01
t footfall plan --goal 60min --per-week 6
t footfall plan --kind return
t footfall plan --kind sprint
t footfall plan --text --end
t footfall plan --text
t footfall plan --json --goal 5min
footfall log 3 --numb 9min >/dev/null
t footfall plan --kind return
