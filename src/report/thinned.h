/* A run's series thinned to columns of equal running time: what charts are drawn from. */
#ifndef FOOTFALL_REPORT_THINNED_H
#define FOOTFALL_REPORT_THINNED_H

#include "base/arena.h"

#include <footfall/run.h>

#define FF_THINNED_MOST 300 /* columns */

/* Each value is the mean of a column's samples, NAN where it has none. A column in which no row
 * fell lies on the straight line between its neighbours when these are at most a minute apart: a
 * watch that records every few seconds left nothing out. Rows without a value leave a gap from 20 s
 * on. */
typedef struct ff_thinned {
    size_t count;          /* 0: the run holds nothing over time */
    double end_s;          /* running time at the end of the last column */
    double *minutes;       /* running time in the middle of each column; rises */
    double *pace_s_per_km; /* while moving: standing has no pace */
    double *cadence_spm;   /* likewise */
    double *altitude_m;
    bool has_pace, has_cadence, has_altitude; /* any value at all */
} ff_thinned;

/* At most `most` columns (1 to FF_THINNED_MOST). All values are finite or NAN, whatever the series
 * holds. In the arena; when memory is gone the arena has failed and count is 0. */
void ff_thinned_make(const ff_run *run, size_t most, ff_arena *arena, ff_thinned *thinned);

/* The mean cadence while moving between two moments since the start (pauses included), NAN when the
 * series has none there. */
double ff_thinned_cadence(const ff_series *series, double from_s, double to_s);

#endif
