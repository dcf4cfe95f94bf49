#!/usr/bin/env python3
"""bench/bench_design.c on a trial or two of each scenario: only what no luck can change. Prints TAP."""

import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.tap import Printer  # noqa: E402

BENCH = Path(os.environ["FOOTFALL_BUILD"]) / "bench" / "bench_design"
MOST_RUNS = 40  # a trial ends then
LEAST_RUNS = 8  # before them nothing is settled

SHARE = re.compile(r"(\d\.\d+)\+-\d\.\d+")


def bench(*arguments):
    return subprocess.run([BENCH, *map(str, arguments)], capture_output=True, text=True, check=False)


def told(ended):
    return f"status {ended.returncode}\n{ended.stdout}{ended.stderr}"


def scenarios(refused):
    return refused.stderr.split("scenarios:")[1].split()


def rows(text, names):
    """The words of each row by its scenario, without what was found earlier."""
    return {words[0]: words[1:] for words in (line.split("|")[0].split() for line in text.splitlines())
            if words and words[0] in names}


def without_times(text):
    """All but the seconds, which stand before the bar or in a line of their own."""
    lines = [re.sub(r"\d+\.\d+ +\|", "|", line) for line in text.splitlines()]
    return [line for line in lines if "CPU s a trial" not in line]


def check_row(out, name, words):
    shares = [float(share) for share in SHARE.findall(" ".join(words))]
    ends, worse = shares[:-1], shares[-1]
    numbers = [w for w in words if "+-" not in w]
    runs = [int(w) for w in numbers if w.isdigit()]
    no_right = "none" in name
    good = (len(ends) == (3 if no_right else 4) and abs(sum(ends) - 1) < 0.003 and 0 <= worse <= 1
            and len(runs) in (2, 4) and all(LEAST_RUNS <= n <= MOST_RUNS for n in runs)
            and (len(runs) == 4) == (not no_right and ends[0] > 0))
    out.check(f"{name}: how it ended adds up, in {LEAST_RUNS} to {MOST_RUNS} runs", good, " ".join(words))


def whole_table(out, names):
    ended = bench(1, 3, "even")
    found = rows(ended.stdout, names)
    out.check("every scenario has its row", ended.returncode == 0 and set(found) == set(names) - {"peek"}, told(ended))
    for name, words in found.items():
        check_row(out, name, words)
    plain = re.findall(r"^(?:the 90|\.\.\.|P\(|footfall says).*?(\d\.\d+)\+-", ended.stdout, re.MULTILINE)
    out.check("and so has each way of peeking", len(plain) == 4 and all(0 <= float(p) <= 1 for p in plain), told(ended))
    out.check("an interval above 1 excludes 1", len(plain) == 4 and plain[1] <= plain[0], told(ended))


def same_again(out):
    first, second = (bench(2, 5, "knowledge", "1-1.7", "2-none") for _ in range(2))
    out.check("the same seed gives the same trials", first.returncode == 0 and
              without_times(first.stdout) == without_times(second.stdout), told(first) + told(second))


def main():
    out = Printer()
    refused = bench(0)
    names = scenarios(refused)
    out.check("no trials are refused, and all scenarios named", refused.returncode == 2 and len(names) > 10,
              told(refused))
    for wrong in ((1, 1, "hopes"), (1, 1, "even", "9-none"), (10000,)):
        ended = bench(*wrong)
        out.check(f"refused: {wrong}", ended.returncode == 2 and ended.stderr == refused.stderr, told(ended))
    whole_table(out, names)
    same_again(out)
    return out.done()


if __name__ == "__main__":
    sys.exit(main())
