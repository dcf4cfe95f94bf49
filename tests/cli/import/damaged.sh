# What can be read of a damaged file is kept and told; the whole file, when it comes, replaces it.
. "$HERE/../lib"
make_run whole.fit start=2026-05-30T05:00:00 minutes=60 press=20
head -c 4000 whole.fit >cut.fit
t footfall import cut.fit
footfall runs --json | json 'print(len(d), d[0]["duration_s"] < 3600, "notes" in d[0])'
footfall log 1 --numb 10min >/dev/null
t footfall import whole.fit
footfall runs --json | json 'print(len(d), d[0]["duration_s"], d[0]["onset"]["from_s"])'
cp whole.fit wrong.fit
printf '\377\377' | dd of=wrong.fit bs=1 seek=$(($(wc -c <wrong.fit) - 2)) conv=notrunc 2>/dev/null
t footfall import wrong.fit
(cat whole.fit; echo more) >longer.fit
t footfall -j new.footfall import longer.fit
