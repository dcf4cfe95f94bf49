# A name is text: bytes that are none are refused, also where they only end too soon, and what is UTF-8 is kept.
. "$HERE/../lib"
for bytes in '\377' 'a\303' '\300\200' 'a\tb' 'a\177'; do
    footfall shoe "$(printf "Run$bytes")" --size 'EU 42' 2>&1 || echo "=> $?"
done
footfall visit --name "$(printf 'A\377')" 2>&1 || echo "=> $?"
footfall shoe 'Läufer 3 № 7' --size 'EU 42' >/dev/null && footfall shoe 'Läufer 3 № 7' | head -1
