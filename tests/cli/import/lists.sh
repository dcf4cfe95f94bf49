# Lists of Strava in which something is unusual: kinds of sport that footfall does not know are named,
# also where there is no other; a control character in a title costs nothing.
. "$HERE/../lib"
lines() {
    mkdir "$1"
    printf '%s\n' 'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename' >"$1/activities.csv"
    shift
}
lines unknown
printf '%s\n' '1,"Mar 15, 2024, 6:45:12 PM",One,Dash,,1800,5.04,false,,' \
    '2,"Mar 16, 2024, 6:45:12 PM",Two,Dash,,1800,5.04,false,,' \
    '3,"Mar 17, 2024, 6:45:12 PM",Three,Glide,,1800,5.04,false,,' >>unknown/activities.csv
t footfall import unknown
lines control
printf '%b\n' '1,"Mar 15, 2024, 6:45:12 PM",A \0033run\0002,Run,,1800,5.04,false,,' >>control/activities.csv
t footfall import control
footfall runs --json | json 'print([r["title"] for r in d])'
# A damaged line is told, also where all the others say of runs that are known.
lines damaged
make_run damaged/1.fit start=2026-05-01T05:00:00 minutes=30
printf '%s\n' '1,"May 1, 2026, 5:00:00 AM",A run,Run,,1800,5.04,false,,' \
    '2,"May 2, 2026, 5:00:00 AM",Cut off' >>damaged/activities.csv
t footfall -j damaged.footfall import damaged
t footfall -j damaged.footfall import damaged
