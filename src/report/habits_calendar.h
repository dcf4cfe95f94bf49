/* When to look at a habit again, as events of a calendar. */
#ifndef FOOTFALL_REPORT_HABITS_CALENDAR_H
#define FOOTFALL_REPORT_HABITS_CALENDAR_H

#include "base/arena.h"
#include "report/calendar.h"
#include "report/habits_report.h"

/* Whole days in the arena, one a habit whose next step need not wait. A habit has the same uid for
 * ever, so that a calendar that was taken in again moves it. key: letters and digits that are this
 * journal's and no other's. was_out: one a habit: an earlier calendar had it; where it is held now,
 * it is called off. What is to be done stands in none of them: on that day footfall tells it as it
 * then is. A failure shows in the arena. */
void ff_habits_events(const ff_habits_report *report, const bool *was_out, const char *key,
                      const char *program, ff_arena *arena, ff_calendar_event **events,
                      size_t *count);

/* The local midnight, as if in UTC, on which to look again. */
int64_t ff_habit_day(const ff_habits_report *report, const ff_habit_standing *standing);

#endif
