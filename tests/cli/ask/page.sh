# A page of lines to tick: what is left out is denied, or says nothing where each line needs its mark.
# Marks stand apart: "2-5" is no mark. A page that is skipped says nothing.
. "$HERE/../lib"
# On a line with several answers one is chosen by its letter, and the line takes no other mark.
begin='no\nno\nno\nno\nno\n41\nleft:instep\n'
# A line that is asked for safety is not overlooked: what was chosen before stays, and it is asked for.
typed "${begin}1\n1z\n-1\n1b-\n1b 2A,5?\n4b\nstop\n" footfall ask | sed '1,/^or stop/d' | head -n 8
footfall why --json | json 'print(d["answered"], d["not_asked"][:4])'
before="${begin}4b\n"
typed "${before}2-5\n3 13\n1 2?\nstop\n" footfall -j first.footfall ask | sed '1,/How does it come and go/d'
typed "${before}skip\nstop\n" footfall -j second.footfall ask | tail -n 1
footfall ask --json | json 'print(d["step"], d.get("unticked"), [line["id"] for line in d.get("lines", [])])'
