# A size is refused alike wherever it is told, and what 'forget' lists can be forgotten.
. "$HERE/../lib"
said() { "$@" 2>&1 | sed -n 's/^footfall: [a-z_]*: //p' | tail -1; }
for size in 'EU 400' 'UK -3' 'US_men big' 'JP 90'; do
    said footfall size --system "${size% *}" --size "${size#* }" >one
    said footfall shoe A --size "$size" >two
    cat one
    cmp one two && echo "in the same words"
done
footfall shoe A --size 'EU 42' --inner-length 272 >/dev/null
said footfall shoe A --forget soul
for what in $(said footfall shoe A --forget soul | sed 's/.*there are //; s/,//g'); do
    footfall shoe A --forget "$what" >out 2>&1 && echo "forgot $what" || { echo "$what:"; cat out; }
done
said footfall shoe A --method guess --inner-length 272
for how in $(said footfall shoe A --method guess --inner-length 272 | sed 's/.*there are //; s/,//g'); do
    footfall shoe A --method "$how" --inner-length 272 >/dev/null && echo "by $how"
done
