/* The resolve time: how long after stopping the numbness was gone, by what was said of the logged
 * runs.
 *
 * Answers "resolve_time" from the runs themselves. Times are minutes on the clock.
 */
#ifndef FOOTFALL_MEASURE_RESOLVE_TIME_H
#define FOOTFALL_MEASURE_RESOLVE_TIME_H

#include "base/arena.h"

#include <footfall/finding.h>
#include <footfall/logged_run.h>

/* The most recent episodes that tell when it was gone; older ones may be of another time of life.
 */
#define FF_RESOLVE_EPISODES 20
/* Fewer say nothing: one of three may be out of the way, and their median still stands (class c).
 */
#define FF_RESOLVE_LEAST 3
/* A stop within a run is a pause of at least so many seconds that is at least as long as the
 * running from its end until it was gone (class c: a halt at a traffic light is not what took it
 * away, nor is one after which the runner ran on with it for long). */
#define FF_RESOLVE_STOP_S 30.0

typedef struct ff_resolve_time {
    size_t told;  /* recent episodes that tell when it was gone: the sum of the next three */
    size_t timed; /* gone after a stop: behind the figures */
    size_t while_running; /* gone while the run went on, without a stop before it */
    size_t unclear;       /* the run does not tell whether there was a stop */
    double median_min;    /* of those timed; NAN when there are none */
    double shortest_min;
    double longest_min;
    const char *level;  /* of "resolve_time"; NULL when too few are timed */
    ff_finding finding; /* "resolve_time"; FF_NOT_ASKED with the reason in from where it cannot be
                           told */
} ff_resolve_time;

/* Runs in any order; of those that need it, the pauses must be there, of no run its series. Memory
 * is the arena's. Fails only with FF_ERR_MEMORY. */
ff_code ff_resolve_time_of(ff_arena *arena, const ff_logged_run *runs, size_t count,
                           ff_resolve_time *resolve, ff_error *error);

/* Whether the pauses of the run are needed: it was gone before the run ended. */
bool ff_resolve_needs_pauses(const ff_logged_run *logged);

/* The level of "resolve_time" for minutes: lt2, 2_10 (from 2), 10_30 (from 10), 30m_24h (from 30 to
 * 1440), gt24h (over 1440). NULL for NAN. */
const char *ff_resolve_level(double minutes);

#endif
