#include "app/takes.h"

#include "base/civil.h"
#include "base/digest.h"
#include "files/fit_write_workout.h"
#include "report/calendar.h"
#include "report/plan_calendar.h"
#include "report/workout_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S  INT64_C(86400)
#define WEEK_S (7 * DAY_S)

/* Settings of the journal. */
#define KEY_SETTING     "calendar_key"
#define WRITTEN_SETTING "calendar_events" /* a line each: uid, start, weeks */

enum { KEY_LENGTH = 12 };

/* The year 9000 and a little less: what a calendar takes. */
#define LAST_START_S INT64_C(221845392000)

/* --- the time zone --- */

ff_code ff_app_zone_read(const ff_app *app, ff_arena *arena, ff_app_zone *zone, ff_error *error) {
    *zone = (ff_app_zone){.name = app->time_zone.name};
    return zone->name == NULL ? FF_OK
                              : ff_zone_read(arena, app->time_zone.data, app->time_zone.size,
                                             zone->name, &zone->zone, error);
}

/* What the clock on the wall shows. */
static int64_t local_now(const ff_app *app, const ff_app_zone *zone) {
    int64_t now_s = ff_context_now(app->context);
    return now_s + (zone->name != NULL ? ff_zone_at(&zone->zone, now_s)->offset_s : 0);
}

int64_t ff_app_zone_today(const ff_app *app, const ff_app_zone *zone) {
    int64_t now_s = local_now(app, zone);
    return now_s - (now_s % DAY_S + DAY_S) % DAY_S;
}

/* --- whose calendar it is --- */

/* From what no two journals share: where it lies and when it was first asked for a calendar. */
static ff_code make_key(ff_app *app, ff_arena *arena, const char **key, ff_error *error) {
    char digest[FF_DIGEST_SIZE];
    const char *seed =
        ff_arena_printf(arena, "%s|%lld|%llu", ff_journal_path(app->journal),
                        (long long)ff_context_now(app->context),
                        (unsigned long long)(app->context != NULL ? app->context->seed : 0));
    ff_code code = ff_arena_check(arena, error);
    if (code == FF_OK) {
        ff_bytes bytes;
        ff_bytes_of_memory(&bytes, seed, strlen(seed), "key");
        code = ff_digest_of_bytes(&bytes, digest, error);
        ff_bytes_close(&bytes);
    }
    if (code == FF_OK) {
        *key = ff_arena_copy_bytes(arena, digest, KEY_LENGTH);
        code = ff_arena_check(arena, error);
    }
    return code == FF_OK ? ff_journal_set_setting(app->journal, KEY_SETTING, *key, error) : code;
}

static ff_code find_key(ff_app *app, ff_arena *arena, const char **key, ff_error *error) {
    ff_code code = ff_journal_setting(app->journal, arena, KEY_SETTING, key, error);
    return code == FF_OK && *key == NULL ? make_key(app, arena, key, error) : code;
}

/* --- what an earlier calendar had --- */

typedef struct event_list {
    ff_calendar_event *items;
    size_t count;
} event_list;

static bool has_uid(const event_list *list, const char *uid, size_t length) {
    for (size_t i = 0; i < list->count; i++) {
        if (strncmp(list->items[i].uid, uid, length) == 0 && list->items[i].uid[length] == '\0') {
            return true;
        }
    }
    return false;
}

/* The setting may come from an export that was written by anyone. */
static bool is_own_uid(const char *uid, size_t length) {
    static const char ending[] = "@footfall";
    size_t plain = 0;
    while (plain < length && uid[plain] > ' ' && uid[plain] <= '~') {
        plain++;
    }
    return plain == length && length >= sizeof ending && length <= 100 &&
           memcmp(uid + length - sizeof ending + 1, ending, sizeof ending - 1) == 0;
}

/* An event that was written before and is not any more; what is over stays as it was. False: it is
 * none of these. */
static bool read_called_off(const char *line, const event_list *now, int64_t now_s, ff_arena *arena,
                            ff_calendar_event *event) {
    size_t length = strcspn(line, " \n");
    char *end = NULL;
    if (line[length] != ' ' || !is_own_uid(line, length) || has_uid(now, line, length)) {
        return false;
    }
    long long start_s = strtoll(line + length, &end, 10);
    long weeks = strtol(end, NULL, 10);
    if (weeks < 1 || weeks > FF_CALENDAR_MOST_WEEKS || start_s < 0 || start_s > LAST_START_S ||
        start_s + (weeks - 1) * WEEK_S < now_s) {
        return false;
    }
    *event = (ff_calendar_event){.uid = ff_arena_copy_bytes(arena, line, length),
                                 .summary = "Run (not in the plan any more)",
                                 .start_s = start_s,
                                 .duration_s = 60,
                                 .weeks = (int)weeks,
                                 .cancelled = true};
    return event->uid != NULL;
}

static size_t count_lines(const char *text) {
    size_t lines = 1;
    for (; *text != '\0'; text++) {
        lines += *text == '\n';
    }
    return lines;
}

/* Behind the events of now; as many as a calendar takes. */
static void add_called_off(event_list *list, const char *written, int64_t now_s, ff_arena *arena) {
    event_list now = *list;
    size_t room = now.count + count_lines(written);
    list->items = ff_arena_grow(arena, now.items, now.count, room, sizeof *now.items);
    for (const char *line = written;
         list->items != NULL && list->count < FF_CALENDAR_MOST_EVENTS;) {
        ff_calendar_event event;
        if (read_called_off(line, &now, now_s, arena, &event)) {
            list->items[list->count++] = event;
        }
        line = strchr(line, '\n');
        if (line == NULL) {
            return;
        }
        line++;
    }
}

/* What is called off too, until it is over: nobody says that each calendar written is taken in. */
static ff_code remember(ff_app *app, const event_list *list, ff_error *error) {
    ff_text lines;
    ff_text_init(&lines, ff_context_allocator(app->context));
    for (size_t i = 0; i < list->count; i++) {
        const ff_calendar_event *event = &list->items[i];
        ff_text_addf(&lines, "%s %lld %d\n", event->uid, (long long)event->start_s, event->weeks);
    }
    ff_code code = ff_text_check(&lines, error);
    if (code == FF_OK) {
        code = ff_journal_set_setting(app->journal, WRITTEN_SETTING, lines.data, error);
    }
    ff_text_free(&lines);
    return code;
}

/* --- the calendar --- */

/* Adds to the events what an earlier calendar had, called off. */
static ff_code write_calendar(ff_app *app, ff_arena *arena, const ff_plan *plan, event_list *events,
                              int alarm_min, ff_text *ics, ff_error *error) {
    ff_app_zone zone;
    const char *written = NULL;
    ff_code code = ff_app_zone_read(app, arena, &zone, error);
    if (code == FF_OK) {
        code = ff_journal_setting(app->journal, arena, WRITTEN_SETTING, &written, error);
    }
    if (code != FF_OK) {
        return code;
    }
    ff_calendar_part(zone.name != NULL ? &zone.zone : NULL, arena, &events->items, &events->count);
    if (events->items != NULL && written != NULL) {
        add_called_off(events, written, local_now(app, &zone), arena);
    }
    ff_calendar calendar = {.name = ff_words_plan_name(plan),
                            .zone_name = zone.name,
                            .zone = zone.name != NULL ? &zone.zone : NULL,
                            .alarm_min = alarm_min,
                            .made_s = ff_context_now(app->context),
                            .events = events->items,
                            .count = events->count};
    code = ff_arena_check(arena, error);
    return code == FF_OK ? ff_calendar_write(&calendar, ics, error) : code;
}

ff_code ff_takes_calendar(ff_app *app, ff_arena *arena, const ff_plan *plan, double pace_min_km,
                          int alarm_min, ff_text *ics, ff_error *error) {
    const char *key = NULL;
    event_list events = {0};
    ff_code code = find_key(app, arena, &key, error);
    if (code == FF_OK) {
        ff_plan_events(plan, key, pace_min_km, arena, &events.items, &events.count);
        code = ff_arena_check(arena, error);
    }
    if (code == FF_OK) {
        code = write_calendar(app, arena, plan, &events, alarm_min, ics, error);
    }
    return code == FF_OK ? remember(app, &events, error) : code;
}

/* --- the watch --- */

/* "W3 Wed 6x (4 min run, 1 min walk)": a watch lists them by name, and many names are alike. */
static const char *title_of(const ff_planned_run *run, ff_arena *arena) {
    static const char days[7][4] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    const char *name = run->workout.name != NULL ? run->workout.name : "run";
    return ff_arena_printf(arena, "W%d %s %s", run->week, days[((run->day_s / DAY_S) % 7 + 7) % 7],
                           name);
}

static ff_code write_workout(const ff_planned_run *run, ff_arena *arena, ff_takes_file *file,
                             ff_error *error) {
    ff_civil c = ff_civil_of_seconds(run->day_s);
    ff_workout workout = run->workout;
    workout.name = title_of(run, arena);
    ff_text bytes;
    ff_text_init(&bytes, arena->allocator);
    ff_code code = ff_arena_check(arena, error);
    if (code == FF_OK) {
        code = ff_fit_write_workout(&workout, run->day_s, &bytes, error);
    }
    if (code == FF_OK) {
        *file = (ff_takes_file){
            .name = ff_arena_printf(arena, "%04d-%02d-%02d-run.fit", c.year, c.month, c.day),
            .title = workout.name,
            .day_s = run->day_s,
            .data = ff_arena_copy_bytes(arena, bytes.data, bytes.length),
            .size = bytes.length};
        code = ff_arena_check(arena, error);
    }
    ff_text_free(&bytes);
    return code;
}

ff_code ff_takes_workouts(ff_arena *arena, const ff_plan *plan, ff_takes_file **files,
                          size_t *count, ff_error *error) {
    *count = plan->count;
    *files = ff_arena_take(arena, plan->count > 0 ? plan->count : 1, sizeof **files);
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < plan->count && code == FF_OK; i++) {
        code = write_workout(&plan->runs[i], arena, &(*files)[i], error);
    }
    return code;
}
