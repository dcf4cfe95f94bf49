# Under another name, as ./try sets it, hints can be typed as they stand.
. "$HERE/../lib"
FOOTFALL_CALLED=./try
export FOOTFALL_CALLED
t footfall runs
t footfall nonsense
t footfall log last
footfall | grep try
