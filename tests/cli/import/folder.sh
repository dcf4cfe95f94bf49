# A folder with all that lies about: what can be read is read, the rest is listed, each file once.
. "$HERE/../lib"
three_runs
mkdir -p runs/deeper
make_run runs/deeper/d.fit start=2026-05-28T05:00:00 minutes=20 sport=2
cp runs/a.fit runs/copy.fit
echo 'dear diary' >runs/notes.txt
printf 'PK\003\004' >runs/export.zip
printf '<?xml version="1.0"?>\n<gpx>' >runs/track.gpx
head -c 300 runs/b.fit >runs/cut.fit
: >runs/empty.fit
t footfall import runs
t footfall runs
