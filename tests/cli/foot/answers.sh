# What was measured answers questions; the runner's own word stands above it; red flags stay.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
said() {
    footfall why --json >why.json
    python3 -c '
import json, sys
d = json.load(open("why.json"))
for c in d["causes"]:
    if c["id"] in ("shoe", "higharch"):
        print(c["id"], [(f["finding"], f["answer"], f.get("said_by"), f.get("from")) for f in c["for"] + c["against"]
               if f["finding"] in ("tight_fit", "foot_shape", "t_navdrop")])'
}
p_of() { footfall why --json | python3 -c 'import json, sys; print({c["id"]: round(c["p"], 3) for c in json.load(sys.stdin)["causes"]}["shoe"])'; }
before=$(p_of)
said
footfall foot left --length 262 --ball-width 101 >/dev/null
footfall foot right --length 264 --ball-width 102 >/dev/null
footfall foot left --arch-index 0.16 >/dev/null
footfall shoe 'Road A' --inner-length 265 --ball-width 92 >/dev/null
echo "not run in yet:"
said
footfall log 2 --none --shoe 'Road A' >/dev/null
echo "run in:"
said
after=$(p_of)
python3 -c "print('a shoe that was measured tight speaks for the shoe:', $after > $before)"
typed 'no\n' footfall ask tight_fit >/dev/null
echo "the runner says no:"
said
typed 'yes\n' footfall ask saddle >/dev/null
footfall why | head -1
