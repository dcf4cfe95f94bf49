#!/usr/bin/env python3
"""How well told stories are understood: runs `footfall assess` on each case and scores the answers.

  bench/cases.py                      the program of build/check, the cases of ../shared/cases
  bench/cases.py --program P FOLDER   another program, another folder
  bench/cases.py --misses             also what went wrong, and which answers did it
  bench/cases.py --without sites      leave out the drawing, or a finding, or a whole group of findings
  bench/cases.py --each-group         every group of findings left out in turn
  bench/cases.py --simple             beside it one cause at a time, from the same knowledge

FOLDER holds NAME.jsonl (stories with their cause and triage) and NAME-answers.jsonl (what was told). A case
is right at first (top-1) when its cause, or one a good clinician would also accept, ranks first, and
right in three (top-3) when its cause is among the first three. Numbers must not be fitted to single
cases: look for the fact, the question or the structure that is missing.
"""

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True

# What the cases call a cause, and the causes of the knowledge that are meant.
LABELS = {
    "laces_anterior_tarsal": ["lace"], "footwear_fit": ["shoe"], "footfall_overstride": ["stride"],
    "foot_structure": ["flat", "higharch"], "overtraining": ["load"],
    "muscle_tightness_sciatic": ["tight", "piri"], "mortons_neuroma": ["morton"],
    "peripheral_neuropathy": ["dm", "idio", "etoh", "chemo", "thy"], "tarsal_tunnel": ["tts"],
    "superficial_peroneal": ["spn"], "deep_peroneal": ["dpn"], "medial_plantar_joggers_foot": ["mpn"],
    "lateral_plantar_baxter": ["lpn"], "sural": ["sural"], "saphenous": ["saph"],
    "common_peroneal": ["cpn"], "exertional_compartment": ["cecs"],
    "lumbar_radiculopathy": ["l4", "l5", "s1", "lss"], "vascular": ["paes", "pad"],
    "raynaud_cold": ["cold"], "stress_fracture": ["bsi"],
    "b12_or_other_metabolic": ["b12", "thy", "etoh"], "ms_central": ["ms"], "cauda_equina": ["ces"],
    "gbs": ["gbs"], "other": ["other"],
}
LEVELS = ["self_care", "routine", "within_days", "same_day", "emergency"]
TRIAGE = dict(zip(["self_care", "see_professional_routine", "see_doctor_soon", "same_day", "emergency"],
                  LEVELS))
URGENT = LEVELS.index("same_day")
FIRM = ("clinician_diagnosis", "outcome_stated")
TOLD = ("age", "sex", "sites", "answers", "unsure", "red_flags")
BINS = (0, 0.05, 0.2, 0.5, 0.8, 1)
SMALLEST = 1e-4  # assess prints 4 places; a cause at 0 must not make the log score infinite
RESAMPLES = 2000


class Trouble(Exception):
    """Said to the user in one line."""


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def read_cases(folder):
    """Pairs of story and request, in the order of the answers. None: there are no cases."""
    told = sorted(Path(folder).glob("*-answers.jsonl"))
    if not told:
        return None
    pairs = []
    for path in told:
        stories = {c["id"]: c for c in read_lines(str(path).replace("-answers.jsonl", ".jsonl"))}
        for answers in read_lines(path):
            if answers["id"] not in stories:
                raise Trouble(f"{path.name}: {answers['id']} has no story")
            pairs.append((stories[answers["id"]], {k: answers[k] for k in TOLD if k in answers}))
    return pairs


def leave_out(request, names):
    """The request without the drawing ("sites") or without these findings."""
    kept = {k: v for k, v in request.items() if k not in names}
    kept["answers"] = {n: v for n, v in kept.get("answers", {}).items() if n not in names}
    kept["unsure"] = [n for n in kept.get("unsure", []) if n not in names]
    if "age" in names:
        kept.pop("age", None)
    if "female" in names:
        kept.pop("sex", None)
    return kept


def assess(program, request):
    """What the program answers; None with the reason when it gives no answer."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(request, file)
        file.flush()
        ended = subprocess.run([program, "assess", file.name, "--json"], capture_output=True,
                               timeout=60, check=False)
    try:
        return json.loads(ended.stdout), ""
    except ValueError:
        return None, ended.stderr.decode(errors="replace").strip()


# --- one case --------------------------------------------------------------------------------------

def label_sums(causes):
    """Chance of each label: the sum over its causes."""
    return {label: sum(causes.get(c, 0) for c in ids) for label, ids in LABELS.items()}


class Scored:
    """One case with its answer: right or not, and how sure."""

    def __init__(self, story, causes, level, answer=None):
        self.story, self.answer, self.level = story, answer, level
        self.id, self.truth = story["id"], story["true_cause"]
        if self.truth not in LABELS:
            raise Trouble(f"{self.id}: the cause \"{self.truth}\" is not known here")
        self.firm = story["truth_basis"] in FIRM
        self.chance = label_sums(causes)
        self.rank = sorted(LABELS, key=lambda label: -self.chance[label])
        accepted = [self.truth] + story.get("accepted_alternatives", [])
        self.first, self.three = self.rank[0] in accepted, self.truth in self.rank[:3]
        total = sum(max(p, SMALLEST) for p in self.chance.values())
        self.share = {label: max(p, SMALLEST) / total for label, p in self.chance.items()}
        self.log_score = -math.log(self.share[self.truth])
        self.brier = sum((p - (label == self.truth)) ** 2 for label, p in self.share.items())
        self.want = TRIAGE[story["triage"]]
        self.urgent = LEVELS.index(self.want) >= URGENT
        if level:
            also = [TRIAGE[t] for t in story.get("triage_also_acceptable", [])]
            self.exact, self.acceptable = level == self.want, level in [self.want] + also
            self.under = self.urgent and LEVELS.index(level) < URGENT
            self.over = not self.urgent and LEVELS.index(level) >= URGENT


def score_all(program, pairs, without=()):
    """The scored cases, and those the program gave no answer to."""
    scored, broken = [], []
    for story, request in pairs:
        answer, reason = assess(program, leave_out(request, without))
        if answer is None:
            broken.append((story["id"], reason))
            continue
        causes = {c["id"]: c["p"] for c in answer["causes"]}
        scored.append(Scored(story, causes, answer["triage"]["level"], answer))
    return scored, broken


# --- numbers with their uncertainty ----------------------------------------------------------------

def wilson(hits, n, z=1.959964):
    """95 % limits of a share (Wilson 1927)."""
    if n == 0:
        return 0.0, 1.0
    p = hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def bootstrap(values):
    """95 % limits of a mean, by drawing the cases again; the same every time."""
    rng = random.Random(20260601)
    means = sorted(sum(rng.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLES))
    return means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]


def share_text(hits, n):
    if n == 0:
        return "none"
    low, high = wilson(hits, n)
    return f"{hits / n:.2f} ({low:.2f} to {high:.2f})  {hits}/{n}"


def mean_text(values):
    low, high = bootstrap(values)
    return f"{sum(values) / len(values):.2f} ({low:.2f} to {high:.2f})"


def reliability(pairs):
    """Rows of (low, high, count, mean said, share true) over (said, true) pairs; and the expected
    calibration error: the mean distance between the two, weighted by the counts."""
    rows, error = [], 0.0
    for low, high in zip(BINS, BINS[1:]):
        inside = [(min(p, 1), t) for p, t in pairs if low <= min(p, 1) < high or (high == 1 and p >= 1)]
        if inside:
            said = sum(p for p, _ in inside) / len(inside)
            true = sum(t for _, t in inside) / len(inside)
            rows.append((low, high, len(inside), said, true))
            error += abs(said - true) * len(inside) / len(pairs)
    return rows, error


# --- what is printed -------------------------------------------------------------------------------

def print_ranking(title, scored):
    n = len(scored)
    print(f"{title}, {n} cases (95 % limits in brackets)")
    print(f"  top-1      {share_text(sum(s.first for s in scored), n)}")
    print(f"  top-3      {share_text(sum(s.three for s in scored), n)}")
    if n:
        print(f"  log score  {mean_text([s.log_score for s in scored])}    "
              f"(knowing nothing, {len(LABELS)} labels alike: {math.log(len(LABELS)):.2f}; less is better)")
        print(f"  Brier      {mean_text([s.brier for s in scored])}    (0 to 2; less is better)")


def print_triage(scored):
    calm, urgent = [s for s in scored if not s.urgent], [s for s in scored if s.urgent]
    print("How soon to be seen")
    print(f"  exact                    {share_text(sum(s.exact for s in scored), len(scored))}")
    print(f"  acceptable               {share_text(sum(s.acceptable for s in scored), len(scored))}")
    print(f"  urgent, told to wait     {share_text(sum(s.under for s in urgent), len(urgent))}")
    print(f"  calm, called urgent      {share_text(sum(s.over for s in calm), len(calm))}")


def print_reliability(title, pairs):
    rows, error = reliability(pairs)
    print(f"{title}; expected calibration error {error:.3f}")
    print("  said             n   mean said  was so (95 % limits)")
    for low, high, count, said, true in rows:
        limits = "({:.2f} to {:.2f})".format(*wilson(round(true * count), count))
        print(f"  {low:4.2f} to {high:4.2f} {count:5}   {said:9.2f}  {true:6.2f} {limits}")


def print_all(scored):
    for title, some in (("Firm", [s for s in scored if s.firm]),
                        ("Soft", [s for s in scored if not s.firm]), ("All", scored)):
        print_ranking(title, some)
    print_triage(scored)
    print_reliability("The label that ranks first", [(s.chance[s.rank[0]], s.first) for s in scored])
    print_reliability("All labels of all cases (a cause that plays a part beside the main one counts as "
                      "wrong here:\nwhat is said should lie above what was so)",
                      [(s.chance[label], label == s.truth) for s in scored for label in LABELS])
    print(f"Small numbers: {len(scored)} cases decide no difference that lies within the limits. "
          "Chances are added up\nto labels; log score and Brier take each label's share of the sum.")


def strongest(answer, label, side):
    """The cause of a label that ranks first, and what counted most on one side of it."""
    cause = next((c for c in answer["causes"] if c["id"] in LABELS[label]), None)
    if cause is None:
        return f"{label}: not among the causes"
    heavy = sorted(cause[side], key=lambda e: -abs(math.log(max(e["counted"], SMALLEST))))[:4]
    words = ", ".join(f"{e['finding']}={e['answer']} x{e['counted']:.2f}" for e in heavy)
    return f"{side} {cause['id']}: {words or 'nothing told'}"


def print_misses(scored, broken, out):
    for name, reason in broken:
        print(f"{name}: no answer: {reason}", file=out)
    for s in scored:
        if s.first and s.three and s.acceptable:
            continue
        wrong = [w for w, bad in (("not first", not s.first), ("not in three", not s.three),
                                  ("triage", not s.acceptable)) if bad]
        ranked = ", ".join(f"{label} {s.chance[label]:.2f}" for label in s.rank[:3])
        print(f"{s.id} ({'firm' if s.firm else 'soft'}, {', '.join(wrong)}): {s.truth} "
              f"{s.chance[s.truth]:.2f}, rank {s.rank.index(s.truth) + 1}\n  ranked: {ranked}\n"
              f"  triage: {s.level}, right is {s.want}", file=out)
        if s.rank[0] != s.truth:
            print(f"  {strongest(s.answer, s.rank[0], 'for')}", file=out)
            print(f"  {strongest(s.answer, s.truth, 'for')}", file=out)
            print(f"  {strongest(s.answer, s.truth, 'against')}", file=out)


# --- comparisons -----------------------------------------------------------------------------------

def knowledge_model():
    """The knowledge text as the tests' reference reads it."""
    sys.path.insert(0, str(ROOT / "tests" / "tools"))
    import reason_reference  # pylint: disable=import-outside-toplevel
    text = sorted((ROOT / "knowledge").glob("*.txt"))
    checker, _ = reason_reference.tool.load(text)
    return reason_reference.Model(checker.blocks)


def answered(model, request):
    """Told answers as (finding, index of its level, by a clinician)."""
    told = dict(request.get("answers", {}))
    if request.get("sex") in ("female", "male"):
        told.setdefault("female", "yes" if request["sex"] == "female" else "no")
    found = []
    for name, value in told.items():
        levels = [level for level, _ in model.facts[name].levels]
        if value in levels:
            found.append((name, levels.index(value), False))
    return found


def one_cause(model, request, damped):
    """Posterior when exactly one cause is true: prior times the chance of each answer."""
    sites = request.get("sites", {})
    case = {"answers": answered(model, request),
            "left": set(sites.get("L", [])), "right": set(sites.get("R", []))}
    drawings = [{c: model.drawing(c, marked) for c in model.causes} if marked else None
                for marked in (case["left"], case["right"])]
    weights = {}
    for name, cause in model.causes.items():
        state = frozenset() if name == model.none else frozenset([name])
        if damped:
            likelihood = model.likelihood(case, state, drawings)
        else:
            likelihood = math.prod([model.answer(model.facts[f], level, clinician, state)
                                    for f, level, clinician in case["answers"]] +
                                   [foot[name] for foot in drawings if foot])
        whole = cause.text("form_of") or name  # as in what assess lists
        weights[whole] = weights.get(whole, 0) + cause.prior[0] * likelihood
    total = sum(weights.values())
    return {name: w / total for name, w in weights.items()}


def short_line(title, scored):
    firm = [s for s in scored if s.firm]

    def mean(values):
        return sum(values) / len(values) if values else math.nan
    print(f"  {title:34} {mean([s.first for s in firm]):5.2f} {mean([s.three for s in firm]):6.2f} "
          f"{mean([s.first for s in scored]):7.2f} {mean([s.three for s in scored]):6.2f} "
          f"{mean([s.log_score for s in scored]):7.2f} {mean([s.brier for s in scored]):6.2f}")


def short_head():
    print(f"  {'':34}  firm cases    all cases       log  Brier\n"
          f"  {'':34} top-1  top-3   top-1  top-3   score")


def print_simple(scored, pairs):
    model = knowledge_model()
    print("One cause at a time, from the same knowledge (told answers and drawing only)")
    short_head()
    short_line("footfall", scored)
    for title, damped in (("one cause", True), ("one cause, overlaps counted in full", False)):
        short_line(title, [Scored(story, one_cause(model, request, damped), None)
                           for story, request in pairs])


def members(names):
    """Findings for names of findings, of groups of them, or "sites"."""
    facts = knowledge_model().facts
    found = []
    for name in names:
        group = [f for f, block in facts.items() if block.text("group") == name]
        if not group and name not in facts and name != "sites":
            raise Trouble(f"there is no finding and no group called {name}")
        found += group or [name]
    return found


def print_each_group(program, pairs, scored):
    facts = knowledge_model().facts
    groups = sorted({block.text("group") for block in facts.values() if block.text("group")})
    print("Left out in turn")
    short_head()
    short_line("nothing", scored)
    for name in ["sites"] + groups:
        short_line(name, score_all(program, pairs, members([name]))[0])


# --- safety ----------------------------------------------------------------------------------------

def safety(scored, broken):
    """What must hold of every story, as (words, whether it holds)."""
    under = [s.id for s in scored if s.under]
    over, calm = [s.id for s in scored if s.over], [s for s in scored if not s.urgent]
    return [("every case has an answer", not broken, [name for name, _ in broken]),
            ("no urgent case is told to wait", not under, under),
            ("at most one calm case in ten is called urgent", len(over) <= 0.1 * len(calm), over)]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = Path(os.environ.get("FOOTFALL_SHARED") or ROOT.parent / "shared")
    parser.add_argument("--program", default=ROOT / "build" / "check" / "src" / "face" / "cli" / "footfall")
    parser.add_argument("--misses", nargs="?", const="-", metavar="FILE", help="to FILE, or printed")
    parser.add_argument("--without", action="append", default=[], metavar="NAME")
    parser.add_argument("--each-group", action="store_true")
    parser.add_argument("--simple", action="store_true")
    parser.add_argument("folder", nargs="?", default=shared / "cases")
    return parser.parse_args()


def run(options):
    pairs = read_cases(options.folder)
    if pairs is None:
        print(f"skipped: there are no cases in {options.folder}")
        return 0
    if not Path(options.program).is_file():
        raise Trouble(f"there is no program {options.program}: build it first (./check), or --program")
    scored, broken = score_all(options.program, pairs, members(options.without))
    print_all(scored)
    if options.simple:
        print_simple(scored, pairs)
    if options.each_group:
        print_each_group(options.program, pairs, scored)
    if options.misses == "-":
        print_misses(scored, broken, sys.stdout)
    elif options.misses:
        with open(options.misses, "w", encoding="utf-8") as out:
            print_misses(scored, broken, out)
    failed = [(words, names) for words, good, names in safety(scored, broken) if not good]
    for words, names in failed:
        print(f"NOT SAFE: {words}, but for {', '.join(names)}")
    return 1 if failed else 0


def main():
    try:
        return run(arguments())
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
