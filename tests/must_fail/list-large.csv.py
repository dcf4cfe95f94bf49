"""A list that is larger than what is held of one, in long descriptions."""

import sys

from make import STRAVA, noisy

with open(sys.argv[1], "wb") as out:
    text = noisy(b"0 1 2 3 4 5 6 7 8 9 ", 60000).decode()
    out.write(STRAVA.encode())
    for n in range(1, 1200):
        out.write(f'{n},"Mar 1, 2024, 6:45:12 AM",Morning,Ride,{text},600,2.00,false,,\n'.encode())
