/* Inside the analysis: from chances to a verdict, and whether it stands on its feet. */
#ifndef FOOTFALL_TRIAL_VERDICT_H
#define FOOTFALL_TRIAL_VERDICT_H

#include "trial/design.h"

/* What a fit says of one change: chances that it helps by a tenth, by a fifth, and that it harms. */
typedef struct ff_effect_chances {
    double tenth, fifth, harms;
} ff_effect_chances;

/* From draws of its log time ratio, every stride-th number, with weights of any sum. */
ff_effect_chances ff_effect_chances_of(const double *x, const double *weights, size_t count, size_t stride);

/* Whether a verdict ends the matter: works, makes it worse, does not help enough. */
bool ff_verdict_is_settled(ff_verdict verdict);

/* The chance that such a verdict rests on. */
double ff_verdict_chance(ff_verdict verdict, const ff_effect_chances *chances);

/* Whether other chances are so different that a settled verdict would not even be likely. */
bool ff_verdict_falls(ff_verdict verdict, const ff_effect_chances *chances);

/* verdict and runs_to_go of every change that is known, by its chances alone. */
void ff_verdicts_by_chances(const ff_trial_question *question, ff_trial_analysis *analysis);

/* verdict, disagrees and runs_to_go of every change that is known: first by its chances, then held against
 * another law, a wider prior, and a model without pace, weather and shoes. known: what the runs say under
 * the model. passing is empty before and after. */
ff_code ff_verdicts_of(ff_arena *passing, const ff_trial_question *question, const ff_survival_model *model,
                       const ff_posterior *known, ff_trial_analysis *analysis, ff_error *error);

#endif
