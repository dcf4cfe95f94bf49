/* The step rate that a programme starts from. */
#ifndef FOOTFALL_APP_STEP_LOOK_H
#define FOOTFALL_APP_STEP_LOOK_H

#include "app/collect.h"

#include <footfall/step.h>

/* The runner's own by the runs. cadence_spm is NAN where these do not tell. */
ff_code ff_step_look(ff_app *app, ff_arena *arena, const ff_history *history,
                     ff_step_speed_list *speeds, ff_error *error);

/* FF_ERR_VALUE, where: "cadence": why the runs tell no step rate, and what to do. */
ff_code ff_step_cannot_tell(const ff_collected *collected, ff_error *error);

#endif
