# What was typed wrong is told before what the body says, and a red flag before either.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:34 9:35 3:32
wrong() {
    for ask in '--start 2026-05-01' '--goal 2026-05-01' '--per-week 9' '--days mon,noday' '--kind sprint' \
        '--goal far' '--goal 60min --cadence quick' '--goal 700min'; do
        echo "$ask: $(footfall plan $ask 2>&1 | head -1)"
    done
    printf 'plan: X\nweeks 1: 2x/week; run fast\n' >own.txt
    echo "a text: $(footfall plan --from own.txt 2>&1 | head -1)"
}
echo "-- the safety questions open"
wrong
footfall plan --goal 60min | tail -2
all_clear
echo "-- numb at 13 minutes"
footfall log 3 --numb 13min >/dev/null
wrong
t footfall plan --kind return
footfall log 3 --none >/dev/null
echo "-- worse from week to week"
typed '3\n' footfall ask progression >/dev/null
wrong
footfall plan --goal 60min | head -2
echo "-- a red flag"
typed 'yes\n' footfall ask rf_bone >/dev/null
wrong | sort | uniq -c | sed 's/^ *//' | head -20
