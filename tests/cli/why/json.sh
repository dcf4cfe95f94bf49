# Names that are relied on.
. "$HERE/../lib"
one_run
footfall log 1 --from-lap 1 --site both:instep >/dev/null
footfall why --json >why.json
json '
print(sorted(d)); print(sorted(d["triage"])); print(sorted(d["causes"][0])); print(sorted(d["ask"][0]))
print(sorted(d["try"][0])); print(sorted(d["runs"]))
p = [c["p"] for c in d["causes"]]
print(len(p), p == sorted(p, reverse=True), all(c["low"] <= c["p"] <= c["high"] for c in d["causes"]))
print(sorted(d["causes"][0]["for"][0]))' <why.json
wc -l <why.json
