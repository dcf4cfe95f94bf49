# No room for the journal to grow (here: a limit on the size of files): said; nothing is half there,
# and with room the same command goes on.
. "$HERE/../lib"
mkdir runs
for day in 10 11 12 13 14 15 16 17 18 19 20 21; do
    make_run "runs/$day.fit" start=2026-05-${day}T05:00:00 minutes=600 speed=2.$day
done
(
    ulimit -f 200 # blocks of 512 bytes
    footfall import runs >out 2>err && echo "it went in" || echo "=> $?"
)
cat err
kept=$(footfall runs --json | json 'print(len(d))')
test "$kept" -lt 12 && echo "fewer than 12 runs are there"
footfall import runs --json | json 'print(d["files"], d["imported"] + d["duplicates"], d["failed"])'
footfall runs --json | json 'print(len(d))'
python3 -c "
import os, sqlite3
c = sqlite3.connect(os.environ['HOME'] + '/.local/share/footfall/journal.footfall')
print(c.execute('pragma integrity_check').fetchall())"
