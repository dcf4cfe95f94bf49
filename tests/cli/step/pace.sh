# By the runner's own step rate at the speed that will be run; and where too few runs tell it.
. "$HERE/../lib"
footfall demo >/dev/null
J="--journal $HOME/.local/share/footfall/demo/journal.footfall"
footfall $J step --pace 6:30 | head -18
footfall $J step --pace 6:30 --json | json 'print(round(d["own"]["speed_mps"], 3), round(d["own"]["cadence_spm"]), d["weeks"][0]["low_spm"])'
footfall $J step --pace 6:30 --wav t.wav | grep Metronome
t footfall $J step --pace 3:30
t footfall $J step --pace fast
t footfall $J step --pace 6:30 --cadence 160
