# The same clock makes the same bytes; a second demo replaces the first; the runner's own journal
# and files stay as they are.
. "$HERE/../lib"
one_run
own=$HOME/.local/share/footfall
footfall demo >/dev/null
sha256sum "$own"/demo/runs/*.fit >first
footfall -j "$own/demo/journal.footfall" log last --none >/dev/null
footfall demo >/dev/null
sha256sum "$own"/demo/runs/*.fit | cmp - first
wc -l <first
footfall runs
footfall -j "$own/demo/journal.footfall" runs | tail -n 6
