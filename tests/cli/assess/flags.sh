# Red flags: ticked, and hidden in other answers. Any of them outranks the causes.
. "$HERE/../lib"
a() {
    printf '%s ' "$1"
    printf '%s' "$1" | footfall assess - --json | json '
print(d["triage"]["level"], d["triage"]["by"], [(f["id"], f["because"]) for f in d["triage"]["flags"]])'
}
a '{}'
a '{"red_flags":[]}'
a '{"red_flags":["rf_footdrop"]}'
a '{"red_flags":["rf_footdrop","rf_saddle"]}'
a '{"answers":{"saddle":"yes"}}'
a '{"answers":{"foot_slap":"yes"}}'
a '{"answers":{"progression":"fast_worse"}}'
a '{"age":12,"red_flags":[]}'
a '{"answers":{"saddle":"yes"},"red_flags":[]}'
# No all-clear before the safety questions are answered.
for case in '{"sites":{"L":["B3","TP3","TP4","W3"]}}' '{"sites":{"L":["B3","TP3","TP4","W3"]},"red_flags":[]}' \
    '{"answers":{"relief_lace":"yes"}}' '{"answers":{"relief_lace":"yes"},"red_flags":[]}'; do
    echo "$case"
    echo "$case" | footfall assess - | sed '/^$/,$d'
done
