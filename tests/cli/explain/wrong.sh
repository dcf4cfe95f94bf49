# Names that mean no cause, or several; a red flag stays on top; the safety page comes first.
. "$HERE/../lib"
printf '{"answers":{"relief_lace":"yes"},"red_flags":[]}' >story.json
printf '{"answers":{"relief_lace":"yes"},"red_flags":["rf_saddle"]}' >flag.json
t footfall assess story.json --explain nonsense | sed 's/there are shoe, lace, .*other$/there are shoe, lace, ... other/'
t footfall assess story.json --explain ''  | sed 's/there are shoe, lace, .*other$/there are shoe, lace, ... other/'
t footfall assess story.json --explain
t footfall why --explain nonsense | sed 's/there are shoe, lace, .*other$/there are shoe, lace, ... other/'
footfall assess story.json --explain neuropathy 2>&1 | grep -c 'may mean several causes: .*dm'
footfall assess story.json --explain nonsense --json 2>/dev/null | json 'print(d["error"]["code"], d["error"]["where"])'
t footfall assess flag.json --explain lace | grep -v '^  \|^    '
footfall why --explain lace | grep -c '^Laces or tongue too tight \['
footfall help causes | head -3
footfall help causes --json | json 'print(d[1])'
