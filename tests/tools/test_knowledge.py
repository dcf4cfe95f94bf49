#!/usr/bin/env python3
"""tools/knowledge.py: the text as it is, and the text with one thing broken. Prints TAP."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

TOOL = ROOT / "tools" / "knowledge.py"
TEXT = sorted((ROOT / "knowledge").glob("*.txt"))

# name, file, text there (None: at the end), what it becomes, what the complaint must say.
BROKEN = [
    ("no class", "contributors.txt", "prior: 0.24 (0.15..0.35) | c S06 S07 S62", "prior: 0.24 (0.15..0.35) | S06",
     "cause shoe: \"S06\" has no class; use a"),
    ("no basis at all", "contributors.txt", "0.24 (0.15..0.35) | c S06 S07 S62 | judged; no survey", "0.24 (0.15..0.35)",
     'cause shoe: "prior" has no class and source; add "| c judgement"'),
    ("class a without a source", "findings.txt", "0.96 | a S09 | 96 in 100", "0.96 | a | 96 in 100",
     "finding t_squeeze: class a without a source; name one"),
    ("class a by judgement", "findings.txt", "0.96 | a S09 |", "0.96 | a judgement |",
     "finding t_squeeze: source judgement is not known"),
    ("unknown source", "findings.txt", "0.96 | a S09 |", "0.96 | a S999 |",
     "finding t_squeeze: source S999 is not known; add it to sources.txt"),
    ("unknown source in a text", "contributors.txt", "measured in running [S54]", "measured in running [S998]",
     "cause lace: source S998 is not known"),
    ("prior of one", "contributors.txt", "0.17 (0.10..0.25)", "1 (0.10..0.25)",
     "cause lace: 1 is not between 0 and 1; nothing is impossible or certain"),
    ("prior outside its bounds", "contributors.txt", "0.17 (0.10..0.25)", "0.17 (0.20..0.25)",
     "cause lace: prior 0.17 is not within its own bounds"),
    ("prior without bounds", "contributors.txt", "0.17 (0.10..0.25)", "0.17",
     'cause lace: "0.17" is no prior with its bounds; write "0.10 (0.05..0.20)"'),
    ("chance of nothing", "findings.txt", "p lace: 0.9 |", "p lace: 0.0 |",
     "is not between 0 and 1"),
    ("chance that is no number", "findings.txt", "p lace: 0.9 |", "p lace: often |",
     '"often" is no number'),
    ("levels that do not add up", "findings.txt", "lt5 0.04, 5_15 0.17", "lt5 0.14, 5_15 0.17",
     "finding onset_time: chances add up to 1.1, not 1"),
    ("a level left out", "findings.txt", "p shoe: lt5 0.04, 5_15 0.17", "p shoe: 5_15 0.21",
     "finding onset_time: no chance for lt5; add it"),
    ("an unknown level", "findings.txt", "p shoe: lt5 0.04", "p shoe: lt4 0.04",
     '"lt4 0.04" is no level with its chance'),
    ("a line that says nothing", "findings.txt", "  background: 0.1 | c judgement\n  p shoe: 0.2",
     "  background: 0.2 | c judgement\n  p shoe: 0.2", "equals the background"),
    ("unknown cause in a chance", "findings.txt", "p lace: 0.9 |", "p lase: 0.9 |",
     "cause lase is not known; add it or correct the id"),
    ("unknown map", "contributors.txt", "LACE_BAND 0.50,", "LACE_BEND 0.50,", "map LACE_BEND is not known"),
    ("site weights", "contributors.txt", "LACE_BAND 0.50,", "LACE_BAND 0.40,",
     "cause lace: site weights add up to 0.9, not 1"),
    ("unknown region", "sites.txt", "core: W3 TP3 TP4", "core: W3 TP3 TP9", "region TP9 is not known"),
    ("region in core and border", "sites.txt", "border: B3 B4 TD3 TD4", "border: B3 B4 TD3 TP4",
     "map PDN3: TP4 is core and border"),
    ("unknown finding in a rule", "red_flags.txt", "when: saddle = yes", "when: sadle = yes",
     "flag rf_saddle: finding sadle is not known"),
    ("unknown answer in a rule", "red_flags.txt", "duration = lt2w", "duration = lt3w",
     'duration has no answer "lt3w"; it has lt2w, 2_12w, gt3m'),
    ("a term nobody understands", "red_flags.txt", "when: saddle = yes", "when: saddle is yes",
     '"saddle is yes" is no term of a rule'),
    ("age taken as unknown", "red_flags.txt", "when: age < 16", "when: age unknown",
     'write "age < 40" or "age >= 40"'),
    ("unknown region in a rule", "red_flags.txt", "when: saddle = yes", "when: site XX both",
     "region XX is not known"),
    ("an unknown page", "findings.txt", "page: signs", "page: sings", "page sings is not known"),
    ("a page without a line", "findings.txt", "  line: Burning in the ball of the foot or the toes\n", "",
     "finding burn has a page without a line; give both or neither"),
    ("a line without a page", "findings.txt", "  page: shoes\n", "", "has a line without a page"),
    ("a line too long", "findings.txt", "line: Burning in", "line: Burning" + " and burning" * 9 + " in",
     "characters is not read at a glance; use at most 120"),
    ("levels on a page", "findings.txt", "  short: which foot\n",
     "  short: which foot\n  page: signs\n  line: Always the same foot\n",
     "finding side has levels, and one left out is no \"no\"; put it on a page"),
    ("a home test on a page", "findings.txt", "finding t_squeeze\n",
     "finding t_squeeze\n  page: signs\n  line: A pinched gap tingles\n", "finding t_squeeze: a home test"),
    ("a line of the safety checklist on a page", "findings.txt", "finding saddle\n",
     "finding saddle\n  page: signs\n  line: Numb between the legs\n", "the safety checklist asks is no line"),
    ("not tried on a page where unticked is no", "findings.txt", "page: tried", "page: shoes",
     'can be "not tried", so leaving it unticked is no "no"'),
    ("a line whose no calms a red flag", "findings.txt",
     "  page: rest\n  line: Low-back pain", "  page: when\n  line: Low-back pain",
     'finding back_pain: a "no" to it calms flag rf_both_sciatica'),
    ("a page with one line", "pages.txt", None, "\npage bare\n  title: x\n  why: y\n  unticked: no\n",
     "page bare has 0 lines; a page has 2 to 12"),
    ("an unticked line that means nothing known", "pages.txt", "unticked: no", "unticked: maybe",
     'unticked "maybe" is not known; use one of no, not_sure'),
    ("a page that does not say", "pages.txt", "  unticked: no\n", "", "page signs has no unticked"),
    ("ticked by nothing on the checklist", "findings.txt", "ticked_by: rf_saddle", "ticked_by: rf_fast_worse",
     "finding saddle: flag rf_fast_worse is not on the checklist; nobody can tick it"),
    ("ticked by an unknown flag", "findings.txt", "ticked_by: rf_saddle", "ticked_by: rf_sadle",
     "flag rf_sadle is not known"),
    ("a tick that says no level", "findings.txt", "  short: which foot\n", "  short: which foot\n  ticked_by: rf_saddle\n",
     "finding side: a tick says yes, but its answers are levels"),
    ("a contradiction of one answer", "contradictions.txt", "when: relief_lace = yes, relief_shoeoff = no",
     "when: relief_lace = yes, relief_shoeoff != no",
     'contradiction laces_not_shoe: "relief_lace = yes, relief_shoeoff != no" names one answer; it takes two'),
    ("a contradiction that counts what it does not name", "contradictions.txt",
     "counts: neither\n  when: relief_lace = yes, relief_shoeoff = no",
     "counts: runs\n  when: relief_lace = yes, relief_shoeoff = no",
     'contradiction laces_not_shoe: "runs" counts, but'),
    ("a contradiction that counts nobody knows what", "contradictions.txt", "counts: sites", "counts: drawing",
     "contradiction one_foot_both_drawn: finding drawing is not known"),
    ("a contradiction with an unknown answer", "contradictions.txt", "onset_time said lt5,", "onset_time said lt6,",
     'onset_time has no answer "lt6"'),
    ("a contradiction that does not say what counts", "contradictions.txt", "  counts: sites\n", "",
     'contradiction one_foot_both_drawn has no counts; add "counts: neither"'),
    ("unknown group", "findings.txt", "group: effort", "group: timeing", "group timeing is not known"),
    ("duplicate cause", "diagnoses.txt", "cause idio", "cause dm", "cause dm is there twice, first at"),
    ("duplicate key", "contributors.txt", "  kind: contributor", "  kind: contributor\n  kind: contributor",
     'cause shoe: "kind" is there twice; keep one'),
    ("duplicate chance", "findings.txt", "  p lace: 0.9 |", "  p lace: 0.8 | c judgement\n  p lace, higharch: 0.9 |",
     "cause lace has two lines \"p\""),
    ("a flag without a rule", "red_flags.txt", "  when: ticked\n  when: bladder = yes\n", "",
     "flag rf_bladder has no rule (when); add at least one rule"),
    ("a checklist line that does nothing", "red_flags.txt", "  when: ticked\n  when: saddle = yes\n",
     "  when: saddle = yes\n", "flag rf_saddle is on the checklist but ticking it does nothing"),
    ("ticking what is not on the checklist", "red_flags.txt", "  when: progression = fast_worse\n\n#",
     "  when: ticked\n\n#", "flag rf_fast_worse has \"when: ticked\" but is not on the checklist"),
    ("a forefoot landing for a numb ball", "remedies.txt", "Let the foot come down under the body.",
     "Land on the forefoot.", "remedy cadence puts more load on ball and toes, where cause stride is numb"),
    ("a midfoot landing for a numb ball", "remedies.txt", "Let the foot come down under the body.",
     "Try landing on your midfoot.", "remedy cadence puts more load on ball and toes, where cause"),
    ("running on the toes for numb toes", "remedies.txt", "Let the foot come down under the body.",
     "Run up on your toes.", "remedy cadence puts more load on ball and toes, where cause"),
    ("a forefoot strike for a numb ball", "remedies.txt", "Let the foot come down under the body.",
     "Change to a forefoot strike.", "remedy cadence puts more load on ball and toes, where cause"),
    ("a chance that is no number", "findings.txt", "p lace: 0.9 | c", "p lace: nan | c",
     "nan is not between 0 and 1"),
    ("a remedy that goes with itself", "remedies.txt", "not_with: insole, shoe_wide", "not_with: metpad",
     'remedy metpad: "not_with" names itself'),
    ("a remedy for nothing", "remedies.txt", "  effect bsi: 0.60 sd 0.20 | c S129\n", "",
     "remedy bone_rest says for no cause what it does"),
    ("load just where it is numb", "remedies.txt", "  not_with: insole, shoe_wide\n",
     "  not_with: insole, shoe_wide\n  loads: ball\n", "remedy metpad puts more load on ball, where cause morton is numb"),
    ("a cause without a remedy", "contributors.txt", None, """
cause sock
  name: A sock
  clinical: sock
  kind: contributor
  prior: 0.01 (0.005..0.02) | c judgement
  sites: TOEBOX 1.0 | c judgement
  numb_at: toes
  mechanism: It folds.
  onset: soon
  clears: soon
  improves: soon
  see: self_care
  see_whom: a friend
""", "cause sock has no remedy; add an \"effect sock\""),
    ("a remedy without a dose", "remedies.txt", "  dose: every run, tied the same way\n", "",
     "remedy lacing has no dose; add how often and how much"),
    ("a remedy without a cost", "remedies.txt", "  cost: costly\n  judge: the next run", "  judge: the next run",
     "remedy shoe_wide has no cost; add \"cost: free\", cheap or costly"),
    ("a remedy nobody can judge", "remedies.txt", "  judge: the same run to 1 week\n", "",
     "remedy lacing has no judge; add when to judge whether it worked"),
    ("a visit with an effect", "remedies.txt", "worth morton: 0.45 |", "effect morton: 0.45 |",
     'a visit takes "worth", not "effect"'),
    ("an effect without its spread", "remedies.txt", "effect lace: 0.60 sd 0.20", "effect lace: 0.60",
     'write "0.60 sd 0.20 | c judgement"'),
    ("an unknown cost", "remedies.txt", "cost: cheap", "cost: dear", 'cost "dear" is not known; use one of free'),
    ("telling the runner what he has", "diagnoses.txt", "The longest nerves are ill.", "You have ill nerves.",
     'never tell a runner what "you have"'),
    ("an unknown key", "findings.txt", "  tier: 1\n", "  tear: 1\n", '"tear" is not known; use one of short'),
    ("a missing key", "findings.txt", "  tier: 1\n", "", "finding onset_time has no tier; add a line"),
    ("a line that is neither", "findings.txt", "  tier: 1\n", "  tier 1\n", 'is no "key: value" line'),
    ("an unknown head", "sites.txt", "region DA", "place DA", "is no head line; use one of source"),
    ("a tab", "sites.txt", "  name: front of the ankle", "\tname: front of the ankle", "a tab; use spaces"),
    ("a source nobody cites", "sources.txt", None, "\nsource S900\n  title: x\n  seen: y\n",
     "source S900 is cited nowhere"),
    ("two causes of no cause", "diagnoses.txt", "kind: none", "kind: diagnosis", "0 causes of kind none"),
    ("diagnoses beyond certainty", "diagnoses.txt", "0.10 (0.05..0.16)", "0.10 (0.05..0.95)",
     "the upper priors of the diagnoses add up to"),
    ("a range without a unit", "findings.txt", "  unit: years\n", "", "finding age has ranges without a unit"),
    ("a routine that does not say when not", "routines.txt", "  not_for: A foot that hurts when you walk,", "  weak: A foot that hurts when you walk,",
     'routine warm_up has no not_for; add when not to do it'),
    ("a routine without its evidence", "routines.txt", " | c S01\n  not_for", "\n  not_for", 'routine warm_up: "known" has no class and source'),
    ("a routine of an unknown remedy", "routines.txt", "remedy: stretch", "remedy: strech", "remedy strech is not known"),
    ("a routine that is a visit", "routines.txt", "remedy: stretch", "remedy: see_physio", "is someone to see, not a routine"),
    ("a caution that nobody can answer", "routines.txt", "caution: t_slump = yes", "caution: t_slump = maybe",
     't_slump has no answer "maybe"'),
    ("an exercise without a dose", "routines.txt", "  dose: 1 x 180 s | c judgement | the warmer it gets, the better\n", "",
     "exercise walk_brisk has no dose; add how often"),
    ("a dose nobody understands", "routines.txt", "dose: 1 x 180 s |", "dose: for a while |", '"for a while" is no dose; write "3 x 10"'),
    ("an exercise without a picture", "routines.txt", "picture: leg_swing", "picture: leg_swim", "picture leg_swim is not known"),
    ("an exercise of no routine", "routines.txt", "  routine: warm_up\n  picture: walk_brisk", "  routine: warm\n  picture: walk_brisk",
     "routine warm is not known"),
    ("an exercise on the toes", "routines.txt", "step: Put the foot down softly under the body.", "step: Land on your toes.",
     "never tell a runner to land on the front of the foot"),
    ("a home test of an unknown finding", "home_tests.txt", "finding: t_lunge", "finding: t_lounge", "finding t_lounge is not known"),
    ("a home test without what counts", "home_tests.txt", "  counts: Less than 9 cm on either foot, or a shin less than 35 degrees from upright, counts as stiff.\n",
     "", "home_test lunge has no counts"),
    ("a result that says nothing", "home_tests.txt", "  means no: The ankle bends as far as most.\n", "",
     'home_test lunge has no "means no"; add what a result "no" says'),
    ("a result that leads nowhere", "home_tests.txt", "  do no: Leave the calf.", "  do maybe: Leave the calf.", 'has no "do no"'),
    ("cannot tell, and then?", "home_tests.txt", "  do unsure: Leave it. Other answers tell more.\n", "", 'home_test thomas has no "do unsure"'),
    ("a measure without its error", "home_tests.txt", "yes < 9, error 1.3 |", "yes < 9 |", '"measure cm" has no error; add "error E"'),
    ("a limit of an unknown answer", "home_tests.txt", "yes < 9, error", "stiff < 9, error", '"stiff < 9" is no limit'),
    ("within all limits, and then?", "home_tests.txt", "else usual, error 1.8", "error 1.8", 't_footline has no answer "no"; say "else"'),
    ("a difference of what is not measured", "home_tests.txt", "difference raises:", "difference steps:", "a difference in steps"),
    ("how soon, in unknown words", "home_tests.txt", "see yes: same_day", "see yes: soon", 'see "soon" is not known'),
    ("a picture off the paper", "pictures.txt", "draw: floor 60 380 190", "draw: floor 60 580 190", "goes off the picture"),
    ("an arm too short", "pictures.txt", "arm at 172 76", "arm at 272 76", "it reaches 50"),
    ("a picture of nothing known", "pictures.txt", "draw: dot 216 146 4", "draw: blob 216 146 4", '"blob" is nothing to draw'),
    ("a picture nobody shows", "pictures.txt", None, "\npicture bare\n  title: x\n  height: 10\n  says: y\n  draw: dot 1 1 1\n",
     "picture bare belongs to no exercise"),
    ("a pad under the heads", "routines.txt", "behind: 5 to 10", "behind: 0 to 5", "never under them"),
    ("a habit that nobody looks at again", "routines.txt", "again: 14 7 60 | c judgement\n  ask: tight_fit", "again: soon | c judgement\n  ask: tight_fit",
     'habit shoes: "soon" is not understood; write "14 7 60"'),
    ("a habit without what to do", "routines.txt", "  fits: Leave your step alone.\n", "", "habit step has no fits"),
    ("a habit that tells to land on the front of the foot", "routines.txt", "act: Add 5 % to your own step rate,", "act: Land on your midfoot,",
     "never tell a runner to land on the front of the foot"),
    ("a question that cannot be skipped", "findings.txt",
     "  evidence: Judged. Asked because \"knee_press\" mixes weight loss with other things.\n  skip unsure: not sure\n",
     "  evidence: Judged.\n", "finding weight_loss cannot be skipped"),
]


def run(paths, *options):
    return subprocess.run([sys.executable, str(TOOL), *options, *map(str, paths)], capture_output=True, text=True)


def broken(folder, file, old, new):
    """The text with one change; the line where it begins."""
    paths, line = [], 0
    for path in TEXT:
        text = path.read_text(encoding="utf-8")
        if path.name == file:
            at = len(text) if old is None else text.find(old)
            if at < 0:
                raise ValueError(f"{file} does not hold {old!r}")
            line = text.count("\n", 0, at) + 1
            text = text[:at] + new + text[at + len(old or ""):]
        (folder / path.name).write_text(text, encoding="utf-8")
        paths.append(folder / path.name)
    return paths, line


def main():
    tap = Printer()
    sound = run(TEXT)
    heads = sum(len(re.findall(r"(?m)^finding ", path.read_text(encoding="utf-8"))) for path in TEXT)
    tap.check("the text as it is passes and each finding is counted",
              sound.returncode == 0 and heads > 80 and f" finding {heads}," in sound.stdout,
              sound.stdout + sound.stderr)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = run(TEXT, "--c", str(folder / "a.c")), (folder / "a.c").read_bytes()
        two = run(reversed(TEXT), "--c", str(folder / "b.c")), (folder / "b.c").read_bytes()
        tap.check("the same tables whatever the order of the files", one[1] == two[1])
        for case, file, old, new, message in BROKEN:
            paths, line = broken(folder, file, old, new)
            out = folder / "never.c"
            ended = run(paths, "--c", str(out))
            said = [l for l in ended.stderr.splitlines() if message in l]
            place = re.match(r"(?:.*/)?([a-z_]+\.txt|knowledge):(\d+): ", said[0]) if said else None
            near = place and (place[1] == "knowledge" or
                              place[1] == file and abs(int(place[2]) - line) <= 30)
            tap.check(f"refused: {case}", ended.returncode == 1 and near and not out.exists(),
                      f"wanted: {message} (near {file}:{line})\n{ended.stderr}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
