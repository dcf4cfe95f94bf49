# What is refused says what to check, and nothing of it is kept.
. "$HERE/../lib"
t footfall foot left --length 12
t footfall foot left --length 26.2
t footfall foot --length 262
t footfall foot both --length 262
t footfall foot left --ball-width 101 --length 400
t footfall foot left --length 262 --ball-width 130
t footfall foot left --length 262 --ball-width 70
footfall foot left --length 262 --ball-width 101 >/dev/null
t footfall foot left --girth 180
t footfall foot left --width-80 120
t footfall foot left --width-80 90 --width-88 95
t footfall foot left --heel-width 99
t footfall foot left --arch-index 0.9
t footfall foot left --fpi 6.5
t footfall foot left --arch-index 0.2 --method brannock
t footfall foot left --method guess --length 262
t footfall foot left --time 25:00 --length 262
t footfall foot left --error 40 --length 262
t footfall foot left --method outline
t footfall foot left --forget toes
t footfall foot right --forget length
t footfall foot left --history --length 262
t footfall foot middle
footfall foot --history
