#include "trial/cox_partial.h"

#include "trial/law.h"

#include <math.h>
#include <string.h>

/* Beyond these, exact ties would take minutes: products summed in one look at the likelihood, and
 * rows in which it began at one time. */
enum { MOST_EXACT_TIED = 300 };
#define MOST_EXACT_WORK 3e8

/* Sums of which no more than this share is left after taking away are summed anew. */
#define TOO_MUCH_TAKEN 1e-4
/* A column that deviates by less than this share of itself varies by nothing but rounding. */
#define NO_DEVIATION 1e-12

static size_t packed(size_t p) {
    return p * (p + 1) / 2;
}

/* ---- rows at risk ---- */

static void clear(size_t p, ff_cox_sums *sums) {
    sums->s0 = 0;
    memset(sums->s1, 0, p * sizeof *sums->s1);
    memset(sums->s2, 0, packed(p) * sizeof *sums->s2);
}

static void add_row(const ff_cox_partial *c, size_t row, double sign, ff_cox_sums *to) {
    const double *x = c->x + row * c->p;
    double w = sign * c->weights[row], *s2 = to->s2;
    to->s0 += w;
    for (size_t j = 0; j < c->p; j++) {
        double wx = w * x[j];
        to->s1[j] += wx;
        for (size_t k = 0; k <= j; k++) {
            *s2++ += wx * x[k];
        }
    }
}

static bool began(const ff_cox_partial *c, size_t row) {
    return c->data->rows.kinds[row] == FF_KNOWN_AT;
}

static double time_of(const ff_cox_partial *c, const ff_moment *m) {
    return c->data->rows.times[c->moments.order[m->first]];
}

static bool is_at_risk(const ff_cox_partial *c, size_t row, double time) {
    return c->data->entries == NULL || c->data->entries[row] < time;
}

/* How far a sweep has come in a stratum, from its end: places that were added, and those by entry
 * that were taken away again. The most that the sum of weights has been since it was last summed
 * anew tells how many of its digits are left. */
typedef struct {
    size_t added, taken;
    double most;
} sweep;

static void add_later(ff_cox_partial *c, const ff_moment *m, sweep *at) {
    while (at->added > m->first) {
        add_row(c, c->moments.order[--at->added], 1, &c->risk);
    }
    at->most = fmax(at->most, c->risk.s0);
}

static void sum_anew(ff_cox_partial *c, const ff_moment *m, sweep *at) {
    clear(c->p, &c->risk);
    for (size_t i = m->first; i < m->end; i++) {
        if (is_at_risk(c, c->moments.order[i], time_of(c, m))) {
            add_row(c, c->moments.order[i], 1, &c->risk);
        }
    }
    at->most = c->risk.s0;
}

static void take_unentered(ff_cox_partial *c, const ff_moment *m, sweep *at) {
    while (at->taken > 0 && !is_at_risk(c, c->by_entry[at->taken - 1], time_of(c, m))) {
        add_row(c, c->by_entry[--at->taken], -1, &c->risk);
    }
    if (!(c->risk.s0 > TOO_MUCH_TAKEN * at->most)) {
        sum_anew(c, m, at);
    }
}

static void sum_tied(ff_cox_partial *c, const ff_moment *m) {
    clear(c->p, &c->tied);
    for (size_t i = m->first; i < m->after; i++) {
        if (began(c, c->moments.order[i])) {
            add_row(c, c->moments.order[i], 1, &c->tied);
        }
    }
}

static void weigh(ff_cox_partial *c, const double *theta) {
    c->shift = -INFINITY;
    for (size_t i = 0; i < c->data->rows.count; i++) {
        c->score[i] = 0;
        for (size_t k = 0; k < c->p; k++) {
            c->score[i] += theta[k] * c->x[i * c->p + k];
        }
        c->shift = fmax(c->shift, c->score[i]);
    }
    for (size_t i = 0; i < c->data->rows.count; i++) {
        c->weights[i] = exp(c->score[i] - c->shift);
    }
}

void ff_cox_sweep(ff_cox_partial *c, const double *theta, ff_cox_at_moment *call, void *user) {
    sweep at = {0};
    size_t end = SIZE_MAX;
    weigh(c, theta);
    for (size_t i = c->moments.count; i-- > 0;) {
        const ff_moment *m = &c->moments.list[i];
        if (m->end != end) {
            end = m->end;
            at = (sweep){.added = end, .taken = end};
            clear(c->p, &c->risk);
        }
        add_later(c, m, &at);
        if (c->by_entry != NULL) {
            take_unentered(c, m, &at);
        }
        sum_tied(c, m);
        call(c, i, user);
    }
}

double ff_cox_gone(const ff_cox_partial *c, const ff_moment *m, size_t before) {
    return c->data->ties == FF_TIES_EFRON ? (double)before / (double)m->began : 0;
}

/* ---- the likelihood ---- */

typedef struct {
    double value, *gradient, *hessian; /* its lower half */
} derivatives;

/* Takes the log of a sum, less a share of another, off the likelihood. */
static void take_log(size_t p, const ff_cox_sums *of, double share, const ff_cox_sums *less,
                     derivatives *d) {
    double all = of->s0 - share * less->s0;
    d->value -= log(all);
    for (size_t j = 0, at = 0; j < p; j++) {
        double mean = (of->s1[j] - share * less->s1[j]) / all;
        d->gradient[j] -= mean;
        for (size_t k = 0; k <= j; k++, at++) {
            double other = (of->s1[k] - share * less->s1[k]) / all;
            d->hessian[j * p + k] -= (of->s2[at] - share * less->s2[at]) / all - mean * other;
        }
    }
}

/* Sums over subsets grow by those that the row is part of: it, with a subset of one row less. */
static void join_row(const ff_cox_partial *c, size_t row, double scale, const ff_cox_sums *without,
                     ff_cox_sums *with) {
    const double *x = c->x + row * c->p, *old = without->s2;
    double w = scale * c->weights[row], *s2 = with->s2, one = without->s0;
    with->s0 += w * one;
    for (size_t j = 0; j < c->p; j++) {
        with->s1[j] += w * (without->s1[j] + x[j] * one);
        for (size_t k = 0; k <= j; k++) {
            double cross = x[j] * without->s1[k] + x[k] * without->s1[j];
            *s2++ += w * (*old++ + cross + x[j] * x[k] * one);
        }
    }
}

/* All ways in which as many rows at risk might have begun. Weights are scaled so that neither few
 * rows nor many leave the range of numbers; the scale returns in the value. */
static void take_exact(ff_cox_partial *c, const ff_moment *m, derivatives *d) {
    double scale = (double)m->began / c->risk.s0;
    for (size_t j = 0; j <= m->began; j++) {
        clear(c->p, &c->subsets[j]);
    }
    c->subsets[0].s0 = 1;
    for (size_t i = m->first; i < m->end; i++) {
        size_t row = c->moments.order[i];
        for (size_t j = m->began; j > 0 && is_at_risk(c, row, time_of(c, m)); j--) {
            join_row(c, row, scale, &c->subsets[j - 1], &c->subsets[j]);
        }
    }
    take_log(c->p, &c->subsets[m->began], 0, &c->subsets[m->began], d);
    d->value += (double)m->began * log(scale);
}

static void add_moment(ff_cox_partial *c, size_t moment, void *user) {
    const ff_moment *m = &c->moments.list[moment];
    derivatives *d = user;
    for (size_t i = m->first; i < m->after; i++) {
        size_t row = c->moments.order[i];
        for (size_t k = 0; k < c->p && began(c, row); k++) {
            d->gradient[k] += c->x[row * c->p + k];
        }
        d->value += began(c, row) ? c->score[row] - c->shift : 0;
    }
    if (c->data->ties == FF_TIES_EXACT && m->began > 1) {
        take_exact(c, m, d);
        return;
    }
    for (size_t k = 0; k < m->began; k++) {
        take_log(c->p, &c->risk, ff_cox_gone(c, m, k), &c->tied, d);
    }
}

double ff_cox_differentiate(void *user, const double *theta, double *gradient, double *hessian) {
    ff_cox_partial *c = user;
    size_t p = c->p;
    derivatives d = {0, gradient, hessian};
    memset(gradient, 0, p * sizeof *gradient);
    memset(hessian, 0, p * p * sizeof *hessian);
    ff_cox_sweep(c, theta, add_moment, &d);
    for (size_t j = 0; j < p; j++) {
        for (size_t k = 0; k < j; k++) {
            hessian[k * p + j] = hessian[j * p + k];
        }
    }
    return d.value;
}

/* ---- rows into form ---- */

static void standardise(ff_cox_partial *c) {
    size_t n = c->data->rows.count;
    for (size_t k = 0; k < c->p; k++) {
        const double *column = c->data->columns[k];
        double mean = 0, most = 0;
        for (size_t i = 0; i < n; i++) {
            mean += (column[i] - mean) / (double)(i + 1);
        }
        for (size_t i = 0; i < n; i++) {
            most = fmax(most, fabs(column[i] - mean));
        }
        bool varies = most > NO_DEVIATION * fabs(mean);
        c->mean[k] = mean;
        c->scale[k] = varies ? most : 1;
        for (size_t i = 0; i < n; i++) {
            c->x[i * c->p + k] = varies ? (column[i] - mean) / most : 0;
        }
    }
}

static ff_cox_sums take_sums(ff_arena *arena, size_t p) {
    double *numbers = ff_arena_take(arena, p + packed(p), sizeof *numbers);
    return (ff_cox_sums){0, numbers, numbers != NULL ? numbers + p : NULL};
}

/* Room for the subsets of the largest ties, when they can be gone through. */
static ff_code take_subsets(ff_arena *arena, ff_cox_partial *c, ff_error *error) {
    size_t most = 0;
    double work = 0;
    for (size_t i = 0; i < c->moments.count; i++) {
        const ff_moment *m = &c->moments.list[i];
        most = m->began > most ? m->began : most;
        work += m->began > 1 ? (double)m->began * (double)(m->end - m->first) : 0;
    }
    if (most > MOST_EXACT_TIED || work * (double)packed(c->p) > MOST_EXACT_WORK) {
        return ff_fail(error, FF_ERR_VALUE, "ties", FF_NO_OFFSET,
                       "exact ones would take too long (it began in up to %zu rows at one time); "
                       "Efron's are as good where rows are many",
                       most);
    }
    c->subsets = ff_arena_take(arena, most + 1, sizeof *c->subsets);
    for (size_t j = 0; j <= most && c->subsets != NULL; j++) {
        c->subsets[j] = take_sums(arena, c->p);
    }
    return ff_arena_check(arena, error);
}

ff_code ff_cox_partial_of(ff_arena *arena, const ff_cox_data *data, ff_cox_partial *c,
                          ff_error *error) {
    size_t n = data->rows.count, p = data->column_count;
    *c = (ff_cox_partial){.data = data,
                          .p = p,
                          .x = ff_arena_take(arena, n, p * sizeof *c->x),
                          .mean = ff_arena_take(arena, p, sizeof *c->mean),
                          .scale = ff_arena_take(arena, p, sizeof *c->scale),
                          .score = ff_arena_take(arena, n, sizeof *c->score),
                          .weights = ff_arena_take(arena, n, sizeof *c->weights),
                          .risk = take_sums(arena, p),
                          .tied = take_sums(arena, p)};
    if (data->entries != NULL) {
        c->by_entry = ff_rows_in_order(arena, &data->rows, data->entries);
    }
    ff_code code = ff_moments_of(arena, &data->rows, &c->moments, error);
    if (code != FF_OK) {
        return code;
    }
    standardise(c);
    return data->ties == FF_TIES_EXACT ? take_subsets(arena, c, error) : FF_OK;
}
