# All that is readable, then the byte at which it ends, and 1.
. "$HERE/../lib"
make_run run.fit start=2026-05-30T05:00:00 minutes=1
size=$(wc -c <run.fit)
head -c $((size - 30)) run.fit >cut.fit
t footfall decode cut.fit >out || :
grep -c '^{' out
grep -v '^{' out
printf '\000\000' | dd of=run.fit bs=1 seek=$((size - 2)) conv=notrunc 2>/dev/null
t footfall decode run.fit >out
grep -c '^{' out
grep -v '^{' out
