/* The load now: how much was run of late, and how far the newest run went beyond what came before.
 */
#ifndef FOOTFALL_MEASURE_LOAD_NOW_H
#define FOOTFALL_MEASURE_LOAD_NOW_H

#include <footfall/logged_run.h>
#include <footfall/patterns.h>

#define FF_LOAD_WEEKS 8

/* runs: the oldest first. All figures are of running; without a run, run_id is 0 and all else not
 * known. */
ff_load_now ff_load_now_of(const ff_logged_run_list *runs);

#endif
