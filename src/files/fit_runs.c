#include "files/fit_runs.h"

#include "files/fit_cut.h"
#include "files/track.h"

#include <math.h>
#include <string.h>

/* Bytes of a short record, to guess the rows of a file by its size. */
#define SHORT_RECORD 24

/* What the reading of one file carries along. */
typedef struct {
    const ff_context *context;
    const char *source;
    bool said_run; /* somebody who should know calls it a run */
    ff_arena *arena;
    ff_file_result *result;
    ff_fit_activity activity; /* of the chained file at hand */
    size_t capacity;          /* of the list of runs */
    bool begun;               /* it has had a message */
} fit_reading;

static bool is_run(const ff_fit_activity *activity, const ff_fit_session *session) {
    if (session->sport == FF_FIT_SPORT_RUNNING) {
        return true;
    }
    bool unsaid = session->sport == FF_FIT_NO_NUMBER || session->sport == FF_FIT_SPORT_GENERIC;
    return unsaid && !activity->many_sports && activity->sport == FF_FIT_SPORT_RUNNING;
}

/* Some files, written twice or mended, say the same session again. */
static bool said_before(const ff_fit_activity *activity, size_t session) {
    const ff_fit_session *s = &activity->sessions[session];
    for (size_t i = 0; i < session; i++) {
        const ff_fit_session *other = &activity->sessions[i];
        bool same_start = other->start == s->start || (isnan(other->start) && isnan(s->start));
        if (same_start && other->sport == s->sport) {
            return true;
        }
    }
    return false;
}

/* Where nothing says the sport, such as in what is left after a crash, the speed tells. */
static bool has_speed_of_run(const ff_fit_activity *activity, ff_arena *arena, const char **note) {
    ff_series series = {.rows = activity->rows, .time_s = activity->time};
    memcpy(series.column, activity->column, sizeof series.column);
    if (series.column[FF_DISTANCE] !=
        NULL) { /* the watch's own, also where there are no satellites */
        series.column[FF_LATITUDE] = NULL;
    }
    ff_track_speeds speeds = ff_series_moving_speeds(&series, NULL, arena);
    bool run = ff_track_speeds_of_run(&speeds);
    *note = run ? ff_track_speeds_note(&speeds, arena) : NULL;
    return run;
}

/* Without a session only the sport message, the laps or the rows can say that it was a run; *note:
 * why, where no sport is told. */
static bool rows_are_run(const ff_fit_activity *activity, ff_arena *arena, const char **note) {
    if (activity->session_count > 0 || activity->rows == 0 || activity->many_sports) {
        return false;
    }
    if (activity->sport != FF_FIT_NO_NUMBER) {
        return activity->sport == FF_FIT_SPORT_RUNNING;
    }
    bool activity_file =
        activity->file_type == FF_FIT_NO_NUMBER || activity->file_type == FF_FIT_FILE_ACTIVITY;
    size_t running = 0, silent = 0;
    for (size_t i = 0; i < activity->lap_count; i++) {
        running += activity->laps[i].sport == FF_FIT_SPORT_RUNNING;
        silent += activity->laps[i].sport == FF_FIT_NO_NUMBER;
    }
    if (activity->lap_count > silent) {
        return running == activity->lap_count;
    }
    return activity_file && has_speed_of_run(activity, arena, note);
}

/* Whether it can be a run when somebody says so: of one sport, and something was recorded. */
static bool is_one_activity(const ff_fit_activity *activity) {
    return !activity->many_sports &&
           (activity->session_count == 1 || (activity->session_count == 0 && activity->rows > 0));
}

/* Plain words for a file without a run; NULL when it says nothing of what it is. */
static const char *words_for(const ff_fit_activity *activity) {
    uint32_t sport = activity->session_count > 0 ? activity->sessions[0].sport : FF_FIT_NO_NUMBER;
    bool several = activity->session_count == 0 && activity->many_sports;
    for (size_t i = 1; i < activity->session_count; i++) {
        several |= activity->sessions[i].sport != sport;
    }
    if (several) {
        return "a multisport activity without a run";
    }
    if (activity->session_count > 0) {
        sport = sport == FF_FIT_NO_NUMBER ? activity->sport : sport;
        return ff_fit_sport_words(sport == FF_FIT_NO_NUMBER ? FF_FIT_SPORT_GENERIC : sport);
    }
    if (activity->sport != FF_FIT_NO_NUMBER && activity->sport != FF_FIT_SPORT_RUNNING) {
        return ff_fit_sport_words(activity->sport);
    }
    bool other = activity->file_type != FF_FIT_NO_NUMBER &&
                 activity->file_type != FF_FIT_FILE_ACTIVITY && activity->rows == 0;
    return other ? ff_fit_file_words(activity->file_type) : NULL;
}

static ff_code add_run(fit_reading *reading, size_t session, const char *taken_for_run,
                       ff_error *error) {
    ff_run_list *runs = &reading->result->runs;
    if (runs->count == reading->capacity) {
        size_t wanted = runs->count * 2 + 1;
        ff_run *items =
            ff_arena_grow(reading->arena, runs->items, runs->count, wanted, sizeof *items);
        if (items == NULL) {
            return ff_arena_check(reading->arena, error);
        }
        runs->items = items;
        reading->capacity = wanted;
    }
    ff_fit_cutter cutter = {.context = reading->context,
                            .activity = &reading->activity,
                            .source = reading->source,
                            .arena = reading->arena,
                            .taken_for_run = taken_for_run};
    ff_fit_span span = ff_fit_span_of(&reading->activity, session);
    ff_code code = ff_fit_cut_run(&cutter, &span, &runs->items[runs->count], error);
    runs->count += code == FF_OK;
    return code;
}

/* The end of a chained file: its runs join the list. */
static ff_code finish(fit_reading *reading, ff_error *error) {
    const ff_fit_activity *activity = &reading->activity;
    size_t before = reading->result->runs.count;
    ff_code code = FF_OK;
    ff_fit_activity_finish(&reading->activity);
    for (size_t i = 0; code == FF_OK && i < activity->session_count; i++) {
        if (is_run(activity, &activity->sessions[i]) && !said_before(activity, i)) {
            code = add_run(reading, i, NULL, error);
        }
    }
    const char *note = NULL;
    if (code == FF_OK && rows_are_run(activity, reading->arena, &note)) {
        code = add_run(reading, activity->session_count, note, error);
    }
    if (code == FF_OK && reading->said_run && is_one_activity(activity) &&
        reading->result->runs.count == before) {
        reading->result->as_said = true;
        code = add_run(reading, 0, NULL, error); /* its session; without one what rows there are */
    }
    if (reading->result->what == NULL) {
        reading->result->what = words_for(activity);
    }
    ff_fit_activity_free(&reading->activity);
    reading->begun = false;
    return code;
}

static ff_code on_file(void *user, int index, ff_error *error) {
    (void)index;
    fit_reading *reading = user;
    return reading->begun ? finish(reading, error) : FF_OK;
}

static ff_code on_message(void *user, const ff_fit_message *message, ff_error *error) {
    fit_reading *reading = user;
    reading->begun = true;
    return ff_fit_activity_take(&reading->activity, message, error);
}

/* Errors that are not the file's. */
static bool gives_up(ff_code code) {
    switch (code) {
    case FF_OK:
    case FF_ERR_TRUNCATED:
    case FF_ERR_CHECKSUM:
    case FF_ERR_DAMAGED:
    case FF_ERR_TRAILING:
        return false;
    default:
        return true;
    }
}

static ff_code read_runs(fit_reading *reading, ff_bytes *bytes, ff_error *error) {
    ff_file_result *result = reading->result;
    ff_fit_handler handler = {.file = on_file, .message = on_message, .user = reading};
    ff_error damage;
    ff_error_clear(&damage);
    ff_code code = ff_fit_read(reading->context, bytes, &handler, &damage);
    ff_code made = gives_up(code) ? FF_OK : finish(reading, error);
    if (made != FF_OK) {
        return made;
    }
    bool nothing = result->runs.count == 0 && result->what == NULL;
    if (gives_up(code) || (code != FF_OK && nothing)) {
        if (error != NULL) {
            *error = damage;
        }
        return code;
    }
    result->damage = damage;
    result->kind = result->runs.count > 0 ? FF_FILE_RUNS : FF_FILE_NOT_RUNS;
    result->what = result->runs.count > 0 ? NULL
                   : nothing              ? "a watch file without a run"
                                          : result->what;
    return FF_OK;
}

ff_code ff_fit_read_runs(const ff_context *context, ff_bytes *bytes, bool said_run, ff_arena *arena,
                         ff_file_result *result, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(context);
    /* Its plans make it too large for a small stack. */
    fit_reading *reading = allocator->allocate(allocator->user, sizeof *reading);
    if (reading == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, bytes->name, FF_NO_OFFSET, "not enough memory");
    }
    reading->context = context;
    reading->source = bytes->name;
    reading->said_run = said_run;
    reading->arena = arena;
    reading->result = result;
    reading->capacity = 0;
    reading->begun = false;
    ff_fit_activity_init(&reading->activity, allocator);
    reading->activity.expected_rows = (size_t)(bytes->size / SHORT_RECORD);
    ff_code code = read_runs(reading, bytes, error);
    ff_fit_activity_free(&reading->activity);
    allocator->release(allocator->user, reading);
    return code;
}
