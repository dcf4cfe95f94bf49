# Answers that cannot both be true are shown as soon as both are there, and once; both are kept.
. "$HERE/../lib"
typed 'yes\n' footfall ask relief_lace
typed 'no\n' footfall ask relief_shoeoff
footfall why | sed -n "/^These answers/,/^$/p"
typed 'yes\n' footfall ask relief_shoeoff
footfall why --json | json 'print(d["contradictions"])'
