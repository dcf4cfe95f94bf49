# A lacing chosen by where it presses: what is chosen, what is refused and why, what comes first.
. "$HERE/../lib"
t footfall lace --where instep
footfall lace --where instep,ankle | sed -n '/^Try/,/^Steps/p'
footfall lace --where top | sed -n '/^First/,/^Try/p'
footfall lace --where ankle --pairs 7 --heel-slip | sed -n '/^Try/,/^Steps/p'
footfall lace --where toes,instep,upper_instep,ankle | sed -n '/^Loosen/,/^Steps/p'
footfall lace --heel-slip | sed -n '1,/^Steps/p'
