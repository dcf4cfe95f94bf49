# A plan to be printed.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
printf 'plan: Twice\ndays: tue, fri\nweeks 1-2: 2x/week; 6x(4min run, 1min walk)\n' | footfall plan --from - >/dev/null
t footfall plan --html plan.html
grep -c '<tr' plan.html
grep -o '<h[1-6][^>]*>[^<]*' plan.html
t footfall plan --html other.html --ics plan.ics --zone UTC0 --json
