/* Running time along a run, moment by moment: what ff_run_timer_at gives, without going through all
 * pauses each time. */
#ifndef FOOTFALL_REPORT_TIMER_WALK_H
#define FOOTFALL_REPORT_TIMER_WALK_H

#include <footfall/run.h>

typedef struct ff_timer_walk {
    const ff_run *run;
    size_t pause;    /* the first that has not ended yet */
    double paused_s; /* by those before it */
    double last_s;
} ff_timer_walk;

/* The run's pauses stand in the order of time and do not overlap. */
ff_timer_walk ff_timer_walk_of(const ff_run *run);

/* Running time at elapsed_s after the start, 0 or more; not clamped to the run's end. Quick where
 * moments rise. NAN for what is not finite. */
double ff_timer_walk_at(ff_timer_walk *walk, double elapsed_s);

/* The length of a pause; 0 where it has none that makes sense. */
double ff_pause_length(const ff_pause *pause);

#endif
