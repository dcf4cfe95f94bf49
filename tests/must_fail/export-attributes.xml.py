"""A tag in Apple Health's export with more attributes than a tag has."""

import sys

with open(sys.argv[1], "w") as out:
    out.write("<HealthData>\n<Record " + " ".join(f'a{n}="{n}"' for n in range(100000)) + "/>\n</HealthData>\n")
