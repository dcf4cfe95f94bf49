# A journal of a later footfall is refused and stays as it is.
. "$HERE/../lib"
one_run
cp "$HOME/.local/share/footfall/journal.footfall" newer.footfall
python3 -c "
import sqlite3
c = sqlite3.connect('newer.footfall'); c.execute('pragma user_version = 99'); c.commit()"
sha256sum newer.footfall >before
t footfall -j newer.footfall runs
t footfall -j newer.footfall import run.fit --json
sha256sum -c --quiet before
