# A copy comes back whole into an empty journal, and nowhere else; only its rows are read.
. "$HERE/../lib"
one_run
footfall log 1 --numb 15min --site L:TP3 >/dev/null
footfall copy saved.footfall >/dev/null
sha256sum saved.footfall >before
t footfall --journal other.footfall restore saved.footfall
footfall runs --json >own
footfall --journal other.footfall runs --json | cmp - own && echo "the same runs"
sha256sum -c --quiet before
footfall copy again.footfall >/dev/null
t footfall restore saved.footfall
python3 - <<'P'
data = open("saved.footfall", "rb").read()
open("cut.footfall", "wb").write(data[:100000])
open("newer.footfall", "wb").write(data[:60] + (99).to_bytes(4, "big") + data[64:])
open("damaged.footfall", "wb").write(data[:8192] + b"\xa5" * 8192 + data[16384:])
open("photo.jpg", "wb").write(b"\xff\xd8\xff\xe0")
open("nothing", "wb")
P
for file in cut.footfall newer.footfall damaged.footfall photo.jpg nothing missing.footfall; do
    t footfall --journal empty.footfall restore "$file"
done
footfall --journal empty.footfall runs
