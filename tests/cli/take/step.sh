# The weeks of quicker steps as workouts with targets of cadence.
. "$HERE/../lib"
typed 'no\nno\nno\nno\n42\nstop\n' footfall ask >/dev/null
t footfall step --cadence 160 --to 10 --fit watch | sed -n '/^Written/,$p'
footfall decode watch/step-week-1.fit | sed -n '1,2p; /"3":3/p'
footfall decode watch/step-week-8.fit | grep '"3":3'
echo "-- less far, into the same folder"
footfall step --cadence 160 --to 5 --fit watch --json | json 'print([w["file"] for w in d["workouts"]], d["left_over"])'
t footfall step --cadence 160 --fit -
