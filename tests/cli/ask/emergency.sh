# An emergency ends the questions and says what to do; a slip can be mended, and then they go on.
. "$HERE/../lib"
typed '1 6\n' footfall ask | sed -n '/^> /,$p'
typed 'no\n' footfall ask
typed 'no\n' footfall ask rf_bladder | tail -n 11
typed '?\n' footfall ask rf_breath | tail -n 8
typed 'stop\n' footfall ask | head -n 3
