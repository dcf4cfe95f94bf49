/* Whether numbness comes sooner, or is stronger, from run to run: for the runner's safety, so nothing that is
 * believed beforehand holds it back, and what was changed on the runs is not asked. */
#ifndef FOOTFALL_TRIAL_TREND_H
#define FOOTFALL_TRIAL_TREND_H

#include "trial/analyse.h"

/* Fewer runs tell no trend from chance. */
#define FF_TREND_LEAST_RUNS 6

/* Mann's test of either: of all pairs of runs, how many more have the later run the worse than have it the
 * better, against what pairs in any order bring in 25 of 1,000 [Mann 1945; Kendall 1975]. Two runs are told
 * apart only where what is known of them does not overlap. */
bool ff_numbness_worsens(const ff_trial_run *runs, size_t count);

#endif
