# The end of input is a stop: what was answered is kept.
. "$HERE/../lib"
typed '' footfall ask | tail -n 3
typed 'no' footfall ask | tail -n 2
footfall ask </dev/null | head -n 1
