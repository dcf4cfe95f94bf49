# A watch takes short texts: how many were cut is said, and the calendar has them whole.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
long="Loosen the lace by one hole before you go, count your steps for a minute, and stop and walk as soon as the toes feel at all odd"
cat >own.txt <<PLAN
week 1
tue 2026-06-02: 5min warm-up; 6x(4min run @165-172 "$long", 1min walk)
fri 2026-06-05: 4km run "short"
PLAN
footfall plan --from own.txt >/dev/null
footfall plan --fit watch | sed -n '/^Cadence/,$p'
footfall plan --fit watch --json | json 'print(d["cut"], d["cadence"][:40])'
footfall plan --ics out.ics >/dev/null
python3 -c '
text = open("out.ics", newline="").read().replace("\r\n ", "").replace("\\,", ",")
print("whole in the calendar:", "feel at all odd" in text)'
footfall decode watch/2026-06-02-run.fit | grep -c "at all odd" || true
