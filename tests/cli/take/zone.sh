# Where the time zone comes from: --zone, the variable TZ, or nowhere.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
printf 'time: 18:00\ndays: tue, fri\n2x/week; 30min run\n' | footfall plan --from - >/dev/null

# The zone as the calendar has it.
zone() {
    footfall plan --ics - "$@" | tr -d '\r' | sed -n '/^TZID/p; /^TZOFFSETTO/p; /^DTSTART[;:]20260602T\|^DTSTART;/p' |
        tr '\n' ' '
    echo
}
export TZ=EST5EDT,M3.2.0,M11.1.0
zone
zone --zone '<+1030>-10:30<+11>-11,M10.1.0,M4.1.0'
TZ=:UTC zone
TZ= zone
echo "-- a zone file of one's own"
mkdir -p zones/Made
python3 -c 'import struct, sys
def block(*types): return b"TZif2" + bytes(15) + struct.pack(">6I", 0, 0, 0, 0, 1, 4) + struct.pack(">iBB", 7200, 0, 0) + b"XYZ\0"
sys.stdout.buffer.write(block() + block() + b"\nXYZ-2\n")' >zones/Made/Up
export TZDIR=$PWD/zones
TZ=Made/Up zone
TZ=:Made/Up zone
TZ=/anywhere/zoneinfo/Made/Up zone
printf 'TZif2 and no more' >zones/Made/Broken
t footfall plan --ics broken.ics --zone Made/Broken
t footfall plan --ics up.ics --zone ../zones/Made/Up
echo "-- nowhere"
export TZ=Nowhere/Land
zone
t footfall plan --ics plan.ics
footfall plan --ics plan.ics --json | json 'print(d["calendar"])'
