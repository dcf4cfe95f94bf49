# Names that are relied on: of all causes, and of the one explained.
. "$HERE/../lib"
cat >story.json <<'J'
{"sites":{"L":["DMM","W1"],"R":[]},"red_flags":[],
 "answers":{"relief_lace":"yes","onset_time":"15_30"}}
J
footfall assess story.json --explain lace --json >out.json
json '
e = d["explain"]
print(sorted(set(e) - set(d["causes"][0])), e["id"], sorted(e["stated_prior"]), sorted(e["range"]))
print(sorted(e["raise"][0]), len(e["raise"]), len(e["lower"]), sorted(e["sources"][0]))
print([(w["finding"], w["was"], w["answer"]) for w in e["otherwise"]])
print(sorted(d["otherwise"][0]), all(len(w["p"]) == len(d["causes"]) for w in d["otherwise"]))
c = d["causes"][0]
print(c["id"], c["p"] == e["p"], len(c["raise"]), len(c["lower"]), sorted(c["raise"][0]))
s = e["range"]
print(abs(s["prior"] + sum(a["share"] for a in s["answers"]) - 1) < 0.001)' <out.json
wc -l <out.json
