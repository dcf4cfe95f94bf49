"""A zip that lost its directory, and holds more files than are looked for."""

import sys

from make import entry

with open(sys.argv[1], "wb") as out:
    for n in range(1000001):
        out.write(entry(b"%d" % n, b"", 0)[0])
