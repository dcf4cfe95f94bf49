# The card for the shop: as text, as a page; and what is refused.
. "$HERE/../lib"
t footfall fit-shoe --card
footfall foot left --length 262 --ball-width 101 >/dev/null
footfall foot right --length 264.5 --ball-width 103 --width-88 88 >/dev/null
footfall fit-shoe --card >/dev/null && echo "a card without a shoe"
footfall shoe 'Road A' --size 'EU 42' --inner-length 272 --ball-width 97 >/dev/null
t footfall fit-shoe --card --downhill
footfall fit-shoe --html card.html | tail -2
python3 -c '
import xml.etree.ElementTree as tree
text = open("card.html", encoding="utf-8").read()
tree.fromstring(text[text.index("<html"):])
print("<script" in text, "http" in text.replace("http://www.w3.org", ""), "Road A" in text, "277.5" in text or "278.5" in text)'
footfall fit-shoe --json --html again.html | json 'print(d["files"])'
cmp card.html again.html && echo "the same card"
t footfall fit-shoe --json --html -
t footfall fit-shoe 'Raod A'
t footfall fit-shoe 'Road A' --sock woolly
t footfall fit-shoe Road A
# What must be seen by a doctor at once leaves no card.
footfall ask rf_saddle >/dev/null 2>&1 || true
typed 'yes\n' footfall ask saddle >/dev/null
footfall fit-shoe | head -3
footfall fit-shoe --card | head -12
footfall fit-shoe --json | json 'print(d["triage"]["level"], d.get("try"))'
