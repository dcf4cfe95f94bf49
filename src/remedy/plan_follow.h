/* Following a plan: what became of it, and what the rules allow of the rest. */
#ifndef FOOTFALL_REMEDY_PLAN_FOLLOW_H
#define FOOTFALL_REMEDY_PLAN_FOLLOW_H

#include "base/arena.h"

#include <footfall/plan.h>

/* Whether running without a break grows by more at a time than the rules have it: a programme as it
 * was published, by the runner's own wish. */
bool ff_plan_leaps(const ff_plan *plan);

/* A planned run is the one of that day, else of the day before or after that is no other planned
 * run's. What was missed is not made up for: the rest stays on its days, and no session is longer
 * than planned; but one that the rules do not allow any more is made shorter, or is what was
 * planned before it. */
ff_code ff_plan_follow(ff_arena *arena, const ff_plan *plan, ff_plan_kind kind,
                       const ff_done_run_list *done, int64_t today_s, ff_followed_plan *followed,
                       ff_error *error);

#endif
