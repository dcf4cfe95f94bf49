# Wrong use says what is wrong, where to read on, and ends with 2.
. "$HERE/../lib"
t footfall nonsense
t footfall help nonsense
t footfall --nonsense
t footfall -x
t footfall --journal
t footfall why --json=yes
t footfall import --frob runs
t footfall log last --numb
t footfall import
t footfall log
t footfall decode
t footfall assess
t footfall log 1 2
t footfall runs 1 2
t footfall merge 1
t footfall help --json
t footfall help --completion fish
t footfall open --port 80
test ! -e "$HOME/.local"
