# Hundreds of files with one trouble do not push the outcome out of sight; all are kept for 'imports'.
. "$HERE/../lib"
mkdir export
for n in $(seq 100 199); do echo '<gpx>' >"export/$n.gpx"; done
make_run export/run.fit
t footfall import export | sed -n '1,5p;22,$p'
footfall import export -v | grep -c gpx
footfall imports | grep -c gpx
