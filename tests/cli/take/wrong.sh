# What cannot be taken along says why.
. "$HERE/../lib"
. "$HERE/../plan_runner"
t footfall plan --ics plan.ics
runner 20:44 9:45 3:42
all_clear
t footfall plan --fit watch
printf 'days: tue, fri\n2x/week; 30min run\n' | footfall plan --from - >/dev/null
t footfall plan --ics plan.ics --zone Nowhere/Land
t footfall plan --ics plan.ics --zone CET-1CEST,M3.6.0,M10.5.0
t footfall plan --ics plan.ics --alarm 10081
t footfall plan --ics plan.ics --alarm 5 --no-alarm
t footfall plan --alarm 5
t footfall plan --ics plan.ics --goal 5km
t footfall plan --ics - --fit watch
t footfall plan --ics - --json
t footfall plan --fit -
t footfall plan --ics none/plan.ics
t footfall plan --fit ''
touch file
t footfall plan --fit file
ls
echo "-- weeks later"
FOOTFALL_NOW=$((FOOTFALL_NOW + 30 * 86400))
export FOOTFALL_NOW
t footfall plan --ics plan.ics
