/* Step rates as files have them: of one foot or of both, and at times 0 where nothing was measured.
 */
#ifndef FOOTFALL_FILES_CADENCE_H
#define FOOTFALL_FILES_CADENCE_H

#include "base/arena.h"

#include <footfall/run.h>

/* One foot's cadence is below this, both feet's above: nobody runs 240 steps a minute or 120. */
#define FF_BOTH_FEET_SPM 120.0

typedef enum ff_feet { FF_FEET_UNKNOWN, FF_FEET_ONE, FF_FEET_BOTH } ff_feet;

/* Whose cadence a column holds, as it stands in the file. The length of a step tells where the
 * series has it; else the speed, since who walks takes fewer steps than who runs; else the cadence
 * alone. Works in the arena. */
ff_feet ff_cadence_feet(ff_arena *arena, const ff_series *series, ff_channel column);

/* Takes out the 0 that stands where one moved at a runner's speed: no sensor heard the steps.
 * How many. Works in the arena. */
size_t ff_cadence_clean(ff_arena *arena, ff_series *series, ff_channel column);

#endif
