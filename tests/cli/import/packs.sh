# Packs of all kinds, and what may be wrong with them; nothing stops the rest.
. "$HERE/../lib"
three_runs
make_run d.fit start=2026-05-20T05:00:00
make_run e.fit start=2026-05-21T05:00:00
gzip -n <d.fit >d.fit.gz
make_export zip inner.zip d.fit.gz=d.fit.gz b.fit=runs/b.fit
make_export zip outer.zip deep/inner.zip=inner.zip c.fit=runs/c.fit .hidden.fit=runs/a.fit
t footfall import -v runs/a.fit outer.zip
mkdir odd
make_export zip odd/empty.zip
head -c 200 d.fit.gz >odd/cut.fit.gz
make_export zip odd/double.zip e.fit=e.fit a.fit=runs/a.fit
head -c $(($(wc -c <odd/double.zip) - 60)) odd/double.zip >odd/tail_lost.zip
rm odd/double.zip
make_export zip odd/bad.zip good.fit=e.fit bad.fit=runs/b.fit
python3 - <<'P'
import zipfile
with zipfile.ZipFile("odd/bad.zip") as z:
    at = z.infolist()[1].header_offset
data = bytearray(open("odd/bad.zip", "rb").read())
data[at + 200] ^= 0xFF
open("odd/bad.zip", "wb").write(data)
P
printf 'PK\003\004 no zip' >odd/no.zip
t footfall import -v odd
t footfall runs
