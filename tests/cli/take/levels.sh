# What is printed is read out by its headings: no level is left out, in any page.
. "$HERE/../lib"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
printf 'plan: Twice\ndays: tue, fri\nweeks 1-2: 2x/week; 6x(4min run, 1min walk)\n' | footfall plan --from - >/dev/null
footfall foot left --length 262 --ball-width 101 >/dev/null
footfall shoe 'Road A' --inner-length 272 --ball-width 97 >/dev/null
for command in plan visit fit-shoe; do
    footfall $command --html $command.html >/dev/null || true
    echo "$command: $(python3 "$HERE/levels.py" <$command.html)"
done
