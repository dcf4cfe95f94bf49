# Two answers to one question are refused; answers that cannot both be true are shown.
. "$HERE/../lib"
a() {
    printf '%s\n' "$1"
    printf '%s' "$1" | footfall assess - 2>&1 >/dev/null || echo "=> $?"
}
a '{"answers":{"relief_lace":"yes","relief_lace":"no"}}'
a '{"answers":{"relief_lace":["yes","no"]}}'
a '{"answers":{"heat":"no"},"unsure":["heat"]}'
a '{"red_flags":["rf_saddle"],"unsure":["rf_saddle"]}'
a '{"answers":{"rf_saddle":"yes"}}'
a '{"age":14,"answers":{"age":"30_49"}}'
a '{"sex":"male","answers":{"female":"yes"}}'
a '{"age":5}'
a '{"age":200}'
a '{"age":1e999}'
a '{"answers":{"he\u0000at":"yes"}}'
a '{"a\u001b[31mb":1}'
a "{\"$(printf '%0300d' 7)\":1}"
printf '{"answers":{"heat":"\377"}}' | footfall assess - 2>&1 || echo "=> $?"
printf '{"answers":{"heat":"yes\000"}}' | footfall assess - 2>&1 || echo "=> $?"
b() {
    printf '%s\n' "$1"
    printf '%s' "$1" | footfall assess - --json | json '
print([f["id"] for f in d["triage"]["flags"]], json.dumps(d["contradictions"], indent=1))'
}
b '{"answers":{"relief_lace":"yes","relief_shoeoff":"no"},"red_flags":[]}'
b '{"answers":{"side":"one"},"sites":{"L":["TP3"],"R":["TP3"]},"red_flags":[]}'
b '{"answers":{"saddle":"no"},"red_flags":["rf_saddle"]}'
b '{"answers":{"relief_lace":"no","relief_shoeoff":"yes"},"red_flags":[]}'
# As text, below the red flags and above the causes.
printf '{"answers":{"resolve_time":"gt24h","rest_night":"no","duration":"gt3m"},"red_flags":[]}' |
    footfall assess - | sed '/^Fits best/,$d'
# Nested beyond all sense.
python3 -c 'print("[" * 100000)' | footfall assess - 2>&1 || echo "=> $?"
