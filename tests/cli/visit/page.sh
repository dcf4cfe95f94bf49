# The page is XML too, loads nothing, allows its own style and no other, and its drawings are whole.
. "$HERE/../lib"
command -v xmllint >/dev/null || {
    echo "libxml2-utils is not installed" >&2
    exit 77
}
footfall demo >/dev/null
footfall -j "$HOME/.local/share/footfall/demo/journal.footfall" visit --html v.html \
    --name '"><script>alert(1)</script>' >/dev/null
xmllint --noout v.html && echo "well-formed"
python3 -c '
import base64, hashlib, re
import xml.etree.ElementTree as tree
text = open("v.html", encoding="utf-8").read()
style = re.search(r"<style>(.*?)</style>", text, re.S)[1]
digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
policy = re.search("Content-Security-Policy\" content=\"([^\"]*)\"", text)[1]
print(policy.replace(digest, "DIGEST"))
root = tree.fromstring(text)
name = lambda e: e.tag.split("}")[1]
all_of = [name(e) for e in root.iter()]
print("scripts:", all_of.count("script"), "headings:", [name(e) for e in root.iter() if re.fullmatch("h[1-6]", name(e))])
print({a.split("}")[-1] for e in root.iter() for a in e.attrib} & {"style", "src", "href", "onclick", "onload"})
ids = [e.attrib["id"] for e in root.iter() if "id" in e.attrib]
print("ids:", len(ids) == len(set(ids)), "labelled:", all(
    part in ids for e in root.iter() if "aria-labelledby" in e.attrib for part in e.attrib["aria-labelledby"].split()))
print("scopes:", all("scope" in e.attrib for e in root.iter() if name(e) == "th"), "language:", root.attrib["lang"])
for i, svg in enumerate(e for e in root.iter() if name(e) == "svg"):
    tree.ElementTree(svg).write(f"{i}.svg")'
xmllint --noout 0.svg 1.svg && echo "drawings are well-formed"
