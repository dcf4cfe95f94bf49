/* Timing: in short runs or in long ones, and earlier or later over the weeks. */
#ifndef FOOTFALL_MEASURE_TIMING_H
#define FOOTFALL_MEASURE_TIMING_H

#include "base/arena.h"

#include <footfall/logged_run.h>
#include <footfall/patterns.h>

#define FF_TIMING_RUNS  60 /* the most recent, at most */
#define FF_TIMING_LEAST 8  /* fewer tell no trend from chance */

/* runs: the oldest first; those before it first came count nowhere. That it comes sooner or later
 * is shown and answers no question: red flags hang on it. Fails only with FF_ERR_MEMORY. */
ff_code ff_timing_of(ff_arena *arena, const ff_logged_run_list *runs, ff_timing *timing,
                     ff_error *error);

#endif
