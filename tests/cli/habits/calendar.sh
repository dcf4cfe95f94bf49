# When to look again, in a calendar: taken in again it moves, and under a red flag it is called off.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
events() {
    tr -d '\r' <"$1" | awk -F: '/^BEGIN:VEVENT/ {e = ""} /^(UID|STATUS|DTSTART|SUMMARY|TRIGGER)/ {e = e " " $0}
        /^END:VEVENT/ {print e}' | sed 's/-[0-9a-f]*@/-KEY@/'
}
footfall habits --ics first.ics | tail -4
events first.ics
footfall habits --json | json 'print([(h["id"], h["look_again"]) for h in d["habits"]])'
echo "a week later the same events, on other days:"
FOOTFALL_NOW=$((FOOTFALL_NOW + 604800)) footfall habits --ics second.ics --json | json 'print(d["calendar"])'
events second.ics | cut -d' ' -f2,4
uids() { tr -d '\r' <"$1" | grep '^UID' | sort; }
uids first.ics >one; uids second.ics >two; cmp one two && echo "no event is new"
echo "under a red flag:"
typed 'yes\n' footfall ask rf_bone >/dev/null
footfall habits --ics off.ics | tail -5
events off.ics | cut -d' ' -f2,3
footfall habits --ics - | head -1 | tr -d '\r'
echo "who had none gets none called off:"
footfall --journal other.footfall home-test heel_walk yes >/dev/null
footfall --journal other.footfall habits --ics other.ics --json | json 'print(d["calendar"])'
t footfall habits --ics - --json
t footfall habits --ics ''
t footfall habits --ics nowhere/habits.ics
