/* The course: how often it comes, and what was new when it began.
 *
 * Answers "how_often", "new_runner" and "new_gear" from the runs. How long ago it began and how it
 * changes are not answered for the runner: red flags hang on them, and the numbness that is asked
 * about need not be the one that was marked.
 */
#ifndef FOOTFALL_MEASURE_COURSE_H
#define FOOTFALL_MEASURE_COURSE_H

#include "base/arena.h"

#include <footfall/finding.h>
#include <footfall/logged_run.h>

/* Class c, as the questions ask. */
#define FF_COURSE_BREAK_DAYS 28 /* no run for so long is a break */
#define FF_COURSE_BACK_DAYS  42 /* so long after it are the first weeks back */
#define FF_COURSE_GEAR_DAYS  28 /* so long before it began gear counts as new */
#define FF_COURSE_LEAST_RUNS 5  /* said since it began, to tell how often */

/* The three findings, FF_NOT_ASKED with the reason in from where the runs cannot tell. runs: the
 * oldest first. Fails only with FF_ERR_MEMORY. */
ff_code ff_course_of(ff_arena *arena, const ff_logged_run_list *runs, ff_finding_list *findings,
                     ff_error *error);

#endif
