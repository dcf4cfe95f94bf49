# Wrong use: what is not allowed is named, and nothing is written.
. "$HERE/../lib"
t footfall visit extra
t footfall visit --html - --pdf -
t footfall visit --json --html -
t footfall visit --json --fhir -
t footfall visit --paper letter
t footfall visit --pdf x.pdf --paper a5
t footfall visit --html ''
t footfall visit --html nowhere/x.html | tail -2
t footfall visit --name "$(printf 'a\033[31mb')"
t footfall visit --medicines "$(printf '\377')"
t footfall visit --question "$(printf 'w%.0s' $(seq 501))" | sed 's/ww*/w/'
ls
# What is no file is left what it is.
mkfifo pipe
footfall visit --html pipe 2>&1 >/dev/null || echo "=> $?"
test -p pipe && echo "still a pipe"
