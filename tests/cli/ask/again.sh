# A question asked again by its name; the later answer counts.
. "$HERE/../lib"
typed 'maybe\nyes\n' footfall ask relief_lace
typed '4\n' footfall ask onset_time
footfall why --json | json '
said = {e["finding"]: e["answer"] for c in d["causes"] for e in c["for"] + c["against"]}
print(said)'
typed 'no\n' footfall ask relief_lace >/dev/null
footfall why --json | json '
said = {e["finding"]: e["answer"] for c in d["causes"] for e in c["for"] + c["against"]}
print(said["relief_lace"])'
typed '300\nold\n42\n' footfall ask age_years
typed 'toes\nleft:toes\n' footfall ask sites
typed 'yes\n' footfall ask nonsense
