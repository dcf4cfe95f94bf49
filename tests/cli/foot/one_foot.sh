# What cannot be of one foot is refused by the same limits and in the same words, wherever it is told.
. "$HERE/../lib"
said() { "$@" 2>&1 | sed -n 's/^footfall: [a-z_]*: //p' | tail -1; }
same() {
    said footfall foot left $1 >one
    said footfall $2 >two
    cat one
    cmp one two && echo "in the same words"
}
same '--length 262 --ball-width 130' 'size --foot 262 --width 130'
same '--length 262 --ball-width 130' 'pad --length 262 --width 130'
said footfall size --foot 120 --width 150
same '--length 262 --girth 320' 'size --foot 262 --girth 320'
same '--length 262 --ball-width 100 --girth 310' 'size --foot 262 --width 100 --girth 310'
same '--length 262 --ball-length 170' 'pad --length 262 --ball 170'
same '--length 262 --ball-length 216' 'pad --length 262 --ball 216'
# At the limit all take it.
footfall foot left --length 250 --ball-width 115 --ball-length 165 >/dev/null &&
    footfall size --foot 250 --width 115 >/dev/null &&
    footfall pad --length 250 --width 115 --ball 165 >/dev/null && echo "taken"
