#include "trial/effect_likelihood.h"

#include "base/matrix.h"

/* The changes that stand among the parameters. */
typedef struct {
    size_t change[FF_MOST_CHANGES], parameter[FF_MOST_CHANGES];
    size_t count;
} told;

static told find_told(const ff_design *design, size_t change_count) {
    told t = {.count = 0};
    for (size_t i = 0; i < change_count; i++) {
        if (design->parameter[i] > 0) {
            t.change[t.count] = i;
            t.parameter[t.count++] = design->parameter[i];
        }
    }
    return t;
}

/* Normal times normal: the precision of the posterior is that of the prior and of the runs
 * together, and precision times mean adds up in the same way. All priors of changes have the mean
 * 0. */
static void take_prior_out(const told *t, const ff_survival_model *model, const ff_posterior *known,
                           double *precision, double *shift) {
    for (size_t j = 0; j < t->count; j++) {
        for (size_t k = 0; k < t->count; k++) {
            shift[j] += precision[j * t->count + k] * known->sample.mean[t->parameter[k]];
        }
    }
    for (size_t j = 0; j < t->count; j++) {
        double scale = model->priors[t->parameter[j]].scale;
        precision[j * t->count + j] -= 1 / (scale * scale);
    }
}

ff_code ff_effect_likelihood_of(ff_arena *arena, const ff_design *design,
                                const ff_survival_model *model, const ff_posterior *known,
                                size_t change_count, ff_effect_likelihood *likelihood,
                                ff_error *error) {
    double covariance[FF_MOST_CHANGES * FF_MOST_CHANGES];
    double precision[FF_MOST_CHANGES * FF_MOST_CHANGES], shift[FF_MOST_CHANGES] = {0};
    told t = find_told(design, change_count);
    likelihood->precision =
        ff_arena_take(arena, change_count * change_count, sizeof *likelihood->precision);
    likelihood->shift = ff_arena_take(arena, change_count, sizeof *likelihood->shift);
    ff_code code = ff_arena_check(arena, error);
    for (size_t j = 0; j < t.count; j++) {
        for (size_t k = 0; k < t.count; k++) {
            covariance[j * t.count + k] =
                known->sample
                    .covariance[t.parameter[j] * known->sample.dimensions + t.parameter[k]];
        }
    }
    if (code != FF_OK || !ff_cholesky(covariance, t.count, 0, covariance, NULL)) {
        return code; /* draws without any spread tell of nothing */
    }
    ff_cholesky_invert(covariance, t.count, precision);
    take_prior_out(&t, model, known, precision, shift);
    for (size_t j = 0; j < t.count; j++) {
        likelihood->shift[t.change[j]] = shift[j];
        for (size_t k = 0; k < t.count; k++) {
            likelihood->precision[t.change[j] * change_count + t.change[k]] =
                precision[j * t.count + k];
        }
    }
    return FF_OK;
}
