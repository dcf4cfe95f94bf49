# "2 5": two fit; "3?": not sure. Both are kept; the page is not asked again.
. "$HERE/../lib"
typed 'no\n2, 5\nstop\n' footfall ask >talk
grep -A 2 '^SEE A DOCTOR' talk
typed 'no\n3?\nno\nno\nstop\n' footfall -j second.footfall ask >/dev/null
footfall -j second.footfall why | head -n 4
footfall -j second.footfall why --json | json 'print([f["id"] for f in d["triage"]["unsure"]], d["triage"]["checklist_asked"])'
typed 'six\n99\n0\n1 x\nyes\nstop\n' footfall -j third.footfall ask | grep -n 'Please\|kept'
