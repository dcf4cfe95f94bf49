# Curves without a model.
. "$HERE/../lib"
cat >runs.csv <<'T'
type,lo,hi,lacing
1,20,20,0
1,33,33,1
1,22,22,0
0,45,45,1
1,36,36,1
1,18,18,0
1,22,,1
0,45,,1
1,24,,0
1,28,,0
T
t footfall fit runs.csv --curve
t footfall fit runs.csv --curve --by lacing
t footfall fit runs.csv --curve --limits plain --level 95
t footfall fit runs.csv --curve --by lacing --limits log --json
cat >known.csv <<'T'
type,lo,hi,lacing
1,20,20,0
3,30,36,1
3,20,25,0
0,45,,1
2,,21,0
3,15,22,0
0,25,,1
T
t footfall fit known.csv --curve
t footfall fit known.csv --curve --by lacing --json
# None went numb; a single one; numb from the first step.
printf 'type,lo,hi\n0,45,\n0,30,\n' >none.csv
t footfall fit none.csv --curve
t footfall fit none.csv --curve --json
printf 'type,lo,hi\n1,20,\n' >one.csv
t footfall fit one.csv --curve
printf 'type,lo,hi\n1,0,\n1,0,\n1,0,\n0,30,\n' >start.csv
t footfall fit start.csv --curve
printf 'type,lo,hi\n0,0,\n3,0,10\n' >between.csv
t footfall fit between.csv --curve
