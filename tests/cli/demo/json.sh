# One JSON value, the same as 'why' gives, and nothing else; laces come first.
. "$HERE/../lib"
footfall demo --json >demo.json
footfall -j "$HOME/.local/share/footfall/demo/journal.footfall" why --json | cmp - demo.json
json 'print(sorted(d)); print(d["causes"][0]["id"], d["try"][0]["change"], d["triage"]["level"])' <demo.json
wc -l <demo.json
