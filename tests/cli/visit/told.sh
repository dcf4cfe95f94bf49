# What is told for the note is kept, changed and taken back; and what is known of the history stands as told.
. "$HERE/../lib"
note() { sed -n '/^Said by/,/^Measured/p' | grep -v '^Measured'; }
footfall visit --medicines "metformin 500 mg, twice a day" --name "A. Runner" | note
typed 'yes\n' footfall ask diabetes >/dev/null
typed 'yes\n' footfall ask operated >/dev/null
FOOTFALL_NOW=$((FOOTFALL_NOW + 864000)) footfall visit --question "May I go on running?" >later
note <later
grep -E 'A\. Runner|asks' later
footfall visit --medicines "none any more" --json | json 'print(d["medicines"], d["medicines_told"], d["name"])'
footfall visit --fhir bundle.json >/dev/null
python3 -c '
import json
for e in json.load(open("bundle.json"))["entry"]:
    r = e["resource"]
    if r["resourceType"] == "MedicationStatement":
        print(r["medicationCodeableConcept"], r["dateAsserted"])'
footfall export out >/dev/null
footfall --journal other.footfall restore out/footfall.json >/dev/null
footfall --journal other.footfall visit --json | json 'print(d["medicines"], d["question"])'
echo "taken back, nothing of it is left in the journal:"
footfall visit --medicines '' --question '' --name '' --json | json 'print(d.get("medicines"), d.get("question"), d.get("name"))'
footfall export after >/dev/null
grep -c -i -e metformin -e 'none any more' -e 'A. Runner' after/footfall.json || true # none: grep says so with 1
