#!/usr/bin/env python3
"""bench/cases.py: its sums against figures from elsewhere, then the program on the told stories:
what must hold of every one, for safety. Prints TAP.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT, shared_folder  # noqa: E402
from runner.tap import Printer  # noqa: E402

sys.path.insert(0, str(ROOT / "bench"))
import cases  # noqa: E402

# A program that gives the same answer whatever the case.
FIXED = """#!/bin/sh
cat <<'END'
%s
END
"""


def story(name, cause, triage, basis="outcome_stated", **more):
    return {"id": name, "true_cause": cause, "triage": triage, "truth_basis": basis, **more}


def near(a, b, tolerance=5e-4):
    return abs(a - b) < tolerance


def sums(out):
    # Newcombe, Stat Med 1998;17:857, table I, method 3: 81/263, 15/148, 0/20, 1/29.
    for hits, n, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605),
                               (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)):
        got = cases.wilson(hits, n)
        out.check(f"limits of {hits} in {n}", near(got[0], low, 1e-4) and near(got[1], high, 1e-4), got)
    labels = len(cases.LABELS)
    flat = cases.Scored(story("a", "sural", "self_care"), {}, "self_care")
    out.check("knowing nothing: the log score", near(flat.log_score, math.log(labels)), flat.log_score)
    out.check("knowing nothing: the Brier score", near(flat.brier, 1 - 1 / labels), flat.brier)
    rows, error = cases.reliability([(0.9, True), (0.9, False), (0.1, False), (0.1, False)])
    out.check("the calibration error", near(error, 0.25) and [r[2] for r in rows] == [2, 2], (rows, error))


def one_case(out):
    sure = {"l5": 0.3, "s1": 0.2, "shoe": 0.4, "lace": 0.3, "tts": 0.2}
    s = cases.Scored(story("a", "tarsal_tunnel", "see_doctor_soon", "inferred",
                           accepted_alternatives=["lumbar_radiculopathy"],
                           triage_also_acceptable=["same_day"]), sure, "same_day")
    out.check("causes of one label are added up", s.rank[:3] == [
        "lumbar_radiculopathy", "footwear_fit", "laces_anterior_tarsal"], s.rank[:3])
    out.check("an accepted alternative is right at first, but not in three", s.first and not s.three)
    out.check("soft, acceptable, not exact, and called urgent though calm",
              (s.firm, s.acceptable, s.exact, s.over, s.under) == (False, True, False, True, False))
    request = {"age": 40, "sex": "male", "sites": {"L": []}, "answers": {"side": "one", "age": "30_49"},
               "unsure": ["heat", "side"], "red_flags": []}
    out.check("what is left out is gone, and nothing else",
              cases.leave_out(request, ["sites", "side", "age"]) ==
              {"sex": "male", "answers": {}, "unsure": ["heat"], "red_flags": []})


def bench(arguments):
    return subprocess.run([sys.executable, ROOT / "bench" / "cases.py", *arguments],
                          capture_output=True, text=True, check=False)


def whole(out, folder):
    """The bench on two made-up cases and a program that calls everything calm."""
    missing = bench([str(folder / "nothing")])
    out.check("no cases: it says so", missing.returncode == 0 and "skipped" in missing.stdout,
              missing.stdout + missing.stderr)
    answer = {"causes": [{"id": "lace", "p": 0.6, "for": [
        {"finding": "lace_mark", "answer": "yes", "counted": 3.0}], "against": []}],
        "triage": {"level": "routine"}}
    program = folder / "program"
    program.write_text(FIXED % json.dumps(answer))
    program.chmod(0o755)
    told = [story("a", "laces_anterior_tarsal", "see_professional_routine"),
            story("b", "cauda_equina", "emergency")]
    (folder / "made.jsonl").write_text("\n".join(map(json.dumps, told)))
    (folder / "made-answers.jsonl").write_text('{"id": "a", "answers": {}}\n{"id": "b", "answers": {}}\n')
    ended = bench(["--program", str(program), "--misses", str(folder / "misses"), str(folder)])
    out.check("an urgent case told to wait fails", ended.returncode == 1 and
              "NOT SAFE: no urgent case is told to wait, but for b" in ended.stdout,
              ended.stdout + ended.stderr)
    out.check("half of two is right", "top-1      0.50 (0.09 to 0.91)  1/2" in ended.stdout, ended.stdout)
    misses = (folder / "misses").read_text()
    out.check("a miss says what counted", misses.startswith("b (firm, not first, not in three, triage)")
              and "for lace: lace_mark=yes x3.00" in misses, misses)


def told_stories(out):
    shared = shared_folder()
    pairs = cases.read_cases(shared / "cases") if shared else None
    if not pairs:
        out.skip("the told stories", "the given material (../shared) is not there")
        return
    scored, broken = cases.score_all(os.environ["FOOTFALL_PROGRAM"], pairs)
    for words, good, names in cases.safety(scored, broken):
        out.check(words, good, ", ".join(names))
    firm = [s for s in scored if s.firm]
    for words, hits in (("top-1", sum(s.first for s in firm)), ("top-3", sum(s.three for s in firm))):
        print(f"# firm {words}: {cases.share_text(hits, len(firm))}")


def main():
    out = Printer()
    sums(out)
    one_case(out)
    with tempfile.TemporaryDirectory() as folder:
        whole(out, Path(folder))
    told_stories(out)
    return out.done()


if __name__ == "__main__":
    sys.exit(main())
