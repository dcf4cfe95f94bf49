# How many more runs it takes: not fewer than the rule still asks for, and no number where none can be had.
. "$HERE/../lib"
# runs FILE PATTERN CAUSE MINUTES WIDTH: runs of 60 minutes, a letter each: u the usual, numb by 20 to 20 + WIDTH minutes;
# L the change, by MINUTES and as many more. CAUSE has a chance of 99 % before.
runs() {
    python3 - "$@" <<'P'
import json, sys
runs = []
for i, word in enumerate(sys.argv[2]):
    minutes = (20 if word == "u" else float(sys.argv[4])) + (i * 7) % 5 * float(sys.argv[5]) / 4
    runs.append({"i": i + 1, "changes": {"lacing": int(word == "L")}, "duration_min": 60,
                 "onset": {"kind": "exact", "t_min": minutes}})
json.dump({"tried": ["lacing"], "prior_causes": {sys.argv[3]: 0.99, "other": 0.01},
           "runs": runs}, open(sys.argv[1], "w"))
P
}
says() {
    runs runner.json "$@"
    footfall trial analyse runner.json --json | json 'print(d["changes"][0]["verdict"], d["changes"][0].get("runs_to_go"))'
    footfall trial analyse runner.json | tr '\n' ' ' | tr -s ' ' | grep -o 'If it goes on[^.]*\.\|It is close[^.]*\.' || true
}
# All before, all after: as many runs by themselves never settle it. One that is with it, of nine.
says uuuuuuuuuuuuLLLLLLLLLLLL laces 32 4
says uuuuLuuuu laces 32 4
# In turns, and a cause that speaks against it: the runs are enough, and still it is not settled.
says uLuLuLuLuLuLuLuL neuropathy 28 6
# What the runs cannot tell from chance, and at most what they exclude.
runs runner.json uLuLuLuLuLuLuLuL laces 23 20
footfall trial analyse runner.json | tr '\n' ' ' | tr -s ' ' | grep -o 'More than.*something else\.'
# More than can be said in numbers.
runs runner.json uLuLuLuLuLuLuLuLuLuLuLuL laces 52 4
footfall trial analyse runner.json | grep 'Your runs speak'
