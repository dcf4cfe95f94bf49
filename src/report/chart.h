/* What every chart needs: the range of values, where the ticks stand, and where a value lies. */
#ifndef FOOTFALL_REPORT_CHART_H
#define FOOTFALL_REPORT_CHART_H

#include "base/arena.h"

#include <stdbool.h>

/* A value's place on a drawing: low lies at at_low, high at at_high (which may be the smaller). */
typedef struct ff_scale {
    double low, high;
    double at_low, at_high;
} ff_scale;

/* Values beyond the ends lie at the ends; NAN gives NAN. Where low is high all lie in the middle.
 */
double ff_scale_at(const ff_scale *scale, double value);

/* The finite values from the tail to 1 - tail (0 to 0.5: a share of them cut off at each end), made
 * at least `least` wide. False when there is none, or memory is gone. */
typedef struct ff_range {
    double low, high;
} ff_range;

bool ff_range_of(const double *values, size_t count, double tail, double least, ff_arena *arena,
                 ff_range *range);

typedef enum ff_tick_kind {
    FF_TICKS_PLAIN,   /* steps of 1, 2, 5 times a power of ten */
    FF_TICKS_MINUTES, /* steps of 1, 2, 5, 10, 15, 20, 30, 60, ... */
    FF_TICKS_PACE     /* seconds: steps of 5, 10, 15, 30, 60, ... */
} ff_tick_kind;

#define FF_TICKS_MOST 12

typedef struct ff_ticks {
    double at[FF_TICKS_MOST]; /* multiples of the step, within the range, rising */
    size_t count;
    double step;
} ff_ticks;

/* The finest steps that give at most `most` ticks (1 to FF_TICKS_MOST). low and high are finite. */
void ff_ticks_make(ff_tick_kind kind, ff_range range, size_t most, ff_ticks *ticks);

#endif
