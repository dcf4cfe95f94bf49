# An emergency ends the questions and says what to do; a slip can be mended, and then they go on.
. "$HERE/../lib"
typed '2 5\n' footfall ask | sed -n '/^> /,$p'
typed 'no\n' footfall ask
typed 'no\n' footfall ask rf_bladder | tail -n 9
typed '?\n' footfall ask rf_breath | tail -n 3
typed 'stop\n' footfall ask | head -n 2
