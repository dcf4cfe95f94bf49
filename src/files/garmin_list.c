/* Garmin's summarizedActivities and gear.
 *
 * Units as in the export, which are not those of Garmin's own interface: distances and heights in
 * centimetres, times in milliseconds, speeds in tenths of m/s. Told apart by nobody but five
 * readers of such exports, and by their arithmetic: in a treadmill run of 10 km in 2,953,512 ms
 * avgSpeed is 0.3386, and 9.18 of oscillation over 102.6 of step length is 9.0 % only in cm.
 */
#include "files/listing_parts.h"

#include "base/civil.h"

#include <jansson.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An activity is 3 to 50 KB, with its splits. */
#define MOST_ACTIVITY ((size_t)1 << 20)
#define MOST_DEPTH    64

/* Local time differs from UTC by no more, and by whole quarters of an hour. */
#define MOST_OFFSET_S 50400
#define QUARTER_S     900

/* What of the list is at hand: an activity at its front is there as a whole, or is too long. */
#define WINDOW (4 * MOST_ACTIVITY)

typedef struct {
    ff_list_reading *reading;
    char *window;
    const char *at, *end; /* within the window */
    bool ended;           /* nothing comes after `end` */
    ff_code failed;       /* FF_OK, or how the stream broke off; what came before is read */
    ff_error failure;
    size_t line; /* of `at`, from 1 */
    size_t number;
    ff_list_kinds kinds;
} garmin;

static const char *find(const char *text, size_t count, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= count; i++) {
        if (text[i] == word[0] && memcmp(text + i, word, length) == 0) {
            return text + i;
        }
    }
    return NULL;
}

static bool holds(const char *text, size_t count, const char *word) {
    return find(text, count, word) != NULL;
}

static bool is_json(const char *head, size_t count) {
    size_t i = 0;
    while (i < count && strchr(" \t\r\n", head[i]) != NULL && head[i] != '\0') {
        i++;
    }
    return i < count && (head[i] == '[' || head[i] == '{');
}

bool ff_garmin_is_activities(const char *head, size_t count) {
    return is_json(head, count) &&
           (holds(head, count, "\"summarizedActivitiesExport\"") ||
            (holds(head, count, "\"activityId\"") && holds(head, count, "\"activityType\"") &&
             holds(head, count, "\"beginTimestamp\"")));
}

bool ff_garmin_is_gear(const char *head, size_t count) {
    return is_json(head, count) &&
           (holds(head, count, "\"gearDTOS\"") || holds(head, count, "\"gearActivityDTOs\""));
}

/* NAN when absent or no number. */
static double number_of(const json_t *object, const char *name) {
    const json_t *value = json_object_get(object, name);
    return json_is_number(value) ? json_number_value(value) : NAN;
}

static double scaled(const json_t *object, const char *name, double factor) {
    return number_of(object, name) * factor;
}

/* A text, or a number as one (ids are either); "" when absent. */
static const char *text_of(const json_t *object, const char *name, char buffer[32]) {
    const json_t *value = json_object_get(object, name);
    if (json_is_integer(value)) {
        snprintf(buffer, 32, "%lld", (long long)json_integer_value(value));
        return buffer;
    }
    return json_is_string(value) ? json_string_value(value) : "";
}

/* Whether a name made of parts ("trail_running", "VIRTUAL_RUN") has the part. */
static bool has_part(const char *name, const char *part) {
    size_t length = strlen(part);
    while (*name != '\0') {
        size_t next = strcspn(name, "_ ");
        bool same = next == length;
        for (size_t i = 0; same && i < length; i++) {
            same = (name[i] | 0x20) == part[i];
        }
        if (same) {
            return true;
        }
        name += next + (name[next] != '\0');
    }
    return false;
}

static bool is_run_type(const char *type) {
    return has_part(type, "running") || has_part(type, "run");
}

/* The sport's detail as recordings name it. */
static const char *detail_of(const char *type) {
    static const char *const parts[][2] = {
        {"treadmill", "running/treadmill"}, {"indoor", "running/indoor_running"},
        {"trail", "running/trail"},         {"street", "running/street"},
        {"track", "running/track"},         {"virtual", "running/virtual_activity"},
        {"obstacle", "running/obstacle"},   {"ultra", "running/ultra"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (has_part(type, parts[i][0])) {
            return parts[i][1];
        }
    }
    return "running";
}

static bool read_start(const json_t *activity, ff_run *run) {
    double gmt_ms = number_of(activity, "startTimeGmt");
    gmt_ms = isnan(gmt_ms) ? number_of(activity, "beginTimestamp") : gmt_ms;
    if (!(gmt_ms >= 315532800e3 && gmt_ms <= 7258118400e3)) { /* 1980 to 2200 */
        return false;
    }
    run->start_s = (int64_t)floor(gmt_ms / 1000);
    double offset_s = floor(number_of(activity, "startTimeLocal") / 1000) - (double)run->start_s;
    run->utc_offset_known = fabs(offset_s) <= MOST_OFFSET_S && fmod(offset_s, QUARTER_S) == 0;
    run->utc_offset_s = run->utc_offset_known ? (int32_t)offset_s : 0;
    return true;
}

/* Steps of both feet: as such, else one foot's, doubled unless it can only be both. */
static double cadence_of(const json_t *activity) {
    double both = number_of(activity, "avgDoubleCadence");
    double one = number_of(activity, "avgRunCadence");
    if (both > 0) {
        return both;
    }
    return one < 120 ? one * 2 : one;
}

static void fill_figures(const json_t *a, ff_run_figures *f) {
    f->duration_s = scaled(a, "duration", 1e-3);
    f->elapsed_s = scaled(a, "elapsedDuration", 1e-3);
    f->moving_s = scaled(a, "movingDuration", 1e-3);
    f->distance_m = scaled(a, "distance", 1e-2);
    f->speed_mps = scaled(a, "avgSpeed", 10);
    f->ascent_m = scaled(a, "elevationGain", 1e-2);
    f->descent_m = scaled(a, "elevationLoss", 1e-2);
    f->cadence_spm = cadence_of(a);
    f->heart_rate_bpm = number_of(a, "avgHr");
    f->power_w = number_of(a, "avgPower");
    f->stance_time_ms = number_of(a, "avgGroundContactTime");
    f->vertical_oscillation_mm = scaled(a, "avgVerticalOscillation", 10);
    f->step_length_mm = scaled(a, "avgStrideLength", 10);
    f->balance_left_percent = number_of(a, "avgGroundContactBalance");
    f->vertical_ratio_percent = number_of(a, "avgVerticalRatio");
    double effort = scaled(a, "workoutRpe", 0.1);
    f->effort = effort >= 1 ? effort : NAN; /* it is asked from 1 */
    f->feel = number_of(a, "workoutFeel");
}

/* A distance and a time that make no run, such as those of Garmin's own interface in other units,
 * are left out rather than kept wrong. */
static void check_units(ff_list_reading *reading, ff_run *run) {
    ff_run_figures *f = &run->figures;
    double speed = f->distance_m / f->duration_s;
    if (isnan(speed) || f->distance_m == 0 || (speed >= 0.2 && speed <= 12.5)) {
        return;
    }
    f->distance_m = f->speed_mps = f->duration_s = f->elapsed_s = f->moving_s = NAN;
    run->notes = ff_arena_take(reading->arena, 1, sizeof *run->notes);
    if (run->notes != NULL) {
        run->notes[run->note_count++] =
            "distance and time of the list make no run; both were left out";
    }
}

static bool add_run(garmin *g, const json_t *activity, const char *type) {
    ff_arena *arena = g->reading->arena;
    char buffer[32];
    ff_run run;
    ff_run_init(&run);
    if (!read_start(activity, &run)) {
        return false;
    }
    run.sport = FF_SPORT_RUNNING;
    run.sport_detail = detail_of(type);
    run.title = ff_list_text(arena, text_of(activity, "name", buffer));
    run.comment = ff_list_text(arena, text_of(activity, "description", buffer));
    run.format = "Garmin list";
    run.source = ff_arena_printf(arena, "%s entry %zu", g->reading->stream->name, g->number);
    fill_figures(activity, &run.figures);
    check_units(g->reading, &run);
    ff_list_finish_run(&run);
    ff_listed_run *listed = ff_list_add_run(g->reading);
    if (listed != NULL) {
        listed->run = run;
        listed->id = ff_list_text(arena, text_of(activity, "activityId", buffer));
    }
    return true;
}

/* One activity. A container of several (a triathlon) is passed over: its parts follow it. */
static const char *take_activity(garmin *g, const json_t *activity) {
    char buffer[32], other[32];
    const json_t *named = json_object_get(activity, "activityType");
    const char *type = json_is_object(named) ? text_of(named, "typeKey", buffer)
                                             : text_of(activity, "activityType", buffer);
    type = *type != '\0' ? type : text_of(activity, "sportType", other);
    if (*type == '\0' && json_object_get(activity, "activityId") == NULL) {
        return "it is no activity";
    }
    bool container = json_is_true(json_object_get(activity, "parent")) ||
                     has_part(type, "multisport") ||
                     (has_part(type, "multi") && has_part(type, "sport"));
    if (container) {
        return NULL;
    }
    if (!is_run_type(type)) {
        ff_list_count_other(g->reading, &g->kinds, type);
        return NULL;
    }
    return add_run(g, activity, type) ? NULL : "it does not tell when it began";
}

/* --- the window --- */

static size_t at_hand(const garmin *g) {
    return (size_t)(g->end - g->at);
}

static void go_to(garmin *g, const char *to) {
    while (g->at < to) {
        g->line += *g->at++ == '\n';
    }
}

/* So much is at hand, unless the list ends before. wanted: at most WINDOW. */
static void fill(garmin *g, size_t wanted) {
    if (at_hand(g) >= wanted || g->ended) {
        return;
    }
    size_t kept = at_hand(g);
    memmove(g->window, g->at, kept);
    g->at = g->window;
    while (!g->ended && kept < WINDOW) {
        size_t got = 0;
        g->failed =
            ff_stream_read(g->reading->stream, g->window + kept, WINDOW - kept, &got, &g->failure);
        kept += got;
        g->ended = got == 0 || g->failed != FF_OK;
    }
    g->end = g->window + kept;
    if (!g->ended && g->reading->stream->position > FF_LISTING_MOST_STREAMED) {
        g->failed = ff_list_too_large(g->reading, FF_LISTING_MOST_STREAMED, &g->failure);
        g->ended = true;
    }
}

static void skip_blanks(garmin *g) {
    for (fill(g, 1); g->at < g->end && strchr(" \t\r\n,", *g->at) != NULL && *g->at != '\0';
         fill(g, 1)) {
        g->line += *g->at++ == '\n';
    }
}

/* Behind the object at `at`, by its braces; NULL when it has no end to go to, and *damage says why.
 */
static const char *behind_object(const garmin *g, const char **damage) {
    int depth = 0;
    bool quoted = false;
    bool more = (size_t)(g->end - g->at) > MOST_ACTIVITY;
    const char *last = more ? g->at + MOST_ACTIVITY : g->end;
    *damage = more ? "an activity is too long or does not end" : "an activity does not end";
    for (const char *c = g->at; c < last; c++) {
        if (quoted) {
            quoted = *c != '"';
            c += *c == '\\';
        } else if (*c == '"') {
            quoted = true;
        } else if (*c == '{' || *c == '[') {
            if (++depth > MOST_DEPTH) {
                *damage = "an activity nests too deep";
                return NULL;
            }
        } else if (*c == '}' || *c == ']') {
            if (--depth == 0) {
                return c + 1;
            }
        }
    }
    return NULL;
}

/* The place in what is at hand where an activity begins, behind `from`: Garmin writes its number
 * first. NULL when there is none; *open is then a brace that may begin one, or the end. */
static const char *begins_behind(const garmin *g, const char *from, const char **open) {
    static const char key[] = "\"activityId\"";
    const char *brace = NULL; /* with nothing but blanks behind it */
    for (const char *c = from; c < g->end; c++) {
        bool key_fits = (size_t)(g->end - c) >= sizeof key - 1;
        if (*c == '{') {
            brace = c;
        } else if (*c == '"') {
            if (brace != NULL && key_fits && memcmp(c, key, sizeof key - 1) == 0) {
                return brace;
            }
            if (brace != NULL && !key_fits) {
                break;
            }
            brace = NULL;
        } else if (strchr(" \t\r\n", *c) == NULL || *c == '\0') {
            brace = NULL;
        }
    }
    *open = brace != NULL ? brace : g->end;
    return NULL;
}

/* To where the next activity begins, or to the end of the list. */
static void go_to_next(garmin *g) {
    const char *open, *begin = begins_behind(g, g->at + 1, &open);
    while (begin == NULL && !g->ended) {
        /* Blanks that fill the window begin nothing. */
        go_to(g, (size_t)(g->end - open) < WINDOW / 2 ? open : g->end);
        fill(g, at_hand(g) + 1);
        begin = begins_behind(g, g->at, &open);
    }
    go_to(g, begin != NULL ? begin : g->end);
}

/* What is wrong with the activity at `at`, or NULL; goes on behind it. */
static const char *take_next(garmin *g) {
    const char *damage = "an activity does not end";
    const char *behind = *g->at == '{' ? behind_object(g, &damage) : NULL;
    if (behind == NULL) {
        go_to_next(g);
        return damage;
    }
    json_error_t trouble;
    json_t *activity = json_loadb(g->at, (size_t)(behind - g->at), JSON_ALLOW_NUL, &trouble);
    if (activity == NULL) {
        go_to_next(g);
        return "an activity is not valid JSON";
    }
    damage = take_activity(g, activity);
    json_decref(activity);
    go_to(g, behind);
    return damage;
}

/* The activities one by one, so that a damaged one costs no other. */
static ff_code take_activities(garmin *g, ff_error *error) {
    const char *damage = NULL;
    for (skip_blanks(g); g->at < g->end && *g->at != ']'; skip_blanks(g)) {
        if (ff_context_cancelled(g->reading->context)) {
            return ff_fail(error, FF_ERR_CANCELLED, g->reading->stream->name, FF_NO_OFFSET,
                           "stopped on request");
        }
        if (g->number++ >= FF_LISTING_MOST_ACTIVITIES) {
            return ff_list_too_many(g->reading, error);
        }
        fill(g, MOST_ACTIVITY + 1);
        size_t line = g->line;
        damage = take_next(g);
        if (damage != NULL && !ff_list_damage(g->reading, line, damage)) {
            return FF_OK;
        }
    }
    if (g->at >= g->end && damage == NULL) {
        ff_list_damage(g->reading, g->line, "the list ends too early");
    }
    return FF_OK;
}

static const char list_name[] = "\"summarizedActivitiesExport\"";

/* To the name of the next list; false when none comes. */
static bool go_to_name(garmin *g) {
    const size_t length = sizeof list_name - 1;
    const char *name = find(g->at, at_hand(g), list_name);
    while (name == NULL && !g->ended) {
        go_to(g, at_hand(g) >= length ? g->end - (length - 1) : g->at);
        fill(g, at_hand(g) + 1);
        name = find(g->at, at_hand(g), list_name);
    }
    go_to(g, name != NULL ? name : g->end);
    return name != NULL;
}

/* Behind the '[' at hand, or not at all. */
static bool open_list(garmin *g) {
    fill(g, MOST_ACTIVITY);
    const char *open = memchr(g->at, '[', at_hand(g));
    go_to(g, open != NULL ? open + 1 : g->at);
    return open != NULL;
}

/* To the first activity: behind the '[' that follows the list's name, or that begins a bare list.
 */
static bool find_list(garmin *g) {
    fill(g, WINDOW);
    const char *first = memchr(g->at, '[', at_hand(g));
    const char *object = memchr(g->at, '{', at_hand(g));
    bool bare = first != NULL && (object == NULL || first < object) &&
                find(g->at, at_hand(g), list_name) == NULL;
    return (bare || go_to_name(g)) && open_list(g);
}

static ff_code read_lists(garmin *g, ff_error *error) {
    ff_code code = FF_OK;
    if (!find_list(g)) {
        if (g->failed == FF_OK) {
            ff_list_damage(g->reading, g->line, "it holds no list of activities");
        }
        return FF_OK;
    }
    do {
        code = take_activities(g, error);
        /* A file may hold several lists, one behind the other. */
    } while (code == FF_OK && !g->reading->given_up && go_to_name(g) && open_list(g));
    return code;
}

ff_code ff_garmin_read_activities(ff_list_reading *reading, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(reading->context);
    garmin g = {.reading = reading, .line = 1};
    g.window = allocator->allocate(allocator->user, WINDOW);
    if (g.window == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, reading->stream->name, FF_NO_OFFSET,
                       "not enough memory");
    }
    g.at = g.end = g.window;
    ff_code code = ff_context_cancelled(reading->context)
                       ? ff_fail(error, FF_ERR_CANCELLED, reading->stream->name, FF_NO_OFFSET,
                                 "stopped on request")
                       : read_lists(&g, error);
    ff_list_note_others(reading, &g.kinds);
    allocator->release(allocator->user, g.window);
    if (g.failed != FF_OK && code != FF_ERR_MEMORY && code != FF_ERR_CANCELLED) {
        code = ff_fail(error, g.failed, g.failure.where, g.failure.offset, "%s", g.failure.message);
    }
    return code;
}

/* --- gear --- */

/* A day as milliseconds since 1970 or as "2024-03-15T..."; 0 when absent. */
static int64_t day_of(const json_t *object, const char *name) {
    double ms = number_of(object, name);
    if (ms > 0 && ms < 7258118400e3) {
        return (int64_t)(ms / 1000);
    }
    char buffer[32], day[11];
    int64_t at;
    snprintf(day, sizeof day, "%.10s", text_of(object, name, buffer));
    return ff_iso_parse_date(day, &at) ? at : 0;
}

/* A shoe of one export. */
typedef struct {
    const char *key, *name;
} keyed_shoe;

typedef struct {
    keyed_shoe *items; /* in the order of their keys */
    size_t count;
} shoe_keys;

static bool is_shoe(const json_t *gear) {
    char buffer[32];
    const char *type = text_of(gear, "gearTypeName", buffer);
    return *type == '\0' || has_part(type, "shoes") || has_part(type, "shoe");
}

static const char *name_of(ff_arena *arena, const json_t *gear) {
    char buffer[32];
    const char *name = ff_list_text(arena, text_of(gear, "displayName", buffer));
    return name != NULL ? name : ff_list_text(arena, text_of(gear, "customMakeModel", buffer));
}

/* Two pairs of one model keep apart by when they were begun. */
static void tell_apart(ff_arena *arena, const json_t *all, const char **names) {
    size_t count = json_array_size(all);
    bool same[FF_LISTING_MOST_SHOES] = {false};
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; names[i] != NULL && k < count && !same[i]; k++) {
            same[i] = k != i && names[k] != NULL && strcmp(names[i], names[k]) == 0;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (same[i]) {
            char day[FF_ISO_SIZE], buffer[32];
            const json_t *gear = json_array_get(all, i);
            int64_t begun = day_of(gear, "dateBegin");
            ff_iso_date(begun, day);
            names[i] = begun > 0 ? ff_arena_printf(arena, "%s (from %s)", names[i], day)
                                 : ff_arena_printf(arena, "%s (%s)", names[i],
                                                   text_of(gear, "gearPk", buffer));
        }
    }
}

static int by_key(const void *a, const void *b) {
    return strcmp(((const keyed_shoe *)a)->key, ((const keyed_shoe *)b)->key);
}

static void add_shoe(ff_list_reading *reading, const json_t *gear, const char *name,
                     shoe_keys *keys) {
    char buffer[32];
    ff_listed_shoe *shoe = ff_list_add_shoe(reading);
    const char *key = ff_arena_copy(reading->arena, text_of(gear, "gearPk", buffer));
    if (shoe == NULL || key == NULL) {
        return;
    }
    shoe->name = name;
    shoe->retired = has_part(text_of(gear, "gearStatusName", buffer), "retired");
    shoe->retired_at_s = shoe->retired ? day_of(gear, "dateEnd") : 0;
    keys->items[keys->count++] = (keyed_shoe){key, name};
}

static ff_code add_shoes(ff_list_reading *reading, const json_t *all, shoe_keys *keys,
                         ff_error *error) {
    size_t count = json_array_size(all);
    if (count > FF_LISTING_MOST_SHOES) {
        return ff_list_too_many(reading, error);
    }
    const char **names = ff_arena_take(reading->arena, count, sizeof *names);
    keys->items = ff_arena_take(reading->arena, count, sizeof *keys->items);
    if (names == NULL || keys->items == NULL) {
        return ff_arena_check(reading->arena, error);
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *gear = json_array_get(all, i);
        names[i] = is_shoe(gear) ? name_of(reading->arena, gear) : NULL;
    }
    tell_apart(reading->arena, all, names);
    for (size_t i = 0; i < count; i++) {
        if (names[i] != NULL) {
            add_shoe(reading, json_array_get(all, i), names[i], keys);
        }
    }
    if (keys->count > 1) {
        qsort(keys->items, keys->count, sizeof *keys->items, by_key);
    }
    return ff_arena_check(reading->arena, error);
}

static void add_link(ff_list_reading *reading, const shoe_keys *keys, const char *key,
                     const json_t *link) {
    char buffer[32];
    keyed_shoe wanted = {key, NULL};
    const keyed_shoe *shoe =
        keys->count > 0 ? bsearch(&wanted, keys->items, keys->count, sizeof *keys->items, by_key)
                        : NULL;
    const char *id = text_of(link, "activityId", buffer);
    ff_shoe_link *added = shoe != NULL && *id != '\0' ? ff_list_add_link(reading) : NULL;
    if (added != NULL) {
        added->activity_id = ff_arena_copy(reading->arena, id);
        added->shoe = shoe->name;
    }
}

/* {"key": [{activityId}]}, or one list of {gearPk, activityId}. */
static void add_links(ff_list_reading *reading, json_t *links, const shoe_keys *keys) {
    const char *key;
    json_t *of_shoe;
    char buffer[32];
    json_object_foreach(links, key, of_shoe) {
        for (size_t i = 0; i < json_array_size(of_shoe); i++) {
            add_link(reading, keys, key, json_array_get(of_shoe, i));
        }
    }
    for (size_t i = 0; i < json_array_size(links); i++) {
        const json_t *link = json_array_get(links, i);
        add_link(reading, keys, text_of(link, "gearPk", buffer), link);
    }
}

static ff_code take_gear(ff_list_reading *reading, const json_t *part, ff_error *error) {
    shoe_keys keys = {0};
    ff_code code = add_shoes(reading, json_object_get(part, "gearDTOS"), &keys, error);
    if (code == FF_OK) {
        add_links(reading, json_object_get(part, "gearActivityDTOs"), &keys);
        code = ff_arena_check(reading->arena, error);
    }
    return code;
}

/* The parts of a file: a list of objects, or one. */
static ff_code take_parts(ff_list_reading *reading, const json_t *root, ff_error *error) {
    if (json_is_object(root)) {
        return take_gear(reading, root, error);
    }
    ff_code code = FF_OK;
    for (size_t i = 0; code == FF_OK && i < json_array_size(root); i++) {
        code = take_gear(reading, json_array_get(root, i), error);
    }
    return code;
}

ff_code ff_garmin_read_gear(ff_list_reading *reading, ff_error *error) {
    ff_text text;
    ff_text_init(&text, ff_context_allocator(reading->context));
    ff_code code = ff_list_read_all(reading, FF_LISTING_MOST_GEAR_BYTES, &text, error);
    if (code == FF_OK) {
        json_error_t trouble;
        const char *begin = text.length >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0
                                ? text.data + 3
                                : text.data;
        json_t *root =
            json_loadb(begin, text.length - (size_t)(begin - text.data), JSON_ALLOW_NUL, &trouble);
        if (root == NULL) {
            ff_list_damage(reading, trouble.line > 0 ? (size_t)trouble.line : 1,
                           "it is not valid JSON");
        }
        code = take_parts(reading, root, error);
        json_decref(root);
    }
    ff_text_free(&text);
    return code;
}
