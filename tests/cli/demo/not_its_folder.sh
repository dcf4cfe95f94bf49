# A folder with somebody else's things in it is refused, and left alone.
. "$HERE/../lib"
mkdir -p a/demo b/demo/runs
echo mine >a/demo/notes.txt
echo mine >b/demo/runs/2026.fit
t footfall -j a/journal.footfall demo
t footfall -j b/journal.footfall demo --json
find a b -type f | sort
echo mine >demo
t footfall -j journal.footfall demo
cat demo
