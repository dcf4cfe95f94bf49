/* What the runs say: every measure over the runs of the journal, put together. */
#ifndef FOOTFALL_APP_RUNS_SAY_H
#define FOOTFALL_APP_RUNS_SAY_H

#include "app/app.h"
#include "app/history.h"
#include "measure/onset_pattern.h"
#include "report/patterns_report.h"

typedef struct ff_runs_say {
    ff_onset_pattern onset;
    ff_runs_told
        told; /* its findings: those of the onset first, then "resolve_time", then the rest */
} ff_runs_say;

/* height_cm: the runner's; NAN: not known. Everything lives in the arena; history is borrowed. */
ff_code ff_runs_say_of(ff_app *app, ff_arena *arena, const ff_history *history, double height_cm,
                       ff_runs_say *say, ff_error *error);

/* Sets the medians of wear, which a list of shoes shows and nothing else needs. */
ff_code ff_runs_say_medians(ff_arena *arena, const ff_history *history, ff_wear_list *wear,
                            ff_error *error);

#endif
