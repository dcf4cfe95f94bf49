/* All that the journal remembers of the runs, put together run by run. */
#ifndef FOOTFALL_APP_HISTORY_H
#define FOOTFALL_APP_HISTORY_H

#include "app/app.h"
#include "report/run_report.h"

typedef struct ff_history {
    ff_logged_run *runs; /* the oldest first, without their series */
    ff_run_row *rows;    /* the same runs with the laps that were pressed */
    size_t count;
} ff_history;

/* Every run with those parts, without its series; the rows have marks where there are laps. Everything
 * lives in the arena. */
ff_code ff_history_read(ff_app *app, ff_arena *arena, ff_run_parts parts, ff_history *history,
                        ff_error *error);

/* Adds to rows what each run is put together from, and what looks like it. rows are count of any
 * runs. */
ff_code ff_history_add_recordings(ff_app *app, ff_arena *arena, ff_run_row *rows, size_t count,
                                  ff_error *error);

/* What the journal remembers of one run that is read already. */
ff_code ff_history_row(ff_app *app, ff_arena *arena, const ff_run *run, ff_run_row *row,
                       ff_error *error);

#endif
