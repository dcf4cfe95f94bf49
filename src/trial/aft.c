#include "trial/aft.h"

#include <math.h>
#include <string.h>

/* Rows that are worked on together: their terms stay in the nearest cache. */
enum { BLOCK = 256 };

#define PI 3.14159265358979323846

double ff_prior_log(const ff_prior *prior, double x, double *slope, double *curve) {
    double z = (x - prior->location) / prior->scale, value = 0, first = 0, second = 0;
    if (prior->kind == FF_PRIOR_NORMAL) {
        value = -z * z / 2 - log(prior->scale * sqrt(2 * PI));
        first = -z / prior->scale;
        second = -1 / (prior->scale * prior->scale);
    } else if (prior->kind == FF_PRIOR_STUDENT) {
        double v = prior->df, q = v + z * z;
        value = lgamma((v + 1) / 2) - lgamma(v / 2) - log(prior->scale * sqrt(v * PI)) -
                (v + 1) / 2 * log1p(z * z / v);
        first = -(v + 1) * z / (q * prior->scale);
        second = -(v + 1) * (v - z * z) / (q * q * prior->scale * prior->scale);
    }
    if (slope != NULL) {
        *slope = first;
    }
    if (curve != NULL) {
        *curve = second;
    }
    return value;
}

/* The rows of a block as z, low and high. */
typedef struct {
    size_t first, count;
    double scale;
    double low[BLOCK], high[BLOCK];
} block;

static void expect(const ff_aft_data *data, const double *theta, size_t first, block *b) {
    b->first = first;
    b->count = data->count - first < BLOCK ? data->count - first : BLOCK;
    double eta[BLOCK];
    for (size_t i = 0; i < b->count; i++) {
        eta[i] = theta[0];
    }
    for (size_t k = 0; k < data->column_count; k++) {
        const double *column = data->columns[k] + first;
        double by = theta[k + 1];
        for (size_t i = 0; i < b->count; i++) {
            eta[i] += by * column[i];
        }
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

static double sum_values(const ff_aft_data *data, ff_law law, const block *b) {
    double sum = 0;
    for (size_t i = 0; i < b->count; i++) {
        sum += ff_law_value(law, (ff_known)data->kinds[b->first + i], b->low[i], b->high[i]);
    }
    return sum;
}

/* A sum of logarithms, kept as the product of what they are of for as long as a double holds it. */
typedef struct {
    double sum, product;
} log_sum;

static void add_log(log_sum *s, double x) {
    s->product *= x;
    if (s->product > 1e200 || s->product < 1e-200) {
        s->sum += log(s->product);
        s->product = 1;
    }
}

/* Adds log(1 + e^z) so many times, once or twice. */
static void add_softplus(log_sum *s, double z, int times) {
    double factor = 1 + exp(-fabs(z));
    s->sum += times * fmax(z, 0);
    add_log(s, times == 2 ? factor * factor : factor);
}

/* sum_values for the log-logistic law, which draws are made from: a logarithm every few hundred rows
 * instead of one or two a row. */
static double sum_loglogistic(const ff_aft_data *data, const block *b) {
    log_sum less = {0, 1};
    double sum = 0;
    for (size_t i = 0; i < b->count; i++) {
        double z = b->low[i];
        switch ((ff_known)data->kinds[b->first + i]) {
        case FF_KNOWN_AT:
            sum += z;
            add_softplus(&less, z, 2);
            break;
        case FF_KNOWN_AFTER: add_softplus(&less, z, 1); break;
        case FF_KNOWN_BEFORE: add_softplus(&less, -z, 1); break;
        default:
            add_softplus(&less, z, 1);
            add_softplus(&less, -b->high[i], 1);
            add_log(&less, 1 / -expm1(z - b->high[i]));
        }
    }
    return sum - less.sum - log(less.product);
}

double ff_aft_log_likelihood(const ff_aft_data *data, ff_law law, const double *theta) {
    double log_scale = log_scale_of(data, theta), sum = 0;
    block b = {.scale = exp(log_scale)};
    for (size_t first = 0; first < data->count; first += BLOCK) {
        expect(data, theta, first, &b);
        sum += law == FF_LAW_LOGLOGISTIC ? sum_loglogistic(data, &b) : sum_values(data, law, &b);
    }
    return sum - (double)count_exact(data) * log_scale;
}

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
    double e[BLOCK], ee[BLOCK], el[BLOCK], value = 0, by_l = 0, by_ll = 0;
    for (size_t i = 0; i < b->count; i++) {
        ff_known kind = (ff_known)data->kinds[b->first + i];
        ff_law_terms t = ff_law_terms_of(law, kind, b->low[i], b->high[i]);
        value += t.value;
        e[i] = t.e;
        ee[i] = t.ee;
        el[i] = t.el;
        by_l += t.l;
        by_ll += t.ll;
    }
    gradient[last] += by_l;
    hessian[last * p + last] += by_ll;
    add_block(data, b, e, ee, el, gradient, hessian);
    return value;
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
