/* Draws from a density that can only be evaluated, by adaptive importance sampling.
 *
 * From the peak and the curvature there: a split product-t with 4 degrees of freedom, whose scales
 * follow the density along each axis; two rounds of adaptation; then the draws that count, at
 * quasi-random points (a Kronecker sequence), with Pareto-smoothed weights [Vehtari et al. 2015].
 * Nothing is random but a fixed shift of the points: the same input gives the same output on every
 * machine. Against Stan and JAGS the means agree within 0.02 SD.
 */
#ifndef FOOTFALL_TRIAL_SAMPLER_H
#define FOOTFALL_TRIAL_SAMPLER_H

#include "base/arena.h"
#include "base/lanes.h"

/* A log density, up to a constant; -INFINITY where it is zero. It is asked for at places side by side:
 * coordinate j of that in lane l is x[j].of[l]. */
typedef struct ff_target {
    size_t dimensions;
    ff_lanes (*log_density)(const void *data, const ff_lanes *x);
    const void *data;
} ff_target;

typedef struct ff_sample {
    size_t dimensions, count;
    double *values;     /* dimension by dimension: count values each */
    double *weights;    /* smoothed, sum 1 */
    double *mean;       /* weighted */
    double *covariance; /* weighted, dimensions x dimensions */
    double log_mass;    /* log of the integral of exp(log density) */
    ff_lanes *points;   /* the standard draws that the first were made of */
    double khat;        /* shape of the tail of the weights: above 0.7 the draws are not to be trusted */
} ff_sample;

#define FF_KHAT_GOOD 0.7

#define FF_SAMPLE_DRAWS 16384 /* where nothing else is asked for */

/* peak and covariance describe the density near its peak (dimensions, and its square). FF_ERR_MEMORY;
 * FF_ERR_VALUE when the covariance is none, or the density is zero at the peak. */
ff_code ff_sample_of(ff_arena *arena, const ff_target *target, const double *peak,
                     const double *covariance, size_t draws, ff_sample *sample, ff_error *error);

/* The same from a density that is known to be near a normal one of this mean and covariance: without
 * adapting, and so several times quicker; while what is drawn is no good it is followed, at most so many
 * rounds. known (may be NULL) is another sample of as many dimensions, whose
 * points serve again. */
ff_code ff_sample_near(ff_arena *arena, const ff_target *target, const double *mean,
                       const double *covariance, size_t draws, int rounds, const ff_sample *known,
                       ff_sample *sample, ff_error *error);

/* Quantile of one dimension: draws sorted, interpolated at the middles of their cumulative weights. sorted
 * is made by ff_sample_sort. share 0 to 1. */
typedef struct ff_sorted_draw {
    double value, weight;
} ff_sorted_draw;

ff_sorted_draw *ff_sample_sort(ff_arena *arena, const double *values, const double *weights,
                               size_t count);
double ff_sorted_quantile(const ff_sorted_draw *sorted, size_t count, double share);

#endif
