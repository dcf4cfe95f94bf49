# The published schema of FHIR R4 finds nothing, nor does a second program that knows the resources.
. "$HERE/../lib"
npm="$HERE/../../npm"
command -v node >/dev/null && [ -d "$npm/node_modules/@asymmetrik" ] && [ -d "$npm/node_modules/fhir" ] || {
    echo "node, or npm ci in tests/npm, is missing" >&2
    exit 77
}
footfall visit --fhir nobody.json >/dev/null
footfall demo >/dev/null
demo="$HOME/.local/share/footfall/demo/journal.footfall"
typed 'yes\n' footfall -j "$demo" ask rf_saddle >/dev/null
footfall -j "$demo" visit --fhir all.json --name "A" --medicines "b" >/dev/null
node "$npm/fhir.mjs" nobody.json all.json
