"""More rows than a run may have, in a lap."""

import sys

with open(sys.argv[1], "w") as out:
    out.write('<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-05-01T00:00:00Z</Id>'
              '<Lap StartTime="2026-05-01T00:00:00Z"><Track>\n')
    for n in range(1048577):
        s = n % 86400
        out.write(f"<Trackpoint><Time>2026-05-{1 + n // 86400:02}T{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}Z"
                  f"</Time><DistanceMeters>{n * 3}</DistanceMeters></Trackpoint>\n")
    out.write("</Track></Lap></Activity></Activities></TrainingCenterDatabase>\n")
