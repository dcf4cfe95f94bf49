/* Inside the analysis: from chances to a verdict, and whether it stands on its feet. */
#ifndef FOOTFALL_TRIAL_VERDICT_H
#define FOOTFALL_TRIAL_VERDICT_H

#include "trial/design.h"

/* Fills verdict, disagrees, decisive and runs_to_go of every change that is known, and the run that
 * fits worst. Chances and causes are there already. */
ff_code ff_verdicts_of(ff_arena *arena, const ff_trial_question *question, const ff_design *design,
                       const ff_survival_model *model, const ff_posterior *known,
                       ff_trial_analysis *analysis, ff_error *error);

#endif
