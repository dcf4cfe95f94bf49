# The feet in the note: what a wet print says of the length does not count, small errors are told, an index keeps its
# two places; the bundle has the error beside the value. And how many tests more there are than fit, and how old
# the answers are.
. "$HERE/../lib"
footfall foot left --length 262 --error 0.4 --fpi 6 --arch-index 0.24 >/dev/null
footfall foot left --length 250 --method wet_print >/dev/null
footfall foot right --length 251 --method wet_print >/dev/null
footfall visit | sed -n '/^Measured/,/^Guessed/p'
footfall visit --fhir - | python3 -c '
import json, sys
for e in json.load(sys.stdin)["entry"]:
    o = e["resource"]
    if o["resourceType"] == "Observation" and "component" in o:
        print(o["code"]["text"], o["valueQuantity"]["value"], [(c["code"]["text"], c["valueQuantity"]) for c in o["component"]])'
. "$HERE/../plan_runner"
all_clear
FOOTFALL_NOW=$((FOOTFALL_NOW + 86400))
export FOOTFALL_NOW
footfall visit | grep -A1 '^Red flags: none'
footfall demo >/dev/null
demo="$HOME/.local/share/footfall/demo/journal.footfall"
footfall -j "$demo" visit | grep 'more could add less'
footfall -j "$demo" visit --json | json 'print(len(d["examine"]), d["examine_more"])'
