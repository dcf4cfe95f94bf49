# A name that is not known is named, and where to look for the right one.
. "$HERE/../lib"
a() {
    printf '%s\n' "$1"
    printf '%s' "$1" | footfall assess - 2>&1 || echo "=> $?"
}
a '{"agee":42}'
a '{"answers":{"nonsense":"yes"}}'
a '{"answers":{"relief_lace":"maybe"}}'
a '{"answers":{"onset_time":15}}'
a '{"sites":{"L":["XX"]}}'
a '{"sites":{"M":["TP3"]}}'
a '{"sites":["TP3"]}'
a '{"red_flags":["rf_nothing"]}'
a '{"unsure":["nonsense"]}'
a '{"tried":{"nonsense":"helped"}}'
a '{"tried":{"lacing":"yes"}}'
a '{"age":-1}'
a '{"sex":"m"}'
printf '{"agee":42}' | footfall assess - --json 2>/dev/null || echo "=> $?"
