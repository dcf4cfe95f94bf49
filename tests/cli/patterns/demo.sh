# What the runs of the made-up runner say, in full; asked again it is the same to the byte, though the series
# are not read again; and the runner's own word counts where the runs say otherwise.
. "$HERE/../lib"
footfall demo >/dev/null
demo="$HOME/.local/share/footfall/demo/journal.footfall"
footfall -j "$demo" patterns >first
cat first
footfall -j "$demo" patterns | cmp - first
python3 -c "
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute('select count(*), max(version) from measured').fetchone())" "$demo"
# What was measured once is not measured again: without the series it says the same.
cp "$demo" without.footfall
python3 -c "
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as c: c.execute('DELETE FROM series')" without.footfall
footfall -j without.footfall patterns | cmp - first && echo the same without the series
typed 'no\n' footfall -j "$demo" ask one_pair
footfall -j "$demo" patterns | grep one_pair
