# One run in full: what was said, what was pressed, what is missing and which recording would have it.
. "$HERE/../lib"
make_run a.fit start=2026-05-30T05:00:00 minutes=60 press=20 auto=5
footfall import a.fit >/dev/null
t footfall show last
footfall log 1 --from-lap 1 --site left:W1,DMM --strength 6 --shoe Blue --changed lacing >/dev/null
t footfall show 2026-05-30
footfall log 1 --numb 20min..25min >/dev/null
footfall show 1 | grep -A 14 "^Numb"
footfall log 1 --numb start >/dev/null
footfall show 1 | grep -e "^Numb" -e "N:" -e "^  numb"
footfall log 1 --none >/dev/null
footfall show 1 | grep -i "numb"
