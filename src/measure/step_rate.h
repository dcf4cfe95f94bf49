/* The runner's own step rate by speed: what a programme of quicker steps starts from. */
#ifndef FOOTFALL_MEASURE_STEP_RATE_H
#define FOOTFALL_MEASURE_STEP_RATE_H

#include "measure/measured_run.h"

#include <footfall/step.h>

/* runs: the oldest first, with their stretches. Of the 20 most recent of a year that tell speed and
 * step rate outdoors; a speed (in steps of half a km/h) needs 10 minutes of 2 runs. Fewer than
 * FF_STEP_LEAST_RUNS runs tell nothing: cadence_spm is NAN. Fails only with FF_ERR_MEMORY. */
ff_code ff_step_rate_of(ff_arena *arena, const ff_measured_run_list *runs,
                        ff_step_speed_list *speeds, ff_error *error);

/* The step rate at a speed, between the two nearest speeds of the list; NAN where none of them is within
 * half a km/h: too few runs tell. */
double ff_step_rate_at(const ff_step_speed_list *speeds, double speed_mps);

#endif
