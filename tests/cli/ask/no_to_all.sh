# Safety first, page by page, each with its reason; then age, place and one question at a time.
. "$HERE/../lib"
typed 'no\nno\nno\nno\n42\nboth:instep\nyes\nstop\n' footfall ask
