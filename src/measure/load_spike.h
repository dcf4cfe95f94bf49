/* The load spike: was there suddenly more running before the numbness first began?
 *
 * Answers "w_spike" and "w_week30" from the runs. Longest run against the longest of 30 days, in
 * the bands of the cohort of 5,205 runners of Brandt Frandsen 2025 (BJSM, S22): hazard of
 * overuse injury 1.64, 1.52 and 2.28 for a run more than 10, 30 and 100 % longer. That is
 * injury, not numbness: a prompt, no more. The ratio of acute to chronic load is not used: the
 * same cohort found it to run the wrong way.
 */
#ifndef FOOTFALL_MEASURE_LOAD_SPIKE_H
#define FOOTFALL_MEASURE_LOAD_SPIKE_H

#include "base/arena.h"

#include <footfall/finding.h>
#include <footfall/logged_run.h>

#define FF_SPIKE_DAYS           14 /* in which the spike is looked for */
#define FF_SPIKE_REFERENCE_DAYS 30 /* before those, against which it is held */
/* With fewer runs in the reference days their longest says little (class c). */
#define FF_SPIKE_REFERENCE_RUNS 3

typedef struct ff_load_spike {
    int64_t began_s;          /* when numbness first began, UTC; 0: not known */
    double longest_m;         /* longest run in the 14 days before; NAN: not known */
    double reference_m;       /* longest run in the 30 days before those */
    size_t reference_runs;    /* runs in these 30 days */
    double ratio;             /* longest_m / reference_m; NAN where it is not judged */
    double week_m;            /* distance in the 7 days before it began */
    double week_before_m;     /* in the 7 days before those */
    double week_ratio;        /* NAN where it is not judged */
    ff_finding_list findings; /* "w_spike", "w_week30", always both; FF_NOT_ASKED with the reason in
                                 from when the runs cannot tell */
} ff_load_spike;

/* runs in any order; memory is the arena's; fails only with FF_ERR_MEMORY.
 *
 * began_s: when it first began as the runner said; 0: take the first run with numbness. That only
 * tells when it began if the runs before were said to be free of it, so at least half of the runs
 * in the 14 days before must have been (a runner who marks runs from today on has not begun to be
 * numb today).
 *
 * Of the run in which it began, the distance up to the numbness counts: more was not run before.
 * w_spike: up to 10 % longer le10, up to 30 % 10_30, up to 100 % 30_100, else gt100; the runs must
 * reach back 44 days. w_week30: "yes" when the last 7 days hold more than 1.3 times the distance
 * of the 7 days before; the runs must reach back 30 days. */
ff_code ff_load_spike_of(ff_arena *arena, const ff_logged_run *runs, size_t count, int64_t began_s,
                         ff_load_spike *spike, ff_error *error);

/* The level of "w_spike" for a ratio of longest run to reference. */
const char *ff_spike_level(double ratio);

#endif
