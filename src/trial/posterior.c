#include "trial/posterior.h"

#include "base/matrix.h"

#include <math.h>
#include <string.h>

/* A middling tau, from which the peak is sought: the median of a half-normal of scale 1. */
#define MIDDLING_TAU 0.6745

/* Rounds of following what other priors draw, before it is begun anew. */
#define ROUNDS_NEAR 2

/* ---- the density ---- */

/* Parameters as they are drawn: intercept, columns, log scale, then groups as standard normals and
 * log(tau / tau_scale). */
typedef struct {
    const ff_survival_model *model;
    ff_aft_data data; /* with a column of ones a group behind the others */
    const ff_prior *priors;
    size_t p; /* parameters of the model's own data */
    size_t dimensions;
    double constant; /* what the priors add whatever the parameters */
} density;

/* The drawn parameters as those of the data with the groups. */
static void spread_out(const density *d, const double *x, double *theta) {
    size_t own = d->p - 1, groups = d->model->group_count;
    memcpy(theta, x, own * sizeof *theta);
    theta[own + groups] = x[own];
    if (groups > 0) {
        double tau = d->model->tau_scale * exp(x[d->p + groups]);
        for (size_t g = 0; g < groups; g++) {
            theta[own + g] = tau * x[d->p + g];
        }
    }
}

/* Of the groups and of tau / tau_scale. */
static const ff_prior standard = {FF_PRIOR_NORMAL, 0, 1, 0};

/* A half-normal has twice the density of a normal. */
static double constant_of(const density *d) {
    size_t groups = d->model->group_count;
    double sum = groups > 0 ? log(2) : 0;
    for (size_t j = 0; j < d->p; j++) {
        sum += ff_prior_log_constant(&d->priors[j]);
    }
    return sum + (double)(d->dimensions - d->p) * ff_prior_log_constant(&standard);
}

/* The same of draws side by side. */
static void spread_out_wide(const density *d, const ff_lanes *x, const ff_lanes *t, ff_lanes *theta) {
    size_t own = d->p - 1, groups = d->model->group_count;
    memcpy(theta, x, own * sizeof *theta);
    theta[own + groups] = x[own];
    for (size_t g = 0; g < groups; g++) {
        FF_EACH_LANE(l) { theta[own + g].of[l] = d->model->tau_scale * t->of[l] * x[d->p + g].of[l]; }
    }
}

static ff_lanes log_density(const void *data, const ff_lanes *x) {
    const density *d = data;
    size_t groups = d->model->group_count;
    ff_lanes theta[FF_AFT_MOST_PARAMETERS], sum = ff_lanes_all(d->constant), t;
    for (size_t j = 0; j < d->p; j++) {
        ff_prior_add_shape(&d->priors[j], &x[j], &sum);
    }
    for (size_t g = 0; g < groups; g++) {
        ff_prior_add_shape(&standard, &x[d->p + g], &sum);
    }
    if (groups > 0) { /* half-normal of t = tau / tau_scale, by its log: times t */
        const ff_lanes *log_t = &x[d->p + groups];
        FF_EACH_LANE(l) { t.of[l] = exp(log_t->of[l]); }
        ff_prior_add_shape(&standard, &t, &sum);
        FF_EACH_LANE(l) { sum.of[l] += log_t->of[l]; }
    }
    spread_out_wide(d, x, &t, theta);
    ff_lanes likelihood = ff_aft_log_likelihood(&d->data, d->model->law, theta);
    FF_EACH_LANE(l) {
        double value = sum.of[l] + likelihood.of[l];
        sum.of[l] = isfinite(value) ? value : -INFINITY;
    }
    return sum;
}

/* ---- the columns of the groups ---- */

static ff_code add_groups(ff_arena *arena, density *d, ff_error *error) {
    const ff_survival_model *model = d->model;
    const ff_aft_data *own = model->data;
    d->data = *own;
    if (model->group_count == 0) {
        return FF_OK;
    }
    size_t columns = own->column_count + model->group_count;
    if (columns > FF_AFT_MOST_COLUMNS) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "there are more than 62 columns");
    }
    const double **list = ff_arena_take(arena, columns, sizeof *list);
    double *ones = ff_arena_take(arena, own->count * model->group_count, sizeof *ones);
    if (list == NULL || ones == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t k = 0; k < own->column_count; k++) {
        list[k] = own->columns[k];
    }
    for (size_t g = 0; g < model->group_count; g++) {
        list[own->column_count + g] = ones + g * own->count;
    }
    for (size_t i = 0; i < own->count; i++) {
        ones[model->groups[i] * own->count + i] = 1;
    }
    d->data.columns = list;
    d->data.column_count = columns;
    return FF_OK;
}

/* ---- the peak ---- */

/* Where a parameter of the data with groups stands among those that are drawn. */
static size_t drawn_place(const density *d, size_t j) {
    size_t own = d->p - 1, groups = d->model->group_count;
    return j < own ? j : j < own + groups ? j + 1 : own;
}

/* Peak and covariance of what is drawn, from those at a middling tau. */
static void around_peak(const density *d, const ff_aft_fit *fit, double *peak, double *covariance) {
    size_t all = FF_AFT_PARAMETERS(d->data.column_count), n = d->dimensions;
    size_t own = d->p - 1, groups = d->model->group_count;
    double tau = groups > 0 ? d->model->tau_scale * MIDDLING_TAU : 1;
    memset(covariance, 0, n * n * sizeof *covariance);
    for (size_t j = 0; j < all; j++) {
        bool j_group = j >= own && j < own + groups;
        peak[drawn_place(d, j)] = fit->estimate[j] / (j_group ? tau : 1);
        for (size_t k = 0; k < all; k++) {
            bool k_group = k >= own && k < own + groups;
            covariance[drawn_place(d, j) * n + drawn_place(d, k)] =
                fit->covariance[j * all + k] / (j_group ? tau : 1) / (k_group ? tau : 1);
        }
    }
    if (groups > 0) {
        peak[n - 1] = log(MIDDLING_TAU);
        covariance[n * n - 1] = 0.5; /* of log(t) for a half-normal t: about 1 over twice its square */
    }
}

/* The priors of the data with groups at a middling tau. */
static ff_prior *priors_with_groups(ff_arena *arena, const density *d) {
    size_t own = d->p - 1, groups = d->model->group_count;
    ff_prior *priors = ff_arena_take(arena, d->p + groups, sizeof *priors);
    if (priors != NULL) {
        memcpy(priors, d->priors, own * sizeof *priors);
        priors[own + groups] = d->priors[own];
        for (size_t g = 0; g < groups; g++) {
            priors[own + g] =
                (ff_prior){FF_PRIOR_NORMAL, 0, d->model->tau_scale * MIDDLING_TAU, 0};
        }
    }
    return priors;
}

static ff_code check(const ff_survival_model *model, ff_error *error) {
    for (size_t j = 0; j < FF_AFT_PARAMETERS(model->data->column_count); j++) {
        if (model->priors[j].kind == FF_PRIOR_FLAT) {
            return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                           "every parameter needs a prior that is not flat");
        }
    }
    bool groups = model->group_count == 0 ||
                  (model->group_count >= 2 && model->group_count <= FF_MOST_GROUPS);
    return groups ? FF_OK
                  : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                            "groups must be 2 to %d, or none", FF_MOST_GROUPS);
}

static ff_code density_of(ff_arena *arena, const ff_survival_model *model, const ff_prior *priors,
                          density *d, ff_error *error) {
    *d = (density){.model = model,
                   .priors = priors,
                   .p = FF_AFT_PARAMETERS(model->data->column_count)};
    d->dimensions = d->p + (model->group_count > 0 ? model->group_count + 1 : 0);
    d->constant = constant_of(d);
    return add_groups(arena, d, error);
}

static ff_code find_peak(ff_arena *arena, const density *d, ff_aft_fit *peak, ff_error *error) {
    const ff_prior *priors = priors_with_groups(arena, d);
    ff_code code = ff_arena_check(arena, error);
    return code == FF_OK ? ff_aft_fit_of(arena, &d->data, d->model->law, priors, peak, error) : code;
}

ff_code ff_posterior_peak(ff_arena *arena, const ff_survival_model *model, ff_aft_fit *peak, ff_error *error) {
    density d;
    ff_code code = check(model, error);
    if (code == FF_OK) {
        code = density_of(arena, model, model->priors, &d, error);
    }
    return code == FF_OK ? find_peak(arena, &d, peak, error) : code;
}

ff_code ff_posterior_of(ff_arena *arena, const ff_survival_model *model, size_t draws,
                        ff_posterior *posterior, ff_error *error) {
    density d;
    *posterior = (ff_posterior){0};
    ff_code code = check(model, error);
    if (code == FF_OK) {
        code = density_of(arena, model, model->priors, &d, error);
    }
    if (code == FF_OK) {
        code = find_peak(arena, &d, &posterior->peak, error);
    }
    if (code != FF_OK) {
        return code;
    }
    posterior->parameters = d.p;
    double *peak = ff_arena_take(arena, d.dimensions, sizeof *peak);
    double *covariance = ff_arena_take(arena, d.dimensions * d.dimensions, sizeof *covariance);
    code = ff_arena_check(arena, error);
    if (code == FF_OK) {
        around_peak(&d, &posterior->peak, peak, covariance);
        ff_target target = {d.dimensions, log_density, &d};
        code = ff_sample_of(arena, &target, peak, covariance, draws, &posterior->sample, error);
        posterior->log_evidence = posterior->sample.log_mass;
    }
    return code;
}

/* ---- a few draws ---- */

ff_code ff_posterior_few(ff_arena *arena, const ff_survival_model *model,
                         const ff_posterior *posterior, size_t most, ff_few_draws *few,
                         ff_error *error) {
    const ff_sample *all = &posterior->sample;
    density d = {.model = model, .p = posterior->parameters};
    few->count = all->count < most ? all->count : most;
    few->size = d.p + model->group_count;
    few->theta = ff_arena_take(arena, few->count * few->size, sizeof *few->theta);
    few->weights = ff_arena_take(arena, few->count, sizeof *few->weights);
    double *drawn = ff_arena_take(arena, all->dimensions, sizeof *drawn), sum = 0;
    ff_code code = ff_arena_check(arena, error);
    size_t stride = all->count / few->count;
    for (size_t m = 0; m < few->count && code == FF_OK; m++) {
        for (size_t j = 0; j < all->dimensions; j++) {
            drawn[j] = all->values[j * all->count + m * stride];
        }
        spread_out(&d, drawn, few->theta + m * few->size);
        few->weights[m] = all->weights[m * stride];
        sum += few->weights[m];
    }
    for (size_t m = 0; m < few->count && code == FF_OK; m++) {
        few->weights[m] /= sum;
    }
    return code;
}

double ff_draw_expects(const ff_survival_model *model, const double *theta, size_t row) {
    const ff_aft_data *data = model->data;
    double eta = theta[0];
    for (size_t k = 0; k < data->column_count; k++) {
        eta += theta[k + 1] * data->columns[k][row];
    }
    return model->group_count > 0 ? eta + theta[data->column_count + 1 + model->groups[row]] : eta;
}

/* ---- other priors ---- */

/* Mean and covariance as if the posterior were normal: what the known priors gave is taken out, what
 * the new ones give is put in. */
static bool move(const density *d, const ff_posterior *known, double *mean, double *covariance,
                 double *scratch) {
    size_t n = d->dimensions;
    double *lower = scratch, *precision = covariance;
    if (!ff_cholesky(known->sample.covariance, n, 1e-13, lower, NULL)) {
        return false;
    }
    ff_cholesky_invert(lower, n, precision);
    for (size_t j = 0; j < n; j++) {
        mean[j] = 0;
        for (size_t k = 0; k < n; k++) {
            mean[j] += precision[j * n + k] * known->sample.mean[k];
        }
    }
    for (size_t j = 0; j < d->p; j++) {
        const ff_prior *old = &d->model->priors[j], *new = &d->priors[j];
        double was = 1 / (old->scale * old->scale), is = 1 / (new->scale * new->scale);
        precision[j * n + j] += is - was;
        mean[j] += new->location * is - old->location * was;
    }
    if (!ff_cholesky(precision, n, 1e-13, lower, NULL)) {
        return false;
    }
    ff_cholesky_solve(lower, n, mean, mean);
    ff_cholesky_invert(lower, n, covariance);
    return true;
}

/* rounds: of following what was drawn, while it is no good. */
static ff_code draw_near(ff_arena *arena, const ff_survival_model *model, const ff_posterior *known,
                         const ff_prior *priors, size_t draws, int rounds, ff_posterior *near,
                         ff_error *error) {
    density d;
    ff_code code = density_of(arena, model, priors, &d, error);
    size_t n = d.dimensions;
    double *mean = ff_arena_take(arena, n, sizeof *mean);
    double *covariance = ff_arena_take(arena, 2 * n * n, sizeof *covariance);
    if (code == FF_OK) {
        code = ff_arena_check(arena, error);
    }
    if (code != FF_OK) {
        return code;
    }
    *near = (ff_posterior){.parameters = d.p, .sample.khat = INFINITY, .log_evidence = -INFINITY};
    ff_target target = {n, log_density, &d};
    if (move(&d, known, mean, covariance, covariance + n * n)) {
        code = ff_sample_near(arena, &target, mean, covariance, draws, rounds, &known->sample,
                              &near->sample, error);
        near->log_evidence = near->sample.log_mass;
    }
    return code;
}

ff_code ff_posterior_near(ff_arena *arena, const ff_survival_model *model, const ff_posterior *known,
                          const ff_prior *priors, size_t draws, ff_posterior *near,
                          ff_error *error) {
    return draw_near(arena, model, known, priors, draws, 0, near, error);
}

static ff_code anew(ff_arena *arena, const ff_survival_model *model, const ff_prior *priors, size_t draws,
                    ff_posterior *posterior, ff_error *error) {
    ff_survival_model other = *model;
    other.priors = priors;
    return ff_posterior_of(arena, &other, draws, posterior, error);
}

ff_code ff_posterior_under(ff_arena *arena, const ff_survival_model *model, const ff_posterior *known,
                           const ff_prior *priors, size_t draws, ff_posterior *under,
                           ff_error *error) {
    ff_code code = draw_near(arena, model, known, priors, draws, ROUNDS_NEAR, under, error);
    return code != FF_OK || under->sample.khat <= FF_KHAT_GOOD
               ? code
               : anew(arena, model, priors, draws, under, error);
}

ff_code ff_summary_of(ff_arena *arena, const double *values, const double *weights, size_t count,
                      ff_summary *summary, ff_error *error) {
    ff_sorted_draw *sorted = ff_sample_sort(arena, values, weights, count);
    if (sorted == NULL) {
        return ff_arena_check(arena, error);
    }
    double mean = 0, squares = 0;
    for (size_t i = 0; i < count; i++) {
        mean += weights[i] * values[i];
    }
    for (size_t i = 0; i < count; i++) {
        squares += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    *summary = (ff_summary){.mean = mean,
                            .sd = sqrt(squares),
                            .q05 = ff_sorted_quantile(sorted, count, 0.05),
                            .q25 = ff_sorted_quantile(sorted, count, 0.25),
                            .q50 = ff_sorted_quantile(sorted, count, 0.50),
                            .q75 = ff_sorted_quantile(sorted, count, 0.75),
                            .q95 = ff_sorted_quantile(sorted, count, 0.95)};
    return FF_OK;
}
