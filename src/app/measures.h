/* What the series of runs say, kept in the journal so that each is read once. */
#ifndef FOOTFALL_APP_MEASURES_H
#define FOOTFALL_APP_MEASURES_H

#include "app/app.h"
#include "app/history.h"
#include "measure/measured_run.h"

/* All runs of the history, those of which patterns and form are made with their stretches: read
 * from the journal, or measured now and put there. Everything lives in the arena. */
ff_code ff_measures_of(ff_app *app, ff_arena *arena, const ff_history *history,
                       ff_measured_run_list *runs, ff_error *error);

#endif
