/* Form: the way of running, and overstriding as a probability.
 *
 * There is no limit that a step rate or a ground contact must keep: two devices tell the ground
 * contact of one and the same run up to 57 ms apart. So what is worked out is where the heel lands,
 * as far ahead of the pelvis as the step rate at that speed makes likely and the ground contact
 * tells, each with its error (gait.h); and the chance that this is further than 84 of 100 runners
 * at that speed. That one in six is called overstriding is judgement (class c), as is every number
 * of it. How the heel comes down is not asked: nearly all runners land on it.
 */
#ifndef FOOTFALL_MEASURE_FORM_H
#define FOOTFALL_MEASURE_FORM_H

#include "measure/measured_run.h"

#include <footfall/patterns.h>

#define FF_FORM_RUNS  20  /* at most, the most recent */
#define FF_FORM_DAYS  365 /* before the newest of them */
#define FF_FORM_LEAST 4   /* fewer answer no question */

/* The chances from which on it is called likely or unlikely (class c). */
#define FF_OVERSTRIDE_LIKELY_FROM   0.67
#define FF_OVERSTRIDE_UNLIKELY_FROM 0.10

/* Whether a run can be among them by what the list of runs says, so that its series must be
 * measured. */
bool ff_form_takes(const ff_logged_run *logged);

/* runs: the oldest first, the latest that ff_form_takes with their stretches. height_cm: the
 * runner's; NAN: not known. Fails only with FF_ERR_MEMORY. */
ff_code ff_form_of(ff_arena *arena, const ff_measured_run_list *runs, double height_cm,
                   ff_form *form, ff_error *error);

#endif
