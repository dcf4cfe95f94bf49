# What is read is kept as figures of the feet, and one result serves both: 'foot' and the home test.
. "$HERE/../lib"
answer() { footfall home-test --json | json "print([x.get('answer') for x in d['home_tests'] if x['id'] == '$1'][0])"; }
t footfall home-test foot_line --left 13
answer foot_line
t footfall home-test foot_line --right 3
footfall foot left --foot-line 4 >/dev/null
answer foot_line
footfall home-test foot_line supinated >/dev/null
answer foot_line
footfall foot right --foot-line 12.5 >/dev/null
answer foot_line
footfall foot left --forget foot_line >/dev/null
footfall foot right --forget foot_line >/dev/null
answer foot_line
echo "one side that settles nothing leaves what was answered:"
footfall home-test lunge yes >/dev/null
t footfall home-test lunge --left 12
answer lunge
t footfall home-test lunge --right 12 --json
answer lunge
footfall home-test thomas --left 5 --right 9 >/dev/null
footfall home-test heel_raise --left 25 --right 31 >/dev/null
footfall foot left --navicular-drop 16 >/dev/null
footfall home-test ipswich --left 2 --right 0 >/dev/null
echo "a warning that was read is not taken back by reading again:"
footfall home-test ipswich --left 0 --json | json 'print(d["kept"], d["answers"], d["not_kept"])'
footfall home-test ipswich --left 0 --right 0 --json | json 'print(d["kept"], d["triage"]["level"])'
t footfall foot
footfall visit | sed -n '/^Feet/,/^What follows/p'
t footfall foot left --length 262 --method home_test
t footfall foot left --arch-index 0.2 --method home_test
footfall export out >/dev/null
footfall --journal other.footfall restore out/footfall.json >/dev/null
footfall foot --json >before
footfall --journal other.footfall foot --json | cmp - before && echo "the same figures"
