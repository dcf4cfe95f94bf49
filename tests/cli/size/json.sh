# The exact numbers, the labels on both sides, and that one goes by millimetres alone.
. "$HERE/../lib"
footfall size --foot 262 --json | json '
for k in ("mondopoint", "EU", "UK", "US_men", "US_women", "JP"): print(k, d[k])
for s in d["systems"]:
    print(s["system"], s["exact"], s["below"]["label"], s["above"]["label"], s["nearest"], s["ask"], s["half_size_mm"])
    assert abs(s["below"]["to_mm"] - s["above"]["from_mm"]) < 1e-6
print(d["room"]); print("widths" in d)'
footfall size --foot 262 --girth 252 --sex male --inner 275 --json | json '
print(d["width_mm"], d["width_error_mm"], d["narrower_share"])
for w in d["widths"]: print(w["system"], w["label"], w["low"], w["high"], w["steps"])
print({k: v for k, v in d["room"].items() if k not in ("class",)})'
# A label goes to millimetres and back to itself.
for label in "EU 42" "UK 8.5" "US_men 10" "US_women 7.5" "JP 26.5" "KR 265" "CN_old 43" "BR 40"; do
    footfall size --system "${label% *}" --size "${label#* }" --json | json "
s = [s for s in d['systems'] if s['system'] == '${label% *}'][0]
print('$label', round(d['from_mm'], 1), round(d['to_mm'], 1), s['nearest'], s['exact'])"
done
