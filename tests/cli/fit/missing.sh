# What is missing, in a plain sentence, where the model has no finite estimate.
. "$HERE/../lib"
try() {
    printf '%b' "$2" >"$1.csv"
    t footfall fit "$1.csv"
    t footfall fit "$1.csv" --json
}
try single 'type,lo,hi,lacing\n1,20,,1\n'
try unchanged 'type,lo,hi,lacing\n1,20,,0\n1,25,,0\n1,22,,0\n'
try censored 'type,lo,hi,lacing\n0,20,,0\n0,25,,1\n0,22,,0\n'
try same 'type,lo,hi,lacing\n1,20,,0\n1,20,,0\n1,30,,1\n1,30,,1\n'
python3 - >fifty.csv <<'P'
print("type,lo,hi," + ",".join(f"c{k}" for k in range(50)))
for i in range(10):
    print(f"1,{20 + i}," + "," + ",".join(str((i * i * (k + 3) + k) % 7 % 2) for k in range(50)))
P
t footfall fit fifty.csv
footfall fit fifty.csv --json | json 'print(sorted(d), len(d["no_finite_estimate"]))'
