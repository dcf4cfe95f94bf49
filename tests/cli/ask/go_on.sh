# Stopped and gone on with: nothing is asked twice; what was skipped comes again another time.
. "$HERE/../lib"
questions='^Safety first\|^Does any\|^How old\|^Where does it\|kept'
typed 'no\nskip\nstop\n' footfall ask | grep "$questions"
echo --
typed 'no\nno\nno\n?\nskip\n?\nskip\nstop\n' footfall ask | grep "$questions"
echo --
typed 'stop\n' footfall ask | grep "$questions"
echo --
typed 'no\nquit\n' env FOOTFALL_NOW=1788264000 footfall ask | grep "$questions"
