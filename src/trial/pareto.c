#include "trial/pareto.h"

#include "base/lanes.h"
#include "base/wide.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_TAIL = 5 };

/* Above so many rounds of the lanes, or so large a logarithm of their product, a product might not hold it; where
 * no factor is as far from 1 as this, its digits would be lost. */
#define MOST_ROUNDS  16
#define MOST_LOG     600
#define LEAST_FACTOR 1e-3

/* The sum of log(1 - b x), in products that a double holds: as quick as one logarithm a lane. */
FF_WIDE static double log_of_products(double b, const double *x, size_t n) {
    ff_lanes product = ff_lanes_all(1);
    double sum = 0;
    size_t i = 0;
    for (; i + FF_LANES <= n; i += FF_LANES) {
        FF_EACH_LANE(l) { product.of[l] *= 1 - b * x[i + l]; }
    }
    for (size_t l = 0; i < n; i++, l++) {
        product.of[l] *= 1 - b * x[i];
    }
    FF_EACH_LANE(l) { sum += log(product.of[l]); }
    return sum;
}

/* The shape that goes with b in the generalised Pareto law: the mean of log(1 - b x); x ascending. */
static double shape_at(double b, const double *x, size_t n) {
    double far = fabs(b * x[n - 1]), rounds = ceil((double)n / FF_LANES), sum = 0;
    if (far > LEAST_FACTOR && rounds <= MOST_ROUNDS && rounds * log1p(far) < MOST_LOG) {
        return log_of_products(b, x, n) / (double)n;
    }
    for (size_t i = 0; i < n; i++) {
        sum += log1p(-b * x[i]);
    }
    return sum / (double)n;
}

/* x ascending, positive. Shape and scale: the mean over a grid of b, weighed by the likelihood. The
 * shape is drawn toward 0.5 as by ten more weights. */
static double fit(const double *x, size_t n, double *scale) {
    size_t grid = 30 + (size_t)sqrt((double)n);
    double quarter = x[(size_t)((double)n / 4 + 0.5) - 1], largest = x[n - 1];
    double most = -INFINITY, sum = 0, sum_b = 0;
    for (size_t j = 0; j < grid; j++) {
        double b = 1 / largest +
                   (1 - sqrt((double)grid / ((double)j + 0.5))) / (3 * quarter);
        double k = shape_at(b, x, n);
        double value = (double)n * (log(-b / k) - k - 1);
        if (value > most) { /* keeps the sums in range */
            double shrink = exp(most - value);
            sum *= shrink;
            sum_b *= shrink;
            most = value;
        }
        double weight = exp(value - most);
        sum += weight;
        sum_b += weight * b;
    }
    double b = sum_b / sum, k = shape_at(b, x, n), count = (double)n;
    *scale = -k / b;
    return k * count / (count + 10) + 10 * 0.5 / (count + 10);
}

static double quantile(double share, double shape, double scale) {
    double tail = -log1p(-share);
    return fabs(shape) < 1e-12 ? scale * tail : scale * expm1(shape * tail) / shape;
}

static int by_weight(const void *a, const void *b) {
    const ff_placed_weight *x = a, *y = b;
    return x->weight != y->weight ? (x->weight > y->weight) - (x->weight < y->weight)
                                  : (x->place > y->place) - (x->place < y->place);
}

/* The number that would stand at `at` were they sorted [Hoare's selection]; they are moved about. */
static double select_nth(double *x, size_t count, size_t at) {
    size_t low = 0, high = count - 1;
    while (low < high) {
        double pivot = x[low + (high - low) / 2];
        size_t i = low, j = high;
        for (;;) {
            while (x[i] < pivot) {
                i++;
            }
            while (x[j] > pivot) {
                j--;
            }
            if (i >= j) {
                break;
            }
            double other = x[i];
            x[i++] = x[j];
            x[j--] = other;
        }
        if (j < at) {
            low = j + 1;
        } else {
            high = j;
        }
    }
    return x[low];
}

size_t ff_pareto_tail(size_t count) {
    double fifth = 0.2 * (double)count, roots = 3 * sqrt((double)count);
    return (size_t)fmin(fifth, roots);
}

double ff_pareto_smooth(double *weights, size_t count, double *scratch, ff_placed_weight *tail) {
    size_t most = ff_pareto_tail(count), n = 0;
    if (most < LEAST_TAIL) {
        return INFINITY;
    }
    memcpy(scratch, weights, count * sizeof *weights);
    double cut = select_nth(scratch, count, count - most - 1);
    for (size_t i = 0; i < count && n < most; i++) {
        if (weights[i] > cut) {
            tail[n++] = (ff_placed_weight){weights[i], i};
        }
    }
    if (n < LEAST_TAIL) {
        return n == 0 ? -INFINITY : INFINITY; /* all alike: nothing stands out */
    }
    qsort(tail, n, sizeof *tail, by_weight);
    for (size_t i = 0; i < n; i++) {
        scratch[i] = tail[i].weight - cut;
    }
    double scale, shape = fit(scratch, n, &scale);
    for (size_t i = 0; i < n; i++) {
        double smooth = cut + quantile(((double)i + 0.5) / (double)n, shape, scale);
        weights[tail[i].place] = fmin(smooth, 1);
    }
    return shape;
}
