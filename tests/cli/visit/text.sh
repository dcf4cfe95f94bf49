# The note: of nobody yet, and of the made-up runner; and what is typed for it stands in it.
. "$HERE/../lib"
same() { sed 's/Knowledge [0-9a-f]*\./Knowledge N./'; }
t footfall visit | same
footfall demo >/dev/null
t footfall -j "$HOME/.local/share/footfall/demo/journal.footfall" visit --name "A. Runner" \
    --medicines "metformin 500 mg, twice a day" --question "May I go on running?" | same
