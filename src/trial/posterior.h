/* What the runs say of the parameters of a survival model, under priors.
 *
 * Shoes (or any groups of runs) may shift the expectation: shift_j ~ N(0, tau^2) with tau half-normal.
 * They are drawn as tau times a standard normal each, with log(tau) among the parameters, which keeps
 * the density easy to draw from however little the runs say of the shoes.
 */
#ifndef FOOTFALL_TRIAL_POSTERIOR_H
#define FOOTFALL_TRIAL_POSTERIOR_H

#include "trial/aft.h"
#include "trial/sampler.h"

/* Above this many groups the runs of each are too few to tell anything of it. */
#define FF_MOST_GROUPS 16

typedef struct ff_survival_model {
    const ff_aft_data *data;
    ff_law law;
    const ff_prior *priors; /* one a parameter of the data, none flat */
    const unsigned char *groups; /* per row, from 0; NULL: there are none */
    size_t group_count;          /* 0, or 2 to FF_MOST_GROUPS */
    double tau_scale;            /* of the half-normal prior of tau, > 0 */
} ff_survival_model;

/* The parameters of the data come first and in its order; groups and log(tau / tau_scale) follow. */
typedef struct ff_posterior {
    size_t parameters; /* of the data: intercept, columns, log of the scale */
    ff_sample sample;  /* draws of all, mean and covariance, khat */
    double log_evidence; /* on the log-time scale */
    ff_aft_fit peak;   /* of the data's parameters and, with groups, of those at a middling tau */
} ff_posterior;

/* FF_ERR_VALUE (no rows, a flat prior, too many columns or groups), FF_ERR_MEMORY. */
ff_code ff_posterior_of(ff_arena *arena, const ff_survival_model *model, size_t draws,
                        ff_posterior *posterior, ff_error *error);

/* Only the peak, as posterior->peak. */
ff_code ff_posterior_peak(ff_arena *arena, const ff_survival_model *model, ff_aft_fit *peak, ff_error *error);

/* The same runs under other priors (one a parameter of the data, normal as the model's are), from a
 * posterior that is known: many times as quick as from the beginning. near: a look, good where sample.khat is at
 * most FF_KHAT_GOOD; above it the evidence is more likely too small than too large, and what is drawn means little
 * (khat is INFINITY when nothing could be drawn at all, the sample is empty then). under: the same, and where it is
 * no good, after it by following what was drawn, and then from the beginning. peak is filled in only then. */
ff_code ff_posterior_near(ff_arena *arena, const ff_survival_model *model, const ff_posterior *known,
                          const ff_prior *priors, size_t draws, ff_posterior *near,
                          ff_error *error);
ff_code ff_posterior_under(ff_arena *arena, const ff_survival_model *model, const ff_posterior *known,
                           const ff_prior *priors, size_t draws, ff_posterior *under,
                           ff_error *error);

/* A few draws of all, taken evenly, for what costs too much to be worked out at each. */
typedef struct ff_few_draws {
    size_t count, size; /* draws, and numbers of a draw */
    double *theta;      /* draw by draw: intercept, columns, what each group adds, log of the scale */
    double *weights;    /* sum 1 */
} ff_few_draws;

ff_code ff_posterior_few(ff_arena *arena, const ff_survival_model *model,
                         const ff_posterior *posterior, size_t most, ff_few_draws *few,
                         ff_error *error);

/* What theta (as above; the peak stands in the same order) expects of the log time of one row. */
double ff_draw_expects(const ff_survival_model *model, const double *theta, size_t row);

/* Quantiles of one parameter at ascending shares; as well of any function of the draws. */
typedef struct ff_summary {
    double mean, sd, q05, q25, q50, q75, q95;
} ff_summary;

ff_code ff_summary_of(ff_arena *arena, const double *values, const double *weights, size_t count,
                      ff_summary *summary, ff_error *error);

#endif
