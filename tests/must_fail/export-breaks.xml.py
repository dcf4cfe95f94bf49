"""An export of Apple Health that is broken at more places than it is read on behind."""

import sys

with open(sys.argv[1], "w") as out:
    out.write("<HealthData>\n")
    out.writelines('<Record type="HK" Health Mate="1"/>\n' for _ in range(10002))
    out.write("</HealthData>\n")
