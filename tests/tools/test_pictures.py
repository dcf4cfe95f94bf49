#!/usr/bin/env python3
"""Textbook pictures: for each cause what books on running injuries and nerves describe, told as answers.
The cause must then be among the first three. Written from
general medical knowledge, not from stories that a cause was found for. Prints TAP.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.tap import Printer  # noqa: E402

TOES = "TP1 TP2 TP3 TP4 TP5 TD1 TD2 TD3 TD4 TD5"
SOLE = "AM AC AL B1 B2 B3 B4 B5 TP1 TP2 TP3 TP4 TP5 HP"
SOCK = TOES + " B1 B2 B3 B4 B5 W1 W2 W3 W4 DFM DFL AM AC AL"

# cause, which foot, regions, answers
PICTURES = [
    ("lace", "one", "DMM DFM",
     "onset_time=5_15 relief_lace=yes lace_mark=yes resolve_time=lt2 rest_night=no"),
    ("shoe", "both", "TP2 TP3 TP4 B2 B3 B4",
     "onset_time=15_30 relief_shoeoff=yes new_gear=yes tight_fit=yes rest_night=no"),
    ("stride", "both", "B1 B2 B3 B4 B5",
     "onset_time=30_60 w_cad_low=yes relief_lace=no one_pair=no hard_effort=yes"),
    ("stride", "both", "B1 B2 B3 AM AC",
     "onset_time=15_30 v_over=yes downhill=yes relief_lace=no tight_fit=no"),
    ("flat", "both", "AM AC B1 B2 TP1",
     "onset_time=15_30 foot_shape=low t_navdrop=yes relief_lace=no resolve_time=10_30"),
    ("higharch", "both", "DMM DML DFM",
     "onset_time=5_15 foot_shape=high lace_mark=yes relief_lace=yes"),
    ("load", "both", "B2 B3 B4 TP2 TP3",
     "onset_time=gt60 w_spike=gt100 w_week30=yes duration=lt2w one_pair=no"),
    ("tight", "one", SOLE,
     "onset_time=lt5 desk_hip=yes t_thomas=yes t_lunge=yes back_pain=no leg_line=no sit_worse=yes"),
    ("morton", "one", "W3 TP3 TP4",
     "onset_time=15_30 pebble=yes click=yes burn=yes relief_shoeoff=yes female=yes age=50_64"),
    ("morton", "one", "W2 TP2 TP3 B2 B3",
     "onset_time=15_30 t_squeeze=yes tight_fit=yes duration=gt3m"),
    ("dm", "both", SOCK,
     "rest_night=yes diabetes=yes fixed_patch=yes duration=gt3m onset_time=none age=50_64"),
    ("etoh", "both", SOCK,
     "rest_night=yes alcohol=yes fixed_patch=yes duration=gt3m diabetes=no"),
    ("b12", "both", SOCK,
     "rest_night=yes b12_risk=yes hands=yes duration=gt3m diabetes=no"),
    ("thy", "both", SOCK,
     "rest_night=yes thyroid=yes duration=gt3m hands=yes diabetes=no female=yes"),
    ("chemo", "both", SOCK,
     "rest_night=yes chemo_hx=yes duration=gt3m hands=yes"),
    ("tts", "one", SOLE,
     "inner_ankle=yes rest_night=yes t_tinel_med=yes onset_time=15_30 resolve_time=30m_24h"),
    ("tts", "one", "AM AC B1 B2 B3 TP1 TP2",
     "burn=yes rest_night=yes t_dfev=yes foot_shape=low"),
    ("spn", "one", "DML DFL DFM TD2 TD3 TD4",
     "sprain=yes t_spn=yes hard_effort=yes relief_lace=no"),
    ("spn", "one", "SA DML DFL",
     "sprain=yes duration=gt3m onset_time=15_30 foot_slap=no"),
    ("dpn", "one", "W1",
     "fixed_patch=yes t_dpn=yes new_gear=yes duration=2_12w"),
    ("dpn", "one", "W1 DFM",
     "rest_night=yes onset_time=5_15 relief_lace=no"),
    ("mpn", "one", "AM TP1 TP2",
     "arch_press=yes onset_time=15_30 foot_shape=low rest_night=no"),
    ("lpn", "one", "HM HP AL",
     "heel_inner=yes resolve_time=30m_24h onset_time=none"),
    ("sural", "one", "LB HL",
     "sprain=yes fixed_patch=yes duration=gt3m back_pain=no"),
    ("sural", "one", "LB TD5 KL",
     "new_gear=yes onset_time=15_30 back_pain=no"),
    ("saph", "one", "KM SM MB",
     "knee_press=yes duration=gt3m back_pain=no"),
    ("cpn", "one", "SA DML DFL",
     "foot_slap=yes knee_press=yes t_fib=yes back_pain=no onset_time=5_15"),
    ("cecs", "both", "SA W1",
     "leg_tight=yes reproducible=yes onset_time=5_15 resolve_time=10_30 age=lt30 hard_effort=yes rest_night=no"),
    ("cecs", "both", "W1 DFM",
     "leg_tight=yes onset_time=5_15 t_shin_hard=yes foot_slap=yes"),
    ("cecs", "one", "AM AC CF",
     "leg_tight=yes reproducible=yes hard_effort=yes duration=gt3m relief_shoeoff=no"),
    ("l5", "one", "DMM TD1 TD2 SA",
     "back_pain=yes leg_line=yes t_slump=yes sit_worse=yes"),
    ("s1", "one", "LB TD5 HL",
     "back_pain=yes leg_line=yes t_heelraise=yes rest_night=yes"),
    ("lss", "both", SOLE,
     "age=65p flex_relief=yes back_pain=yes duration=gt3m"),
    ("piri", "one", "LB AL HP CF",
     "sit_worse=yes leg_line=yes t_piri=yes back_pain=no"),
    ("paes", "one", "CF AM AC TP1 TP2 TP3",
     "age=lt30 calf_pale=yes onset_time=lt5 resolve_time=lt2 leg_tight=yes reproducible=yes"),
    ("paes", "both", TOES,
     "age=lt30 leg_tight=yes onset_time=5_15 resolve_time=2_10 hard_effort=yes t_pulse=yes"),
    ("pad", "both", TOES,
     "age=65p vascular=yes leg_tight=yes onset_time=lt5 resolve_time=2_10 hard_effort=yes reproducible=yes"),
    ("cold", "both", TOES,
     "cold_trigger=yes colour=yes onset_time=5_15 hands=yes heat=no"),
    ("cold", "both", TOES,
     "cold_trigger=yes onset_time=lt5 rest_night=no"),
    ("bsi", "one", "B2 B3",
     "bone_tender=yes w_week30=yes progression=slow_worse female=yes"),
    ("ms", "one", SOCK,
     "heat_neuro=yes neuro_episode=yes heat=yes onset_time=15_30"),
    ("gbs", "both", SOCK,
     "spreading=yes progression=fast_worse infection=yes duration=lt2w both_weak=yes"),
    ("ces", "both", "HL LB HB",
     "saddle=yes bladder=yes back_pain=yes leg_line=yes progression=fast_worse"),
    ("other", "both", "TP2 TP3 TP4 B2 B3",
     "duration=lt2w onset_time=gt60 resolve_time=2_10 one_pair=no tight_fit=no w_spike=le10 relief_lace=no rest_night=no fixed_patch=no"),
]


def assess(program, side, regions, answers):
    marked = regions.split()
    case = {"sites": {"L": marked, "R": marked if side == "both" else []},
            "answers": {"side": side, **dict(word.split("=") for word in answers.split())}}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(case, file)
        file.flush()
        ended = subprocess.run([program, "assess", file.name, "--json"], capture_output=True, text=True)
    return json.loads(ended.stdout)


def main():
    tap, program = Printer(), os.environ.get("FOOTFALL_PROGRAM")
    if not program:
        tap.skip("textbook pictures", "no program was built")
        return tap.done()
    seen = set()
    for cause, side, regions, answers in PICTURES:
        ids = [c["id"] for c in assess(program, side, regions, answers)["causes"]]
        name = f"{cause}{', too' if cause in seen else ''}: {answers.split()[0]}"
        seen.add(cause)
        tap.check(name, cause in ids[:3], f"it is number {ids.index(cause) + 1}; first: {ids[:3]}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
