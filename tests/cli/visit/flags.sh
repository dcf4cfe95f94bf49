# Red flags stand first, whatever else there is, and not sure is not no; the chance of a cause comes behind.
. "$HERE/../lib"
typed 'yes\n' footfall ask rf_saddle >/dev/null
typed '?\n' footfall ask rf_dvt >/dev/null
footfall visit | sed -n '1,/^In short/p'
footfall visit --fhir - | json '
for e in d["entry"]:
    if e["resource"]["resourceType"] == "Flag": print(e["resource"]["code"]["text"])'
