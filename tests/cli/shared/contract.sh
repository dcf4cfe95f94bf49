# The agreed comparison of every FIT file with what another decoder read.
. "$HERE/../lib"
[ -f "${FOOTFALL_SHARED:-}/checks/decode.py" ] || {
    echo "the given material (../shared) is not there" >&2
    exit 77
}
python3 "$FOOTFALL_SHARED/checks/decode.py" "$(command -v footfall)" "$FOOTFALL_SHARED/data"
