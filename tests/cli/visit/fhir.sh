# The bundle keeps the rules of FHIR R4, with all there can be in a journal and with nothing, and says what the
# note says.
. "$HERE/../lib"
footfall visit --fhir nobody.json >/dev/null
python3 "$HERE/fhir_rules.py" nobody.json
footfall demo >/dev/null
demo="$HOME/.local/share/footfall/demo/journal.footfall"
footfall -j "$demo" log 12 --numb 10min..12min --strength 7 >/dev/null
footfall -j "$demo" log 13 --numb start >/dev/null
footfall -j "$demo" log 14 --numb sometime >/dev/null
typed 'yes\n' footfall -j "$demo" ask rf_saddle >/dev/null
typed '?\n' footfall -j "$demo" ask rf_dvt >/dev/null
footfall -j "$demo" visit --fhir all.json --name 'Ελένη "O" <b>' --medicines "metformin" >/dev/null
python3 "$HERE/fhir_rules.py" all.json
footfall -j "$demo" visit --fhir again.json --name 'Ελένη "O" <b>' --medicines "metformin" >/dev/null
cmp all.json again.json && echo "twice: the same bytes"
footfall -j "$demo" visit --json --name 'Ελένη "O" <b>' >note.json
python3 -c '
import json
note, bundle = json.load(open("note.json")), json.load(open("all.json"))
of = lambda kind: [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind]
print("answers:", {a["finding"] for a in note["said"]} == {i["linkId"] for i in of("QuestionnaireResponse")[0]["item"]})
print("name:", of("Patient")[0]["name"][0]["text"] == note["name"])
print("flags:", len(of("Flag")) >= len(note["triage"]["flags"]) > 0)
print("causes:", len(of("RiskAssessment")[0]["prediction"]) == len(note["guessed"]))
strings = {o.get("valueString") for o in of("Observation")}
print("measured:", all(m["text"] in strings for m in note["measured"]))
minutes = [o for o in of("Observation") if o["code"]["text"].startswith("Minutes")]
print("onsets:", len(minutes), sorted({k for o in minutes for k in o if k.startswith(("value", "data"))}))'
