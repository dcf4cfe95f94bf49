/* Cox's regression: by what factor a column raises the rate at which numbness begins, whatever the
 * law of the times [Cox 1972].
 *
 * At each time at which it began, the rows in which it did are held against all those still at
 * risk. Rows at the same time: Efron's (1977) approximation, Breslow's (1974), or the exact
 * conditional likelihood [Cox 1972; sums over subsets by Gail, Lubin and Rubinstein 1981]. Strata
 * have a rate each.
 */
#ifndef FOOTFALL_TRIAL_COX_H
#define FOOTFALL_TRIAL_COX_H

#include "trial/moments.h"

#include <stdbool.h>

typedef enum ff_cox_ties { FF_TIES_EFRON, FF_TIES_BRESLOW, FF_TIES_EXACT } ff_cox_ties;

/* Borrowed. */
typedef struct ff_cox_data {
    ff_timed_rows rows;
    const double *entries;        /* at risk only after it, below the time; NULL: from the start */
    size_t column_count;          /* 1 or more */
    const double *const *columns; /* finite */
    ff_cox_ties ties;
} ff_cox_data;

typedef struct ff_cox_step {
    double stratum, time;
    double hazard; /* summed up to and with that time, of a row whose columns are all 0 */
} ff_cox_step;

typedef struct ff_cox_fit {
    bool finite;       /* there is a finite estimate; else only no_estimate means anything */
    bool *no_estimate; /* per column: the larger the better, or not to be told from others */
    double *estimate;  /* per column: log of the rate ratio for a unit of it */
    double *covariance;
    double log_likelihood, log_likelihood_null; /* partial; null: all estimates 0 */
    double ratio_test, wald_test, score_test;   /* chi-squares, a degree of freedom a column */
    ff_cox_step *steps; /* by stratum and time, one a time at which it began; with exact ties as
                           Breslow's */
    size_t step_count;
    double *residuals; /* per row: martingale, began less what was expected of it */
} ff_cox_fit;

/* Errors: FF_ERR_MEMORY, FF_ERR_VALUE (too many rows at one time for exact ties). */
ff_code ff_cox_fit_of(ff_arena *arena, const ff_cox_data *data, ff_cox_fit *fit, ff_error *error);

#endif
