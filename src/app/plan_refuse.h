/* What stands in the place of a plan while something must be looked at first. */
#ifndef FOOTFALL_APP_PLAN_REFUSE_H
#define FOOTFALL_APP_PLAN_REFUSE_H

#include "app/plan_look.h"

/* A calendar that calls off the runs of an earlier one. */
typedef struct ff_plan_called_off {
    const char *words; /* what was written, behind a blank; "": nothing */
    const char *ics;   /* the calendar itself, for a reply in JSON; NULL: none */
} ff_plan_called_off;

/* Replies why there is no plan, and what may be run until then. off NULL: nothing was called off;
 * then it says how to, where an earlier calendar still has runs. */
ff_code ff_plan_refuse(ff_app *app, ff_arena *arena, const ff_plan_look *look,
                       const ff_plan_called_off *off, ff_format format, ff_reply *reply,
                       ff_error *error);

/* How to call off what an earlier calendar still has, behind a blank; "" where it has nothing. */
ff_code ff_plan_still_out(ff_app *app, ff_arena *arena, const char **words, ff_error *error);

#endif
