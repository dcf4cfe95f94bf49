# What is not a journal is refused and stays as it is, byte for byte.
. "$HERE/../lib"
echo 'dear diary' >diary.txt
python3 -c "
import sqlite3
c = sqlite3.connect('other.db'); c.execute('create table a (b)'); c.commit()"
head -c 4096 /dev/urandom >noise
mkdir folder
sha256sum diary.txt other.db noise >before
for file in diary.txt other.db noise folder; do
    t footfall -j "$file" runs
    t footfall -j "$file" log last --none
done
one_run
t footfall -j diary.txt import run.fit
t footfall -j diary.txt runs --json
sha256sum -c --quiet before
ls
