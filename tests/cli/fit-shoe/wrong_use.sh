# Files that cannot be met are refused before anything else is looked at, and none is left behind.
. "$HERE/../lib"
t footfall fit-shoe --html ''
t footfall fit-shoe --pdf - --json
t footfall fit-shoe --html - --pdf -
echo "-- and with a foot"
footfall foot left --length 262 >/dev/null
t footfall fit-shoe --html card.html --pdf ''
ls
