# Every proposal is a change that a trial can test, and says so, with a command that a trial takes.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
footfall foot left --length 262 --ball-width 101 >/dev/null
footfall shoe A --inner-length 268 --ball-width 92 >/dev/null
footfall home-test lunge --left 5 --right 6 >/dev/null
said() {
    echo "$*: $("$@" 2>&1 | tr '\n' ' ' | tr -s ' ' | grep -o -E "(trial start|log last --changed) [a-z_]+" | sort -u | tr '\n' ' ')"
}
for name in $(footfall routine --json | json 'print(*(r["id"] for r in d["routines"]))'); do
    said footfall routine "$name"
    footfall routine "$name" --json | json 'print("  ", d.get("try"), d["trial"])'
done
said footfall pad
said footfall lace --where instep
said footfall step --cadence 160
said footfall plan --kind beginner --goal 5km --days tue,thu,sat
said footfall plan
said footfall fit-shoe
said footfall size --foot 262 --inner 262
said footfall habits
said footfall why
echo "-- and a trial takes each of them"
for id in stretch insole metpad lacing cadence load_down shoe_wide warm_up rolling; do
    footfall trial plan "$id" >/dev/null && echo "$id"
done
footfall size --foot 262 --inner 262 --json | json 'print(d["try"])'
footfall size --foot 262 --inner 280 --json | json 'print(d.get("try"))'
