# While a red flag is open, nothing is taken along: it comes first.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
printf 'days: tue, fri\n2x/week; 30min run\n' | footfall plan --from - >/dev/null
typed 'yes\n' footfall ask rf_cold_leg >/dev/null
t footfall plan --ics plan.ics --fit watch --html plan.html
ls
# What was in a calendar before is called off in the next, so that no alarm rings for it.
typed 'no\n' footfall ask rf_cold_leg >/dev/null
footfall plan --ics plan.ics >/dev/null
typed 'yes\n' footfall ask rf_bone >/dev/null
footfall plan | sed -n '/^There is/,$p'
t footfall plan --ics off.ics
tr -d '\r' <off.ics | grep -E '^(DTSTART.*T07|STATUS|SUMMARY|BEGIN:VALARM)'
footfall plan | sed -n '/^There is/,$p'
t footfall plan --ics again.ics --json | grep -c calls
typed 'no\n' footfall ask rf_bone >/dev/null
footfall plan --ics plan.ics >/dev/null
t footfall plan --end
t footfall plan --ics off.ics
tr -d '\r' <off.ics | grep -c '^STATUS:CANCELLED'
t footfall plan --fit watch
