# The lists of names: every region, question and source has its line; as JSON too.
. "$HERE/../lib"
footfall help sites | sed -n '1,4p'
footfall help sites | grep -c '^  [A-Z][A-Z]*[0-9]* '
footfall help questions | sed -n '1,2p;/^Questions/,/^  sites/p'
footfall help sources | sed -n '1,3p'
footfall help sites --json | json 'print(sorted(d), len(d["regions"]))'
footfall help questions --json | json 'print(sorted(d), sorted(d["findings"][0]), sorted(d["red_flags"][0]))'
footfall help sources --json | json 'print(d[0]["id"], all("title" in s for s in d))'
footfall help questions >questions
for id in relief_lace onset_time rf_saddle age_years sites; do grep -x "  $id" questions; done
awk 'length > 80' questions
