# Options that do not go together, and tables that a question cannot be asked of.
. "$HERE/../lib"
printf 'type,lo,hi,x,entry\n1,20,,0,0\n1,30,,1,5\n3,20,30,1,0\n' >runs.csv
printf 'type,lo,hi,x,entry\n1,20,,0,0\n1,30,,1,5\n0,25,,1,25\n' >late.csv
printf 'type,lo,hi\n1,20,\n1,30,\n' >bare.csv
t footfall fit runs.csv --curve --cox
t footfall fit runs.csv --curve --dist weibull
t footfall fit runs.csv --cox --mle
t footfall fit runs.csv --compare x --priors priors.json
t footfall fit runs.csv --by x
t footfall fit runs.csv --cox --limits log
t footfall fit runs.csv --level 95
t footfall fit runs.csv --curve --peto
t footfall fit runs.csv --curve --strata x
t footfall fit runs.csv --curve --ties exact
t footfall fit runs.csv --entry entry
t footfall fit runs.csv --curve --limits logit
t footfall fit runs.csv --curve --level 100
t footfall fit runs.csv --curve --level 0.9
t footfall fit runs.csv --curve --by lacing
t footfall fit runs.csv --compare
t footfall fit runs.csv --compare x
t footfall fit runs.csv --cox
t footfall fit late.csv --cox --ties heidelberg
t footfall fit late.csv --cox --strata shoe
t footfall fit late.csv --cox --entry entry
t footfall fit late.csv --cox --entry begin
t footfall fit bare.csv --cox
printf 'type,lo,hi,x\n1,-2,,0\n' >negative.csv
t footfall fit negative.csv --curve
printf 'type,lo,hi,x\n1,1e300,,0\n' >large.csv
t footfall fit large.csv --curve
printf 'type,lo,hi,x\n1,20,,-1e13\n' >far.csv
t footfall fit far.csv
python3 -c 'print("type,lo,hi,x"); [print(f"1,{20 + i},,{i}") for i in range(33)]' >many.csv
t footfall fit many.csv --compare x
t footfall fit many.csv --curve --by x
python3 -c 'print("type,lo,hi,x"); [print(f"1,20,,{i % 7}") for i in range(301)]' >tied.csv
t footfall fit tied.csv --cox --ties exact
