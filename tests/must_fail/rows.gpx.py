"""More rows than a run may have, in a track."""

import sys

with open(sys.argv[1], "w") as out:
    out.write('<gpx version="1.1"><trk><type>running</type><trkseg>\n')
    for n in range(1048577):
        s = n % 86400
        out.write(f'<trkpt lat="50" lon="10"><time>2026-05-{1 + n // 86400:02}T{s // 3600:02}:{s // 60 % 60:02}:'
                  f"{s % 60:02}Z</time></trkpt>\n")
    out.write("</trkseg></trk></gpx>\n")
