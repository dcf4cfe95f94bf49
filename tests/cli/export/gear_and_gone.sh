# Insole, sock and lacing, and when it was gone again, come back with the rest.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall log 1 --numb 15min --gone 20:00.5 --insole none --lacing 'window & "loose"' >/dev/null
footfall log 1 --gone +5min >/dev/null
footfall log 2 --none --sock 'Wolle, dünn' >/dev/null
footfall export out >/dev/null
t footfall --journal other.footfall restore out/footfall.json
footfall runs --json >before
footfall --journal other.footfall runs --json | cmp - before && echo "the same runs"
footfall --journal other.footfall export again >/dev/null
diff -r out again && echo "the same export"
t footfall --journal other.footfall log 1
t footfall --journal other.footfall log 2
json '
print([r["row"]["gone_s"] for r in d[1:-1] if r["table"] == "onset"])
print([r["row"]["kind"] for r in d[1:-1] if r["table"] == "run_gear"])' <out/footfall.json
