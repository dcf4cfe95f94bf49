# Safety answers of more than 30 days ago are no all-clear: "why" says how old they are. A yes stays.
. "$HERE/../lib"
top() { footfall "$@" | sed '/^$/,$d'; }
now=$FOOTFALL_NOW
typed 'no\nno\nno\nno\nstop\n' footfall ask >/dev/null
for days in 30 31; do
    echo "after $days days"
    FOOTFALL_NOW=$((now + days * 86400)) top why
    FOOTFALL_NOW=$((now + days * 86400)) footfall why --json | json '
print(d["triage"]["level"], d["triage"]["checklist_asked"], d["triage"]["checklist_days"])'
done
typed '7\n' footfall -j second.footfall ask >/dev/null
FOOTFALL_NOW=$((now + 400 * 86400)) top -j second.footfall why | head -n 1
