#!/usr/bin/env python3
"""The knowledge beside the evidence it was made from (../shared/evidence): nothing of it is lost, and
every number that was changed says why in its own line. Prints TAP."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

sys.path.insert(0, str(ROOT / "tools"))
import knowledge as tool  # noqa: E402

CLOSE = 1e-9


def wanted(finding, cell):
    """The chances that the evidence gives, in the order of its levels; yes/no: yes and no."""
    if finding["type"] == "multi":
        return [cell["dist"][level] for level in finding["levels"]]
    return [cell["p_yes"], 1 - cell["p_yes"]]


def background(finding):
    b = finding["background"]
    return [b[level] for level in finding["levels"]] if finding["type"] == "multi" else [b, 1 - b]


def differ(a, b):
    return any(abs(x - y) > CLOSE for x, y in zip(a, b))


def missing(blocks, evidence):
    """Everything the evidence names that the knowledge does not."""
    pairs = [("cause", evidence["conditions"]), ("finding", evidence["findings"]),
             ("flag", evidence["red_flags"]), ("region", evidence["site_map"]["regions"])]
    lost = [f"{kind} {item['id']}" for kind, items in pairs for item in items
            if item["id"] not in blocks[kind]]
    return lost + [f"map {name}" for name in evidence["site_map"]["maps"] if name not in blocks["map"]]


def levels_lost(blocks, evidence):
    """Findings whose answers are not those of the evidence any more."""
    return [f["id"] for f in evidence["findings"] if f["type"] == "multi" and
            [level for level, _ in blocks["finding"][f["id"]].levels] != f["levels"]]


def unexplained_chances(blocks, evidence):
    found = []
    for f in evidence["findings"]:
        fact = blocks["finding"][f["id"]]
        rows = {cause: (p, basis[2]) for cause, p, basis in fact.rows}
        if differ(fact.background, background(f)) and not fact.background_basis[2]:
            found.append(f"{f['id']} background")
        for cause, cell in f["p"].items():
            p, note = rows.get(cause, (fact.background, ""))
            if differ(p, wanted(f, cell)) and not note:
                found.append(f"{f['id']} {cause}")
    return found


def unexplained_priors(blocks, evidence):
    found = []
    for c in evidence["conditions"]:
        cause = blocks["cause"][c["id"]]
        prior = [c["prior"][key] for key in ("value", "low", "high")]
        if differ(cause.prior, prior) and not cause.prior_basis[2]:
            found.append(f"{c['id']} prior")
        if dict(cause.sites) != c["site_mix"] and not cause.site_basis[2]:
            found.append(f"{c['id']} sites")
    return found


def less_urgent_flags(blocks, evidence):
    return [f["id"] for f in evidence["red_flags"]
            if blocks["flag"][f["id"]].level < tool.LEVELS.index(f["urgency"].removesuffix("_now"))]


def main():
    tap = Printer()
    place = Path(os.environ.get("FOOTFALL_SHARED", ROOT.parent / "shared")) / "evidence" / "evidence.json"
    if not place.exists():
        tap.skip("the evidence", "../shared is not here")
        return tap.done()
    evidence = json.loads(place.read_text(encoding="utf-8"))
    checker, _ = tool.load(sorted(str(p) for p in (ROOT / "knowledge").glob("*.txt")))
    blocks = checker.blocks
    for name, check in (("nothing of the evidence is lost", missing),
                        ("answers keep their meaning", levels_lost),
                        ("a changed chance says why", unexplained_chances),
                        ("a changed prior or place says why", unexplained_priors),
                        ("no red flag is less urgent", less_urgent_flags)):
        wrong = check(blocks, evidence)
        tap.check(name, not wrong, f"{len(wrong)}: " + ", ".join(wrong[:400]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
