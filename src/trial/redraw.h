/* Inside the analysis: would the order alone have made such a difference? A re-randomisation test, as a check of
 * the model that needs none of it to be true.
 *
 * What is supposed: the change does nothing to any run, so that each would have gone as it went whatever had been
 * drawn for it. What is held as it was: how each run went, and out of which arms each draw was made. What is drawn
 * anew: every draw that could have come out as the change or as the usual and came out as one of them, each with
 * the same chance; a pair is one draw. Runs count as they were drawn, not as they were then run. The statistic is the
 * sum of the scores of the runs that were drawn with the change, a score being the slope of the run's log-likelihood
 * by its expectation in the model without the change, at its peak: it does not depend on what is drawn anew.
 *
 * Out of which arms later draws were made did depend on how earlier ones came out, because the next run is chosen by
 * what is known; that is held too, so the chance is not exact. bench/bench_design.c counts how often it misleads.
 */
#ifndef FOOTFALL_TRIAL_REDRAW_H
#define FOOTFALL_TRIAL_REDRAW_H

#include "trial/design.h"

/* Up to so many draws every outcome is looked at; beyond, a sample of outcomes. */
#define FF_REDRAW_ALL 14

/* How far each draw moved the statistic from the middle of what it could have been, in the direction it came out. Of
 * all outcomes of as many draws, the share that leaves the middle at least as far as these did, either way. */
double ff_redraw_share(const double *moves, size_t count);

/* effect->redrawn of every change that is known. */
ff_code ff_redraw_of(ff_arena *arena, const ff_trial_question *question, ff_trial_analysis *analysis,
                     ff_error *error);

#endif
