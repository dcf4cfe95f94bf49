# The same of the tags of the PDFs.
. "$HERE/../lib"
. "$HERE/../visit/need_pdf"
. "$HERE/../plan_runner"
runner 20:44 9:45 3:42
all_clear
printf 'plan: Twice\ndays: tue, fri\nweeks 1-2: 2x/week; 6x(4min run, 1min walk)\n' | footfall plan --from - >/dev/null
footfall foot left --length 262 --ball-width 101 >/dev/null
footfall shoe 'Road A' --inner-length 272 --ball-width 97 >/dev/null
for command in plan visit fit-shoe; do
    footfall $command --pdf $command.pdf >/dev/null || true
    echo "$command: $(pdfinfo -struct $command.pdf | python3 "$HERE/levels.py")"
done
