# The same as JSON; what is kept is what 'why' counts; every test has its drawing.
. "$HERE/../lib"
footfall home-test --json | json 'for x in d["home_tests"]: print(x["id"])' | while read -r id; do
    footfall home-test "$id" --svg | python3 -c '
import sys, xml.etree.ElementTree as tree
svg = tree.fromstring(sys.stdin.read())
print(svg.find("{http://www.w3.org/2000/svg}title").text, len(svg.find("{http://www.w3.org/2000/svg}desc").text) > 60)'
done
footfall home-test --json | json 'print([(x["id"], x["finding"]) for x in d["home_tests"]])'
footfall home-test lunge --json | json 'print(list(d)); print(d["measures"][0]); print(d["results"][0])'
footfall home-test lunge --left 6 --right 11 --json | json 'print({k: v for k, v in d.items() if k != "triage"})'
footfall home-test lunge --left 8.5 --right 11 --json | json 'print(d["result"], d["kept"], d["says"])'
footfall home-test heel_walk yes --json | json 'print(d["triage"]["level"], d["see"], list(d)[0])'
footfall home-test heel_walk no --json | json 'print(d["triage"]["level"], d["kept"], d.get("do"), d["not_kept"][:60])'
footfall why --json | json 'print(d["triage"]["level"], [f["id"] for f in d["triage"]["flags"]])'
footfall home-test --json | json 'print([(x["id"], x["answer"]) for x in d["home_tests"] if "answer" in x])'
