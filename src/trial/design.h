/* Inside the analysis: the runs as the rows and columns of a survival model, with their priors. */
#ifndef FOOTFALL_TRIAL_DESIGN_H
#define FOOTFALL_TRIAL_DESIGN_H

#include "trial/analyse.h"

typedef struct ff_design {
    ff_aft_data data;
    ff_prior *priors;
    size_t parameter[FF_MOST_CHANGES]; /* where a change stands among the parameters; 0: it does not */
    size_t drift;                      /* the same of the drift */
} ff_design;

/* How the model is varied to see whether the verdict holds. */
typedef enum ff_design_kind {
    FF_DESIGN_WHOLE,
    FF_DESIGN_WIDE,  /* a wider prior of the changes */
    FF_DESIGN_BARE   /* changes and drift only */
} ff_design_kind;

ff_code ff_design_check(const ff_trial_question *question, ff_error *error);

/* Counts, states and switches of the changes: all that needs no model. */
void ff_design_count(const ff_trial_question *question, ff_trial_analysis *analysis);

/* At least one run. The model borrows the design, both live in the arena. */
ff_code ff_design_of(ff_arena *arena, const ff_trial_question *question, ff_law law,
                     ff_design_kind kind, ff_design *design, ff_survival_model *model, ff_error *error);

#endif
