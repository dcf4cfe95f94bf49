# 0 to 10, whole.
. "$HERE/../lib"
one_run
footfall log 1 --numb 20min >/dev/null
t footfall log 1 --strength 10
for strength in 11 -1 3.5 lots ''; do
    t footfall log 1 --strength "$strength"
done
t footfall log 1
