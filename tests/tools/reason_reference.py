#!/usr/bin/env python3
"""What the reasoning room must find, worked out another way: writes a C header for test_reason.c.

usage: reason_reference.py OUT.h KNOWLEDGE.txt...

The same knowledge text, read by the same reader, but the sums are done here by themselves: sets of
causes by name, plain probabilities instead of logarithms, straight from docs/reasoning.md.
"""

import itertools
import math
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import knowledge as tool  # noqa: E402

CASES = 24
TURNED = 3  # every third case is also worked out with one answer another


class Model:
    def __init__(self, blocks):
        self.facts = blocks["finding"]
        self.causes = blocks["cause"]
        self.maps = blocks["map"]
        self.regions = list(blocks["region"])
        self.number = next(iter(blocks["model"].values())).values
        kinds = {kind: [n for n, c in self.causes.items() if c.cause_kind == kind]
                 for kind in ("contributor", "diagnosis", "none")}
        self.family = {c: [f for f, b in self.causes.items() if f == c or b.text("form_of") == c]
                       for c, own in self.causes.items() if not own.text("form_of")}
        self.contributors, self.diagnoses, (self.none,) = kinds["contributor"], kinds["diagnosis"], kinds["none"]
        self.states = [frozenset(chosen) | ({d} if d else frozenset())
                       for size in range(len(self.contributors) + 1)
                       for chosen in itertools.combinations(self.contributors, size)
                       for d in [None, *self.diagnoses]]

    def prior(self, value):
        """Weight of every state when cause c has prior value[c]."""
        weights = {}
        for state in self.states:
            w = 1 - sum(value[d] for d in self.diagnoses)
            for d in self.diagnoses:
                w = value[d] if d in state else w
            for c in self.contributors:
                w *= value[c] if c in state else 1 - value[c]
            if state & set(self.diagnoses) and state & set(self.contributors):
                w *= self.number["beside"]
            weights[state] = w
        empty = frozenset()
        rest = sum(w for state, w in weights.items() if state != empty)
        weights[empty] = rest * value[self.none] / (1 - value[self.none])
        return weights

    def table(self, fact, clinician):
        """Background and rows, as a test at home would have them."""
        background, rows = fact.background, {name: p for name, p, _ in fact.rows}
        if not fact.get("figures") or clinician:
            return background, rows
        b = background[0]
        at_home = max(b, min(self.number["home_false_positive"] * b, self.number["home_false_positive_cap"]))
        new = {}
        for name, p in rows.items():
            yes = max(p[0] * self.number["home_sensitivity"], at_home) if p[0] > b else p[0] * at_home / b
            new[name] = [yes, 1 - yes]
        return [at_home, 1 - at_home], new

    def answer(self, fact, level, clinician, state):
        background, rows = self.table(fact, clinician)
        if not state:
            return rows.get(self.none, background)[level]
        speaking = [rows[c] for c in state if c in rows]
        if not fact.yes_no:
            return sum(p[level] for p in speaking) / len(speaking) if speaking else background[level]
        b, yes = background[0], None
        silent = 1 - b  # nothing brings a yes: not the background, and no cause by itself
        factor = 1.0
        for p in speaking:
            if p[0] > b:
                strength = (p[0] - b) / (1 - b)
                silent *= 1 - strength
            else:
                factor *= p[0] / b
        yes = (1 - silent) * factor
        return yes if level == 0 else 1 - yes

    def strength(self, fact, level, clinician):
        background, rows = self.table(fact, clinician)
        return math.hypot(*(math.sqrt(self.causes[c].prior[0]) * math.log(p[level] / background[level])
                            for c, p in rows.items()))

    def damping(self, strengths):
        """One over the root of how many answers there are, as far as they say as much as each other."""
        strengths = list(strengths)
        return math.hypot(*strengths) / sum(strengths) if any(strengths) else 1.0

    def drawing(self, cause, marked):
        n, k, slip = len(self.regions), len(marked), self.number["site_slip"]
        power = max(self.number["site_power"], 1 / math.sqrt(max(k, 1)))
        part = self.number["site_part"]
        total = slip * (1 / (n + 1) / math.comb(n, k)) ** power
        for name, weight in self.causes[cause].sites:
            whole = some = 1.0
            for region in self.regions:
                place = ("core" if region in self.maps[name].core else
                         "border" if region in self.maps[name].border else "outside")
                chance = self.number["region_" + place]
                less = chance * self.number["site_part_extent"]
                whole *= chance if region in marked else 1 - chance
                some *= less if region in marked else 1 - less
            total += (1 - slip) * weight * ((1 - part) * whole + part * some) ** power
        return total

    def likelihood(self, case, state, drawings):
        groups, total = {}, 1.0
        for name, level, clinician in case["answers"]:
            fact = self.facts[name]
            p = self.answer(fact, level, clinician, state)
            if fact.text("group"):
                groups.setdefault(fact.text("group"), []).append(
                    (p, self.strength(fact, level, clinician)))
            else:
                total *= p
        for answers in groups.values():
            total *= math.prod(p for p, _ in answers) ** self.damping(w for _, w in answers)
        feet = [f for f in drawings if f]
        for foot in feet:
            present = state or [self.none]
            mean = sum(foot[c] for c in present) / len(present)
            total *= mean ** (1 / len(feet))
        return total

    def likelihoods(self, case):
        drawings = [{c: self.drawing(c, marked) for c in self.causes} if marked else None
                    for marked in (case["left"], case["right"])]
        return {state: self.likelihood(case, state, drawings) for state in self.states}

    def marginals(self, weights, likelihood):
        post = {state: w * likelihood[state] for state, w in weights.items()}
        total = sum(post.values())
        found = {c: sum(p for state, p in post.items() if state & set(family)) / total
                 for c, family in self.family.items()}
        found[self.none] = post[frozenset()] / total
        return found

    def level(self, weights, likelihood):
        """How soon the causes alone call for someone."""
        order = ["self_care", "routine", "within_days", "same_day", "emergency"]
        reached = {name: 0.0 for name in order}
        total = sum(w * likelihood[state] for state, w in weights.items())
        for state, w in weights.items():
            needs = [order.index(self.causes[c].text("see")) for c in state or [self.none]]
            for name in order[1:]:
                if max(needs) >= max(2, order.index(name)):
                    reached[name] += w * likelihood[state] / total
                elif name == "routine":
                    reached[name] += w * likelihood[state] / total * sum(map(bool, needs)) / len(needs)
        return max(i for i, name in enumerate(order) if i == 0 or reached[name] >= self.number["level_" + name])

    def doubt(self, case, cause):
        """Log odds: one factor a class, damped with its group, in squares."""
        groups = {}
        for name, level, clinician in case["answers"]:
            strength = self.strength(self.facts[name], level, clinician)
            groups.setdefault(self.facts[name].text("group"), []).append(strength)
        squares = 0.0
        for name, _, _ in case["answers"]:
            fact = self.facts[name]
            for row, _, (cls, _, _) in fact.rows:
                if row == cause:
                    damping = self.damping(groups[fact.text("group")]) if fact.text("group") else 1
                    squares += (math.log(self.number["odds_" + cls]) * damping) ** 2
        if case["left"] or case["right"]:
            cls = self.causes[cause].site_basis[0]
            squares += (math.log(self.number["odds_" + cls]) * self.number["site_power"]) ** 2
        return math.sqrt(squares)

    def shown(self, case, likelihood, family):
        """The form of a cause that fits best: it has the word."""
        weights = self.prior({c: b.prior[0] for c, b in self.causes.items()})
        mass = {c: sum(w * likelihood[s] for s, w in weights.items() if c in s or (not s and c == self.none))
                for c in family}
        return max(family, key=mass.get)

    def ends(self, case, likelihood, p):
        low, high = {}, {}
        for cause, family in self.family.items():
            ends = []
            shown = self.shown(case, likelihood, family)
            for own, other, side in ((1, 2, -1), (2, 1, 1)):
                value = {c: b.prior[own if c in family else other] for c, b in self.causes.items()}
                moved = self.marginals(self.prior(value), likelihood)[cause]
                odds = math.log(p[cause] / (1 - p[cause]))
                distance = max(0.0, side * (math.log(moved / (1 - moved)) - odds))
                reach = math.hypot(distance, self.doubt(case, shown))
                ends.append(1 / (1 + math.exp(-(odds + side * reach))))
            low[cause], high[cause] = ends
        return low, high


def made_up(model, rng):
    """Answers nobody gave: from none to thirty, any level, any drawing."""
    names = rng.sample(sorted(model.facts), rng.randrange(0, 31))
    answers = [(n, rng.randrange(len(model.facts[n].levels)), rng.random() < 0.2) for n in names]
    feet = [set(rng.sample(model.regions, rng.randrange(1, 39))) if rng.random() < 0.5 else set()
            for _ in range(2)]
    return {"answers": answers, "left": feet[0], "right": feet[1]}


def other_ways(model, case, rng):
    """One answer changed, one left out, the drawing left out, and one that is missing given:
    (finding or "sites", level or None, the case it makes, whether it was missing)."""
    ways, answers = [], case["answers"]
    for leave_out in (False, True):
        if answers:
            at = rng.randrange(len(answers))
            name, level, clinician = answers[at]
            other = rng.choice([x for x in range(len(model.facts[name].levels)) if x != level])
            new = [] if leave_out else [(name, other, clinician)]
            ways.append((name, None if leave_out else other,
                         {**case, "answers": answers[:at] + new + answers[at + 1:]}, False))
    if case["left"] or case["right"]:
        ways.append(("sites", None, {**case, "left": set(), "right": set()}, False))
    missing = sorted(set(model.facts) - {name for name, _, _ in answers})
    name = rng.choice([n for n in missing if not model.facts[n].text("safety")])
    level = rng.randrange(len(model.facts[name].levels))
    ways.append((name, level, {**case, "answers": answers + [(name, level, False)]}, True))
    return ways


def way_rows(model, number, case, likelihood, rng):
    prior = model.prior({c: b.prior[0] for c, b in model.causes.items()})
    rows = []
    for name, level, other, missing in other_ways(model, case, rng):
        chance = -1.0
        if missing:
            total = sum(prior[s] * likelihood[s] for s in model.states)
            fact = model.facts[name]
            chance = sum(prior[s] * likelihood[s] * model.answer(fact, level, False, s)
                         for s in model.states) / total
        p = model.marginals(prior, model.likelihoods(other))
        answer = '"%s"' % model.facts[name].levels[level][0] if level is not None else "NULL"
        rows.append('    {%d, "%s", %s, %r, %s}' % (number, name, answer, chance, numbers(model, p)))
    return rows


def numbers(model, values):
    return "{" + ", ".join(repr(values[c]) for c in model.family) + "}"


def main(out, paths):
    checker, _ = tool.load(paths)
    if checker.errors:
        sys.exit("the knowledge text has errors; see tools/knowledge.py")
    model, rng = Model(checker.blocks), random.Random(20260314)
    rows, ways = [], []
    for number in range(CASES):
        case = made_up(model, rng)
        likelihood = model.likelihoods(case)
        weights = model.prior({c: b.prior[0] for c, b in model.causes.items()})
        p = model.marginals(weights, likelihood)
        low, high = model.ends(case, likelihood, p)
        findings = ", ".join(
            '{.id = "%s", .state = FF_SAID, .value = "%s", .said_by = "%s"}'
            % (n, model.facts[n].levels[level][0], "clinician" if clinician else "runner")
            for n, level, clinician in case["answers"])
        masks = ["UINT64_C(0x%x)" % sum(1 << model.regions.index(r) for r in case[side])
                 for side in ("left", "right")]
        rows.append("    {{%s}, %d, {%s}, (ff_triage_level)%d, %s,\n     %s,\n     %s}" % (
            findings or "{0}", len(case["answers"]), ", ".join(masks),
            model.level(weights, likelihood), numbers(model, p),
            numbers(model, low), numbers(model, high)))
        if number % TURNED == 0:
            ways += way_rows(model, number, case, likelihood, random.Random(number))
    names = ", ".join('"%s"' % c for c in model.family)
    Path(out).write_text(
        "/* Written by tests/tools/reason_reference.py. */\n"
        "static const char *const reference_causes[] = {%s};\n"
        "enum { REFERENCE_CAUSES = %d };\n"
        "typedef struct reference_case {\n    ff_finding findings[31];\n    size_t finding_count;\n"
        "    ff_sites sites;\n    ff_triage_level level;\n    double p[REFERENCE_CAUSES], low[REFERENCE_CAUSES], high[REFERENCE_CAUSES];\n"
        "} reference_case;\nstatic const reference_case reference_cases[] = {\n%s};\n"
        "/* One answer of a case changed: another level, or left out (NULL). chance: of an answer\n"
        " * that was missing; else -1. */\n"
        "typedef struct reference_way {\n    size_t number; /* of the case */\n"
        "    const char *finding, *answer;\n    double chance, p[REFERENCE_CAUSES];\n"
        "} reference_way;\nstatic const reference_way reference_ways[] = {\n%s};\n"
        % (names, len(model.family), ",\n".join(rows), ",\n".join(ways)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
