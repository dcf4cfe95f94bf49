#!/usr/bin/env python3
"""How long a note for a visit takes, as a PDF and as text, beside the program's own start.

  bench/bench_visit.py PROGRAM [TIMES]

The made-up runner of the demo, in a scratch folder. Wall time of the whole program, the median of TIMES (31)
taken in turns, so that a busy machine is busy for all. Aim: a PDF within 100 ms on an idle machine.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

AIM_MS = 100


def main(program, times="31"):
    program = os.path.abspath(program)
    with tempfile.TemporaryDirectory() as folder:
        env = {"HOME": folder, "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "FOOTFALL_NOW": "1780315200"}
        journal = os.path.join(folder, ".local/share/footfall/demo/journal.footfall")

        def run(*words):
            begin = time.perf_counter()
            subprocess.run([program, *words], env=env, check=True, cwd=folder, stdout=subprocess.DEVNULL)
            return 1000 * (time.perf_counter() - begin)

        run("demo")
        kinds = {"start (--version)": ["--version"], "why": ["-j", journal, "why"],
                 "visit": ["-j", journal, "visit"],
                 "visit --html": ["-j", journal, "visit", "--html", "v.html"],
                 "visit --fhir": ["-j", journal, "visit", "--fhir", "v.json"],
                 "visit --pdf": ["-j", journal, "visit", "--pdf", "v.pdf"]}
        taken = {kind: [] for kind in kinds}
        for _ in range(int(times)):
            for kind, words in kinds.items():
                taken[kind].append(run(*words))
        text = statistics.median(taken["visit"])
        for kind, list_ms in taken.items():
            middle = statistics.median(list_ms)
            print(f"{kind:<18} {middle:7.1f} ms, best {min(list_ms):6.1f}, {middle / text:5.2f} times the text")
        pdf = statistics.median(taken["visit --pdf"])
        print("within" if pdf <= AIM_MS else "over", f"the aim of {AIM_MS} ms")


main(*sys.argv[1:])
