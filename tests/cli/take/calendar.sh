# A plan as a calendar. The time zone is given as a rule, so that no zone files are needed.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
berlin=CET-1CEST,M3.5.0,M10.5.0/3

# The calendar; the key in it is another in every journal.
ics() {
    footfall plan --ics - "$@" | sed 's/-[0-9a-f]\{12\}@/-KEY@/' | tr -d '\r'
}

# What became of each event.
events() {
    ics "$@" | sed -n '/^UID/p; /^SEQUENCE/p; /^STATUS/p; /^DTSTART[;:].*18/p; /^RRULE:FREQ=WEEKLY/p; /^SUMMARY/p'
}
cat >own.txt <<'PLAN'
plan: Easy, by the river
time: 18:30
week 1
tue 2026-06-02: 5min warm-up; 6x(4min run @165-172 "short, quick steps", 1min walk)
  note: Loosen the lace first; it is tight.
fri 2026-06-05: 4km run; 5min cool-down
PLAN
footfall plan --from own.txt >/dev/null
t footfall plan --ics plan.ics --zone $berlin
footfall plan --ics - --zone $berlin | cmp - plan.ics && echo "the same twice"
ics --zone $berlin
echo "-- a day later Friday's run is on Saturday"
FOOTFALL_NOW=$((FOOTFALL_NOW + 86400))
export FOOTFALL_NOW
sed 's/fri 2026-06-05/sat 2026-06-06/' own.txt >moved.txt
footfall plan --from moved.txt >/dev/null
events --zone $berlin
echo "-- all weeks alike, another zone, no alarm"
printf 'plan: Twice\ntime: 18:00\ndays: wed, sat\nstart: 2026-06-03\nweeks 1-3: 2x/week; 30min run\n' >own.txt
footfall plan --from own.txt >/dev/null
t footfall plan --ics twice.ics --no-alarm --zone IST-5:30
events --no-alarm --zone IST-5:30
