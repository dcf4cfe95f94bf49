/* step --fit: the weeks of quicker steps as workouts for a watch. */
#ifndef FOOTFALL_APP_STEP_TAKE_H
#define FOOTFALL_APP_STEP_TAKE_H

#include "app/takes.h"

#include <footfall/step.h>

/* Writes one easy run with its step rate for each week into the folder: "step-week-1.fit". */
ff_code ff_step_take(ff_app *app, ff_arena *arena, const char *folder,
                     const ff_step_programme *programme, ff_takes_told *told, ff_error *error);

#endif
