# After the words are typed nothing is left: no row, no byte in any file of the journal, no old copy; and it can be used
# again. Without them nothing happens.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall log 1 --numb 15min --shoe 'Red Comet 12345' >/dev/null
footfall log 2 --none --shoe 'Blue Meteor 98765' >/dev/null
journal="$HOME/.local/share/footfall/journal.footfall"
cp "$journal" "$journal.before-v2"
footfall copy saved.footfall >/dev/null
of_shoes() { grep -c -a -e 'Red Comet' -e 'Blue Meteor' "$1" >/dev/null && echo "$2 names shoes" || echo "$2 names no shoe"; }
of_shoes "$journal" "the journal"
t footfall forget </dev/null
typed 'yes\n' footfall forget | tail -2
typed 'forget everything else\n' footfall forget | tail -1
typed 'forget everythingforget everything\n' footfall forget | tail -1
of_shoes "$journal" "the journal"
footfall runs --json >before
typed 'forget everything\n' footfall forget
echo "status $?"
ls "$HOME/.local/share/footfall"
for file in "$journal"*; do of_shoes "$file" "${file##*/}"; done
of_shoes saved.footfall "the copy"
footfall runs
footfall import runs | head -1
footfall --journal saved.footfall runs --json | cmp - before && echo "the copy is as it was"
t footfall forget --json
footfall forget --json --yes | json 'print(d["forgotten"]["runs"], d["forgotten"]["files"], len(d["forgotten"]["old_copies"]))'
footfall data --json | json 'print(d["runs"], d["files"])'
