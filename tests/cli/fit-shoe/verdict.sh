# Both feet against a shoe: what is missing first, then verdicts with their error, and what to ask for.
. "$HERE/../lib"
t footfall fit-shoe
footfall foot left --length 262 --ball-width 101 --width-80 97 --width-88 87 --width-94 72 --time evening >/dev/null
footfall foot right --length 264.5 --ball-width 103 >/dev/null
t footfall fit-shoe
footfall shoe 'Road A' --size 'EU 42' --km-before 120 >/dev/null
t footfall fit-shoe 'Road A'
footfall shoe 'Road A' --inner-length 272 --ball-width 97 --width-80 92 --width-88 84 --width-94 70 --sock thin --insole cork --insole-mm 2 >/dev/null
typed 'no\n' footfall ask female >/dev/null
t footfall fit-shoe
footfall shoe Boat --method caliper --inner-length 282 --ball-width 108 --sock 'thick wool' >/dev/null
footfall fit-shoe Boat | sed -n '/^Your feet/,/^The right/p'
footfall fit-shoe Boat | grep -c 'trial start' || true
footfall fit-shoe 'Road A' --downhill --sock none | sed -n '/^Your feet/,/needs so many/p'
