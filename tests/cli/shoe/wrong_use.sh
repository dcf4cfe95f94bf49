# What is refused says what to check, and nothing of it is kept.
. "$HERE/../lib"
t footfall shoe 'Road A'
t footfall shoe 'Road A' --retire
t footfall shoe 'Road A' --inner-length 27.5
t footfall shoe 'Road A' --size 42
t footfall shoe 'Road A' --size 'EU many'
t footfall shoe 'Road A' --size 'EU 400'
t footfall shoe 'Road A' --inner-length 275 --ball-width 140
t footfall shoe 'Road A' --ball-width 95 --width-94 96
t footfall shoe 'Road A' --km-before -5
t footfall shoe 'Road A' --method guess --inner-length 275
t footfall shoe --inner-length 275
t footfall shoe "$(printf '%0130d' 0)" --km-before 0
t footfall shoe "$(printf 'two\nlines')" --km-before 0
footfall shoe 'Road A' --km-before 10 >/dev/null
footfall shoe 'Road B' --km-before 10 >/dev/null
t footfall shoe 'Road B' --rename 'road a'
t footfall shoe 'Road A' --retire --unretire
t footfall shoe 'Road A' --forget soul
t footfall shoe 'Raod A'
t footfall shoe 'Road A' --sock-mm 40
t footfall shoe
