"""An attribute in Apple Health's export that is longer than any text there."""

import sys

from make import noisy

with open(sys.argv[1], "wb") as out:
    out.write(b'<HealthData>\n<Record type="HK" device="' + noisy(b"0 1 2 3 4 5 6 7 8 9 ", 1200000) +
              b'"/>\n</HealthData>\n')
