# Hundreds of files with one trouble do not push the outcome out of sight; all are kept for 'imports'.
. "$HERE/../lib"
mkdir export
for n in $(seq 100 199); do echo '<pwx>' >"export/$n.pwx"; done
make_run export/run.fit
t footfall import export | sed -n '1,5p;22,$p'
footfall import export -v | grep -c pwx
footfall imports | grep -c pwx
