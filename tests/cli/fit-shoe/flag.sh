# A red flag is never outvoted: with one that leaves room for nothing else no shoe is proposed, in
# no form; what is measured is kept. One that waits some days stands on top.
. "$HERE/../lib"
footfall foot left --length 262 --ball-width 101 >/dev/null
footfall shoe 'Road A' --size 'EU 42' --inner-length 272 --ball-width 97 >/dev/null
typed 'yes\n' footfall ask rf_bone >/dev/null
t footfall fit-shoe
footfall fit-shoe --json | json 'print(sorted(d), d["refused"])'
echo "-- no card, no page"
footfall fit-shoe --card --html card.html | tail -2
footfall fit-shoe --html card.html >/dev/null || echo "=> $?"
ls card.html 2>/dev/null || echo "no card"
echo "-- it comes before a shoe that is not there"
footfall fit-shoe 'Raod A' | tail -2
echo "-- what is measured is kept, and told"
footfall foot right --length 264 | grep -c 264
footfall shoe 'Road A' --width-80 90 | grep -c 90
footfall size --foot 262 | grep -c 'EU'
echo "-- and taken back"
typed 'no\n' footfall ask rf_bone >/dev/null
footfall fit-shoe | grep 'What to ask for'
typed 'yes\n' footfall ask ipswich >/dev/null
footfall home-test ipswich yes >/dev/null
footfall fit-shoe --card | head -8
footfall fit-shoe | grep 'What to ask for'
