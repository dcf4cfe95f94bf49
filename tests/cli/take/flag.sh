# While a red flag is open, nothing is taken along: it comes first.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
printf 'days: tue, fri\n2x/week; 30min run\n' | footfall plan --from - >/dev/null
typed 'yes\n' footfall ask rf_cold_leg >/dev/null
t footfall plan --ics plan.ics --fit watch --html plan.html
ls
