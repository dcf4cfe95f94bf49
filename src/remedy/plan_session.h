/* One session of a plan: running with walk breaks, as long as it may be. */
#ifndef FOOTFALL_REMEDY_PLAN_SESSION_H
#define FOOTFALL_REMEDY_PLAN_SESSION_H

#include "base/arena.h"

#include <footfall/plan.h>

/* Running and walking in turns. walk_s 0: without a break. */
typedef struct ff_plan_ratio {
    double run_s, walk_s;
} ff_plan_ratio;

/* Walk breaks become rarer by one step each; beyond the last there are none. */
#define FF_PLAN_RATIOS 8
ff_plan_ratio ff_plan_ratio_at(int stage);

/* At most so many minutes, warm-up walking included, in rounds of the ratio; what no round fills is
 * run where it is 2 minutes or more. minutes from FF_PLAN_LEAST_MIN. A failure shows in the arena.
 */
ff_workout ff_plan_session(ff_arena *arena, double minutes, const ff_plan_ratio *ratio);

/* As the workout, cut at that many minutes: rounds and steps beyond are left out, and a run that
 * does not fit as a whole ends there. Distances are taken at the pace. It has no more parts than
 * the text of a plan takes, where the workout has no more: what begins a round of its last possible
 * part is left out. A failure shows in the arena. */
ff_workout ff_plan_cut(ff_arena *arena, const ff_workout *workout, double minutes,
                       double pace_min_km);

/* Walking alone. */
ff_workout ff_plan_walk(ff_arena *arena, double minutes);

#endif
