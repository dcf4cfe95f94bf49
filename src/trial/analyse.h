/* What one runner's runs say of changes: how much later numbness comes with each, how sure that is,
 * and which cause of the numbness that speaks for.
 *
 * log minutes to numbness = usual + the changes that were made + pace, temperature, climb and weekly
 * load of the run + drift over the runs + the shoe + scatter. The law is log-logistic; the priors and
 * their reasons stand beside their numbers in analyse.c. A change is judged under two priors, both of
 * which must agree before it is said to work: N(0, 0.5^2), the same for every change; and under each
 * cause what the change would do if that cause were the true one, mixed by how likely the causes are.
 */
#ifndef FOOTFALL_TRIAL_ANALYSE_H
#define FOOTFALL_TRIAL_ANALYSE_H

#include "trial/next_run.h"
#include "trial/posterior.h"

#include <footfall/change.h>
#include <footfall/trial_analysis.h>

#include <stdint.h>

#define FF_MOST_CHANGES      16
#define FF_MOST_TRIAL_CAUSES 64

/* What a run is compared by, beside its changes. */
typedef enum ff_adjustment {
    FF_ADJUST_PACE,        /* minutes per km */
    FF_ADJUST_TEMPERATURE, /* in steps of 10 C */
    FF_ADJUST_CLIMB,       /* in steps of 100 m */
    FF_ADJUST_LOAD         /* km of the week, in steps of 10 */
} ff_adjustment;
#define FF_ADJUSTMENTS 4

typedef struct ff_trial_run {
    ff_known known;
    double low_min, high_min; /* of running until numbness began; above 0. FF_KNOWN_BEFORE: by low_min;
                                 high_min is read for FF_KNOWN_BETWEEN */
    double length_min;        /* of the run, above 0 */
    double by[FF_ADJUSTMENTS]; /* min/km, C, m, km; NAN: not known */
    double strength;          /* of the numbness, 0 to 10; below 0 or NAN: not said */
    const char *shoe;         /* its name; NULL: not known */
    uint32_t changes;         /* bit i: change i was made */
    bool by_draw;             /* a draw was made for it, by lot or not: its turn was not the runner's choice */
    uint32_t lot;             /* the arms it was drawn from by lot, each with the same chance: bit 0 the usual,
                                 bit i + 1 change i; 0: not drawn so */
    int drawn;                /* of those: 0, or i + 1 */
    int coin;                 /* of the draw: the runs of a pair have the same, others one of their own */
} ff_trial_run;

/* What the changes do to log minutes if this cause is the true one: mean and SD, change by change. */
typedef struct ff_trial_cause {
    const char *id;
    double prior; /* from the answers; those of all causes need not sum to 1 */
    double mean[FF_MOST_CHANGES], sd[FF_MOST_CHANGES];
} ff_trial_cause;

typedef struct ff_trial_question {
    const ff_trial_run *runs; /* the oldest first */
    size_t run_count;
    const char *const *changes; /* at most FF_MOST_CHANGES */
    size_t change_count;
    ff_acting acts[FF_MOST_CHANGES];  /* of each change */
    double ramp[FF_MOST_CHANGES];     /* runs in a row after which it does 1 - 1/e of what it does in full; 0: at
                                         once */
    double carry[FF_MOST_CHANGES];    /* share of what it does that is left on the next run, 0 to 1 */
    bool left_out[FF_ADJUSTMENTS]; /* what a change acts through is not held still */
    const ff_trial_cause *causes;  /* none: no mixture, and no causes after */
    size_t cause_count;
    /* The changes of which the next run is chosen, by their places, FF_TRIAL_MOST_CHANGES of them at most. NULL:
     * the first ones. */
    const size_t *ahead;
    size_t ahead_count;
} ff_trial_question;

/* Everything in the arena. Without a usable run only effects and causes (after = before) are filled.
 * FF_ERR_VALUE: too many changes or causes, a time or length that is not above 0, an interval that ends
 * before it begins. */
ff_code ff_trial_analyse(ff_arena *arena, const ff_trial_question *question,
                         ff_trial_analysis *analysis, ff_error *error);

#endif
