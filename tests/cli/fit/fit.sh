# The plain survival model of a table.
. "$HERE/../lib"
cat >runs.csv <<'T'
type,lo,hi,lacing
1,20,20,0
1,33,33,1
1,22,22,0
0,45,45,1
3,30,36,1
1,18,18,0
2,,21,0
0,45,,1
T
t footfall fit runs.csv
t footfall fit runs.csv --dist lognormal --json
echo '{"beta": [{"name": "(Intercept)", "location": 3.2, "scale": 1}, {"name": "lacing", "location": 0, "scale": 0.5}],
"log_sigma": {"mean": -1.6, "sd": 0.5}}' >priors.json
t footfall fit runs.csv --priors priors.json
footfall fit runs.csv --priors priors.json --json | json 'print(sorted(d), sorted(d["posterior"]), d["khat"] < 0.7)'
printf 'type,lo,hi,x\n1,20,20,0\n0,40,40,1\n1,25,25,0\n' >separated.csv
t footfall fit separated.csv
t footfall fit separated.csv --json
printf 'type,lo,hi,x\n1,20,20,3\n1,40,40,3\n1,25,25,3\n' >constant.csv
t footfall fit constant.csv
t footfall fit runs.csv --mle --priors priors.json
t footfall fit runs.csv --dist normal
