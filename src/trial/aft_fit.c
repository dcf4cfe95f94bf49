/* The peak of the likelihood or of the posterior, and whether there is one. */
#include "trial/aft.h"

#include "base/matrix.h"
#include "trial/climb.h"
#include "trial/foretold.h"

#include <math.h>
#include <string.h>

enum { MOST_ITERATIONS = 100 };

/* Rows beyond which a fit starts from that of a part of them, and the size of that part. */
enum { LARGE = 65536, PART = 8192 };

/* A scale so far below the spread of the times means that the exact ones are met exactly. */
#define SCALE_OF_NOTHING 1e-9

typedef struct {
    const ff_aft_data *data;
    ff_law law;
    const ff_prior *priors; /* NULL: all flat */
    size_t p;
    ff_climb climb;
    double *scratch; /* p x p */
    double least_log_scale;
    size_t iterations;
} search;

static double priors_value(const search *s, const double *theta) {
    double sum = 0;
    for (size_t j = 0; j < s->p && s->priors != NULL; j++) {
        sum += ff_prior_log(&s->priors[j], theta[j], NULL, NULL);
    }
    return sum;
}

/* Value and derivatives together: a pass over the rows is what a fit costs. */
static double differentiate(void *user, const double *theta, double *gradient, double *hessian) {
    const search *s = user;
    double value = ff_aft_derivatives(s->data, s->law, theta, gradient, hessian);
    for (size_t j = 0; j < s->p && s->priors != NULL; j++) {
        double slope, curve;
        value += ff_prior_log(&s->priors[j], theta[j], &slope, &curve);
        gradient[j] += slope;
        hessian[j * s->p + j] += curve;
    }
    return value;
}

/* The Newton step, damped until it goes uphill (Levenberg). Returns how much the value is expected to
 * rise by it, twice. */
static double find_step(search *s) {
    double damping = 0;
    while (!ff_climb_factor(&s->climb, damping)) {
        damping = damping > 0 ? damping * 10 : 1e-8;
        if (damping > 1e12) {
            memset(s->climb.step, 0, s->p * sizeof *s->climb.step);
            return 0;
        }
    }
    double rise = ff_climb_find_step(&s->climb), by_scale = fabs(s->climb.step[s->p - 1]);
    double part = by_scale > 2 ? 2 / by_scale : 1; /* a scale changes no more than sevenfold at once */
    for (size_t j = 0; j < s->p && part < 1; j++) {
        s->climb.step[j] *= part;
    }
    return part * rise;
}

static bool scale_vanishes(const search *s) {
    return s->climb.theta[s->p - 1] < s->least_log_scale;
}

/* A step that raises the value by less than this leaves nothing for another: Newton's error is squared at
 * each, and in standard errors, which shrink as rows grow, it was at most the root of twice this. */
static double too_little(const search *s) {
    return fmax(1e-10, 1e-13 * (double)s->data->count);
}

static void climb(search *s) {
    bool last = false;
    ff_climb_begin(&s->climb);
    for (s->iterations = 0; s->iterations < MOST_ITERATIONS; s->iterations++) {
        double rise = find_step(s);
        if (last || scale_vanishes(s) || !ff_climb_walk(&s->climb)) {
            break;
        }
        last = rise < too_little(s);
    }
}

/* ---- where to start ---- */

static double middle(const ff_aft_data *data, size_t i) {
    return data->kinds[i] == FF_KNOWN_BETWEEN ? (data->low[i] + data->high[i]) / 2 : data->low[i];
}

static double column_at(const ff_aft_data *data, size_t row, size_t k) {
    return k == 0 ? 1 : data->columns[k - 1][row];
}

/* Least squares over the log times as if all were exact, with a touch of ridge so that columns that
 * never vary do no harm. */
static void start_by_squares(search *s) {
    const ff_aft_data *data = s->data;
    size_t q = s->p - 1;
    double *a = s->scratch, *b = s->climb.step, squares = 0;
    memset(a, 0, q * q * sizeof *a);
    memset(b, 0, q * sizeof *b);
    for (size_t i = 0; i < data->count; i++) {
        for (size_t j = 0; j < q; j++) {
            double x = column_at(data, i, j);
            b[j] += x * middle(data, i);
            for (size_t k = 0; k <= j; k++) {
                a[j * q + k] += x * column_at(data, i, k);
            }
        }
    }
    for (size_t j = 0; j < q; j++) {
        a[j * q + j] += 1e-6 * (a[j * q + j] + 1);
    }
    if (ff_cholesky(a, q, 1e-14, a, NULL)) {
        ff_cholesky_solve(a, q, b, s->climb.theta);
    } else {
        memset(s->climb.theta, 0, q * sizeof *s->climb.theta);
        s->climb.theta[0] = b[0] / (double)data->count;
    }
    for (size_t i = 0; i < data->count; i++) {
        double left = middle(data, i);
        for (size_t j = 0; j < q; j++) {
            left -= s->climb.theta[j] * column_at(data, i, j);
        }
        squares += left * left;
    }
    double sd = sqrt(squares / (double)data->count);
    s->climb.theta[q] = log(fmax(sd, 0.02) / ff_law_sd(s->law));
}

static double spread_of_times(const ff_aft_data *data) {
    double least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < data->count; i++) {
        least = fmin(least, data->low[i]);
        most = fmax(most, middle(data, i));
    }
    return fmax(most - least, 1e-3);
}

/* Every so-and-so-many-th row. */
static ff_code take_part(ff_arena *arena, const ff_aft_data *data, ff_aft_data *part,
                         ff_error *error) {
    size_t stride = data->count / PART;
    unsigned char *kinds = ff_arena_take(arena, PART, 1);
    double *times = ff_arena_take(arena, 2 * PART, sizeof *times);
    double *values = ff_arena_take(arena, PART * (data->column_count + 1), sizeof *values);
    const double **columns = ff_arena_take(arena, data->column_count + 1, sizeof *columns);
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < PART; i++) {
        kinds[i] = data->kinds[i * stride];
        times[i] = data->low[i * stride];
        times[PART + i] = data->high != NULL ? data->high[i * stride] : 0;
    }
    for (size_t k = 0; k < data->column_count; k++) {
        columns[k] = values + k * PART;
        for (size_t i = 0; i < PART; i++) {
            values[k * PART + i] = data->columns[k][i * stride];
        }
    }
    *part = (ff_aft_data){.count = PART,
                          .kinds = kinds,
                          .low = times,
                          .high = times + PART,
                          .column_count = data->column_count,
                          .columns = columns};
    return FF_OK;
}

/* ---- whether there is a peak ---- */

static double along(const ff_aft_data *data, size_t row, const double *direction) {
    double sum = direction[0];
    for (size_t k = 0; k < data->column_count; k++) {
        sum += direction[k + 1] * data->columns[k][row];
    }
    return sum;
}

/* How far each parameter's part of the direction moves the expectation of any run; for a column of
 * zeros, which moves nothing and can be anything, the direction itself. Returns the most. */
static double moves(const ff_aft_data *data, const double *direction, double *size) {
    double most = 0;
    for (size_t j = 0; j <= data->column_count; j++) {
        size[j] = 0;
        for (size_t i = 0; i < data->count; i++) {
            size[j] = fmax(size[j], fabs(direction[j] * column_at(data, i, j)));
        }
        size[j] = size[j] > 0 ? size[j] : fabs(direction[j]);
        most = fmax(most, size[j]);
    }
    return most;
}

/* Whether the likelihood never falls along the direction: exact runs and those between two times
 * do not feel it, censored ones only gain by it. Then it has no peak. */
static bool never_falls(const ff_aft_data *data, const double *direction, double nothing) {
    for (size_t i = 0; i < data->count; i++) {
        double gain = along(data, i, direction);
        ff_known kind = (ff_known)data->kinds[i];
        if ((kind != FF_KNOWN_AFTER && gain > nothing) ||
            (kind != FF_KNOWN_BEFORE && gain < -nothing)) {
            return false;
        }
    }
    return true;
}

/* Names the parameters that a direction without a peak moves. */
static void try_direction(const search *s, double *direction, bool *named) {
    double size[FF_AFT_MOST_PARAMETERS];
    double most = moves(s->data, direction, size);
    bool flat = never_falls(s->data, direction, 1e-6 * most);
    for (size_t j = 0; j + 1 < s->p && !flat; j++) {
        direction[j] = -direction[j];
    }
    flat = flat || never_falls(s->data, direction, 1e-6 * most);
    for (size_t j = 0; j + 1 < s->p; j++) {
        named[j] = named[j] || (flat && size[j] > 1e-3 * most);
    }
}

/* The direction in which the likelihood is flattest: inverse iteration. */
static void flattest(search *s, double *direction) {
    size_t q = s->p - 1, p = s->p;
    double *a = s->scratch;
    for (size_t j = 0; j < q; j++) {
        for (size_t k = 0; k < q; k++) {
            a[j * q + k] = -s->climb.hessian[j * p + k];
        }
        direction[j] = 1 + 0.1 * (double)j;
    }
    double damping = 1e-15;
    for (;; damping *= 10) {
        for (size_t j = 0; j < q; j++) {
            double own = s->climb.hessian[j * p + j];
            a[j * q + j] = -own + damping * fmax(fabs(own), 1e-9);
        }
        if (ff_cholesky(a, q, 1e-16, s->climb.lower, NULL) || damping > 1) {
            break;
        }
    }
    for (int i = 0; i < 6; i++) {
        ff_cholesky_solve(s->climb.lower, q, direction, direction);
        double most = 0;
        for (size_t j = 0; j < q; j++) {
            most = fmax(most, fabs(direction[j]));
        }
        for (size_t j = 0; j < q; j++) {
            direction[j] /= most;
        }
    }
}

/* Whether the information is so clear in every direction that there must be a peak: along one without,
 * nearly nothing is left of what exact runs would tell. Spares the search in large tables. */
static bool is_sharp(search *s) {
    size_t q = s->p - 1;
    double scale = exp(s->climb.theta[q]);
    for (size_t j = 0; j < q; j++) {
        for (size_t k = 0; k < q; k++) {
            s->scratch[j * q + k] = -s->climb.hessian[j * s->p + k];
        }
    }
    if (scale_vanishes(s) || !ff_cholesky(s->scratch, q, 1e-9, s->climb.lower, NULL)) {
        return false;
    }
    for (size_t j = 0; j < q; j++) {
        double squares = 0, pivot = s->climb.lower[j * q + j];
        for (size_t i = 0; i < s->data->count; i++) {
            double x = column_at(s->data, i, j);
            squares += x * x;
        }
        if (!(pivot * pivot > 1e-5 * squares / (scale * scale))) {
            return false;
        }
    }
    return true;
}

/* Sums of products of the columns about their means, into scratch. */
static void sum_products(search *s) {
    const ff_aft_data *data = s->data;
    size_t count = data->column_count;
    double mean[FF_AFT_MOST_COLUMNS] = {0};
    memset(s->scratch, 0, count * count * sizeof *s->scratch);
    for (size_t i = 0; i < data->count; i++) {
        for (size_t k = 0; k < count; k++) {
            mean[k] += (data->columns[k][i] - mean[k]) / (double)(i + 1);
        }
    }
    for (size_t i = 0; i < data->count; i++) {
        for (size_t j = 0; j < count; j++) {
            double x = data->columns[j][i] - mean[j];
            for (size_t k = 0; k < count; k++) {
                s->scratch[j * count + k] += x * (data->columns[k][i] - mean[k]);
            }
        }
    }
}

/* A likelihood without a peak rises for ever along some direction; near enough to "for ever", the last
 * step and the flattest direction point that way. Each parameter by itself is the common case. */
static ff_code find_no_estimate(ff_arena *arena, search *s, bool *named, ff_error *error) {
    double direction[FF_AFT_MOST_PARAMETERS] = {0};
    size_t columns = s->p - 1;
    named[columns] = scale_vanishes(s);
    for (size_t j = 0; j < columns; j++) {
        memset(direction, 0, sizeof direction);
        direction[j] = 1;
        try_direction(s, direction, named);
    }
    memcpy(direction, s->climb.step, columns * sizeof *direction);
    try_direction(s, direction, named);
    flattest(s, direction);
    try_direction(s, direction, named);
    if (s->priors != NULL) {
        return FF_OK;
    }
    sum_products(s);
    return ff_name_foretold(arena, s->scratch, s->data->column_count, named + 1, error);
}

/* Priors that hold every parameter leave no direction without a peak. */
static bool all_held(const search *s) {
    for (size_t j = 0; j < s->p; j++) {
        if (s->priors == NULL || s->priors[j].kind == FF_PRIOR_FLAT) {
            return false;
        }
    }
    return true;
}

static bool any(const bool *named, size_t count) {
    for (size_t j = 0; j < count; j++) {
        if (named[j]) {
            return true;
        }
    }
    return false;
}

/* ---- all of it ---- */

static ff_code search_of(ff_arena *arena, const ff_aft_data *data, ff_law law,
                         const ff_prior *priors, search *s, ff_error *error) {
    size_t p = FF_AFT_PARAMETERS(data->column_count);
    *s = (search){.data = data, .law = law, .priors = priors, .p = p};
    s->scratch = ff_arena_take(arena, p * p, sizeof *s->scratch);
    s->least_log_scale = log(spread_of_times(data) * SCALE_OF_NOTHING);
    ff_code code = ff_climb_init(arena, p, differentiate, s, &s->climb, error);
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}

static ff_code start(ff_arena *arena, search *s, ff_error *error) {
    if (s->data->count < LARGE) {
        start_by_squares(s);
        return FF_OK;
    }
    ff_aft_data part;
    search first;
    ff_code code = take_part(arena, s->data, &part, error);
    if (code == FF_OK) {
        code = search_of(arena, &part, s->law, s->priors, &first, error);
    }
    if (code != FF_OK) {
        return code;
    }
    start_by_squares(&first);
    climb(&first);
    memcpy(s->climb.theta, first.climb.theta, s->p * sizeof *s->climb.theta);
    /* The part may have no peak where the whole has one. */
    if (!(fabs(first.climb.value) < INFINITY) || first.iterations == MOST_ITERATIONS ||
        scale_vanishes(&first)) {
        start_by_squares(s);
    }
    return FF_OK;
}

ff_code ff_aft_fit_of(ff_arena *arena, const ff_aft_data *data, ff_law law, const ff_prior *priors,
                      ff_aft_fit *fit, ff_error *error) {
    *fit = (ff_aft_fit){0};
    if (data->count == 0 || data->column_count > FF_AFT_MOST_COLUMNS) {
        return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                       data->count == 0 ? "there is no run to fit" : "there are more than 62 columns");
    }
    search s;
    ff_code code = search_of(arena, data, law, priors, &s, error);
    fit->no_estimate = ff_arena_take(arena, s.p, sizeof *fit->no_estimate);
    fit->covariance = ff_arena_take(arena, s.p * s.p, sizeof *fit->covariance);
    if (code == FF_OK) {
        code = ff_arena_check(arena, error);
    }
    if (code == FF_OK) {
        code = start(arena, &s, error);
    }
    if (code != FF_OK) {
        return code;
    }
    climb(&s);
    fit->iterations = s.iterations;
    if (!all_held(&s) && !is_sharp(&s)) {
        find_step(&s);
        code = find_no_estimate(arena, &s, fit->no_estimate, error);
    }
    fit->estimate = s.climb.theta;
    fit->log_likelihood = s.climb.value - priors_value(&s, s.climb.theta);
    fit->finite = !any(fit->no_estimate, s.p) && ff_climb_factor(&s.climb, 0);
    if (fit->finite) {
        ff_cholesky_invert(s.climb.lower, s.p, fit->covariance);
    } else if (!any(fit->no_estimate, s.p)) {
        memset(fit->no_estimate, 1, s.p); /* flat in more than one direction at once */
    }
    return code;
}
