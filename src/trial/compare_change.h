/* Runs with a change beside runs without it: a first look, not a verdict.
 *
 * The runner chose when to make the change, so whatever else moved with it (weather, pace,
 * getting used to a shoe) is in the difference too. The trial with a drawn order is what settles
 * it; this only says what the runs so far look like, and says that it proves nothing.
 */
#ifndef FOOTFALL_TRIAL_COMPARE_CHANGE_H
#define FOOTFALL_TRIAL_COMPARE_CHANGE_H

#include "trial/kaplan_meier.h"

typedef enum ff_compare_state {
    FF_COMPARE_NONE, /* no usable run with the change, or none without it */
    FF_COMPARE_FEW,  /* fewer than FF_COMPARE_ENOUGH on one side: medians are of little use */
    FF_COMPARE_ENOUGH_RUNS
} ff_compare_state;

/* On each side; A trial too asks for three with and three without before any verdict. */
#define FF_COMPARE_ENOUGH 3

typedef struct ff_change_comparison {
    const char *change;
    const char *shoe; /* the comparison is within this shoe; NULL: all shoes together */
    ff_kaplan_meier with, without;
    ff_compare_state state;
    const char *caution; /* never NULL: what the comparison does not show, in plain words */
} ff_change_comparison;

/* Compares runs whose changes hold that name with runs that hold no change at all: a run with
 * another change belongs to neither side. shoe not NULL: only runs in that shoe. shoe NULL: where
 * every run with the change was in one and the same shoe, only runs in it, so that like is held
 * against like; else all runs. Hand in only runs since the numbness first began: earlier ones had
 * nothing to be relieved of. Texts are static or borrowed. */
ff_code ff_compare_change(ff_arena *arena, const ff_logged_run *runs, size_t count,
                          const char *change, const char *shoe, ff_change_comparison *result,
                          ff_error *error);

#endif
