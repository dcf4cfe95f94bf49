# What is refused says what would do.
. "$HERE/../lib"
t footfall size --foot 12
t footfall size --foot 26.2
t footfall size --foot 10.3
t footfall size --foot big
t footfall size --foot 262kg
t footfall size --foot 1e999
t footfall size --foot nan
t footfall size --foot 262 --error 30
t footfall size --size 42
t footfall size --size 42 --system Mars
t footfall size --size 420 --system EU
t footfall size --size 3 --system EU
t footfall size --size 42 --system EU --foot 262
t footfall size --foot 262 --width 130 --sex male
t footfall size --foot 262 --width 262
t footfall size --foot 262 --girth 100 --sex male
t footfall size --foot 262 --sex other
t footfall size --foot 262 --sock woolly
t footfall size --foot 262 --sock 20
t footfall size --foot 262 --inner 500
t footfall size 262
