/* habits --ics: when to look at each habit again, in a calendar. */
#include "app/habits_look.h"
#include "app/takes.h"
#include "report/habits_calendar.h"

#include <stdio.h>
#include <string.h>

/* A setting of the journal: the ids of the habits that a calendar was given, with blanks around. */
#define OUT_SETTING "calendar_habits"

typedef struct {
    ff_app *app;
    ff_arena *arena;
    ff_error *error;
    ff_habits_look look;
    ff_text ics;
    size_t events, called_off;
} taking;

/* ---- what is out ---- */

static bool is_listed(const char *list, const char *id) {
    char word[80];
    snprintf(word, sizeof word, " %s ", id);
    return list != NULL && strstr(list, word) != NULL;
}

/* What is called off stays among them: nobody says that each calendar written is taken in. */
static ff_code remember(taking *t, const bool *was_out) {
    ff_text list;
    ff_text_init(&list, ff_context_allocator(t->app->context));
    ff_text_add_char(&list, ' ');
    for (size_t i = 0; i < t->look.report.count; i++) {
        if (was_out[i] || !t->look.report.held[i]) {
            ff_text_addf(&list, "%s ", t->look.report.items[i].habit->id);
        }
    }
    ff_code code = ff_text_check(&list, t->error);
    if (code == FF_OK) {
        code = ff_journal_set_setting(t->app->journal, OUT_SETTING, list.data, t->error);
    }
    ff_text_free(&list);
    return code;
}

/* ---- the calendar ---- */

/* While something must be seen to, that comes first: no other day is in the calendar, as no run of
 * a plan is. */
static ff_code hold(taking *t) {
    size_t count = t->look.report.count;
    bool *held = ff_arena_take(t->arena, count, sizeof *held);
    for (size_t i = 0; i < count && held != NULL; i++) {
        bool first =
            t->look.safety.must_be_seen && strcmp(t->look.report.items[i].habit->id, "seen") != 0;
        held[i] = first || t->look.report.held[i];
    }
    t->look.report.held = held != NULL ? held : t->look.report.held;
    return ff_arena_check(t->arena, t->error);
}

static ff_code write_calendar(taking *t, const bool *was_out, const char *key) {
    ff_calendar_event *events;
    size_t count;
    ff_habits_events(&t->look.report, was_out, key, t->app->program, t->arena, &events, &count);
    ff_code code = ff_arena_check(t->arena, t->error);
    if (code != FF_OK || count == 0) {
        return code;
    }
    for (size_t i = 0; i < count; i++) {
        t->called_off += events[i].cancelled;
    }
    t->events = count - t->called_off;
    const ff_calendar calendar = {.name = "footfall: look again",
                                  .alarm_min = 0,
                                  .made_s = ff_context_now(t->app->context),
                                  .events = events,
                                  .count = count};
    return ff_calendar_write(&calendar, &t->ics, t->error);
}

static ff_code make_calendar(void *data) {
    taking *t = data;
    const char *key, *out;
    const bool *shown = t->look.report.held; /* the page says what it says without a calendar */
    bool *was_out = ff_arena_take(t->arena, t->look.report.count, sizeof *was_out);
    ff_code code = ff_arena_check(t->arena, t->error);
    code = code == FF_OK ? ff_takes_key(t->app, t->arena, &key, t->error) : code;
    if (code == FF_OK) {
        code = ff_journal_setting(t->app->journal, t->arena, OUT_SETTING, &out, t->error);
    }
    for (size_t i = 0; i < t->look.report.count && code == FF_OK; i++) {
        was_out[i] = is_listed(out, t->look.report.items[i].habit->id);
    }
    code = code == FF_OK ? hold(t) : code;
    code = code == FF_OK ? write_calendar(t, was_out, key) : code;
    code = code == FF_OK ? remember(t, was_out) : code;
    t->look.report.held = shown;
    return code;
}

/* file NULL: it goes into the reply. */
static ff_code put_calendar(taking *t, const char *file) {
    const ff_takes_making making = {.make = make_calendar, .data = t, .ics = &t->ics, .file = file};
    ff_code code = ff_habits_look_at(t->app, t->arena, &t->look, t->error);
    return code == FF_OK ? ff_takes_put(t->app, &making, t->error) : code;
}

/* ---- in words ---- */

static void say_text(const taking *t, const char *file, ff_reply *reply) {
    ff_text line;
    ff_habits_say(&t->look, t->app->program, reply);
    ff_text_add_char(&reply->text, '\n');
    ff_text_init(&line, reply->text.allocator);
    if (t->ics.length == 0) {
        ff_text_add(&line, "No calendar is written: what is to be looked at again waits for what "
                           "stands above.");
    } else {
        ff_text_addf(&line,
                     "Written: %s (%zu day%s to look again, each with an alarm at nine in the "
                     "morning). Take it in with your calendar program. Written again and taken in "
                     "again, each day moves to where it then is.",
                     file, t->events, t->events == 1 ? "" : "s");
        if (t->called_off > 0) {
            ff_text_addf(&line,
                         " What must wait now is called off in it (%zu): take it in so that it "
                         "goes.",
                         t->called_off);
        }
    }
    ff_text_wrap(&reply->text, "", line.data, FF_TEXT_WIDTH);
    reply->text.failed |= line.failed;
    ff_text_free(&line);
}

static void counts_members(const taking *t, ff_json *json) {
    ff_json_name(json, "events");
    ff_json_uint(json, t->events);
    ff_json_name(json, "called_off");
    ff_json_uint(json, t->called_off);
}

static void say_json(const taking *t, const char *file, ff_reply *reply) {
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_habits_look_members(&t->look, t->app->program, &json);
    ff_json_name(&json, "calendar");
    ff_json_object(&json);
    ff_json_text_member(&json, "file", t->ics.length > 0 ? file : NULL);
    counts_members(t, &json);
    ff_json_end_object(&json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static ff_code check(const char *ics, ff_format format, ff_error *error) {
    if (ics[0] == '\0') {
        return ff_fail(error, FF_ERR_USAGE, "--ics", FF_NO_OFFSET, "the name of the file is empty");
    }
    return strcmp(ics, "-") != 0 || format == FF_AS_TEXT
               ? FF_OK
               : ff_fail(error, FF_ERR_USAGE, "--ics", FF_NO_OFFSET,
                         "'-' prints the calendar and nothing else: give --ics - alone, or a FILE");
}

ff_code ff_app_habits_take(ff_app *app, const char *ics, ff_format format, ff_reply *reply,
                           ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    taking t = {.app = app, .arena = &arena, .error = error};
    bool dash = strcmp(ics, "-") == 0;
    ff_text_init(&t.ics, ff_context_allocator(app->context));
    ff_code code = check(ics, format, error);
    code = code == FF_OK ? put_calendar(&t, dash ? NULL : ics) : code;
    if (code == FF_OK && dash && t.ics.length > 0) {
        ff_text_add_bytes(&reply->text, t.ics.data, t.ics.length);
    } else if (code == FF_OK && format == FF_AS_TEXT) {
        say_text(&t, ics, reply);
    } else if (code == FF_OK) {
        say_json(&t, ics, reply);
    }
    ff_text_free(&t.ics);
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_app_habits_calendar(ff_app *app, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    taking t = {.app = app, .arena = &arena, .error = error};
    ff_text_init(&t.ics, ff_context_allocator(app->context));
    ff_code code = put_calendar(&t, NULL);
    if (code == FF_OK) {
        ff_json json;
        ff_json_init(&json, &reply->text);
        ff_json_object(&json);
        ff_safety_member(&t.look.safety, &json);
        counts_members(&t, &json);
        ff_json_text_member(&json, "ics", t.ics.length > 0 ? t.ics.data : NULL);
        ff_json_end_object(&json);
        ff_text_add_char(&reply->text, '\n');
    }
    ff_text_free(&t.ics);
    return ff_app_end(&arena, code, reply, error);
}
