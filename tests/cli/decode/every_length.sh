# A file cut anywhere, even within its header: an answer, never a crash.
. "$HERE/../lib"
make_run run.fit start=2026-05-30T05:00:00 minutes=1 press=0.5
python3 - <<'P'
import collections, subprocess
whole = open("run.fit", "rb").read()
ends = collections.Counter()
for length in [*range(0, 40), *range(40, len(whole), 23), len(whole) - 2, len(whole) - 1, len(whole)]:
    open("cut.fit", "wb").write(whole[:length])
    done = subprocess.run(["footfall", "decode", "cut.fit"], capture_output=True, text=True)
    said = done.stderr.startswith("footfall: cut.fit: ") and "What to do: " in done.stderr
    ends[done.returncode, said] += 1
    if length == len(whole):
        print("whole:", done.returncode, repr(done.stderr))
print(sorted(ends))
P
