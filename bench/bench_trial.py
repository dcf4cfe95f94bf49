#!/usr/bin/env python3
"""How well made-up runners with known truth are judged: bench_trial.py PROGRAM RUNNERS.jsonl [N]

Each line of the file is a runner as 'footfall trial analyse' takes it, with the truth beside it (truth.time_ratio,
truth.cause), which is taken out before. Told with their Monte Carlo errors: how often the 90 % interval holds the
truth, the error of the log ratio, how often a change that does not help is said to, how often one that does is
found, and what the runs add to knowing the cause.
"""

import json
import math
import statistics
import subprocess
import sys
import tempfile
import time


def share(hits, total):
    p = hits / total
    return f"{p:.3f} +- {math.sqrt(p * (1 - p) / total):.3f} ({hits} of {total})"


def analyse(program, runner):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(runner, file)
        file.flush()
        start = time.monotonic()
        out = subprocess.run([program, "trial", "analyse", file.name, "--json"], capture_output=True, check=True)
        return json.loads(out.stdout), time.monotonic() - start


def judge(answer, truth, score):
    for change in answer["changes"]:
        ratio = truth["time_ratio"].get(change["id"])
        if ratio is None or change["state"] != "known":
            continue
        score["held"].append(change["low"] <= ratio <= change["high"])
        score["error"].append((change["mean_log_ratio"] - math.log(ratio)) ** 2)
        score["mixed"].append((change["mean_log_ratio_mixture"] - math.log(ratio)) ** 2)
        if ratio < 1.1:
            score["false"].append(change["p_helps"] > 0.95)
            score["false_verdict"].append(change["verdict"] == "works")
        if ratio > 1.3:
            score["found"].append(change["p_helps"] > 0.95)
    causes = {c["id"]: c for c in answer["causes"]}
    for key in ("before", "after"):
        score["log_" + key].append(-math.log(max(causes[truth["cause"]][key], 1e-9)))
        score["first_" + key].append(max(causes, key=lambda c: causes[c][key]) == truth["cause"])
    score["bad_k"].append(answer["khat"] > 0.7)


def main(program, path, count):
    score = {k: [] for k in ("held", "error", "mixed", "false", "false_verdict", "found", "log_before", "log_after",
                             "first_before", "first_after", "bad_k", "seconds")}
    for number, line in enumerate(open(path)):
        if number == count:
            break
        runner = json.loads(line)
        truth = runner.pop("truth")
        for run in runner["runs"]:
            run.pop("_truth_onset_min", None)
        answer, seconds = analyse(program, runner)
        score["seconds"].append(seconds)
        judge(answer, truth, score)
    root = lambda values: math.sqrt(statistics.fmean(values))
    print(f"{len(score['seconds'])} runners, {len(score['held'])} changes")
    print(f"  90 % interval holds the truth   {share(sum(score['held']), len(score['held']))}")
    print(f"  root mean square error of log   {root(score['error']):.3f}, weighed with the causes {root(score['mixed']):.3f}")
    print(f"  below 1.1, chance above .95     {share(sum(score['false']), len(score['false']))}")
    print(f"  below 1.1, said to work         {share(sum(score['false_verdict']), len(score['false_verdict']))}")
    print(f"  above 1.3, chance above .95     {share(sum(score['found']), len(score['found']))}")
    for key in ("before", "after"):
        values = score["log_" + key]
        error = statistics.stdev(values) / math.sqrt(len(values))
        print(f"  cause {key:6}: log score {statistics.fmean(values):.3f} +- {error:.3f}, first named right "
              f"{share(sum(score['first_' + key]), len(values))}")
    print(f"  Pareto k above 0.7              {sum(score['bad_k'])}")
    print(f"  milliseconds a runner           {statistics.median(score['seconds']) * 1000:.0f} (median, the whole program)")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else -1)
