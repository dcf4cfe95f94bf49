/* The weeks of a programme of quicker steps, and a workout with its targets. */
#ifndef FOOTFALL_REMEDY_STEP_PROGRAMME_H
#define FOOTFALL_REMEDY_STEP_PROGRAMME_H

#include "base/arena.h"

#include <footfall/step.h>

/* cadence_spm: the runner's own; to_percent: 5, 7.5 or 10, where it ends after 4, 6 or 8 weeks.
 * FF_ERR_VALUE: where is "cadence" or "to". */
ff_code ff_step_programme_of(ff_arena *arena, double cadence_spm, double to_percent,
                             ff_step_programme *programme, ff_error *error);

/* The workout of as many minutes with the step rate of that week where the week has it: in rounds,
 * in half of the running, or in all. What is run and walked stays the same. Where the week has
 * rounds, a run too short for 5 easy minutes and one of them has less of the easy ones, or is quick
 * to its end. FF_ERR_LIMIT, where is "cadence": it would have more parts than the text of a plan
 * takes. */
ff_code ff_step_weave(ff_arena *arena, const ff_workout *workout, const ff_step_week *week,
                      ff_workout *woven, ff_error *error);

#endif
