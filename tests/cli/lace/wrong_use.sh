# What is refused says where, and what would do.
. "$HERE/../lib"
t footfall lace --where elbow
t footfall lace --where ankel
t footfall lace --where W1
t footfall lace --where 200mm
t footfall lace --where ,
t footfall lace --where instep --pairs 3
t footfall lace --where instep --pairs 99
t footfall lace --where instep --pairs 6.5
t footfall lace --where instep --width wide
t footfall lace --where instep --pitch 0
t footfall lace --where instep --friction 2
t footfall lace --where instep --pattern lock
t footfall lace --pattern zigzag
t footfall lace --pattern window_6 --pairs 6
t footfall lace --pattern crisscross --sequence "L1 R1"
t footfall lace --sequence "L1 R1 L9" --pairs 6
t footfall lace --sequence "L1 R1 L13"
t footfall lace --sequence "L0 R1"
t footfall lace --sequence "L3 L2 L1"
t footfall lace --sequence "L2 R1 L1 R2 L2"
t footfall lace --sequence "L2 R1 L1 R2 loopL2"
t footfall lace --sequence "L2 R1 M1 R2"
t footfall lace --sequence ""
t footfall lace --sequence "L1 R1 / R2 L2 / L3 R3"
t footfall lace more
