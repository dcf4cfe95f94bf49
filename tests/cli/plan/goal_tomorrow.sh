# A goal on a day before any run can be: what would be possible is told.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
t footfall plan --goal 12km,2026-06-02
t footfall plan --goal 2026-06-02
