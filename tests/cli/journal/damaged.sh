# A journal whose tables are broken: said, and left as it is.
. "$HERE/../lib"
one_run
cp "$HOME/.local/share/footfall/journal.footfall" broken.footfall
python3 - <<'P'
data = bytearray(open("broken.footfall", "rb").read())
data[4096:] = b"\xff" * (len(data) - 4096)
open("broken.footfall", "wb").write(data)
P
sha256sum broken.footfall >before
t footfall -j broken.footfall runs
t footfall -j broken.footfall import run.fit
sha256sum -c --quiet before
