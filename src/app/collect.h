/* From the journal to a case: what was answered, what the runs say, what was tried. */
#ifndef FOOTFALL_APP_COLLECT_H
#define FOOTFALL_APP_COLLECT_H

#include "app/app.h"
#include "report/runs_summary.h"

#include <footfall/assessment.h>

/* With so many timed onsets the runs outweigh what was answered: they were measured, one by one. */
#define FF_COLLECT_EPISODES 3

/* An answer of the safety checklist is asked again after this: red flags come up. A no or a not sure
 * that is older does not count as asked; a yes counts until it is taken back. Judgement (class c). */
#define FF_CHECKLIST_FRESH_S (INT64_C(30) * 86400)

typedef struct ff_collected {
    ff_case runner;
    ff_runs_summary runs;
} ff_collected;

/* Everything lives in the arena. Answers whose id or value this footfall does not know are passed
 * over: the journal keeps them. */
ff_code ff_collect(ff_app *app, ff_arena *arena, ff_collected *collected, ff_error *error);

#endif
