/* One run cut from a gathered FIT activity. */
#ifndef FOOTFALL_FILES_FIT_CUT_H
#define FOOTFALL_FILES_FIT_CUT_H

#include "base/arena.h"
#include "files/fit_activity.h"

/* Which part of the recording is the run. */
typedef struct ff_fit_span {
    const ff_fit_session *session; /* NULL: none was written, all rows are the run */
    size_t first_row, row_count;
    double zero;    /* FIT time, as the rows have it, that is the run's time 0 */
    double elapsed; /* seconds from there to the end */
    bool alone;     /* the file's only session */
} ff_fit_span;

/* Where the i-th session lies in the rows; session_count for a recording without one. */
ff_fit_span ff_fit_span_of(const ff_fit_activity *activity, size_t session);

/* What a run is cut from, and into what. */
typedef struct ff_fit_cutter {
    const ff_context *context; /* for the clock */
    const ff_fit_activity *activity;
    const char *source;        /* the file's name; copied */
    ff_arena *arena;           /* takes the run */
    const char *taken_for_run; /* a note on why, where no sport is told; else NULL */
} ff_fit_cutter;

/* Makes the run of a span. FF_ERR_MEMORY is its only error. */
ff_code ff_fit_cut_run(const ff_fit_cutter *cutter, const ff_fit_span *span, ff_run *run,
                       ff_error *error);

#endif
