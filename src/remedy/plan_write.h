/* Writing a plan: from where the runner is, by the rules of <footfall/plan.h>. */
#ifndef FOOTFALL_REMEDY_PLAN_WRITE_H
#define FOOTFALL_REMEDY_PLAN_WRITE_H

#include "base/arena.h"

#include <footfall/plan.h>

typedef struct ff_plan_written {
    ff_plan plan;        /* no run where it is refused */
    const char *refused; /* why nothing is written: what to do instead; NULL */
    ff_plan_wish wish;   /* with what was not said filled in */
    double longest_min;  /* the longest session */
    bool goal_reached;
    bool capped; /* numbness kept a session shorter than the rest would have allowed */
} ff_plan_written;

/* The kind that fits where the runner is: beginner without runs of 15 minutes, return with numbness
 * in the last 90 days, else build. */
ff_plan_kind ff_plan_kind_for(const ff_plan_standing *standing, int64_t today_s);

/* What is wrong with the wish itself, as ff_plan_write refuses it: too many runs a week, days
 * without rest between, a day that is past. It is told before what the body says. */
ff_code ff_plan_check_wish(ff_arena *arena, const ff_plan_runner *runner, const ff_plan_wish *wish,
                           int64_t today_s, ff_error *error);

/* today_s: local midnight of today. Everything lives in the arena. FF_ERR_VALUE: the wish cannot be
 * fulfilled within the rules; the message says what could be. where is "goal", "days", "per-week",
 * "weeks", "start" or "kind". */
ff_code ff_plan_write(ff_arena *arena, const ff_plan_runner *runner, const ff_plan_wish *wish,
                      int64_t today_s, ff_plan_written *written, ff_error *error);

#endif
