/* Rows by their times, and the times at which it began in some of them: what every comparison goes
 * by that holds those in which it began against those still at risk.
 *
 * A row whose time is later, or the same without it having begun, is at risk. Rows of different
 * strata are never compared.
 */
#ifndef FOOTFALL_TRIAL_MOMENTS_H
#define FOOTFALL_TRIAL_MOMENTS_H

#include "base/arena.h"

/* Borrowed; count rows. */
typedef struct ff_timed_rows {
    size_t count;
    const double *times;        /* finite; only their order counts */
    const unsigned char *kinds; /* FF_KNOWN_AT: it began then; FF_KNOWN_AFTER: not by then */
    const double *strata;       /* finite; NULL: all rows are one */
} ff_timed_rows;

/* Places in the order: of the stratum's rows those from first on are at risk, those up to (not
 * with) after have this very time, and end is the end of the stratum. */
typedef struct ff_moment {
    size_t first, after, end;
    size_t began; /* rows in which it began then, 1 or more */
} ff_moment;

typedef struct ff_moments {
    size_t *order;   /* the rows by stratum, and in it by time */
    ff_moment *list; /* in that order */
    size_t count;
} ff_moments;

ff_code ff_moments_of(ff_arena *arena, const ff_timed_rows *rows, ff_moments *moments,
                      ff_error *error);

/* The rows by stratum, and in it by times, which are one a row. NULL: no memory. */
size_t *ff_rows_in_order(ff_arena *arena, const ff_timed_rows *rows, const double *times);

double ff_stratum_of(const ff_timed_rows *rows, size_t row); /* 0 when all are one */

#endif
