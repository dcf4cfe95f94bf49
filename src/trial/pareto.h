/* Pareto smoothing of importance weights [Vehtari, Gelman and Gabry 2015]. */
#ifndef FOOTFALL_TRIAL_PARETO_H
#define FOOTFALL_TRIAL_PARETO_H

#include <stddef.h>

typedef struct ff_placed_weight {
    double weight;
    size_t place;
} ff_placed_weight;

/* The largest weights (a fifth of them, at most 3 sqrt(count)) are replaced by the quantiles of the
 * generalised Pareto law that fits them [Zhang and Stephens 2009], none above the largest. weights are
 * relative to the largest, which is 1. scratch has room for count numbers, tail for
 * ff_pareto_tail(count) of its kind. Returns the shape k; INFINITY when there are too few weights to
 * tell. */
double ff_pareto_smooth(double *weights, size_t count, double *scratch, ff_placed_weight *tail);

size_t ff_pareto_tail(size_t count);

#endif
