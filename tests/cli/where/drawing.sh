# Every drawing is whole XML.
. "$HERE/../lib"
command -v xmllint >/dev/null || {
    echo "xmllint (libxml2-utils) is missing" >&2
    exit 77
}
one_run
footfall log 1 --numb 20min --site both:top >/dev/null
footfall where --json | json '
for i, x in enumerate(d["drawings"]): open(f"{i}.svg", "w").write(x["svg"])
open("sum.svg", "w").write(d["sum"]["svg"])'
xmllint --noout ./*.svg && echo "drawings are well-formed"
