# Text that is not JSON: the file and the byte.
. "$HERE/../lib"
a() {
    printf '%s' "$1" >case.json
    t footfall assess case.json
}
a ''
a '{"age":42'
a '{"age":42,}'
a '{"age":1,"age":2}'
a '[]'
a 'null'
a '{} {}'
printf '{"age":\377}' >case.json
t footfall assess case.json
t footfall assess nowhere.json
t footfall assess .
printf '{"age":42' | t footfall assess -
head -c 1100000 /dev/zero | tr '\000' ' ' >large.json
t footfall assess large.json
