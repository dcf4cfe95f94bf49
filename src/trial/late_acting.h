/* Inside the analysis: changes that do not act at once, or not only on the run they are made on.
 *
 * One that acts slowly does 1 - exp(-m / tau) of what it does in full on the m-th run in a row, with tau 0, 3
 * or 6 runs; of one that is made over weeks a share of 0, 0.25 or 0.5 is left on the next run (METHOD of
 * the trial, 2.6: the three equally likely before the runs; formulas, not simulated). The figures of an
 * effect stay those of acting at once; beside them stands what all three say together.
 */
#ifndef FOOTFALL_TRIAL_LATE_ACTING_H
#define FOOTFALL_TRIAL_LATE_ACTING_H

#include "trial/design.h"

/* late of every change that is known. known: what the runs say under the model of the design. passing is empty
 * before and after. */
ff_code ff_late_acting_of(ff_arena *passing, const ff_trial_question *question, const ff_design *design,
                          const ff_posterior *known, ff_trial_analysis *analysis, ff_error *error);

#endif
