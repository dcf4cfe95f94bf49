/* Turnbull: how many runs went numb by when, where it is only known between which times it began.
 *
 * The likeliest curve without any model puts its mass on innermost intervals: those that begin at a
 * left end and stop at a right end of some row, with no other end between [Turnbull 1976]. A row
 * lies in (left, right]; within an innermost interval the curve may fall anywhere. The masses come
 * from the steps that Turnbull calls self-consistency, in turn with steps of the iterative convex
 * minorant [Wellner and Zhan 1997], without which many rows take hours; how far off the likeliest
 * they can still be is known from the gradient [Gentleman and Geyer 1994].
 */
#ifndef FOOTFALL_TRIAL_TURNBULL_H
#define FOOTFALL_TRIAL_TURNBULL_H

#include "base/arena.h"

/* A row: it began after left and by right. right INFINITY: not seen to begin; left equal to right:
 * at that time. Neither is NAN, nor is left above right, nor left INFINITY. */
typedef struct ff_known_between {
    double left, right;
} ff_known_between;

typedef struct ff_turnbull_mass {
    double left, right; /* as above */
    double mass;        /* share of rows in which it began there; all sum to 1 */
} ff_turnbull_mass;

typedef struct ff_turnbull {
    ff_turnbull_mass *masses; /* by time; below FF_TURNBULL_NOTHING it is 0 at the peak */
    size_t count;
    size_t rows;
    double log_likelihood;
    double within; /* the peak is higher by no more than this */
    size_t steps;
} ff_turnbull;

#define FF_TURNBULL_NOTHING 1e-10
#define FF_TURNBULL_CLOSE   1e-9

/* Errors: FF_ERR_MEMORY; FF_ERR_VALUE (no row, or one that is none). Stops when the log-likelihood
 * is within FF_TURNBULL_CLOSE of the peak, or rises no more for rounding, or after a minute or so
 * of steps: see `within`. */
ff_code ff_turnbull_of(ff_arena *arena, const ff_known_between *rows, size_t count,
                       ff_turnbull *result, ff_error *error);

#endif
