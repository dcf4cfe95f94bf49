"""An activity in a list that is longer than any, beside one that is not."""

import sys

from make import GARMIN, noisy

with open(sys.argv[1], "wb") as out:
    long = GARMIN.format(1, 1710528312000)[:-1].encode() + b',"x":"' + noisy(b"0 1 2 3 ", 1200000) + b'"}'
    out.write(b'[{"summarizedActivitiesExport":[\n' + long + b",\n" + GARMIN.format(2, 1710614712000).encode() + b"]}]\n")
