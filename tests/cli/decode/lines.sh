# One JSON line a message, in file order; raw values; compressed and invalid values as agreed.
. "$HERE/../lib"
make_run run.fit start=2026-05-30T05:00:00 minutes=1
footfall decode run.fit
footfall decode run.fit >plain
footfall decode run.fit --json | cmp - plain
