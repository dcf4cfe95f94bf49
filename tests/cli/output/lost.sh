# Output that cannot be written is a failure, also when the work was done.
. "$HERE/../lib"
one_run
f() {
    printf '$ footfall %s >/dev/full\n' "$*"
    footfall "$@" 2>&1 >/dev/full || echo "=> $?"
}
f
f help
f runs
f why --json
f decode run.fit
f log 1 --none
f ask
footfall log 1
echo '$ footfall runs >&-'
footfall runs 2>&1 >&- || echo "=> $?"
footfall decode run.fit | head -n 1 >/dev/null
