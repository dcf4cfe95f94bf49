/* The runs of a plan as events of a calendar. */
#ifndef FOOTFALL_REPORT_PLAN_CALENDAR_H
#define FOOTFALL_REPORT_PLAN_CALENDAR_H

#include "base/arena.h"
#include "report/calendar.h"

#include <footfall/workout.h>

/* What a kilometre is taken to last where nobody knows the runner's own pace (judgement: an easy
 * pace). */
#define FF_PLAN_CALENDAR_MIN_KM 7.0

/* Events in the arena, in the order of the plan. key: letters and digits that are this journal's
 * and no other's, so that two runners may use one calendar. The event of a day has the same uid in
 * every plan: a plan that was written anew replaces the run of that day. Where all weeks of the
 * plan are alike, a weekday is one event that comes again. pace_min_km: NAN where it is not known.
 * A failure shows in the arena. */
void ff_plan_events(const ff_plan *plan, const char *key, double pace_min_km, ff_arena *arena,
                    ff_calendar_event **events, size_t *count);

#endif
