/* Inside the analysis: what the runs say of the changes, freed of what was believed of them before.
 */
#ifndef FOOTFALL_TRIAL_EFFECT_LIKELIHOOD_H
#define FOOTFALL_TRIAL_EFFECT_LIKELIHOOD_H

#include "trial/design.h"

/* known: the posterior under the priors of the model. In the arena. */
ff_code ff_effect_likelihood_of(ff_arena *arena, const ff_design *design,
                                const ff_survival_model *model, const ff_posterior *known,
                                size_t change_count, ff_effect_likelihood *likelihood,
                                ff_error *error);

#endif
