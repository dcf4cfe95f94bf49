# A foot in every system, with its width and a shoe; a label back to its feet; a child's foot.
. "$HERE/../lib"
t footfall size --foot 262 --width 101 --sex male --inner 268 --sock thick
t footfall size --foot 24.4cm --error 1 --girth 228 --sex female --downhill
t footfall size --size 42 --system eu
t footfall size --foot 160
# Without a foot it is that of the journal, and there is none.
t footfall size
