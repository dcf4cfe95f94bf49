/* A plan as it is shown: week by week, what was done of it, the rules, and the text. */
#ifndef FOOTFALL_REPORT_PLAN_REPORT_H
#define FOOTFALL_REPORT_PLAN_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/knowledge.h>
#include <footfall/plan.h>

typedef struct ff_plan_report {
    const ff_plan *plan; /* as kept */
    ff_plan_kind kind;
    double goal_min;    /* NAN */
    int64_t goal_day_s; /* 0 */
    int64_t today_s;
    const ff_followed_plan *followed;
    const ff_plan_standing *standing;
    const char *sources, *caution; /* of the programme; NULL */
    bool goal_reached;             /* by what is to come, or done */
    const ff_remedy *remedy;       /* what a trial would test; NULL */
    const char *program;
} ff_plan_report;

void ff_plan_report_text(const ff_plan_report *report, ff_arena *arena, ff_text *out);
/* Members into an open object. */
void ff_plan_report_json(const ff_plan_report *report, ff_json *json);

/* The rules that a text breaks: a line each, or the member "breaks". */
void ff_plan_breaks_text(const ff_plan *plan, const ff_plan_break_list *breaks, ff_text *out);
void ff_plan_breaks_json(const ff_plan *plan, const ff_plan_break_list *breaks, ff_json *json);

/* A workout as blocks and steps. */
void ff_workout_json(ff_json *json, const ff_workout *workout);

#endif
