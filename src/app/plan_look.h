/* What plans and step programmes look at before they answer: safety, and the runs as days. */
#ifndef FOOTFALL_APP_PLAN_LOOK_H
#define FOOTFALL_APP_PLAN_LOOK_H

#include "app/safety.h"

#include <footfall/plan.h>

typedef struct ff_plan_look {
    ff_safety safety;
    ff_plan_runner runner;
    ff_plan_standing standing;
    int64_t
        today_s; /* local midnight, by the clock of the newest run's watch; of UTC without one */
    ff_kept_plan kept;
    bool is_kept;
    ff_plan plan;              /* the kept one; no runs where there is none */
    ff_followed_plan followed; /* of it */
} ff_plan_look;

/* Everything lives in the arena. A kept text that this footfall does not read is
 * FF_ERR_DAMAGED_JOURNAL. */
ff_code ff_plan_look_at(ff_app *app, ff_arena *arena, ff_plan_look *look, ff_error *error);

/* The plan as it is to be run from today on: for a calendar or a watch. No run while something must
 * be looked at first. */
ff_code ff_plan_to_come(ff_arena *arena, const ff_plan_look *look, ff_plan *plan, ff_error *error);

#endif
