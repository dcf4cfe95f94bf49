/* All runs as a drawing: after how many minutes numbness began, run by run over the dates. */
#ifndef FOOTFALL_REPORT_ONSET_CHART_H
#define FOOTFALL_REPORT_ONSET_CHART_H

#include "base/arena.h"

#include <footfall/logged_run.h>
#include <footfall/text.h>

/* A row under the dates: a stroke for each run that was run with it, thick where numbness came. */
typedef struct ff_onset_row {
    const char *name; /* "Road A", "changed: lacing" */
    const bool *with; /* run by run */
} ff_onset_row;

typedef struct ff_onset_request {
    const char *title, *id;
    const ff_logged_run *runs; /* in any order, without series */
    size_t count;
    const ff_onset_row *rows;
    size_t row_count;
    size_t
        rows_left_out; /* that there are beside, for which there is no room: the drawing says so */
} ff_onset_request;

/* Where the mark of a run stands, in the drawing's own units. */
typedef struct ff_onset_mark {
    int64_t run_id;
    double x, y;
} ff_onset_mark;

typedef struct ff_onset_marks {
    ff_onset_mark *items; /* in the order of the runs; those left out have none */
    size_t count;
    double width, height; /* of the whole drawing */
} ff_onset_marks;

/* A filled dot where numbness began, a bar where it lies between two times, an open triangle that
 * points up at the length of a run in which it did not come. Runs of which nothing was said, or
 * that have no length, are left out; with none left the drawing says so in words, and there are no
 * marks. marks may be NULL; they lie in the arena. */
void ff_onset_chart(const ff_onset_request *request, ff_arena *arena, ff_text *out,
                    ff_onset_marks *marks);

#endif
