/* Inside the analysis: whether the runs are such as the model expects them, and whether one of them decides
 * everything.
 *
 * Each run is held against what the others let expect: its place under the posterior without it (each draw's
 * weight divided by the run's own likelihood, smoothed [Vehtari, Gelman and Gabry 2017]), as a normal score.
 * The runs as a whole are held against runs made up under the posterior, each censored as its own run was
 * [Gelman, Meng and Stern 1996]. Residuals are Cox and Snell's (1968), at the peak.
 */
#ifndef FOOTFALL_TRIAL_CHECKS_H
#define FOOTFALL_TRIAL_CHECKS_H

#include "trial/design.h"

/* Fills analysis->checks, odd_run and odd_sd; and as decisive, of each change with a settled verdict, the run
 * without which its chance falls most, where the verdict would not even be likely then. That is a suspicion: it
 * comes from weights, not from a fit without the run. At least one run. */
ff_code ff_checks_of(ff_arena *arena, const ff_trial_question *question, const ff_design *design,
                     const ff_survival_model *model, const ff_posterior *known,
                     ff_trial_analysis *analysis, ff_error *error);

#endif
