"""More rows than a run may have, in a watch file."""

import gzip
import struct
import sys

from make import framed, load_maker

ROWS = 1048577
definition = bytes([0x40, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 0x02])  # a time and a heart rate
rows = b"".join(b"\0" + struct.pack("<IB", 1100000000 + n, 120 + n * n % 61) for n in range(ROWS))
with open(sys.argv[1], "wb") as out:
    out.write(gzip.compress(framed(load_maker(), definition + rows), 1, mtime=0))
