# The shoe in use: worn before the runs kept here, retired.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
shoe() { footfall habits | sed -n '/^1\./,/^   Next/p'; }
footfall log 1 --none --shoe Trail >/dev/null
footfall log 2 --none --shoe 'Road A' >/dev/null
footfall log 3 --none --shoe 'Road A' >/dev/null
shoe
footfall shoe 'Road A' --km-before 690 >/dev/null
shoe
footfall shoe 'Road A' --retire >/dev/null
shoe
footfall shoe Trail --retire >/dev/null
shoe
