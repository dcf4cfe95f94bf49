# Two watches at the same minute: shown, never joined by themselves; joined and parted as told.
. "$HERE/../lib"
make_run mine.fit start=2026-05-30T05:00:00 minutes=40 serial=11
make_run other.fit start=2026-05-30T05:00:00 minutes=40 serial=22
make_run later.fit start=2026-05-31T05:00:00 minutes=30
footfall import mine.fit other.fit later.fit >/dev/null
footfall log 2 --numb 15min --shoe Blue >/dev/null
footfall runs --json >before
t footfall runs --verbose
t footfall merge 1 2
t footfall runs --verbose
t footfall runs 2
footfall runs 2 --json | json 'print(json.dumps(d["recordings"], indent=1))'
t footfall merge 1 2
t footfall merge 1 3
t footfall merge 1 9
t footfall part 1 --json
footfall runs --json | cmp - before && echo "as before"
t footfall part 1
t footfall part last
