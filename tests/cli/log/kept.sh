# What is not said again stays; what is said again is replaced, and the earlier word is kept.
. "$HERE/../lib"
one_run
t footfall log 1 --numb 20min --site left:toes --strength 4 --shoe Blue --changed lacing
t footfall log 1 --numb 25min
t footfall log 1 --strength 6
t footfall log 1 --site right:ball
t footfall log 1 --from-lap 1
t footfall log 1 --none
t footfall log 1 --numb start
python3 -c "
import sqlite3, os
c = sqlite3.connect(os.environ['HOME'] + '/.local/share/footfall/journal.footfall')
print(c.execute('select count(*) from onset').fetchone()[0], 'words about it are kept')"
