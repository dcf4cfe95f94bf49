#include "trial/sampler.h"

#include "base/matrix.h"
#include "base/random.h"
#include "base/wide.h"
#include "trial/pareto.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Draws of a round of adaptation, and of one that is repeated because the weights were bad. */
enum { ROUND = 1024, LONG_ROUND = 4096, MOST_DIMENSIONS = 96 };

/* Points that are kept: the same ones serve every round and every sample of as many dimensions, and
 * making them takes as long as evaluating a density of few runs. */
enum { KEPT = 4096 };

/* Draws are made in strips, one a lane. */
#define STRIPS_OF(draws) (((draws) + FF_LANES - 1) / FF_LANES)

/* The proposals are a little narrower in the middle than the density, their tails being wider. */
#define FIRST_WIDTH 0.8
#define LATER_WIDTH (0.8 * 1.1)

#define SHIFT_SEED UINT64_C(20260401)

/* ---- points ---- */

/* Kronecker sequence: point m, coordinate j is frac(shift_j + m phi^-j), phi the root of
 * x^(d+1) = x + 1, which fills the cube evenly [Roberts 2018]. */
typedef struct {
    size_t dimensions;
    double shift[MOST_DIMENSIONS], stride[MOST_DIMENSIONS];
} sequence;

static void sequence_init(sequence *s, size_t dimensions) {
    double phi = 1.5;
    for (int i = 0; i < 60; i++) {
        phi = pow(1 + phi, 1 / (double)(dimensions + 1));
    }
    ff_random random;
    ff_random_init(&random, SHIFT_SEED);
    s->dimensions = dimensions;
    for (size_t j = 0; j < dimensions; j++) {
        s->shift[j] = ff_random_unit(&random);
        s->stride[j] = pow(phi, -(double)(j + 1));
    }
}

/* The quantile of Student's t with 4 degrees of freedom [Shaw 2006]: with r = sqrt(4 u (1 - u)) it is
 * 2 sqrt(cos(acos(r) / 3) / r - 1). The cosine is 1 - h, h the root of 4 h^3 - 12 h^2 + 9 h = 1 - r that three of
 * Newton's steps find from a parabola to the last digit; 1 - r is (1 - 2 u)^2 / (1 + r), which keeps its digits
 * where u is near 1/2. No libm's cosine: the same on every machine. */
static inline double t4_quantile(double u) {
    double off = 1 - 2 * u, r = sqrt(4 * u * (1 - u));
    double rest = off * off / (1 + r), h = rest * (1.0 / 9 + 0.0229 * rest);
    for (int i = 0; i < 3; i++) {
        h -= (((4 * h - 12) * h + 9) * h - rest) / ((12 * h - 24) * h + 9);
    }
    r = r > 1e-150 ? r : 1e-150;
    return copysign(2 * sqrt((rest - h) / r), -off);
}

/* A strip of draws whose coordinates follow a t4 each, and behind them the log of the density there: 3/8
 * (1 + t^2/4)^(-5/2) each. */
FF_WIDE static void draw_t4(const sequence *s, size_t strip, ff_lanes *z) {
    double first = (double)(strip * FF_LANES + 1);
    ff_lanes product = ff_lanes_all(1), logs = ff_lanes_all(0);
    for (size_t j = 0; j < s->dimensions; j++) {
        FF_EACH_LANE(l) {
            double u = s->shift[j] + (first + (double)(int)l) * s->stride[j];
            double t = t4_quantile(u - floor(u));
            z[j].of[l] = t;
            product.of[l] *= 1 + t * t / 4;
        }
        ff_lanes_take_logs(&product, &logs);
    }
    double constant = (double)s->dimensions * log(0.375);
    FF_EACH_LANE(l) { z[s->dimensions].of[l] = constant - 2.5 * (logs.of[l] + log(product.of[l])); }
}

/* ---- proposals ---- */

/* x = mean + lower (width z), stretched by axis and side. */
typedef struct {
    size_t dimensions;
    double mean[MOST_DIMENSIONS];
    double stretch[2][MOST_DIMENSIONS]; /* below and above the mean */
    double width;
    double *lower;  /* Cholesky factor of the covariance */
    ff_lanes *scaled; /* room for a strip */
    double log_det; /* of lower */
} proposal;

static bool proposal_init(proposal *p, const double *mean, const double *covariance, double width) {
    size_t d = p->dimensions;
    memcpy(p->mean, mean, d * sizeof *mean);
    for (size_t j = 0; j < d; j++) {
        p->stretch[0][j] = p->stretch[1][j] = 1;
    }
    p->width = width;
    bool whole = ff_cholesky(covariance, d, 1e-13, p->lower, NULL);
    p->log_det = whole ? ff_cholesky_log_det(p->lower, d) / 2 : 0;
    return whole;
}

/* Writes the draws that a strip stands for, and returns the proposal's log density there. */
FF_WIDE static ff_lanes propose(const proposal *p, const ff_lanes *z, ff_lanes *x) {
    size_t d = p->dimensions;
    ff_lanes *scaled = p->scaled, stretched = ff_lanes_all(1), by;
    for (size_t j = 0; j < d; j++) {
        double below = p->stretch[0][j], above = p->stretch[1][j];
        FF_EACH_LANE(l) {
            double stretch = z[j].of[l] > 0 ? above : below;
            scaled[j].of[l] = p->width * stretch * z[j].of[l];
            stretched.of[l] *= stretch;
        }
    }
    for (size_t i = 0; i < d; i++) {
        ff_lanes sum = ff_lanes_all(p->mean[i]);
        for (size_t k = 0; k <= i; k++) {
            double by_axis = p->lower[i * d + k];
            FF_EACH_LANE(l) { sum.of[l] += by_axis * scaled[k].of[l]; }
        }
        x[i] = sum;
    }
    double narrow = (double)d * log(p->width);
    FF_EACH_LANE(l) { by.of[l] = z[d].of[l] - p->log_det - narrow - log(stretched.of[l]); }
    return by;
}

typedef struct {
    const ff_target *target;
    sequence points;
    size_t made; /* strips of the points that are kept */
    proposal from;
    ff_sample *sample;
    ff_lanes *x, *z; /* a strip: the draws, and the standard draws where they are not kept */
    double *scratch;
    ff_placed_weight *tail;
} sampling;

static double density_at_mean(const sampling *s) {
    for (size_t j = 0; j < s->from.dimensions; j++) {
        s->x[j] = ff_lanes_all(s->from.mean[j]);
    }
    return s->target->log_density(s->target->data, s->x).of[0];
}

/* Half steps along an axis at which the density is looked at. */
enum { FIRST_HALF = 2, LAST_HALF = 12 };

/* How far the density, which is top at the mean, reaches along an axis, against a normal one. */
static double reach_along(const sampling *s, size_t axis, int side, double top) {
    const proposal *p = &s->from;
    size_t d = p->dimensions;
    double reach = 0;
    for (size_t first = FIRST_HALF; first <= LAST_HALF; first += FF_LANES) {
        for (size_t i = 0; i < d; i++) {
            FF_EACH_LANE(l) {
                double step = (double)(first + l) / 2;
                s->x[i].of[l] = p->mean[i] + (side == 1 ? step : -step) * p->lower[i * d + axis];
            }
        }
        ff_lanes there = s->target->log_density(s->target->data, s->x);
        for (size_t l = 0; l < FF_LANES && first + l <= LAST_HALF; l++) {
            double fall = top - there.of[l];
            reach = fmax(reach, fall > 0 ? (double)(first + l) / 2 / sqrt(2 * fall) : 6);
        }
    }
    return reach;
}

static void stretch_axes(sampling *s) {
    double top = density_at_mean(s);
    for (size_t j = 0; j < s->from.dimensions; j++) {
        for (int side = 0; side < 2; side++) {
            double reach = reach_along(s, j, side, top);
            s->from.stretch[side][j] = 1.05 * fmin(fmax(reach, 0.7), 6);
        }
    }
}

/* ---- weights ---- */

/* The standard draws of a strip. */
static const ff_lanes *standard_draws(sampling *s, size_t strip) {
    size_t size = s->sample->dimensions + 1;
    if (strip >= STRIPS_OF(KEPT)) {
        draw_t4(&s->points, strip, s->z);
        return s->z;
    }
    for (; s->made <= strip; s->made++) {
        draw_t4(&s->points, s->made, s->sample->points + s->made * size);
    }
    return s->sample->points + strip * size;
}

/* Draws a strip, of which count serve, and weighs them; the weights are logs yet. */
static void draw_strip(sampling *s, size_t first, size_t count) {
    ff_sample *out = s->sample;
    ff_lanes by = propose(&s->from, standard_draws(s, first / FF_LANES), s->x);
    ff_lanes density = s->target->log_density(s->target->data, s->x);
    for (size_t l = 0; l < count; l++) {
        double weight = density.of[l] - by.of[l];
        out->weights[first + l] = isnan(weight) ? -INFINITY : weight;
    }
    for (size_t j = 0; j < out->dimensions; j++) {
        memcpy(out->values + j * out->count + first, s->x[j].of, count * sizeof(double));
    }
}

/* Draws count, and weighs them: sample->values, weights, log_mass and khat. */
static void draw(sampling *s, size_t count) {
    ff_sample *out = s->sample;
    double most = -INFINITY, sum = 0;
    out->count = count;
    for (size_t m = 0; m < count; m += FF_LANES) {
        draw_strip(s, m, count - m < FF_LANES ? count - m : FF_LANES);
    }
    for (size_t m = 0; m < count; m++) {
        most = out->weights[m] > most ? out->weights[m] : most;
    }
    if (!(most > -INFINITY)) { /* none lies where the density is anything */
        memset(out->weights, 0, count * sizeof *out->weights);
        out->log_mass = -INFINITY;
        out->khat = INFINITY;
        return;
    }
    for (size_t m = 0; m < count; m++) {
        out->weights[m] = exp(out->weights[m] - most);
        sum += out->weights[m];
    }
    out->log_mass = most + log(sum / (double)count);
    out->khat = ff_pareto_smooth(out->weights, count, s->scratch, s->tail);
    sum = 0;
    for (size_t m = 0; m < count; m++) {
        sum += out->weights[m];
    }
    for (size_t m = 0; m < count; m++) {
        out->weights[m] /= sum;
    }
}

static double total(const ff_lanes *sum) {
    double all = 0;
    FF_EACH_LANE(l) { all += sum->of[l]; }
    return all;
}

/* Sums in as many strands as there are lanes. */
FF_WIDE static double weighted_mean(const double *weights, const double *x, size_t count) {
    ff_lanes sum = ff_lanes_all(0);
    size_t m = 0;
    for (; m + FF_LANES <= count; m += FF_LANES) {
        FF_EACH_LANE(l) { sum.of[l] += weights[m + l] * x[m + l]; }
    }
    for (; m < count; m++) {
        sum.of[0] += weights[m] * x[m];
    }
    return total(&sum);
}

FF_WIDE static double weighted_covariance(const ff_sample *sample, size_t j, size_t k) {
    const double *x = sample->values + j * sample->count, *y = sample->values + k * sample->count;
    const double *weights = sample->weights, mean_x = sample->mean[j], mean_y = sample->mean[k];
    ff_lanes sum = ff_lanes_all(0);
    size_t m = 0;
    for (; m + FF_LANES <= sample->count; m += FF_LANES) {
        FF_EACH_LANE(l) { sum.of[l] += weights[m + l] * (x[m + l] - mean_x) * (y[m + l] - mean_y); }
    }
    for (; m < sample->count; m++) {
        sum.of[0] += weights[m] * (x[m] - mean_x) * (y[m] - mean_y);
    }
    return total(&sum);
}

static void summarise(ff_sample *sample) {
    size_t d = sample->dimensions;
    for (size_t j = 0; j < d; j++) {
        sample->mean[j] = weighted_mean(sample->weights, sample->values + j * sample->count, sample->count);
    }
    for (size_t j = 0; j < d; j++) {
        for (size_t k = 0; k <= j; k++) {
            sample->covariance[j * d + k] = sample->covariance[k * d + j] = weighted_covariance(sample, j, k);
        }
    }
}

/* A proposal made of what was drawn. Few effective draws can make a covariance that is none; then the
 * proposal stays. */
static void follow(sampling *s) {
    summarise(s->sample);
    proposal next = {.dimensions = s->from.dimensions, .lower = s->scratch, .scaled = s->from.scaled};
    double *lower = s->from.lower;
    if (lower != NULL && proposal_init(&next, s->sample->mean, s->sample->covariance, LATER_WIDTH)) {
        memcpy(lower, next.lower, next.dimensions * next.dimensions * sizeof *lower);
        s->from = next;
        s->from.lower = lower;
    }
}

static void adapt(sampling *s, size_t count) {
    draw(s, count);
    follow(s);
}

static ff_code no_peak(ff_error *error) {
    return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                   "the model has no peak to draw around");
}

static ff_code prepare(ff_arena *arena, const ff_target *target, const double *mean,
                       const double *covariance, size_t draws, const ff_sample *known,
                       sampling *s, ff_error *error) {
    size_t d = target->dimensions;
    if (d == 0 || d > MOST_DIMENSIONS) {
        ff_fail(error, FF_ERR_LIMIT, NULL, FF_NO_OFFSET,
                "a model of %zu parameters is more than is worked out (%d)", d, MOST_DIMENSIONS);
        return FF_ERR_LIMIT;
    }
    size_t room = draws > LONG_ROUND || known != NULL ? draws : LONG_ROUND;
    s->sample->dimensions = d;
    s->sample->values = ff_arena_room(arena, room * d, sizeof(double));
    s->sample->weights = ff_arena_room(arena, room, sizeof(double));
    s->sample->mean = ff_arena_take(arena, d, sizeof(double));
    s->sample->covariance = ff_arena_take(arena, d * d, sizeof(double));
    bool again = known != NULL && known->dimensions == d && draws <= KEPT &&
                 draws <= known->count;
    s->sample->points = again ? known->points : ff_arena_room(arena, STRIPS_OF(KEPT) * (d + 1), sizeof(ff_lanes));
    s->made = again ? STRIPS_OF(KEPT) : 0;
    s->scratch = ff_arena_room(arena, room > d * d ? room : d * d, sizeof(double));
    s->tail = ff_arena_room(arena, ff_pareto_tail(room), sizeof *s->tail);
    s->x = ff_arena_room(arena, 3 * d + 1, sizeof *s->x);
    s->from = (proposal){.dimensions = d, .lower = ff_arena_take(arena, d * d, sizeof(double))};
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    s->from.scaled = s->x + d;
    s->z = s->x + 2 * d;
    sequence_init(&s->points, d);
    if (!proposal_init(&s->from, mean, covariance, LATER_WIDTH) || !(density_at_mean(s) > -INFINITY)) {
        return no_peak(error);
    }
    return FF_OK;
}

ff_code ff_sample_of(ff_arena *arena, const ff_target *target, const double *peak,
                     const double *covariance, size_t draws, ff_sample *sample, ff_error *error) {
    sampling s = {.target = target, .sample = sample};
    ff_code code = prepare(arena, target, peak, covariance, draws, NULL, &s, error);
    if (code != FF_OK) {
        return code;
    }
    s.from.width = FIRST_WIDTH;
    stretch_axes(&s);
    adapt(&s, ROUND);
    adapt(&s, ROUND);
    draw(&s, ROUND); /* whether it will do is seen in a few already */
    if (sample->khat <= FF_KHAT_GOOD) {
        draw(&s, draws);
    }
    if (!(sample->khat <= FF_KHAT_GOOD)) {
        for (int i = 0; i < 3; i++) {
            adapt(&s, LONG_ROUND);
        }
        draw(&s, draws);
    }
    summarise(sample);
    return sample->log_mass > -INFINITY ? FF_OK : no_peak(error);
}

ff_code ff_sample_near(ff_arena *arena, const ff_target *target, const double *mean,
                       const double *covariance, size_t draws, int rounds, const ff_sample *known,
                       ff_sample *sample, ff_error *error) {
    sampling s = {.target = target, .sample = sample};
    ff_code code = prepare(arena, target, mean, covariance, draws, known, &s, error);
    if (code == FF_OK) {
        draw(&s, draws);
        for (; rounds > 0 && !(sample->khat <= FF_KHAT_GOOD); rounds--) {
            follow(&s);
            draw(&s, draws);
        }
        summarise(sample);
    }
    return code;
}

/* ---- quantiles ---- */

static int by_value(const void *a, const void *b) {
    const ff_sorted_draw *x = a, *y = b;
    return (x->value > y->value) - (x->value < y->value);
}

/* Draws are put into buckets by their value, which mostly hold a few; each is sorted by itself. */
enum { BUCKETS = 4096, FEW = 32 };

/* The buckets reach this many SDs to either side; what lies beyond is in the last ones. */
#define REACH 4.0

typedef struct {
    double low, per; /* where the first begins, and how many there are to 1 */
    size_t *end; /* of each */
} buckets;

static size_t bucket_of(const buckets *b, double value) {
    double at = (value - b->low) * b->per;
    return at >= BUCKETS - 1 ? BUCKETS - 1 : at > 0 ? (size_t)at : 0;
}

static void set_buckets(buckets *b, const double *values, size_t count) {
    double sum = 0, squares = 0, n = (double)count;
    for (size_t i = 0; i < count; i++) {
        sum += values[i];
    }
    for (size_t i = 0; i < count; i++) {
        squares += (values[i] - sum / n) * (values[i] - sum / n);
    }
    double reach = REACH * sqrt(squares / n);
    b->low = sum / n - reach;
    b->per = reach > 0 ? BUCKETS / (2 * reach) : 0;
        for (size_t i = 0; i < count; i++) {
        b->end[bucket_of(b, values[i])]++;
    }
}

static void sort_bucket(ff_sorted_draw *draws, size_t count) {
    if (count > FEW) {
        qsort(draws, count, sizeof *draws, by_value);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        ff_sorted_draw draw = draws[i];
        size_t at = i;
        for (; at > 0 && draws[at - 1].value > draw.value; at--) {
            draws[at] = draws[at - 1];
        }
        draws[at] = draw;
    }
}

ff_sorted_draw *ff_sample_sort(ff_arena *arena, const double *values, const double *weights,
                               size_t count) {
    ff_sorted_draw *sorted = ff_arena_room(arena, count, sizeof *sorted);
    buckets b = {.end = ff_arena_take(arena, BUCKETS, sizeof *b.end)};
    if (sorted == NULL || b.end == NULL) {
        return NULL;
    }
    set_buckets(&b, values, count);
    for (size_t k = 0, first = 0; k < BUCKETS; k++) { /* from how many there are to where it begins */
        size_t own = b.end[k];
        b.end[k] = first;
        first += own;
    }
    for (size_t i = 0; i < count; i++) {
        sorted[b.end[bucket_of(&b, values[i])]++] = (ff_sorted_draw){values[i], weights[i]};
    }
    for (size_t k = 0, first = 0; k < BUCKETS; first = b.end[k++]) {
        sort_bucket(sorted + first, b.end[k] - first);
    }
    return sorted;
}

double ff_sorted_quantile(const ff_sorted_draw *sorted, size_t count, double share) {
    double before = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        double middle = before + sorted[i].weight / 2;
        if (middle >= share) {
            double part = i > 0 && middle > at ? (share - at) / (middle - at) : 1;
            return i > 0 ? sorted[i - 1].value + part * (sorted[i].value - sorted[i - 1].value)
                         : sorted[i].value;
        }
        at = middle;
        before += sorted[i].weight;
    }
    return sorted[count - 1].value;
}
