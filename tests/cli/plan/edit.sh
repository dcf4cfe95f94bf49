# The plan as text: printed, edited, checked, kept.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
footfall plan --goal 50min --per-week 2 >/dev/null
footfall plan --text >plan.txt
t cat plan.txt
t footfall plan --from plan.txt
footfall plan --text | diff plan.txt - && echo "the same text"
sed 's/5min warm-up; 44min run/5min warm-up; 60min run/' plan.txt >long.txt
t footfall plan --from long.txt
footfall plan --from long.txt --json | json 'print(d["refused"], d["breaks"])'
sed 's/44min run/44min rum/' plan.txt >typo.txt
t footfall plan --from typo.txt
printf 'days: tue, fri\n3x/week; 30min run\n' | t footfall plan --from -
printf '3x/week; 6x(4min run, 1min walk)\n' | footfall plan --from - | sed -n '/week/,/^$/p'
t footfall plan --from none.txt
