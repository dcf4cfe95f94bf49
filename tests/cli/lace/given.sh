# A lacing by its name, and one of the runner's own; neither needs a journal, or makes one.
. "$HERE/../lib"
t footfall lace --pattern lock --pairs 7 --friction 0.2
t footfall lace --sequence "l4 r2 L1, R1 L2 r4 / R6 L5 R5 L6" --width 35 --pitch 14.5 --ends 200
find "$HOME" -name '*journal*'
