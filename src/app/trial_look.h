/* What the last trial showed, for answers that tell of it beside other things. */
#ifndef FOOTFALL_APP_TRIAL_LOOK_H
#define FOOTFALL_APP_TRIAL_LOOK_H

#include "app/app.h"

#include <footfall/trial.h>
#include <footfall/trial_analysis.h>

/* The trial that goes on, else the last one, and its analysis; both NULL where there was none.
 * Everything lives in the arena. */
ff_code ff_trial_look(ff_app *app, ff_arena *arena, const ff_trial **trial,
                      const ff_trial_analysis **analysis, ff_error *error);

#endif
