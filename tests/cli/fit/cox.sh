# Cox regression.
. "$HERE/../lib"
cat >runs.csv <<'T'
type,lo,hi,lacing,pace,shoe,entry
1,20,20,0,6.1,1,0
1,33,33,1,5.9,2,5
1,22,22,0,6.0,1,2
0,45,45,1,6.2,2,0
1,36,36,1,5.8,1,0
1,18,18,0,5.7,2,10
1,22,,1,6.0,1,0
0,45,,1,6.3,2,3
1,24,,0,6.2,2,0
1,28,,0,6.4,1,0
T
cut -d, -f1-5 runs.csv >few.csv
t footfall fit few.csv --cox
t footfall fit few.csv --cox --ties breslow
t footfall fit few.csv --cox --ties exact
t footfall fit runs.csv --cox --strata shoe --entry entry
cut -d, -f1-4 runs.csv >one.csv
t footfall fit one.csv --cox --json
t footfall fit runs.csv --cox --strata shoe --entry entry --ties breslow --json
# No finite estimate: none with the change went numb; it never varies; two that go together; none went
# numb at all; a single run; fifty changes in ten runs.
printf 'type,lo,hi,lacing\n1,20,,0\n0,40,,1\n1,25,,0\n0,40,,1\n' >separated.csv
t footfall fit separated.csv --cox
t footfall fit separated.csv --cox --json
printf 'type,lo,hi,lacing,pace\n1,20,,1,6\n1,40,,1,5\n1,25,,1,5.5\n1,22,,1,5.7\n' >constant.csv
t footfall fit constant.csv --cox
printf 'type,lo,hi,lacing,usual\n1,20,,1,0\n1,40,,1,0\n1,25,,0,1\n1,42,,0,1\n' >together.csv
t footfall fit together.csv --cox
printf 'type,lo,hi,lacing\n0,20,,1\n0,40,,0\n' >none.csv
t footfall fit none.csv --cox
printf 'type,lo,hi,lacing\n1,20,,1\n' >single.csv
t footfall fit single.csv --cox
python3 - >fifty.csv <<'P'
print("type,lo,hi," + ",".join(f"c{k}" for k in range(50)))
for i in range(10):
    print(f"1,{20 + i}," + "," + ",".join(str((i * i * (k + 3) + k) % 7 % 2) for k in range(50)))
P
t footfall fit fifty.csv --cox
