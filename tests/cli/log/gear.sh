# Insole, sock and lacing are each a thing of its own: what is said again is replaced, all else stays.
. "$HERE/../lib"
one_run
t footfall log 1 --insole none --sock 'thin wool' --lacing window
t footfall log 1 --insole 'Kork Ü' --shoe 'Road A'
t footfall log 1 --sock 'THIN wool'
t footfall log 1 --numb 20min --lacing loose --changed lacing
t footfall log 1 --insole ''
t footfall log 1 --lacing
footfall runs --json | json 'print(d[0]["insole"], "|", d[0]["sock"], "|", d[0]["lacing"])'
t footfall runs
