/* From the journal to a case: what was answered, what the runs say, what was tried. */
#ifndef FOOTFALL_APP_COLLECT_H
#define FOOTFALL_APP_COLLECT_H

#include "app/app.h"
#include "app/history.h"
#include "report/patterns_report.h"

#include <footfall/assessment.h>
#include <footfall/shoe.h>
#include <footfall/shoe_fit.h>

/* With so many timed onsets the runs outweigh what was answered: they were measured, one by one. */
#define FF_COLLECT_EPISODES 3

/* A safety answer is asked again after so many days: red flags come up. Judgement (class c). */
#define FF_COLLECT_FRESH_DAYS 30

/* Whether what was answered to a line of the safety checklist, "not sure" too, is fresh enough for
 * the line to count as gone through. A "yes" raises its flag however old it is. */
bool ff_flag_answered(const ff_app *app, const ff_finding *answer);

typedef struct ff_collected {
    ff_case runner;
    double height_cm; /* the runner's; NAN: not told */
    ff_history history;
    ff_runs_summary runs;
    bool sites_instead; /* it was drawn although the runs have marks */
    bool sites_by_runs; /* the place is as marked on the runs */
    const ff_shoe *shoe; /* in use, the one run in last; NULL: there is none */
    const ff_fit_answer *fit; /* of both feet to it; NULL: nothing of either was measured */
    ff_runs_told told; /* its findings: those that count, the runner's own word where it overrides */
} ff_collected;

/* but_trial: a trial whose runs are not taken as evidence on the causes, because its own analysis does;
 * 0: none. Everything lives in the arena. Answers whose id or value this footfall does not know are passed
 * over: the journal keeps them. */
ff_code ff_collect(ff_app *app, ff_arena *arena, int64_t but_trial, ff_collected *collected,
                   ff_error *error);

#endif
