# A page of lines to tick: what is left out is denied, or says nothing where each line needs its mark.
# Marks stand apart: "2-5" is no mark. A page that is skipped says nothing.
. "$HERE/../lib"
before='no\nno\nno\nno\nno\n41\nleft:instep\nsame\n'
typed "${before}2-5\n3 13\n1 2?\nstop\n" footfall ask | sed '1,/how is it changing/d'
typed "${before}skip\nstop\n" footfall -j second.footfall ask | tail -n 1
footfall ask --json | json 'print(d["step"], d.get("unticked"), [line["id"] for line in d.get("lines", [])])'
