"""A list with more activities than it is read for."""

import sys

from make import STRAVA

with open(sys.argv[1], "w") as out:
    out.write(STRAVA)
    out.writelines(f'{n},"Mar 1, 2024, 6:45:12 AM",Morning,Ride,,600,2.00,false,,\n' for n in range(1, 100002))
