/* From the journal's trials to evidence on the causes. */
#ifndef FOOTFALL_APP_RUNS_EVIDENCE_H
#define FOOTFALL_APP_RUNS_EVIDENCE_H

#include "app/app.h"
#include "app/history.h"

#include <footfall/assessment.h>

/* What the runs of all trials in the journal, ended ones too, say of the causes; NULL when they say
 * nothing. Only trials count: a change that came and stayed cannot be told from anything else that
 * changed then. So a change that was not gone back from, and a run with a change of which nothing
 * is known under any cause, are left out. but_trial: one that is not counted (its own analysis
 * does); 0: none. In the arena. */
ff_code ff_runs_evidence_of(ff_app *app, ff_arena *arena, const ff_history *history,
                            int64_t but_trial, const ff_runs_evidence **evidence, ff_error *error);

/* The id of the question that asks what runs with this change tell; NULL: none. */
const char *ff_told_by_change(const char *change);

#endif
