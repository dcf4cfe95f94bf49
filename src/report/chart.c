#include "report/chart.h"

#include <math.h>
#include <stdlib.h>

double ff_scale_at(const ff_scale *scale, double value) {
    if (isnan(value)) {
        return NAN;
    }
    double span = scale->high - scale->low;
    double share = span > 0 ? (value - scale->low) / span : 0.5;
    share = fmin(fmax(share, 0), 1);
    return scale->at_low + share * (scale->at_high - scale->at_low);
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

bool ff_range_of(const double *values, size_t count, double tail, double least, ff_arena *arena,
                 ff_range *range) {
    double *sorted = ff_arena_take(arena, count, sizeof *sorted);
    size_t held = 0;
    for (size_t i = 0; sorted != NULL && i < count; i++) {
        if (isfinite(values[i])) {
            sorted[held++] = values[i];
        }
    }
    if (held == 0) {
        return false;
    }
    qsort(sorted, held, sizeof *sorted, by_size);
    size_t cut = (size_t)(tail * (double)(held - 1));
    range->low = sorted[cut];
    range->high = sorted[held - 1 - cut];
    double more = (least - (range->high - range->low)) / 2;
    if (more > 0) {
        range->low -= more;
        range->high += more;
    }
    return true;
}

/* The number of steps between the multiples within the range; steps grow until it is small. */
static double ticks_within(ff_range range, double step) {
    return floor(range.high / step + 1e-9) - ceil(range.low / step - 1e-9) + 1;
}

static double plain_step(size_t i) {
    static const double parts[] = {1, 2, 5};
    size_t power = i / 3;
    return parts[i % 3] * pow(10, (double)power - 3);
}

static double listed_step(const double *steps, size_t count, size_t i) {
    return i < count ? steps[i] : steps[count - 1] * pow(2, (double)(i - count + 1));
}

static double step_at(ff_tick_kind kind, size_t i) {
    static const double minutes[] = {1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440};
    static const double pace[] = {5, 10, 15, 20, 30, 60, 120, 180, 300, 600};
    switch (kind) {
    case FF_TICKS_MINUTES:
        return listed_step(minutes, sizeof minutes / sizeof *minutes, i);
    case FF_TICKS_PACE:
        return listed_step(pace, sizeof pace / sizeof *pace, i);
    case FF_TICKS_PLAIN:
        break;
    }
    return plain_step(i);
}

void ff_ticks_make(ff_tick_kind kind, ff_range range, size_t most, ff_ticks *ticks) {
    enum { TRIES = 60 }; /* far beyond any range that is drawn */
    *ticks = (ff_ticks){0};
    most = most < 1 ? 1 : most > FF_TICKS_MOST ? FF_TICKS_MOST : most;
    for (size_t i = 0; i < TRIES; i++) {
        double step = step_at(kind, i), held = ticks_within(range, step);
        if (held > (double)most) {
            continue;
        }
        ticks->step = step;
        double first = ceil(range.low / step - 1e-9);
        while ((double)ticks->count < held) {
            ticks->at[ticks->count] = (first + (double)ticks->count) * step;
            ticks->count++;
        }
        return;
    }
}
