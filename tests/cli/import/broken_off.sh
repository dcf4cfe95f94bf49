# An import that was killed shows as broken off.
. "$HERE/../lib"
one_run
python3 -c "
import os, sqlite3
c = sqlite3.connect(os.environ['HOME'] + '/.local/share/footfall/journal.footfall')
c.execute('update import set ended_at_s = null'); c.commit()"
t footfall imports
footfall imports --json | json 'print(sorted(d[0]))'
