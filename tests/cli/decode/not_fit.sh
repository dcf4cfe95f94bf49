# Not FIT at all: nothing on standard output, and 3.
. "$HERE/../lib"
echo 'dear diary' >diary.txt
: >empty.fit
head -c 14 /dev/zero >zeros.fit
mkdir folder
for file in diary.txt empty.fit zeros.fit folder nowhere.fit; do
    t footfall decode "$file"
    footfall decode "$file" 2>/dev/null | wc -c
done
