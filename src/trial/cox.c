/* The peak of the partial likelihood, and whether there is one. */
#include "trial/cox.h"

#include "base/matrix.h"
#include "trial/climb.h"
#include "trial/cox_partial.h"
#include "trial/foretold.h"

#include <math.h>
#include <string.h>

enum { MOST_ITERATIONS = 100 };
/* When a Newton step gains less than this, times the root of how many rows are summed, the next one
 * would gain nothing that can be seen; and less is no more than rounding. */
#define CONVERGED 1e-12
/* A step that gains as little and still moves the score of the row farthest out by this much is one
 * of many on a way without end: each moves it by about 1 there. */
#define ENDLESS 1e-3

static void name_endless(const ff_climb *climb, bool *named) {
    for (size_t j = 0; j < climb->p; j++) {
        named[j] = !(fabs(climb->step[j]) <= ENDLESS);
    }
}

static bool any(const bool *named, size_t count) {
    for (size_t j = 0; j < count; j++) {
        if (named[j]) {
            return true;
        }
    }
    return false;
}

/* ---- the way up ---- */

/* Whether every column tells something of its own, where all rows weigh the same; else names them.
 */
static ff_code look_from_zero(ff_arena *arena, ff_climb *climb, ff_cox_fit *fit, ff_error *error) {
    size_t p = climb->p;
    ff_climb_begin(climb);
    fit->log_likelihood_null = climb->value;
    for (size_t j = 0; j < p * p; j++) {
        climb->lower[j] = -climb->hessian[j];
    }
    return ff_name_foretold(arena, climb->lower, p, fit->no_estimate, error);
}

static void walk_up(ff_climb *climb, double too_little, ff_cox_fit *fit) {
    for (int i = 0; i < MOST_ITERATIONS && ff_climb_factor(climb, 0); i++) {
        double rise = ff_climb_find_step(climb);
        fit->score_test = i == 0 ? rise : fit->score_test;
        if (!ff_climb_walk(climb) || rise < too_little) {
            break;
        }
    }
    name_endless(climb, fit->no_estimate);
}

/* From units of x to those of the columns. */
static void report(const ff_climb *climb, const ff_cox_partial *partial, ff_cox_fit *fit) {
    size_t p = climb->p;
    const double *theta = climb->theta;
    ff_cholesky_invert(climb->lower, p, fit->covariance);
    fit->log_likelihood = climb->value;
    fit->ratio_test = 2 * (climb->value - fit->log_likelihood_null);
    fit->wald_test = 0;
    for (size_t j = 0; j < p; j++) {
        fit->estimate[j] = theta[j] / partial->scale[j];
        for (size_t k = 0; k < p; k++) {
            fit->wald_test -= theta[j] * climb->hessian[j * p + k] * theta[k];
            fit->covariance[j * p + k] /= partial->scale[j] * partial->scale[k];
        }
    }
}

static ff_code take_room(ff_arena *arena, size_t p, ff_cox_fit *fit, ff_error *error) {
    *fit = (ff_cox_fit){.no_estimate = ff_arena_take(arena, p, sizeof *fit->no_estimate),
                        .estimate = ff_arena_take(arena, p, sizeof *fit->estimate),
                        .covariance = ff_arena_take(arena, p * p, sizeof *fit->covariance)};
    return ff_arena_check(arena, error);
}

ff_code ff_cox_fit_of(ff_arena *arena, const ff_cox_data *data, ff_cox_fit *fit, ff_error *error) {
    size_t p = data->column_count;
    ff_cox_partial partial;
    ff_climb climb;
    ff_code code = take_room(arena, p, fit, error);
    if (code == FF_OK) {
        code = ff_cox_partial_of(arena, data, &partial, error);
    }
    if (code == FF_OK) {
        code = ff_climb_init(arena, p, ff_cox_differentiate, &partial, &climb, error);
    }
    if (code == FF_OK) {
        code = look_from_zero(arena, &climb, fit, error);
    }
    if (code != FF_OK || any(fit->no_estimate, p)) {
        return code;
    }
    walk_up(&climb, CONVERGED * sqrt((double)data->rows.count), fit);
    if (any(fit->no_estimate, p)) {
        return FF_OK;
    }
    fit->finite = ff_climb_factor(&climb, 0);
    if (!fit->finite) {
        memset(fit->no_estimate, 1, p); /* flat in more than one direction at once */
        return FF_OK;
    }
    report(&climb, &partial, fit);
    return ff_cox_rates_of(arena, &partial, climb.theta, fit, error);
}
