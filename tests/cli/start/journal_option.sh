# --journal before and after the command; the later one counts. Letters and short forms work.
. "$HERE/../lib"
one_run
footfall --journal other.footfall import run.fit >/dev/null
footfall -j other.footfall log 1 --none
t footfall runs --journal other.footfall
t footfall -j missing.footfall runs -j other.footfall
t footfall runs
test ! -e missing.footfall
ls -l other.footfall "$HOME/.local/share/footfall/journal.footfall" | cut -c 1-10
