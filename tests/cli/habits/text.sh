# The page of somebody of whom nothing is known, of the made-up runner, and with a red flag.
. "$HERE/../lib"
t footfall habits
footfall demo >/dev/null
demo=$(find "$HOME" "$TMPDIR" . -name journal.footfall -path '*demo*' 2>/dev/null | head -1)
footfall habits --journal "$demo" | sed -n '/^1\./,$p'
footfall home-test lunge yes >/dev/null
footfall home-test heel_walk yes >/dev/null
footfall habits | grep -v '^   Why' | head -14
footfall habits | grep -A4 '^5\.'
t footfall habits shoes
