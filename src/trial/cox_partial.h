/* The partial likelihood of Cox's regression, and the sweep over the rows at risk that it is made
 * of. */
#ifndef FOOTFALL_TRIAL_COX_PARTIAL_H
#define FOOTFALL_TRIAL_COX_PARTIAL_H

#include "trial/cox.h"

/* Sums over rows of their weight, weight times columns, and weight times products of columns (lower
 * half, row by row). */
typedef struct ff_cox_sums {
    double s0, *s1, *s2;
} ff_cox_sums;

typedef struct ff_cox_partial {
    const ff_cox_data *data;
    ff_moments moments;
    size_t *by_entry; /* as moments.order, by entry; NULL: all are at risk from the start */
    size_t p;
    double *x; /* row by row: columns about their mean, in units of the largest deviation */
    double *mean, *scale; /* of the columns; scale 1 for one that never varies, whose x are 0 */
    /* Of the place that was looked at last: */
    double *score, *weights; /* per row: log of its rate ratio, and exp of that less the largest */
    double shift;            /* the largest */
    ff_cox_sums risk, tied;  /* of the moment that is looked at: at risk, and of those began */
    ff_cox_sums *subsets;    /* exact ties: over subsets of 0, 1, ... rows at risk */
} ff_cox_partial;

/* Errors as of ff_cox_fit_of. */
ff_code ff_cox_partial_of(ff_arena *arena, const ff_cox_data *data, ff_cox_partial *partial,
                          ff_error *error);

/* Calls back at each moment, the latest of a stratum first, with risk and tied at theta, which is
 * in units of x. */
typedef void ff_cox_at_moment(ff_cox_partial *partial, size_t moment, void *user);
void ff_cox_sweep(ff_cox_partial *partial, const double *theta, ff_cox_at_moment *call, void *user);

/* The share of the tied rows that counts as gone when so many of them have begun: Efron's. */
double ff_cox_gone(const ff_cox_partial *partial, const ff_moment *moment, size_t before);

/* The log of the partial likelihood, as a ff_climb_value; user is the ff_cox_partial. */
double ff_cox_differentiate(void *user, const double *theta, double *gradient, double *hessian);

/* Fills steps and residuals of fit for the estimate theta. FF_ERR_MEMORY. */
ff_code ff_cox_rates_of(ff_arena *arena, ff_cox_partial *partial, const double *theta,
                        ff_cox_fit *fit, ff_error *error);

#endif
