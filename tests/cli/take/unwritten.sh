# What no file holds is not out: the next calendar calls off only what an earlier one had.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear

# Which runs the next calendar has, and how.
events() {
    footfall plan --ics - --zone UTC0 | tr -d '\r' | sed -n 's/^UID:run-\([0-9]*\).*/\1/p; s/^STATUS://p' | paste -d' ' - -
}
own() {
    printf "%s: 20min run\n" "$@" >own.txt
    footfall plan --from own.txt >/dev/null
}
own 2026-06-02 2026-06-04
t footfall plan --ics none/plan.ics --zone UTC0
echo "-- the 4th became the 5th: nothing was out, so nothing is called off"
own 2026-06-02 2026-06-05
footfall plan --ics plan.ics --zone UTC0 >/dev/null
tr -d '\r' <plan.ics | grep -c '^STATUS:CANCELLED' || true
echo "-- no such folder again, then the 6th: the 5th was out, the 4th and the 7th never were"
own 2026-06-02 2026-06-07
t footfall plan --ics none/plan.ics --zone UTC0
own 2026-06-02 2026-06-06
events
echo "-- wrong use is told before anything is written"
t footfall plan --ics '' --fit watch
t footfall plan --ics new.ics --fit watch --html ''
t footfall plan --ics new.ics --fit watch --pdf - --json
t footfall plan --ics new.ics --html - --pdf -
ls
