"""A zip that holds more files than are opened, each of them empty."""

import sys

from make import entry, zipped

with open(sys.argv[1], "wb") as out:
    out.write(zipped(*(entry(b"%d" % n, b"", 0) for n in range(1000001)), say=1000001))
