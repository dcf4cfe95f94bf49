/* plan --ics, --fit, --html, --pdf: the plan taken along. */
#include "app/plan_take.h"

#include "app/document_files.h"
#include "app/plan_look.h"
#include "app/plan_refuse.h"
#include "app/takes.h"
#include "base/base64.h"
#include "base/civil.h"
#include "report/plan_document.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct taking {
    ff_app *app;
    ff_arena *arena;
    const ff_plan_take *asked;
    ff_reply *reply;
    ff_error *error;
    ff_plan_look look;
    ff_plan plan; /* what is to come of the kept one */
    ff_app_zone zone;
    ff_text ics;
    size_t called_off;   /* events of an earlier calendar, where call_off made this one */
    ff_takes_told told;  /* the workouts */
    bool gives_calendar; /* in the reply */
} taking;

static bool is_dash(const char *path) {
    return path != NULL && strcmp(path, "-") == 0;
}

static bool is_empty(const char *path) {
    return path != NULL && path[0] == '\0';
}

/* --- the calendar --- */

static ff_code put_calendar(taking *t, ff_code (*make)(void *)) {
    const ff_takes_making making = {.make = make,
                                    .data = t,
                                    .ics = &t->ics,
                                    .file = is_dash(t->asked->ics) ? NULL : t->asked->ics};
    return ff_takes_put(t->app, &making, t->error);
}

static ff_code make_calendar(void *data) {
    taking *t = data;
    return ff_takes_calendar(t->app, t->arena, &t->plan, t->look.standing.pace_min_km,
                             t->asked->alarm_min, &t->ics, t->error);
}

static ff_code make_called_off(void *data) {
    taking *t = data;
    return ff_takes_call_off(t->app, t->arena, &t->ics, &t->called_off, t->error);
}

/* --- what is to come --- */

/* Where nothing is to come, what an earlier calendar had is called off. *off: "" when it had
 * nothing, or no calendar was asked for. */
static ff_code call_off(taking *t, const char **off) {
    *off = "";
    ff_code code = put_calendar(t, make_called_off);
    size_t count = t->called_off;
    if (code != FF_OK || count == 0) {
        return code;
    }
    *off = ff_arena_printf(
        t->arena,
        " Written: %s. It calls off what an earlier calendar still had (%zu event%s): take it into "
        "your calendar.",
        t->asked->ics != NULL ? t->asked->ics : "ics", count, count == 1 ? "" : "s");
    return ff_arena_check(t->arena, t->error);
}

static bool wants_calendar(const taking *t) {
    return (t->asked->ics != NULL && !is_dash(t->asked->ics)) || t->gives_calendar;
}

static ff_code refuse(taking *t) {
    ff_plan_called_off off = {0};
    ff_code code = wants_calendar(t) ? call_off(t, &off.words) : FF_OK;
    bool written = off.words != NULL && off.words[0] != '\0';
    off.ics = written && t->gives_calendar ? t->ics.data : NULL;
    return code == FF_OK ? ff_plan_refuse(t->app, t->arena, &t->look, written ? &off : NULL,
                                          t->asked->format, t->reply, t->error)
                         : code;
}

/* There is nothing to take along: at least what is out is called off. *done: the reply says so. */
static ff_code nothing_to_come(taking *t, const char *words, bool *done) {
    const char *off = "";
    ff_code code = t->asked->ics != NULL || t->gives_calendar ? call_off(t, &off) : FF_OK;
    if (code != FF_OK) {
        return code;
    }
    if (off[0] == '\0') {
        return ff_fail(t->error, FF_ERR_NONE_YET, "plan", FF_NO_OFFSET, "%s", words);
    }
    *done = true;
    if (is_dash(t->asked->ics)) {
        ff_text_add_bytes(&t->reply->text, t->ics.data, t->ics.length);
    } else if (t->asked->format == FF_AS_TEXT) {
        ff_safety_preface(&t->look.safety, t->app->program, &t->reply->text);
        ff_text_wrap(&t->reply->text, "", off + 1, FF_TEXT_WIDTH);
    } else {
        ff_json json;
        ff_json_init(&json, &t->reply->text);
        ff_json_object(&json);
        ff_safety_member(&t->look.safety, &json);
        ff_json_text_member(&json, "called_off", off + 1);
        ff_json_text_member(&json, "ics", t->gives_calendar ? t->ics.data : NULL);
        ff_json_end_object(&json);
        ff_text_add_char(&t->reply->text, '\n');
    }
    return FF_OK;
}

/* *done: the reply says why there is nothing, as 'plan' alone does. */
static ff_code look(taking *t, bool *done) {
    ff_code code = ff_plan_look_at(t->app, t->arena, &t->look, t->error);
    *done = code == FF_OK && t->look.runner.seen_first;
    if (code != FF_OK || *done) {
        return *done ? refuse(t) : code;
    }
    if (!t->look.is_kept) {
        return nothing_to_come(t, "there is no plan: 'plan --goal 30min' writes one", done);
    }
    code = ff_plan_to_come(t->arena, &t->look, &t->plan, t->error);
    if (code == FF_OK && t->plan.count == 0) {
        return nothing_to_come(t, "no run of the plan is to come any more: write the next one",
                               done);
    }
    return code == FF_OK ? ff_app_zone_read(t->app, t->arena, &t->zone, t->error) : code;
}

/* --- files --- */

static ff_code write_workouts(taking *t) {
    t->told.folder = t->asked->fit;
    ff_code code = ff_takes_workouts(t->arena, &t->plan, &t->told, t->error);
    return code == FF_OK ? ff_takes_write(t->arena, &t->told, t->error) : code;
}

/* "2026-06-03-run.fit" */
static bool is_workout_name(const char *name) {
    char day[11] = {0};
    int64_t midnight_s;
    if (strlen(name) != strlen("2026-06-03-run.fit") || strcmp(name + 10, "-run.fit") != 0) {
        return false;
    }
    memcpy(day, name, 10);
    return ff_iso_parse_date(day, &midnight_s);
}

static ff_code write_files(taking *t) {
    const ff_plan_take *asked = t->asked;
    ff_code code = asked->fit != NULL ? write_workouts(t) : FF_OK;
    if (code == FF_OK && asked->fit != NULL) {
        code = ff_takes_left_over(t->arena, &t->told, is_workout_name, t->error);
    }
    if (code == FF_OK && asked->ics != NULL) {
        code = put_calendar(t, make_calendar);
    }
    return code;
}

/* --- in words --- */

static void say(taking *t, const char *words) {
    ff_text_wrap(&t->reply->text, "", words, FF_TEXT_WIDTH);
}

static const char *alarm_words(taking *t) {
    int minutes = t->asked->alarm_min;
    return minutes < 0    ? "no alarm"
           : minutes == 0 ? "an alarm when it begins"
                          : ff_arena_printf(t->arena, "an alarm %d min before", minutes);
}

static void say_calendar(taking *t) {
    const char *zone = t->zone.name != NULL
                           ? ff_arena_printf(t->arena, "in the time of %s", t->zone.name)
                           : "in no time zone";
    say(t, ff_arena_printf(t->arena, "Written: %s (%zu run%s at %02d:%02d, %s, %s).", t->asked->ics,
                           t->plan.count, t->plan.count == 1 ? "" : "s", t->plan.start_minute / 60,
                           t->plan.start_minute % 60, zone, alarm_words(t)));
    say(t,
        "Take it in with your calendar program, best into a calendar of its own. Written again and "
        "taken in again it brings that calendar up to date: runs that changed are replaced, and "
        "runs "
        "that are not in the plan any more are called off.");
    if (t->zone.name == NULL) {
        say(t, "Where this machine is nobody told, so the runs begin at that time wherever the "
               "calendar "
               "is; a time zone would tell (--zone Europe/Berlin).");
    }
}

static ff_document sheet_of(taking *t) {
    ff_plan_sheet sheet = {.plan = &t->plan,
                           .pace_min_km = t->look.standing.pace_min_km,
                           .program = t->app->program,
                           .made_s = ff_context_now(t->app->context)};
    return ff_plan_document(&sheet, t->arena);
}

static void answer_text(taking *t, const ff_document *sheet) {
    ff_safety_preface(&t->look.safety, t->app->program, &t->reply->text);
    if (t->asked->ics != NULL) {
        say_calendar(t);
    }
    if (t->asked->fit != NULL) {
        ff_text_add(&t->reply->text, t->asked->ics != NULL ? "\n" : "");
        ff_takes_workouts_text(&t->told, &t->reply->text);
    }
    if (t->asked->ics == NULL && t->asked->fit == NULL) {
        ff_document_as_text(sheet, &t->reply->text);
    }
}

/* --- as JSON --- */

static void add_day(ff_json *json, int64_t day_s) {
    char day[FF_ISO_SIZE];
    ff_iso_date(day_s, day);
    ff_json_text_member(json, "day", day);
}

static void calendar_json(taking *t, ff_json *json) {
    ff_json_name(json, "calendar");
    ff_json_object(json);
    ff_json_text_member(json, "file", t->asked->ics);
    ff_json_name(json, "runs");
    ff_json_uint(json, t->plan.count);
    ff_json_name(json, "time_zone");
    ff_json_text(json, t->zone.name);
    ff_json_name(json, "alarm_min");
    if (t->asked->alarm_min >= 0) {
        ff_json_int(json, t->asked->alarm_min);
    } else {
        ff_json_null(json);
    }
    ff_json_end_object(json);
}

static ff_json begin_json(taking *t) {
    ff_json json;
    ff_json_init(&json, &t->reply->text);
    ff_json_object(&json);
    ff_safety_member(&t->look.safety, &json);
    return json;
}

static void end_json(ff_json *json) {
    ff_json_end_object(json);
    ff_text_add_char(json->out, '\n');
}

static void answer_json(taking *t) {
    ff_json json = begin_json(t);
    if (t->asked->ics != NULL) {
        calendar_json(t, &json);
    }
    if (t->asked->fit != NULL) {
        ff_takes_workouts_json(&t->told, t->arena, &json);
    }
    ff_document_files_member(&t->asked->sheet, &json);
    end_json(&json);
}

/* --- the whole --- */

static ff_code check(const ff_plan_take *asked, ff_error *error) {
    bool sheet = ff_document_files_wanted(&asked->sheet);
    if (is_dash(asked->ics) && (asked->fit != NULL || sheet || asked->format == FF_AS_JSON)) {
        return ff_fail(error, FF_ERR_USAGE, "--ics", FF_NO_OFFSET,
                       "'-' prints the calendar and nothing else: give --ics - alone, or a FILE");
    }
    if (is_dash(asked->fit)) {
        return ff_fail(error, FF_ERR_USAGE, "--fit", FF_NO_OFFSET,
                       "workouts are several files: give a FOLDER");
    }
    if (is_empty(asked->ics) || is_empty(asked->fit)) {
        return ff_fail(error, FF_ERR_USAGE, is_empty(asked->ics) ? "--ics" : "--fit", FF_NO_OFFSET,
                       "the name of the file or folder is empty");
    }
    return ff_document_files_check(&asked->sheet, asked->format, error);
}

static ff_code answer(taking *t) {
    ff_code code = write_files(t);
    ff_document sheet = code == FF_OK ? sheet_of(t) : (ff_document){0};
    code = code == FF_OK ? ff_arena_check(t->arena, t->error) : code;
    if (code != FF_OK) {
        return code;
    }
    if (is_dash(t->asked->ics)) {
        ff_text_add_bytes(&t->reply->text, t->ics.data, t->ics.length);
        return FF_OK;
    }
    if (t->asked->format == FF_AS_JSON) {
        answer_json(t);
    } else {
        answer_text(t, &sheet);
    }
    return ff_document_files_write(t->app, &sheet, &t->asked->sheet, t->asked->format, t->reply,
                                   t->error);
}

static ff_code give_calendar(taking *t);

/* Looks, then does. */
static ff_code take(ff_app *app, const ff_plan_take *asked, ff_code (*act)(taking *),
                    ff_reply *reply, ff_error *error) {
    ff_arena arena;
    bool done = false;
    ff_app_arena(app, &arena);
    taking t = {.app = app, .arena = &arena, .asked = asked, .reply = reply, .error = error};
    ff_text_init(&t.ics, ff_context_allocator(app->context));
    ff_code code = check(asked, error);
    if (code == FF_OK) {
        t.gives_calendar = act == give_calendar;
        code = look(&t, &done);
    }
    if (code == FF_OK && !done) {
        code = act(&t);
    }
    reply->text.failed |= t.ics.failed;
    ff_text_free(&t.ics);
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_app_plan_take(ff_app *app, const ff_plan_take *asked, ff_reply *reply, ff_error *error) {
    return take(app, asked, answer, reply, error);
}

static ff_code give_calendar(taking *t) {
    ff_code code = put_calendar(t, make_calendar);
    if (code != FF_OK) {
        return code;
    }
    ff_json json = begin_json(t);
    ff_json_name(&json, "runs");
    ff_json_uint(&json, t->plan.count);
    ff_json_name(&json, "time_zone");
    ff_json_text(&json, t->zone.name);
    ff_json_text_member(&json, "ics", t->ics.data);
    end_json(&json);
    return FF_OK;
}

ff_code ff_app_plan_calendar(ff_app *app, int alarm_min, ff_reply *reply, ff_error *error) {
    ff_plan_take asked = {.alarm_min = alarm_min, .format = FF_AS_JSON};
    return take(app, &asked, give_calendar, reply, error);
}

static ff_code give_workouts(taking *t) {
    ff_code code = ff_takes_workouts(t->arena, &t->plan, &t->told, t->error);
    if (code != FF_OK) {
        return code;
    }
    ff_text fit;
    ff_text_init(&fit, t->arena->allocator);
    ff_json json = begin_json(t);
    ff_json_name(&json, "workouts");
    ff_json_array(&json);
    for (size_t i = 0; i < t->told.count; i++) {
        ff_text_clear(&fit);
        ff_base64_add(&fit, t->told.files[i].data, t->told.files[i].size);
        ff_json_object(&json);
        ff_json_text_member(&json, "file", t->told.files[i].name);
        ff_json_text_member(&json, "title", t->told.files[i].title);
        add_day(&json, t->told.files[i].day_s);
        ff_json_text_member(&json, "fit", fit.data);
        ff_json_end_object(&json);
    }
    ff_json_end_array(&json);
    end_json(&json);
    t->reply->text.failed |= fit.failed;
    ff_text_free(&fit);
    return FF_OK;
}

ff_code ff_app_plan_workouts(ff_app *app, ff_reply *reply, ff_error *error) {
    ff_plan_take asked = {.alarm_min = -1, .format = FF_AS_JSON};
    return take(app, &asked, give_workouts, reply, error);
}
