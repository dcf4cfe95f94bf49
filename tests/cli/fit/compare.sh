# Log-rank tests.
. "$HERE/../lib"
cat >runs.csv <<'T'
type,lo,hi,lacing,shoe,week
1,20,20,0,1,1
1,33,33,1,2,1
1,22,22,0,1,1
0,45,45,1,2,2
1,36,36,1,1,2
1,18,18,0,2,3
1,22,,1,1,3
0,45,,1,2,3
1,24,,0,2,3
1,28,,0,1,2
T
t footfall fit runs.csv --compare lacing
t footfall fit runs.csv --compare lacing --peto
t footfall fit runs.csv --compare lacing --strata shoe
t footfall fit runs.csv --compare week --json
t footfall fit runs.csv --compare week --strata shoe --peto --json
# Nothing to compare: all with the change, none went numb, and those who did when the others had ended.
printf 'type,lo,hi,lacing\n1,20,,1\n1,30,,1\n' >all.csv
t footfall fit all.csv --compare lacing
printf 'type,lo,hi,lacing\n0,20,,1\n0,30,,0\n' >none.csv
t footfall fit none.csv --compare lacing --json
printf 'type,lo,hi,lacing\n0,20,,1\n1,30,,0\n1,31,,0\n' >apart.csv
t footfall fit apart.csv --compare lacing
