# What it felt like: five words, several together, taken back by none of them; kept and told only.
. "$HERE/../lib"
one_run
t footfall log 1 --feeling burning
footfall log 1 --numb 20min >/dev/null
footfall why --json >before
t footfall log 1 --feeling burning,Numb --strength 4
footfall why --json | cmp - before
footfall log 1 --numb 21min --json | json 'print(d["onset"]["feelings"])'
footfall runs --json | json 'print(d[0]["onset"]["feelings"])'
footfall show 1 --json | json 'print(d["onset"]["feelings"])'
footfall show 1 | grep felt
footfall visit | grep -A1 felt
footfall visit --fhir - | json 'print([p for e in d["entry"] for p in e["resource"].get("component", []) if "valueString" in p])'
footfall runs --json >before
for feeling in itch 'numb,itch' numbness; do
    t footfall log 1 --feeling "$feeling"
done
footfall runs --json | cmp - before
t footfall log 1 --none --feeling numb
t footfall log 1 --feeling ''
