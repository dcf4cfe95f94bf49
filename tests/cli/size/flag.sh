# A longer shoe is proposed as a change to test, but not while a sign waits for a doctor today.
. "$HERE/../lib"
footfall size --foot 262 --inner 262 | grep -c 'trial start' || true
typed 'yes\n' footfall ask rf_saddle >/dev/null
footfall size --foot 262 --inner 262 | grep -c 'trial start' || true
