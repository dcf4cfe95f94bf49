#include "app/takes.h"

#include "base/civil.h"
#include "base/digest.h"
#include "base/folder.h"
#include "files/fit_write_workout.h"
#include "report/calendar.h"
#include "report/plan_calendar.h"
#include "report/workout_words.h"

#include <math.h>
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

ff_code ff_takes_key(ff_app *app, ff_arena *arena, const char **key, ff_error *error) {
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

/* What is called off too, until it is over: nobody says that each calendar written is taken in.
 * "off" at the end of a line: it was called off already. */
static ff_code remember(ff_app *app, const event_list *list, ff_error *error) {
    ff_text lines;
    ff_text_init(&lines, ff_context_allocator(app->context));
    for (size_t i = 0; i < list->count; i++) {
        const ff_calendar_event *event = &list->items[i];
        ff_text_addf(&lines, "%s %lld %d%s\n", event->uid, (long long)event->start_s, event->weeks,
                     event->cancelled ? " off" : "");
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
    ff_code code = ff_takes_key(app, arena, &key, error);
    if (code == FF_OK) {
        ff_plan_events(plan, key, pace_min_km, arena, &events.items, &events.count);
        code = ff_arena_check(arena, error);
    }
    if (code == FF_OK) {
        code = write_calendar(app, arena, plan, &events, alarm_min, ics, error);
    }
    return code == FF_OK ? remember(app, &events, error) : code;
}

/* --- calling off --- */

static bool was_off(const char *line) {
    size_t length = strcspn(line, "\n");
    return length >= 4 && memcmp(line + length - 4, " off", 4) == 0;
}

ff_code ff_takes_still_out(ff_app *app, ff_arena *arena, size_t *count, ff_error *error) {
    ff_app_zone zone;
    const char *written = NULL;
    const event_list none = {0};
    ff_code code = ff_app_zone_read(app, arena, &zone, error);
    if (code == FF_OK) {
        code = ff_journal_setting(app->journal, arena, WRITTEN_SETTING, &written, error);
    }
    *count = 0;
    for (const char *line = code == FF_OK ? written : NULL; line != NULL;) {
        ff_calendar_event event;
        if (!was_off(line) && read_called_off(line, &none, local_now(app, &zone), arena, &event)) {
            *count += (size_t)event.weeks;
        }
        line = strchr(line, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}

ff_code ff_takes_call_off(ff_app *app, ff_arena *arena, ff_text *ics, size_t *count,
                          ff_error *error) {
    static const ff_plan none = {0};
    event_list events = {0};
    ff_text made;
    ff_text_init(&made, ff_context_allocator(app->context));
    ff_code code = write_calendar(app, arena, &none, &events, -1, &made, error);
    *count = code == FF_OK ? events.count : 0;
    if (*count > 0) {
        ff_text_add_bytes(ics, made.data, made.length);
        code = remember(app, &events, error);
    }
    ff_text_free(&made);
    return code;
}

/* --- the watch --- */

/* "W3 Wed 6x (4 min run, 1 min walk)": a watch lists them by name, and many names are alike. */
static const char *title_of(const ff_planned_run *run, ff_arena *arena) {
    const char *name = run->workout.name != NULL ? run->workout.name : "run";
    return ff_arena_printf(arena, "W%d %s %s", run->week,
                           ff_civil_weekday_name(ff_civil_weekday(run->day_s)), name);
}

static bool has_cadence(const ff_workout *workout) {
    for (size_t b = 0; b < workout->count; b++) {
        for (size_t s = 0; s < workout->blocks[b].count; s++) {
            if (!isnan(workout->blocks[b].steps[s].cadence_low_spm)) {
                return true;
            }
        }
    }
    return false;
}

ff_code ff_takes_add(ff_arena *arena, const ff_workout *workout, int64_t day_s, const char *name,
                     ff_takes_told *told, ff_error *error) {
    ff_text bytes;
    ff_text_init(&bytes, arena->allocator);
    ff_code code = ff_arena_check(arena, error); /* of what the caller made */
    if (code == FF_OK) {
        code = ff_fit_write_workout(workout, day_s, &bytes, error);
    }
    if (code == FF_OK) {
        told->files[told->count++] =
            (ff_takes_file){.name = name,
                            .title = workout->name,
                            .day_s = day_s,
                            .data = ff_arena_copy_bytes(arena, bytes.data, bytes.length),
                            .size = bytes.length};
        told->cadence |= has_cadence(workout);
        told->cut += ff_fit_workout_cut(workout);
        code = ff_arena_check(arena, error);
    }
    ff_text_free(&bytes);
    return code;
}

static ff_code add_run(const ff_planned_run *run, ff_arena *arena, ff_takes_told *told,
                       ff_error *error) {
    char day[FF_ISO_SIZE];
    ff_workout workout = run->workout;
    workout.name = title_of(run, arena);
    ff_iso_date(run->day_s, day);
    return ff_takes_add(arena, &workout, run->day_s, ff_arena_printf(arena, "%s-run.fit", day),
                        told, error);
}

ff_code ff_takes_workouts(ff_arena *arena, const ff_plan *plan, ff_takes_told *told,
                          ff_error *error) {
    told->count = 0;
    told->files = ff_arena_take(arena, plan->count > 0 ? plan->count : 1, sizeof *told->files);
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < plan->count && code == FF_OK; i++) {
        code = add_run(&plan->runs[i], arena, told, error);
    }
    return code;
}

ff_code ff_takes_write(ff_arena *arena, const ff_takes_told *told, ff_error *error) {
    ff_code code = ff_folder_make(told->folder, error);
    for (size_t i = 0; i < told->count && code == FF_OK; i++) {
        const ff_takes_file *file = &told->files[i];
        const char *path = ff_arena_printf(arena, "%s/%s", told->folder, file->name);
        code = ff_arena_check(arena, error);
        code = code == FF_OK ? ff_file_write(path, file->data, file->size, error) : code;
    }
    return code;
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

static bool is_written(const ff_takes_told *told, const char *name) {
    for (size_t i = 0; i < told->count; i++) {
        if (strcmp(told->files[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

ff_code ff_takes_left_over(ff_arena *arena, ff_takes_told *told, bool (*is_name)(const char *name),
                           ff_error *error) {
    ff_path_list list = {0};
    ff_code code = ff_folder_files(arena, told->folder, &list, error);
    told->left_over = ff_arena_take(arena, list.count + 1, sizeof *told->left_over);
    for (size_t i = 0; code == FF_OK && told->left_over != NULL && i < list.count; i++) {
        const char *name = base_name(list.items[i]);
        if (is_name(name) && !is_written(told, name)) {
            told->left_over[told->left_over_count++] = name;
        }
    }
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}

/* --- how they come onto the watch --- */

static void say(ff_text *out, const char *words) {
    ff_text_wrap(out, "", words, FF_TEXT_WIDTH);
}

static void say_left_over(const ff_takes_told *told, ff_text *out) {
    ff_text words;
    ff_text_init(&words, out->allocator);
    ff_text_add(&words, "In that folder too, and not written now: ");
    for (size_t i = 0; i < told->left_over_count; i++) {
        ff_text_addf(&words, "%s%s", i > 0 ? ", " : "", told->left_over[i]);
    }
    ff_text_add(&words, ". Do not copy them to the watch.");
    say(out, words.data);
    out->failed |= words.failed;
    ff_text_free(&words);
}

static const char about_cadence[] =
    "Cadence targets are written as steps of one foot, half the steps a minute, as FIT files count "
    "them. Nobody has said in public how every watch reads a target: the note of the step tells "
    "both numbers, so look on the first run whether yours shows the smaller one.";

static void say_cut(const ff_takes_told *told, ff_text *out) {
    ff_text words;
    ff_text_init(&words, out->allocator);
    ff_text_addf(&words,
                 "%zu name%s or note%s longer than a watch takes and %s cut there; the calendar "
                 "has them whole.",
                 told->cut, told->cut == 1 ? "" : "s", told->cut == 1 ? " is" : "s are",
                 told->cut == 1 ? "is" : "are");
    say(out, words.data);
    out->failed |= words.failed;
    ff_text_free(&words);
}

void ff_takes_workouts_text(const ff_takes_told *told, ff_text *out) {
    ff_text_addf(out, "Written: %zu workout%s in %s:\n", told->count, told->count == 1 ? "" : "s",
                 told->folder);
    for (size_t i = 0; i < told->count; i++) {
        ff_text_addf(out, "  %s  %s\n", told->files[i].name, told->files[i].title);
    }
    if (told->left_over_count > 0) {
        say_left_over(told, out);
    }
    say(out,
        "A Garmin watch takes them by cable: copy them into its folder GARMIN/NewFiles and take "
        "the "
        "cable off; they are then among its workouts. The web page of Garmin Connect takes no "
        "workout files. Of COROS, Suunto, Polar and Apple nothing public says that they take any: "
        "print the plan instead, or use the calendar.");
    if (told->cadence) {
        say(out, about_cadence);
    }
    if (told->cut > 0) {
        say_cut(told, out);
    }
}

static void file_json(const ff_takes_told *told, const ff_takes_file *file, ff_arena *arena,
                      ff_json *json) {
    char day[FF_ISO_SIZE];
    ff_iso_date(file->day_s, day);
    ff_json_object(json);
    ff_json_text_member(json, "file", ff_arena_printf(arena, "%s/%s", told->folder, file->name));
    ff_json_text_member(json, "title", file->title);
    ff_json_text_member(json, "day", day);
    ff_json_end_object(json);
}

void ff_takes_workouts_json(const ff_takes_told *told, ff_arena *arena, ff_json *json) {
    ff_json_name(json, "workouts");
    ff_json_array(json);
    for (size_t i = 0; i < told->count; i++) {
        file_json(told, &told->files[i], arena, json);
    }
    ff_json_end_array(json);
    ff_json_name(json, "left_over");
    ff_json_array(json);
    for (size_t i = 0; i < told->left_over_count; i++) {
        ff_json_text(json, told->left_over[i]);
    }
    ff_json_end_array(json);
    ff_json_name(json, "cut");
    ff_json_int(json, (int64_t)told->cut);
    ff_json_text_member(json, "cadence", told->cadence ? about_cadence : NULL);
}

ff_code ff_takes_put(ff_app *app, const ff_takes_making *making, ff_error *error) {
    ff_code code = ff_journal_begin(app->journal, error);
    if (code != FF_OK) {
        return code;
    }
    code = making->make(making->data);
    code = code == FF_OK ? ff_text_check(making->ics, error) : code;
    if (code == FF_OK && making->file != NULL && making->ics->length > 0) {
        code = ff_file_write(making->file, making->ics->data, making->ics->length, error);
    }
    return ff_journal_finish(app->journal, code, error);
}
