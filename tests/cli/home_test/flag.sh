# While running would harm, no test that loads the foot is shown; those without load are, and a
# result is taken all the same, for it may tell of more.
. "$HERE/../lib"
typed 'yes\n' footfall ask rf_bone >/dev/null
t footfall home-test
for id in lunge heel_raise heel_walk shin_after_run; do
    footfall home-test $id >shown || echo "$id: $?"
    grep -c 'Needs' shown || true
    tail -3 shown
    footfall home-test $id --json | json 'print(sorted(d))'
    footfall home-test $id --svg | grep -c '<svg' || true
done
for id in thomas foot_line web_squeeze ipswich slump piriformis arch_drop ankle_tap foot_up_out tuning_fork; do
    footfall home-test $id | grep -c 'What counts'
    footfall home-test $id --svg | grep -c '<svg'
done
footfall home-test --json | json 'print([(x["id"], x["loads"]) for x in d["home_tests"] if x["waits"]])'
echo "-- what to do with a result waits too, but not what leads to a doctor"
t footfall home-test lunge yes
footfall home-test lunge yes --json | json 'print(d["kept"], "do" in d)'
footfall home-test lunge unsure | grep -A1 'What to do'
footfall home-test heel_walk yes | grep -A2 'What to do'
