# Every way to say when it began.
. "$HERE/../lib"
one_run
for when in 34min 34:10 1:00:00 0:45 30s 1h 5km 4.5km 800m 2mi 20minutes 20min..25min 5km..6km 20min..5km \
    start sometime; do
    t footfall log last --numb "$when"
done
