#include "report/habits_calendar.h"

#define DAY_S INT64_C(86400)

int64_t ff_habit_day(const ff_habits_report *report, const ff_habit_standing *standing) {
    int64_t at_s = report->now_s + (int64_t)standing->again_days * DAY_S;
    return at_s - (at_s % DAY_S + DAY_S) % DAY_S;
}

static const char *about(const ff_habit_standing *s, const char *program, ff_arena *arena) {
    return ff_arena_printf(arena,
                           "'%s habits' tells how it stands then, and what to do. When this was "
                           "written: %s.",
                           program, ff_habit_state_name(s->state));
}

static ff_calendar_event event_of(const ff_habits_report *report, size_t i, const char *key,
                                  const char *program, ff_arena *arena) {
    const ff_habit_standing *s = &report->items[i];
    bool off = report->held[i];
    return (ff_calendar_event){
        .uid = ff_arena_printf(arena, "habit-%s-%s@footfall", s->habit->id, key),
        .summary = ff_arena_printf(arena, off ? "Look again (called off): %s" : "Look again: %s",
                                   s->habit->name),
        .about = off ? NULL : about(s, program, arena),
        .start_s = ff_habit_day(report, s),
        .weeks = 1,
        .whole_day = true,
        .cancelled = off};
}

void ff_habits_events(const ff_habits_report *report, const bool *was_out, const char *key,
                      const char *program, ff_arena *arena, ff_calendar_event **events,
                      size_t *count) {
    *count = 0;
    *events = ff_arena_take(arena, report->count, sizeof **events);
    for (size_t i = 0; i < report->count && *events != NULL; i++) {
        if (!report->held[i] || was_out[i]) {
            (*events)[(*count)++] = event_of(report, i, key, program, arena);
        }
    }
}
