/* What the routes give of a plan that is taken along. */
#ifndef FOOTFALL_APP_PLAN_TAKE_H
#define FOOTFALL_APP_PLAN_TAKE_H

#include "app/app.h"

/* {"triage", "runs", "time_zone", "ics"}: the calendar as ff_app_plan_take writes it. */
ff_code ff_app_plan_calendar(ff_app *app, int alarm_min, ff_reply *reply, ff_error *error);

/* {"triage", "workouts": [{"file", "title", "day", "fit"}]}, fit in Base64. */
ff_code ff_app_plan_workouts(ff_app *app, ff_reply *reply, ff_error *error);

#endif
