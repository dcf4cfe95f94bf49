#include "files/tcx_runs.h"

#include "files/text_runs.h"
#include "files/xml.h"

#include <math.h>
#include <string.h>

/* The elements that are looked at. */
typedef enum {
    TCX_OTHER,
    TCX_ACTIVITY,
    TCX_COURSE,
    TCX_WORKOUT,
    TCX_ID,
    TCX_NOTES,
    TCX_NAME,
    TCX_LAP,
    TCX_TOTAL_TIME,
    TCX_DISTANCE,
    TCX_TRIGGER,
    TCX_TRACK,
    TCX_POINT,
    TCX_TIME,
    TCX_LATITUDE,
    TCX_LONGITUDE,
    TCX_ALTITUDE,
    TCX_HEART_RATE,
    TCX_VALUE,
    TCX_CADENCE,
    TCX_RUN_CADENCE,
    TCX_SPEED,
    TCX_WATTS,
    TCX_CREATOR,
    TCX_UNIT,
    TCX_VERSION,
    TCX_VERSION_MAJOR,
    TCX_VERSION_MINOR
} tcx_element;

static const struct {
    const char *name;
    tcx_element element;
} names[] = {
    {"Trackpoint", TCX_POINT},
    {"Time", TCX_TIME},
    {"Value", TCX_VALUE},
    {"HeartRateBpm", TCX_HEART_RATE},
    {"LatitudeDegrees", TCX_LATITUDE},
    {"LongitudeDegrees", TCX_LONGITUDE},
    {"AltitudeMeters", TCX_ALTITUDE},
    {"DistanceMeters", TCX_DISTANCE},
    {"Cadence", TCX_CADENCE},
    {"RunCadence", TCX_RUN_CADENCE},
    {"Speed", TCX_SPEED},
    {"Watts", TCX_WATTS},
    {"Track", TCX_TRACK},
    {"Lap", TCX_LAP},
    {"TotalTimeSeconds", TCX_TOTAL_TIME},
    {"TriggerMethod", TCX_TRIGGER},
    {"Activity", TCX_ACTIVITY},
    {"Id", TCX_ID},
    {"Notes", TCX_NOTES},
    {"Name", TCX_NAME},
    {"Creator", TCX_CREATOR},
    {"UnitId", TCX_UNIT},
    {"Version", TCX_VERSION},
    {"VersionMajor", TCX_VERSION_MAJOR},
    {"VersionMinor", TCX_VERSION_MINOR},
    {"Course", TCX_COURSE},
    {"Workout", TCX_WORKOUT},
};

typedef struct {
    ff_text_runs runs;
    ff_track *track;
    tcx_element stack[FF_XML_MOST_DEPTH];
    ff_track_row row;
    size_t tracks_in_lap;
    bool in_activity;
    bool run_cadence; /* a row told a runner's cadence */
    /* Of the activity; texts in the arena. */
    const char *sport, *title, *comment, *version;
    ff_device device;
    double id_at; /* its Id, a time; NAN */
    ff_text_zone zone;
} tcx_reading;

static tcx_element element_of(const char *name) {
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i].name, name) == 0) {
            return names[i].element;
        }
    }
    return TCX_OTHER;
}

/* The element so many levels above one of that depth. */
static tcx_element above(const tcx_reading *r, unsigned depth, unsigned levels) {
    return depth >= levels ? r->stack[depth - levels] : TCX_OTHER;
}

/* Activities */

static void begin_activity(tcx_reading *r, const ff_xml_element *element) {
    const char *sport = ff_xml_attribute(element, "Sport");
    ff_track_clear(r->track);
    r->in_activity = true;
    r->run_cadence = false;
    r->sport = ff_arena_copy(r->runs.arena, sport != NULL ? sport : "");
    r->title = r->comment = r->version = NULL;
    r->device = (ff_device){0};
    r->id_at = NAN;
    r->zone = (ff_text_zone){0};
}

/* "Other" is written for whatever the maker has no word for, runs among them. */
static bool is_run(tcx_reading *r, bool *by_cadence) {
    *by_cadence = false;
    if (ff_text_holds(r->sport, "run")) {
        return true;
    }
    if ((r->sport[0] != '\0' && !ff_text_holds(r->sport, "other")) || !r->run_cadence) {
        return false;
    }
    ff_track_speeds speeds = ff_track_moving_speeds(r->track, r->runs.arena);
    *by_cadence = ff_track_speeds_of_run(&speeds);
    return *by_cadence;
}

static const char *words_for(tcx_reading *r) {
    if (ff_text_holds(r->sport, "bik") || ff_text_holds(r->sport, "cycl")) {
        return "a bicycle ride";
    }
    if (ff_text_holds(r->sport, "walk")) {
        return "a walk";
    }
    if (ff_text_holds(r->sport, "swim")) {
        return "a swim";
    }
    if (r->sport[0] == '\0') {
        return "an activity that does not say its sport";
    }
    return ff_arena_printf(r->runs.arena, "an activity that the file calls \"%.60s\"", r->sport);
}

static ff_code add_run(tcx_reading *r, bool cut, bool by_cadence, ff_error *error) {
    ff_track_facts facts;
    ff_track_facts_init(&facts);
    facts.format = "TCX";
    facts.sport_detail = "running";
    facts.title = r->title;
    facts.comment = r->comment;
    facts.device = r->device;
    facts.cut = cut;
    if (ff_track_laps(r->track) == 0) {
        facts.start_at_s = r->id_at;
    }
    const char *notes[3] = {"A TCX file has no place for stance time, step length or the balance "
                            "of the feet; the watch's original FIT file may hold them."};
    if (by_cadence) {
        notes[1] = "The file calls the sport \"Other\"; it was taken for a run because it holds a "
                   "running cadence at a runner's speed.";
    }
    return ff_text_add_run(&r->runs, r->track, &facts, &r->zone, notes, error);
}

static ff_code end_activity(tcx_reading *r, bool cut, ff_error *error) {
    bool by_cadence;
    ff_code code = FF_OK;
    r->in_activity = false;
    if (r->version != NULL && r->device.software == NULL) {
        r->device.software = r->version;
    }
    if (ff_track_rows(r->track) == 0 && ff_track_laps(r->track) == 0) {
        if (!cut) {
            ff_text_add_other(&r->runs, "an activity without any point or lap",
                              "activities without a run");
        }
    } else if (is_run(r, &by_cadence)) {
        code = add_run(r, cut, by_cadence, error);
    } else if (r->runs.said_run) {
        r->runs.result->as_said = true;
        code = add_run(r, cut, false, error);
    } else {
        ff_text_add_other(&r->runs, words_for(r), "a multisport activity without a run");
    }
    ff_track_clear(r->track);
    return code != FF_OK ? code : ff_arena_check(r->runs.arena, error);
}

/* Laps and points */

static ff_code begin_lap(tcx_reading *r, const ff_xml_element *element, ff_error *error) {
    ff_track_lap lap = {.start_at_s =
                            ff_text_time(ff_xml_attribute(element, "StartTime"), &r->zone),
                        .timer_s = NAN,
                        .distance_m = NAN,
                        .trigger = FF_LAP_UNKNOWN};
    r->tracks_in_lap = 0;
    return ff_track_add_lap(r->track, &lap, error);
}

static ff_lap_trigger trigger_of(const char *text) {
    static const struct {
        const char *word;
        ff_lap_trigger trigger;
    } rows[] = {{"Manual", FF_LAP_MANUAL},
                {"Distance", FF_LAP_DISTANCE},
                {"Location", FF_LAP_POSITION},
                {"Time", FF_LAP_TIME},
                {"HeartRate", FF_LAP_OTHER}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].word, text) == 0) {
            return rows[i].trigger;
        }
    }
    return text[0] == '\0' ? FF_LAP_UNKNOWN : FF_LAP_OTHER;
}

static double not_negative(const char *text) {
    double number = ff_text_number(text);
    return number >= 0 ? number : NAN;
}

static void take_of_lap(tcx_reading *r, tcx_element element, const char *text) {
    ff_track_lap *lap = ff_track_last_lap(r->track);
    if (lap == NULL) {
        return;
    }
    if (element == TCX_TOTAL_TIME) {
        lap->timer_s = not_negative(text);
    } else if (element == TCX_DISTANCE) {
        lap->distance_m = not_negative(text);
    } else if (element == TCX_TRIGGER) {
        lap->trigger = trigger_of(text);
    }
}

/* A channel's value, of one of these elements anywhere within a point. */
static void take_of_point(tcx_reading *r, tcx_element element, const char *text) {
    static const struct {
        tcx_element element;
        ff_channel channel;
    } rows[] = {{TCX_LATITUDE, FF_LATITUDE}, {TCX_LONGITUDE, FF_LONGITUDE},
                {TCX_ALTITUDE, FF_ALTITUDE}, {TCX_DISTANCE, FF_DISTANCE},
                {TCX_CADENCE, FF_CADENCE},   {TCX_SPEED, FF_SPEED},
                {TCX_WATTS, FF_POWER},       {TCX_RUN_CADENCE, FF_CADENCE}};
    if (element == TCX_TIME) {
        r->row.at_s = ff_text_time(text, &r->zone);
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].element == element) {
            r->row.value[rows[i].channel] = ff_text_number(text);
        }
    }
    r->run_cadence |= element == TCX_RUN_CADENCE;
}

static void begin_point(tcx_reading *r) {
    bool after_gap = r->row.after_gap;
    ff_track_row_init(&r->row);
    r->row.after_gap = after_gap;
}

static ff_code end_point(tcx_reading *r, ff_error *error) {
    size_t before = ff_track_rows(r->track);
    ff_code code = ff_track_add_row(r->track, &r->row, error);
    /* The mark waits for a row that is kept. */
    r->row.after_gap &= ff_track_rows(r->track) == before;
    return code;
}

/* The rest */

static void keep_text(tcx_reading *r, const char **place, const char *text) {
    if (*place == NULL && text[0] != '\0') {
        *place = ff_arena_copy(r->runs.arena, text);
    }
}

static void take_of_creator(tcx_reading *r, tcx_element element, const char *text) {
    if (element == TCX_NAME && r->device.product == NULL) {
        keep_text(r, &r->device.product, text);
        r->device.maker = ff_text_maker(text);
    } else if (element == TCX_UNIT && strcmp(text, "0") != 0) {
        keep_text(r, &r->device.serial, text);
    }
}

static void take_version(tcx_reading *r, tcx_element element, const char *text) {
    if (element == TCX_VERSION_MAJOR) {
        keep_text(r, &r->version, text);
    } else if (element == TCX_VERSION_MINOR && r->version != NULL && r->device.software == NULL) {
        r->device.software = ff_arena_printf(r->runs.arena, "%s.%s", r->version, text);
    }
}

static void take_of_activity(tcx_reading *r, tcx_element element, const char *text) {
    if (element == TCX_ID) {
        ff_text_zone unused = {0};
        r->id_at = ff_text_time(text, &unused);
    } else if (element == TCX_NOTES) {
        keep_text(r, &r->comment, text);
    } else if (element == TCX_NAME) {
        keep_text(r, &r->title, text);
    }
}

static bool within(const tcx_reading *r, tcx_element element, unsigned depth) {
    for (unsigned i = 0; i < depth; i++) {
        if (r->stack[i] == element) {
            return true;
        }
    }
    return false;
}

static ff_code on_begin(void *user, const ff_xml_element *element, ff_error *error) {
    tcx_reading *r = user;
    tcx_element is = element_of(element->name);
    r->stack[element->depth] = is;
    if (is == TCX_ACTIVITY && !r->in_activity) {
        begin_activity(r, element);
    } else if (is == TCX_COURSE || is == TCX_WORKOUT) {
        ff_text_add_other(&r->runs, is == TCX_COURSE ? "a course to follow" : "a plan of a workout",
                          "courses and plans without a run");
    }
    if (!r->in_activity) {
        return FF_OK;
    }
    if (is == TCX_LAP) {
        return begin_lap(r, element, error);
    }
    if (is == TCX_TRACK) {
        r->row.after_gap = r->tracks_in_lap++ > 0;
    } else if (is == TCX_POINT) {
        begin_point(r);
    }
    return FF_OK;
}

static ff_code on_end(void *user, const char *name, const char *text, unsigned depth,
                      ff_error *error) {
    tcx_reading *r = user;
    (void)name;
    tcx_element is = r->stack[depth];
    if (!r->in_activity || is == TCX_OTHER) {
        return FF_OK;
    }
    if (is == TCX_POINT) {
        return end_point(r, error);
    }
    if (is == TCX_ACTIVITY && !within(r, TCX_ACTIVITY, depth)) {
        return end_activity(r, false, error);
    }
    tcx_element parent = above(r, depth, 1);
    if (within(r, TCX_POINT, depth)) {
        if (is == TCX_VALUE && parent == TCX_HEART_RATE) {
            r->row.value[FF_HEART_RATE] = ff_text_number(text);
        }
        take_of_point(r, is, text);
    } else if (parent == TCX_LAP) {
        take_of_lap(r, is, text);
    } else if (parent == TCX_CREATOR) {
        take_of_creator(r, is, text);
    } else if (parent == TCX_VERSION && above(r, depth, 2) == TCX_CREATOR) {
        take_version(r, is, text);
    } else if (parent == TCX_ACTIVITY) {
        take_of_activity(r, is, text);
    }
    return FF_OK;
}

ff_code ff_tcx_read_runs(const ff_context *context, ff_stream *stream, bool said_run,
                         ff_arena *arena, ff_file_result *result, ff_error *error) {
    tcx_reading r = {.runs = {.context = context,
                              .source = stream->name,
                              .said_run = said_run,
                              .arena = arena,
                              .result = result}};
    ff_error damage;
    ff_error_clear(&damage);
    ff_code code = ff_track_new(ff_context_allocator(context), &r.track, error);
    if (code != FF_OK) {
        return code;
    }
    ff_xml_handler handler = {.begin = on_begin, .end = on_end, .user = &r};
    code = ff_xml_read(context, stream, &handler, &damage);
    ff_code made = FF_OK;
    if (r.in_activity && !ff_text_gives_up(code)) {
        made = end_activity(&r, true, error);
    }
    ff_track_free(r.track);
    return made != FF_OK
               ? made
               : ff_text_end(&r.runs, code, &damage, "a TCX file without an activity", error);
}
