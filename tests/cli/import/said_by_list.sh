# Which recordings are runs the list of their export says, where their files do not, or say otherwise:
# the runner corrects there what the watch was not told.
. "$HERE/../lib"
mkdir activities
make_run activities/1.fit start=2026-05-01T05:00:00 minutes=30
make_run activities/2.fit start=2026-05-02T05:00:00 minutes=30
make_run activities/3.fit start=2026-05-03T05:00:00 minutes=30 sport=2
make_run activities/4.fit start=2026-05-04T05:00:00 minutes=30
python3 - <<'P'
# A slow run that neither its type nor its name tells, with nothing but places and times.
points = "".join(f'<trkpt lat="{0.5 + n * 1.2e-5:.6f}" lon="7"><time>2026-05-05T05:{n // 60:02}:{n % 60:02}Z</time>'
                 "</trkpt>\n" for n in range(1200))
open("activities/5.gpx", "w").write(f'<gpx version="1.1"><trk><name>By the river</name><trkseg>\n{points}</trkseg></trk></gpx>\n')
rows = "".join(f"<Trackpoint><Time>2026-05-06T05:{n // 60:02}:{n % 60:02}Z</Time><DistanceMeters>{n * 2.5}</DistanceMeters>"
               "</Trackpoint>\n" for n in range(1200))
open("activities/6.tcx", "w").write('<TrainingCenterDatabase><Activities><Activity Sport="Biking"><Id>2026-05-06T05:00:00Z</Id>'
    '<Lap StartTime="2026-05-06T05:00:00Z"><TotalTimeSeconds>1199</TotalTimeSeconds><DistanceMeters>2997.5</DistanceMeters>'
    f"<Track>\n{rows}</Track></Lap></Activity></Activities></TrainingCenterDatabase>\n")
P
cat >activities.csv <<'L'
Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename
1,"May 1, 2026, 5:00:00 AM",A run,Run,,1800,5.04,false,,activities/1.fit
2,"May 2, 2026, 5:00:00 AM",To work by bike,Ride,,1800,5.04,false,,activities/2.fit
3,"May 3, 2026, 5:00:00 AM",Not by bike,Run,,1800,5.04,false,,activities/3.fit
4,"May 4, 2026, 5:00:00 AM",A kind that nobody knows,Glide,,1800,5.04,false,,activities/4.fit
5,"May 5, 2026, 5:00:00 AM",By the river,Run,,1199,1.6,false,Blue,activities/5.gpx
6,"May 6, 2026, 5:00:00 AM",On the track,Run,,1199,3.0,false,,activities/6.tcx
L
t footfall -j alone.footfall import -v activities
make_export zip export.zip $(for f in activities/* activities.csv; do echo "$f=$f"; done)
t footfall import -v export.zip
footfall runs --json | json '
for r in d: print(r["start"], r["format"], r.get("title"), round(r["distance_m"]), r["duration_s"])'
t footfall -j folder.footfall import -v activities.csv activities
footfall -j alone.footfall import export.zip >/dev/null
footfall -j alone.footfall runs --json | json 'print([r.get("title") for r in d])'
