/* Routes of what is taken along of a plan. */
#ifndef FOOTFALL_APP_REQUEST_TAKES_H
#define FOOTFALL_APP_REQUEST_TAKES_H

#include "app/request.h"

ff_code ff_answer_plan_calendar(ff_call *call, ff_error *error);
ff_code ff_answer_plan_workouts(ff_call *call, ff_error *error);

#endif
