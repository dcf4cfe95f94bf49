#include "trial/aft.h"

#include "base/wide.h"

#include <math.h>
#include <string.h>

/* Rows that are worked on together: their terms stay in the nearest cache, and those of a strip in
 * registers. */
enum { BLOCK = FF_LAW_MOST_ROWS, STRIP = 8 };

#define PI 3.14159265358979323846

double ff_prior_log_constant(const ff_prior *prior) {
    if (prior->kind == FF_PRIOR_NORMAL) {
        return -log(prior->scale * sqrt(2 * PI));
    }
    double v = prior->df;
    return prior->kind == FF_PRIOR_FLAT
               ? 0
               : lgamma((v + 1) / 2) - lgamma(v / 2) - log(prior->scale * sqrt(v * PI));
}

static inline double normal_shape(const ff_prior *prior, double x) {
    double z = (x - prior->location) / prior->scale;
    return -z * z / 2;
}

static double log_shape(const ff_prior *prior, double x) {
    double z = (x - prior->location) / prior->scale, v = prior->df;
    switch (prior->kind) {
    case FF_PRIOR_NORMAL: return normal_shape(prior, x);
    case FF_PRIOR_STUDENT: return -(v + 1) / 2 * log1p(z * z / v);
    default: return 0;
    }
}

FF_WIDE void ff_prior_add_shape(const ff_prior *prior, const ff_lanes *x, ff_lanes *sum) {
    if (prior->kind == FF_PRIOR_NORMAL) {
        FF_EACH_LANE(l) { sum->of[l] += normal_shape(prior, x->of[l]); }
    } else {
        FF_EACH_LANE(l) { sum->of[l] += log_shape(prior, x->of[l]); }
    }
}

double ff_prior_log(const ff_prior *prior, double x, double *slope, double *curve) {
    double z = (x - prior->location) / prior->scale, first = 0, second = 0;
    if (prior->kind == FF_PRIOR_NORMAL) {
        first = -z / prior->scale;
        second = -1 / (prior->scale * prior->scale);
    } else if (prior->kind == FF_PRIOR_STUDENT) {
        double v = prior->df, q = v + z * z;
        first = -(v + 1) * z / (q * prior->scale);
        second = -(v + 1) * (v - z * z) / (q * q * prior->scale * prior->scale);
    }
    if (slope != NULL) {
        *slope = first;
    }
    if (curve != NULL) {
        *curve = second;
    }
    return ff_prior_log_constant(prior) + log_shape(prior, x);
}

/* The rows of a block as z, low and high. */
typedef struct {
    size_t first, count;
    double scale;
    double low[BLOCK], high[BLOCK];
} block;

/* What is expected of `count` rows, which the compiler knows where this is called. */
static inline void expect_rows(const ff_aft_data *data, const double *theta, size_t row,
                               size_t count, double *eta) {
    double sum[STRIP];
    for (size_t i = 0; i < count; i++) {
        sum[i] = theta[0];
    }
    for (size_t k = 0; k < data->column_count; k++) {
        const double *column = data->columns[k] + row;
        double by = theta[k + 1];
        for (size_t i = 0; i < count; i++) {
            sum[i] += by * column[i];
        }
    }
    memcpy(eta, sum, count * sizeof *sum);
}

FF_WIDE static void expect(const ff_aft_data *data, const double *theta, size_t first, block *b) {
    b->first = first;
    b->count = data->count - first < BLOCK ? data->count - first : BLOCK;
    double eta[BLOCK];
    size_t row = 0;
    for (; row + STRIP <= b->count; row += STRIP) {
        expect_rows(data, theta, first + row, STRIP, eta + row);
    }
    for (; row < b->count; row++) {
        expect_rows(data, theta, first + row, 1, eta + row);
    }
    double per = 1 / b->scale;
    for (size_t i = 0; i < b->count; i++) {
        b->low[i] = (data->low[first + i] - eta[i]) * per;
    }
    for (size_t i = 0; i < b->count && data->high != NULL; i++) {
        b->high[i] = (data->high[first + i] - eta[i]) * per;
    }
}

static double log_scale_of(const ff_aft_data *data, const double *theta) {
    return theta[data->column_count + 1];
}

static size_t count_exact(const ff_aft_data *data) {
    size_t count = 0;
    for (size_t i = 0; i < data->count; i++) {
        count += data->kinds[i] == FF_KNOWN_AT;
    }
    return count;
}

/* ---- places side by side ---- */

/* Some rows as z, low and high. */
typedef struct {
    ff_lanes low[FF_LAW_MOST_SIDE_BY_SIDE], high[FF_LAW_MOST_SIDE_BY_SIDE];
} wide_block;

static inline ff_lanes expect_row(const ff_aft_data *data, const ff_lanes *theta, size_t row) {
    ff_lanes eta = theta[0];
    for (size_t k = 0; k < data->column_count; k++) {
        double x = data->columns[k][row];
        FF_EACH_LANE(l) { eta.of[l] += theta[k + 1].of[l] * x; }
    }
    return eta;
}

static inline void standardise(double log_time, const ff_lanes *eta, const ff_lanes *per, ff_lanes *z) {
    FF_EACH_LANE(l) { z->of[l] = (log_time - eta->of[l]) * per->of[l]; }
}

FF_WIDE static void expect_wide(const ff_aft_data *data, const ff_lanes *theta, const ff_lanes *per,
                                size_t first, size_t count, wide_block *b) {
    for (size_t i = 0; i < count; i++) {
        ff_lanes eta = expect_row(data, theta, first + i);
        standardise(data->low[first + i], &eta, per, &b->low[i]);
        if (data->kinds[first + i] == FF_KNOWN_BETWEEN) {
            standardise(data->high[first + i], &eta, per, &b->high[i]);
        }
    }
}

ff_lanes ff_aft_log_likelihood(const ff_aft_data *data, ff_law law, const ff_lanes *theta) {
    enum { MOST = FF_LAW_MOST_SIDE_BY_SIDE };
    const ff_lanes *log_scale = &theta[data->column_count + 1];
    ff_lanes sum = ff_lanes_all(0), per;
    double exact = (double)count_exact(data);
    wide_block b;
    FF_EACH_LANE(l) { per.of[l] = 1 / exp(log_scale->of[l]); }
    for (size_t first = 0; first < data->count; first += MOST) {
        size_t count = data->count - first < MOST ? data->count - first : MOST;
        expect_wide(data, theta, &per, first, count, &b);
        ff_lanes part = ff_law_values(law, data->kinds + first, b.low, b.high, count);
        FF_EACH_LANE(l) { sum.of[l] += part.of[l]; }
    }
    FF_EACH_LANE(l) { sum.of[l] -= exact * log_scale->of[l]; }
    return sum;
}

/* ---- one place, with derivatives ---- */

/* Products summed in four strands, which a processor can work on at the same time. */
static double dot(const double *x, const double *y, size_t count) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        s0 += x[i] * y[i];
        s1 += x[i + 1] * y[i + 1];
        s2 += x[i + 2] * y[i + 2];
        s3 += x[i + 3] * y[i + 3];
    }
    for (; i < count; i++) {
        s0 += x[i] * y[i];
    }
    return (s0 + s1) + (s2 + s3);
}

static double total(const double *x, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += x[i];
    }
    return sum;
}

/* Adds a block to the lower half of the Hessian, in units of scale and scale squared. */
static void add_block(const ff_aft_data *data, const block *b, const double *e, const double *ee,
                      const double *el, double *gradient, double *hessian) {
    size_t p = FF_AFT_PARAMETERS(data->column_count), last = p - 1;
    double weighted[BLOCK];
    gradient[0] += total(e, b->count);
    hessian[0] += total(ee, b->count);
    hessian[last * p] += total(el, b->count);
    for (size_t j = 1; j < last; j++) {
        const double *x = data->columns[j - 1] + b->first;
        for (size_t i = 0; i < b->count; i++) {
            weighted[i] = x[i] * ee[i];
        }
        gradient[j] += dot(x, e, b->count);
        hessian[j * p] += total(weighted, b->count);
        hessian[last * p + j] += dot(x, el, b->count);
        for (size_t k = 1; k <= j; k++) {
            hessian[j * p + k] += dot(weighted, data->columns[k - 1] + b->first, b->count);
        }
    }
}

static double add_terms(const ff_aft_data *data, ff_law law, const block *b, double *gradient,
                        double *hessian) {
    size_t p = FF_AFT_PARAMETERS(data->column_count), last = p - 1;
    ff_law_columns terms;
    ff_law_terms_of_rows(law, data->kinds + b->first, b->low, b->high, b->count, &terms);
    gradient[last] += terms.l;
    hessian[last * p + last] += terms.ll;
    add_block(data, b, terms.e, terms.ee, terms.el, gradient, hessian);
    return terms.value;
}

/* Takes the units of scale out, and fills the upper half. */
static void finish(size_t p, double scale, double *gradient, double *hessian) {
    size_t last = p - 1;
    for (size_t j = 0; j < last; j++) {
        gradient[j] /= scale;
        hessian[last * p + j] /= scale;
        for (size_t k = 0; k <= j; k++) {
            hessian[j * p + k] /= scale * scale;
        }
    }
    for (size_t j = 0; j < p; j++) {
        for (size_t k = 0; k < j; k++) {
            hessian[k * p + j] = hessian[j * p + k];
        }
    }
}

double ff_aft_derivatives(const ff_aft_data *data, ff_law law, const double *theta,
                          double *gradient, double *hessian) {
    size_t p = FF_AFT_PARAMETERS(data->column_count);
    double log_scale = log_scale_of(data, theta), value = 0;
    block b = {.scale = exp(log_scale)};
    memset(gradient, 0, p * sizeof *gradient);
    memset(hessian, 0, p * p * sizeof *hessian);
    for (size_t first = 0; first < data->count; first += BLOCK) {
        expect(data, theta, first, &b);
        value += add_terms(data, law, &b, gradient, hessian);
    }
    finish(p, b.scale, gradient, hessian);
    return value - (double)count_exact(data) * log_scale;
}

double ff_aft_log_jacobian(const ff_aft_data *data) {
    double sum = 0;
    for (size_t i = 0; i < data->count; i++) {
        sum += data->kinds[i] == FF_KNOWN_AT ? data->low[i] : 0;
    }
    return sum;
}
