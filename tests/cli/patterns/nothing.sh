# With no run, one run, and runs of which little is known it says what it cannot tell, and why.
. "$HERE/../lib"
t footfall patterns
one_run
t footfall patterns
footfall log 1 --numb 25min >/dev/null
t footfall patterns
# A red flag stands before all of it.
typed 'yes\n' footfall ask rf_saddle >/dev/null
t footfall patterns | head -8
