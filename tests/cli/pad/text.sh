# Where it goes, from what is typed, what is kept and what was marked; the drawing's size; and what is not possible.
. "$HERE/../lib"
t footfall pad --length 262
t footfall pad --length 26.2cm --ball 195 --width 98 --site left:W2
footfall pad --length 262 --site both:W3 --sex female --json | json '
print(list(d))
for foot in d["feet"]: print(foot)'
footfall pad --length 262 --site right:B2 --svg >pad.svg
python3 -c '
import xml.etree.ElementTree as tree
svg = tree.parse("pad.svg").getroot()
wide, high = map(float, svg.get("viewBox").split()[2:])
print(svg.get("width"), svg.get("height"), "units in a mm:", round(wide / float(svg.get("width")[:-2]), 3))
s = "{http://www.w3.org/2000/svg}"
bar = [e for e in svg.iter(s + "line") if e.get("class") == "scale"][0]
print("bar:", (float(bar.get("x2")) - float(bar.get("x1"))) / 4, "mm;", svg.find(s + "desc").text)
print("fits A4:", float(svg.get("width")[:-2]) <= 190, float(svg.get("height")[:-2]) <= 277)'
footfall pad --length 330 --site left:W3 --svg | grep -o 'width="[0-9.]*mm" height="[0-9.]*mm"'
t footfall pad
t footfall pad --length 12
t footfall pad --length 262 --ball 120
t footfall pad --length 262 --width 170
t footfall pad --length 262 --width 130
t footfall pad --length 262 --site left:heel
t footfall pad --length 262 --side middle
t footfall pad --length 262 --svg
t footfall pad --length 262 --sex x
footfall home-test heel_walk yes >/dev/null
t footfall pad --length 262
