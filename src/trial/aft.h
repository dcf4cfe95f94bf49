/* The accelerated failure time model: log time = intercept + columns x coefficients + scale x error.
 *
 * exp(coefficient) is a time ratio: how many times as late numbness comes per unit of the column.
 * Exact, right-, left- and interval-censored runs go into one likelihood (law.h). Maximum likelihood
 * as R's survreg gives it, or the peak under priors.
 */
#ifndef FOOTFALL_TRIAL_AFT_H
#define FOOTFALL_TRIAL_AFT_H

#include "base/arena.h"
#include "trial/law.h"

#include <stdbool.h>

/* Columns beside the intercept. */
#define FF_AFT_MOST_COLUMNS 62

/* Parameters stand in the order: intercept, columns, log of the scale. */
#define FF_AFT_PARAMETERS(columns) ((columns) + 2)
#define FF_AFT_MOST_PARAMETERS     FF_AFT_PARAMETERS(FF_AFT_MOST_COLUMNS)

/* Borrowed; count rows. Times are logs, finite; kinds are ff_known. high is read where the kind is
 * FF_KNOWN_BETWEEN, and lies above low there; it may be NULL when there is no such row. */
typedef struct ff_aft_data {
    size_t count;
    const unsigned char *kinds;
    const double *low, *high;
    size_t column_count; /* at most FF_AFT_MOST_COLUMNS */
    const double *const *columns;
} ff_aft_data;

/* What is believed of a parameter before the runs. */
typedef enum ff_prior_kind { FF_PRIOR_FLAT, FF_PRIOR_NORMAL, FF_PRIOR_STUDENT } ff_prior_kind;

typedef struct ff_prior {
    ff_prior_kind kind;
    double location, scale; /* scale > 0 */
    double df;              /* of Student's t, > 0 */
} ff_prior;

/* Log density, normalised; 0 for a flat one. slope and curve may be NULL. */
double ff_prior_log(const ff_prior *prior, double x, double *slope, double *curve);

/* The part of it that does not depend on x, which of many draws need be worked out only once; of a flat
 * one it is 0. And adds the other part at x to each lane. */
double ff_prior_log_constant(const ff_prior *prior);
void ff_prior_add_shape(const ff_prior *prior, const ff_lanes *x, ff_lanes *sum);

/* Sum of ff_law_value over the rows, less log(scale) for each exact one: on the log-time scale. theta
 * holds the parameters, those of a lane side by side with those of others. */
ff_lanes ff_aft_log_likelihood(const ff_aft_data *data, ff_law law, const ff_lanes *theta);

/* The same in one place with its gradient and Hessian (row by row, symmetric) by the parameters, which are p and
 * p x p numbers. */
double ff_aft_derivatives(const ff_aft_data *data, ff_law law, const double *theta,
                          double *gradient, double *hessian);

/* The sum of the log times of exact rows: log likelihood on the time scale, as survreg prints it, is
 * that on the log-time scale less this. */
double ff_aft_log_jacobian(const ff_aft_data *data);

typedef struct ff_aft_fit {
    bool finite;        /* there is a finite estimate; else only no_estimate means anything */
    bool *no_estimate;  /* per parameter: the likelihood has no peak in its direction */
    double *estimate;   /* per parameter */
    double *covariance; /* p x p: inverse of the observed information (and of the priors) */
    double log_likelihood; /* on the log-time scale, without priors */
    size_t iterations;
} ff_aft_fit;

/* The peak of the likelihood, or with priors (one a parameter; NULL: all flat) of the posterior.
 *
 * Without a finite estimate (a change after which no run went numb; a column that never varies; two
 * that always go together; too few exact runs for a scale) fit->finite is false and no_estimate
 * names the parameters. Errors: FF_ERR_MEMORY, FF_ERR_VALUE (no rows, too many columns). */
ff_code ff_aft_fit_of(ff_arena *arena, const ff_aft_data *data, ff_law law, const ff_prior *priors,
                      ff_aft_fit *fit, ff_error *error);

#endif
