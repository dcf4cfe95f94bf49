/* The rate itself, once it is known what raises it: Breslow's and Efron's estimates of the
 * cumulative hazard, and the martingale residuals that go with it [Therneau and Grambsch 2000]. */
#include "trial/cox_partial.h"

#include "trial/law.h"

#include <math.h>

typedef struct {
    double *before; /* per moment, and behind the last: the hazard of weight 1 summed before it,
                       over all strata one after the other */
    double *began;  /* per moment: what is expected there of a row in which it began, of weight 1 */
} rates;

static void add_rate(ff_cox_partial *c, size_t moment, void *user) {
    rates *r = user;
    const ff_moment *m = &c->moments.list[moment];
    double all = 0, of_began = 0;
    for (size_t k = 0; k < m->began; k++) {
        double gone = ff_cox_gone(c, m, k);
        double rate = 1 / (c->risk.s0 - gone * c->tied.s0);
        all += rate;
        of_began += (1 - gone) * rate;
    }
    r->before[moment + 1] = all;
    r->began[moment] = of_began;
}

/* How many moments come before the time in its stratum, and in strata before that. */
static size_t moments_before(const ff_cox_partial *c, double stratum, double time) {
    const ff_timed_rows *rows = &c->data->rows;
    size_t low = 0, high = c->moments.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2,
               row = c->moments.order[c->moments.list[middle].first];
        double other = ff_stratum_of(rows, row);
        bool before = other < stratum || (!(other > stratum) && rows->times[row] < time);
        before ? (low = middle + 1) : (high = middle);
    }
    return low;
}

/* Began, less the hazard from the entry on: at its own time, where there is a moment, a row has all
 * of that moment's when it had not begun, and its share when it had. */
static double residual(const ff_cox_partial *c, const rates *r, size_t row) {
    const ff_timed_rows *rows = &c->data->rows;
    double stratum = ff_stratum_of(rows, row), time = rows->times[row];
    double entry = c->data->entries != NULL ? c->data->entries[row] : -INFINITY;
    bool began = rows->kinds[row] == FF_KNOWN_AT;
    size_t first = moments_before(c, stratum, nextafter(entry, INFINITY));
    size_t last = moments_before(c, stratum, began ? time : nextafter(time, INFINITY));
    double expected = r->before[last] - r->before[first] + (began ? r->began[last] : 0);
    return began - c->weights[row] * expected;
}

/* Weights were of scores less the largest, and scores about the means: to columns of 0. */
static double weight_of_zero(const ff_cox_partial *c, const double *theta) {
    double score = c->shift;
    for (size_t k = 0; k < c->p; k++) {
        score += theta[k] * c->mean[k] / c->scale[k];
    }
    return exp(-score);
}

static void fill_steps(const ff_cox_partial *c, const rates *r, double weight, ff_cox_fit *fit) {
    double before = 0;
    fit->step_count = c->moments.count;
    for (size_t i = 0; i < fit->step_count; i++) {
        const ff_moment *m = &c->moments.list[i];
        size_t row = c->moments.order[m->first];
        if (i == 0 || m->end != m[-1].end) {
            before = r->before[i];
        }
        fit->steps[i] = (ff_cox_step){ff_stratum_of(&c->data->rows, row), c->data->rows.times[row],
                                      weight * (r->before[i + 1] - before)};
    }
}

ff_code ff_cox_rates_of(ff_arena *arena, ff_cox_partial *c, const double *theta, ff_cox_fit *fit,
                        ff_error *error) {
    size_t n = c->data->rows.count, moments = c->moments.count;
    rates r = {.before = ff_arena_take(arena, moments + 1, sizeof *r.before),
               .began = ff_arena_take(arena, moments, sizeof *r.began)};
    fit->steps = ff_arena_take(arena, moments, sizeof *fit->steps);
    fit->residuals = ff_arena_take(arena, n, sizeof *fit->residuals);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    ff_cox_sweep(c, theta, add_rate, &r);
    for (size_t i = 0; i < moments; i++) {
        r.before[i + 1] += r.before[i];
    }
    for (size_t i = 0; i < n; i++) {
        fit->residuals[i] = residual(c, &r, i);
    }
    fill_steps(c, &r, weight_of_zero(c, theta), fit);
    return FF_OK;
}
