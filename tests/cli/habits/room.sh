# Room in a shoe is what fit-shoe tells of it: sock, insole and sockliner, length and width, and the error.
. "$HERE/../lib"
three_runs
footfall import runs >/dev/null
footfall log 3 --none --shoe 'Road A' >/dev/null
shoe() { footfall habits | sed -n '/^1\./,/^   Next/p'; }
fit() { footfall fit-shoe | sed -n '/^In length/,/^$/p' | head -3; }
footfall foot right --length 264.5 --ball-width 103 --method caliper >/dev/null
footfall shoe 'Road A' --inner-length 278 --method sockliner >/dev/null
fit
shoe
footfall shoe 'Road A' --method caliper --inner-length 284 --ball-width 103 --sock thick --insole-mm 3 >/dev/null
fit
shoe
footfall shoe 'Road A' --method caliper --ball-width 92 >/dev/null
fit
shoe
footfall shoe 'Road A' --method caliper --inner-length 268 >/dev/null
fit
shoe
