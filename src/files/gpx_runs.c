#include "files/gpx_runs.h"

#include "files/text_runs.h"
#include "files/xml.h"

#include <math.h>
#include <string.h>

/* A position that is known no better than this is none. Apple writes -1 for "not known at all". */
#define WORST_ACCURACY_M 100.0

typedef enum {
    GPX_OTHER,
    GPX_METADATA,
    GPX_TRACK,
    GPX_SEGMENT,
    GPX_POINT,
    GPX_NAME,
    GPX_DESCRIPTION,
    GPX_COMMENT,
    GPX_TYPE,
    GPX_TIME,
    GPX_ACCURACY,
    GPX_VALUE /* a channel's */
} gpx_element;

static const struct {
    const char *name;
    gpx_element element;
    ff_channel channel; /* of a value */
} names[] = {
    {"trkpt", GPX_POINT, 0},
    {"ele", GPX_VALUE, FF_ALTITUDE},
    {"time", GPX_TIME, 0},
    {"hr", GPX_VALUE, FF_HEART_RATE},
    {"heartrate", GPX_VALUE, FF_HEART_RATE},
    {"cad", GPX_VALUE, FF_CADENCE},
    {"cadence", GPX_VALUE, FF_CADENCE},
    {"RunCadence", GPX_VALUE, FF_CADENCE},
    {"atemp", GPX_VALUE, FF_TEMPERATURE},
    {"temp", GPX_VALUE, FF_TEMPERATURE},
    {"Temperature", GPX_VALUE, FF_TEMPERATURE}, /* Garmin's, before TrackPointExtension */
    {"speed", GPX_VALUE, FF_SPEED},
    {"power", GPX_VALUE, FF_POWER},
    {"PowerInWatts", GPX_VALUE, FF_POWER},
    {"watts", GPX_VALUE, FF_POWER},
    {"distance", GPX_VALUE, FF_DISTANCE},
    {"hAcc", GPX_ACCURACY, 0},
    {"trkseg", GPX_SEGMENT, 0},
    {"trk", GPX_TRACK, 0},
    {"name", GPX_NAME, 0},
    {"desc", GPX_DESCRIPTION, 0},
    {"cmt", GPX_COMMENT, 0},
    {"type", GPX_TYPE, 0},
    {"metadata", GPX_METADATA, 0},
};

typedef struct {
    ff_text_runs runs;
    ff_track *track;
    bool points_only; /* for ff_gpx_read_track: nothing but points matters */
    gpx_element stack[FF_XML_MOST_DEPTH];
    ff_track_row row;
    double accuracy_m;
    bool in_track, runs_of_track; /* a run of this <trk> was made */
    size_t tracks;
    ff_device device;
    const char *file_title; /* of the metadata */
    /* Of the <trk>; texts in the arena. */
    const char *title, *description, *comment, *type;
    ff_text_zone zone;
} gpx_reading;

static size_t row_of(const char *name) {
    size_t i = 0;
    while (i < sizeof names / sizeof names[0] && strcmp(names[i].name, name) != 0) {
        i++;
    }
    return i;
}

static gpx_element element_of(const char *name) {
    size_t i = row_of(name);
    return i < sizeof names / sizeof names[0] ? names[i].element : GPX_OTHER;
}

/* What sport it is */

typedef enum { SPORT_UNSAID, SPORT_RUN, SPORT_OTHER } said_sport;

/* As apps write them in <type> ("Trail Running", "cycling", Strava's numbers), and in names. */
static const struct {
    const char *word;
    said_sport sport;
    const char *what;
} sports[] = {
    {"cycl", SPORT_OTHER, "a bicycle ride"},
    {"bik", SPORT_OTHER, "a bicycle ride"},
    {"ride", SPORT_OTHER, "a bicycle ride"},
    {"velo", SPORT_OTHER, "a bicycle ride"},
    {"walk", SPORT_OTHER, "a walk"},
    {"hik", SPORT_OTHER, "a hike"},
    {"swim", SPORT_OTHER, "a swim"},
    {"ski", SPORT_OTHER, "skiing"},
    {"snowboard", SPORT_OTHER, "snowboarding"},
    {"row", SPORT_OTHER, "rowing"},
    {"paddl", SPORT_OTHER, "paddling"},
    {"kayak", SPORT_OTHER, "paddling"},
    {"sail", SPORT_OTHER, "sailing"},
    {"skat", SPORT_OTHER, "skating"},
    {"driv", SPORT_OTHER, "a drive"},
    {"motor", SPORT_OTHER, "a drive"},
    {"fly", SPORT_OTHER, "a flight"},
    {"golf", SPORT_OTHER, "a round of golf"},
    {"run", SPORT_RUN, NULL},
    {"jog", SPORT_RUN, NULL},
};

static said_sport sport_in(const char *text, const char **what) {
    for (size_t i = 0; i < sizeof sports / sizeof sports[0]; i++) {
        if (ff_text_holds(text, sports[i].word)) {
            *what = sports[i].what;
            return sports[i].sport;
        }
    }
    return SPORT_UNSAID;
}

/* Strava's own GPX name the sport by a number. */
static said_sport sport_of_type(const char *type, const char **what) {
    static const char *const numbers[][2] = {
        {"9", NULL}, {"1", "a bicycle ride"}, {"10", "a walk"}, {"4", "a hike"}, {"16", "a swim"}};
    if (type == NULL) {
        return SPORT_UNSAID;
    }
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        if (strcmp(numbers[i][0], type) == 0) {
            *what = numbers[i][1];
            return *what == NULL ? SPORT_RUN : SPORT_OTHER;
        }
    }
    return sport_in(type, what);
}

/* A name says the sport when it begins or ends with it: "Running 10/2/17", "Morning Run". A longer
 * text ("Run to the ski shop") says nothing. */
static said_sport sport_of_name(const char *name, const char **what) {
    static const struct {
        const char *word;
        said_sport sport;
    } words[] = {{"run", SPORT_RUN},        {"running", SPORT_RUN},  {"jogging", SPORT_RUN},
                 {"jog", SPORT_RUN},        {"ride", SPORT_OTHER},   {"cycling", SPORT_OTHER},
                 {"biking", SPORT_OTHER},   {"walk", SPORT_OTHER},   {"walking", SPORT_OTHER},
                 {"hike", SPORT_OTHER},     {"hiking", SPORT_OTHER}, {"swim", SPORT_OTHER},
                 {"swimming", SPORT_OTHER}, {"skiing", SPORT_OTHER}, {"rowing", SPORT_OTHER}};
    size_t length = name != NULL ? strlen(name) : 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t n = strlen(words[i].word);
        if (length < n) {
            continue;
        }
        char first[16] = {0};
        memcpy(first, name, n);
        bool begins = ff_text_holds(first, words[i].word) && (name[n] == '\0' || name[n] == ' ');
        bool ends = ff_text_holds(name + length - n, words[i].word) &&
                    (length == n || name[length - n - 1] == ' ');
        if (begins || ends) {
            (void)sport_in(words[i].word, what);
            return words[i].sport;
        }
    }
    return SPORT_UNSAID;
}

static said_sport sport_of_speed(const gpx_reading *r, const char **note) {
    ff_track_speeds speeds = ff_track_moving_speeds(r->track, r->runs.arena);
    if (!ff_track_speeds_of_run(&speeds)) {
        return SPORT_UNSAID;
    }
    *note = ff_track_speeds_note(&speeds, r->runs.arena);
    return SPORT_RUN;
}

/* Tracks */

static ff_code add_run(gpx_reading *r, bool cut, const char *note, ff_error *error) {
    ff_track_facts facts;
    ff_track_facts_init(&facts);
    facts.format = "GPX";
    facts.sport_detail = "running";
    facts.title = r->title != NULL ? r->title : r->file_title;
    facts.comment = r->description != NULL ? r->description : r->comment;
    facts.device = r->device;
    facts.cut = cut;
    const char *notes[3] = {"A GPX file has no place for stance time, step length or the balance "
                            "of the feet; the watch's original FIT file may hold them.",
                            note};
    r->runs_of_track = true;
    return ff_text_add_run(&r->runs, r->track, &facts, &r->zone, notes, error);
}

/* What has come since the <trk> began, or since the last run of it. */
static ff_code end_track(gpx_reading *r, bool cut, ff_error *error) {
    const char *what = NULL, *note = NULL;
    ff_code code = FF_OK;
    if (ff_track_rows(r->track) == 0) {
        if (!r->runs_of_track && (!cut || ff_track_timeless(r->track) > 0)) {
            ff_text_add_other(&r->runs,
                              ff_track_timeless(r->track) > 0
                                  ? "a track without times, which is a way and not a run"
                                  : "a track without points",
                              "tracks without a run");
        }
    } else {
        said_sport sport = sport_of_type(r->type, &what);
        sport = sport == SPORT_UNSAID ? sport_of_name(r->title, &what) : sport;
        if (r->runs.said_run && sport != SPORT_RUN) {
            r->runs.result->as_said = true;
            sport = SPORT_RUN;
        }
        sport = sport == SPORT_UNSAID ? sport_of_speed(r, &note) : sport;
        if (sport == SPORT_RUN) {
            code = add_run(r, cut, note, error);
        } else {
            ff_text_add_other(&r->runs,
                              what != NULL ? what
                                           : "a track that does not say its sport, and not at a "
                                             "runner's speed",
                              "several tracks without a run");
        }
    }
    ff_track_clear(r->track);
    r->zone = (ff_text_zone){0};
    return code != FF_OK ? code : ff_arena_check(r->runs.arena, error);
}

static void begin_track(gpx_reading *r) {
    r->in_track = true;
    r->tracks++;
    r->runs_of_track = false;
    r->title = r->description = r->comment = r->type = NULL;
    r->zone = (ff_text_zone){0};
    ff_track_row_init(&r->row);
}

/* Points */

static void begin_point(gpx_reading *r, const ff_xml_element *element) {
    const char *latitude = ff_xml_attribute(element, "lat");
    const char *longitude = ff_xml_attribute(element, "lon");
    bool after_gap = r->row.after_gap;
    ff_track_row_init(&r->row);
    r->row.after_gap = after_gap;
    r->row.value[FF_LATITUDE] = latitude != NULL ? ff_text_number(latitude) : NAN;
    r->row.value[FF_LONGITUDE] = longitude != NULL ? ff_text_number(longitude) : NAN;
    r->accuracy_m = NAN;
}

static ff_code end_point(gpx_reading *r, ff_error *error) {
    if (r->accuracy_m < 0 || r->accuracy_m > WORST_ACCURACY_M) {
        r->row.value[FF_LATITUDE] = r->row.value[FF_LONGITUDE] = NAN;
    }
    if (!r->points_only && r->row.after_gap &&
        r->row.at_s - ff_track_last_at(r->track) > FF_GPX_OTHER_RUN_S) {
        ff_code code = end_track(r, false, error);
        if (code != FF_OK) {
            return code;
        }
    }
    size_t before = ff_track_rows(r->track);
    ff_code code = ff_track_add_row(r->track, &r->row, error);
    r->row.after_gap &= ff_track_rows(r->track) == before;
    return code;
}

static void take_of_point(gpx_reading *r, gpx_element is, const char *name, const char *text) {
    if (is == GPX_TIME) {
        r->row.at_s = ff_text_time(text, &r->zone);
    } else if (is == GPX_ACCURACY) {
        r->accuracy_m = ff_text_number(text);
    } else if (is == GPX_VALUE) {
        r->row.value[names[row_of(name)].channel] = ff_text_number(text);
    }
}

/* Elements */

static void keep_text(gpx_reading *r, const char **place, const char *text) {
    if (*place == NULL && text[0] != '\0') {
        *place = ff_arena_copy(r->runs.arena, text);
    }
}

static void take_of_track(gpx_reading *r, gpx_element is, const char *text) {
    if (is == GPX_NAME) {
        keep_text(r, &r->title, text);
    } else if (is == GPX_DESCRIPTION) {
        keep_text(r, &r->description, text);
    } else if (is == GPX_COMMENT) {
        keep_text(r, &r->comment, text);
    } else if (is == GPX_TYPE) {
        keep_text(r, &r->type, text);
    }
}

/* The program that wrote the file. Many put their address behind their name. */
static void take_creator(gpx_reading *r, const ff_xml_element *element) {
    const char *creator = ff_xml_attribute(element, "creator");
    if (creator == NULL || creator[0] == '\0' || r->points_only) {
        return;
    }
    const char *address = strstr(creator, " - http");
    size_t length = address != NULL ? (size_t)(address - creator) : strlen(creator);
    r->device.product = ff_arena_copy_bytes(r->runs.arena, creator, length);
    r->device.maker = ff_text_maker(creator);
}

static ff_code on_begin(void *user, const ff_xml_element *element, ff_error *error) {
    gpx_reading *r = user;
    (void)error;
    gpx_element is = element_of(element->name);
    gpx_element parent = element->depth > 0 ? r->stack[element->depth - 1] : GPX_OTHER;
    r->stack[element->depth] = is;
    if (element->depth == 0) {
        take_creator(r, element);
    } else if (is == GPX_TRACK && !r->in_track) {
        begin_track(r);
    } else if (is == GPX_SEGMENT && parent == GPX_TRACK) {
        r->row.after_gap = ff_track_rows(r->track) > 0;
    } else if (is == GPX_POINT && parent == GPX_SEGMENT) {
        begin_point(r, element);
    }
    return FF_OK;
}

static bool within_point(const gpx_reading *r, unsigned depth) {
    for (unsigned i = 0; i < depth; i++) {
        if (r->stack[i] == GPX_POINT) {
            return true;
        }
    }
    return false;
}

static ff_code on_end(void *user, const char *name, const char *text, unsigned depth,
                      ff_error *error) {
    gpx_reading *r = user;
    gpx_element is = r->stack[depth], parent = depth > 0 ? r->stack[depth - 1] : GPX_OTHER;
    if (is == GPX_OTHER) {
        return FF_OK;
    }
    if (within_point(r, depth)) {
        take_of_point(r, is, name, text);
    } else if (is == GPX_POINT && parent == GPX_SEGMENT) {
        return end_point(r, error);
    } else if (r->points_only) {
        r->in_track &= is != GPX_TRACK;
    } else if (is == GPX_TRACK && r->in_track && depth == 1) {
        r->in_track = false;
        return end_track(r, false, error);
    } else if (parent == GPX_TRACK) {
        take_of_track(r, is, text);
    } else if (parent == GPX_METADATA && is == GPX_NAME) {
        keep_text(r, &r->file_title, text);
    }
    return FF_OK;
}

ff_code ff_gpx_read_runs(const ff_context *context, ff_stream *stream, bool said_run,
                         ff_arena *arena, ff_file_result *result, ff_error *error) {
    gpx_reading r = {.runs = {.context = context,
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
    if (r.in_track && !ff_text_gives_up(code)) {
        made = end_track(&r, true, error);
    }
    ff_track_free(r.track);
    return made != FF_OK ? made
                         : ff_text_end(&r.runs, code, &damage,
                                       "a GPX file of waypoints or routes, without a track", error);
}

ff_code ff_gpx_read_track(const ff_context *context, ff_stream *stream, ff_track *track,
                          ff_error *error) {
    gpx_reading r = {.track = track, .points_only = true};
    ff_xml_handler handler = {.begin = on_begin, .end = on_end, .user = &r};
    return ff_xml_read(context, stream, &handler, error);
}
