# A path that is not there fails like a file; a folder without files cannot be imported.
. "$HERE/../lib"
mkdir empty
one_run
t footfall import nowhere run.fit
t footfall import empty
t footfall import empty --json
t footfall import empty run.fit
t footfall import /dev/null
t footfall import ''
