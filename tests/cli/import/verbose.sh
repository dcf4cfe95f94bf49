# A line for every file.
. "$HERE/../lib"
three_runs
echo 'dear diary' >runs/notes.txt
head -c 300 runs/b.fit >runs/cut.fit
t footfall import -v runs
t footfall import runs --verbose
