# From the runner's own step rate: the demo's runner, whose ball goes numb is told no landing on it.
. "$HERE/../lib"
footfall demo >/dev/null
J="--journal $HOME/.local/share/footfall/demo/journal.footfall"
t footfall $J step
footfall $J step --to 10 --json | json 'print(d["own"]["by"], round(d["own"]["cadence_spm"]), d["own"]["runs"], len(d["own"]["speeds"]))
print([(w["week"], w["more_percent"], w["low_spm"], w["high_spm"], w["part"], w["on_min"], w["off_min"]) for w in d["weeks"]])
print(d["weeks"][0]["workout"]["text"]); print(d["forefoot_numb"], "|", d["landing"])'
