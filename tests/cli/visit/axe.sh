# The page is accessible, narrow and light, wide and dark; nothing of it is refused by its own policy.
. "$HERE/../lib"
npm="$HERE/../../npm"
browser=$(command -v chromium) && [ -d "$npm/node_modules/axe-core" ] && [ -d "$npm/node_modules/playwright-core" ] || {
    echo "chromium, or npm ci in tests/npm, is missing" >&2
    exit 77
}
footfall demo >/dev/null
demo="$HOME/.local/share/footfall/demo/journal.footfall"
typed 'yes\n' footfall -j "$demo" ask rf_bladder >/dev/null
footfall -j "$demo" visit --html page.html --name "$(printf 'W%.0s' $(seq 400))" --medicines "a" >/dev/null
node "$npm/axe.mjs" page.html "$browser"
