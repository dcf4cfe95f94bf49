# A plan as workouts for a watch, read back as they stand in the files.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
cat >own.txt <<'PLAN'
week 1
tue 2026-06-02: 5min warm-up; 6x(4min run @165-172 "short, quick steps", 1min walk)
  note: Loosen the lace first.
fri 2026-06-05: 4km run; 5min cool-down
PLAN
footfall plan --from own.txt >/dev/null
t footfall plan --fit watch
t ls watch
t footfall decode watch/2026-06-02-run.fit
t footfall decode watch/2026-06-05-run.fit
cp -r watch before
footfall plan --fit watch >/dev/null
diff -r watch before && echo "the same bytes twice"
t footfall plan --fit again/deep --json
echo "-- another plan into the same folder"
sed 's/fri 2026-06-05/sat 2026-06-06/' own.txt | footfall plan --from - >/dev/null
touch watch/notes.txt watch/2026-06-41-run.fit
footfall plan --fit watch | sed -n '1,/^A Garmin/p'
footfall plan --fit watch --json | json 'print(d["left_over"])'
