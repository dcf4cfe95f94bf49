# While running would harm nobody is sent to do a test that loads the foot; else it is asked, and it
# can always be answered by its name.
. "$HERE/../lib"
whole() { yes '?' | head -600 | footfall "$@" ask 2>&1 | tr '\n' ' ' >asked; }
loads='press the shin muscles|Do heel raises on one leg|Walk 10 steps on your heels|Knee-to-wall lunge'
whole
grep -o -E "$loads" asked
typed 'yes\n' footfall --journal other ask rf_bone | tail -1
whole --journal other
grep -o -E "$loads" asked || echo "no test that loads"
grep -o -E 'That is all for now|Point the foot down and in' asked
typed 'yes\n' footfall --journal other ask t_heelraise | grep -c 'answer kept'
