#include "files/apple_runs.h"

#include "files/apple_run.h"
#include "files/apple_text.h"
#include "files/apple_windows.h"
#include "files/xml.h"

#include <string.h>

typedef struct {
    const ff_context *context;
    const ff_apple_export *export;
    const ff_run_sink *sink;
    ff_file_result *result;
    ff_apple_store store;
    ff_apple_sources sources;
    ff_apple_windows windows;
    ff_track *track;
    const char *name;

    /* The pass at hand. */
    bool first;      /* the times of the runs are not known yet */
    bool load, emit; /* samples are held; runs are handed out */
    bool collect;    /* first pass: runs are only noted, for their samples may come behind them */
    bool dropped;    /* first pass: there were more samples than are held */
    bool too_many;   /* later: even those of one run are */
    bool settled;    /* the spans of the runs handed out are known */
    size_t late;     /* samples that stand behind the run they belong to */
    ff_apple_date exported;
    bool exported_known;

    /* The place in the file. */
    bool in_correlation, in_workout, is_read;
    unsigned correlation_depth;
    size_t workouts; /* elements seen in this pass */
    ff_arena arena;  /* of the workout at hand */
    ff_apple_workout_reader reader;

    size_t runs;     /* handed out */
    ff_code stopped; /* not by the XML but by what was done with it */
} reading;

static ff_code stop(reading *r, ff_code code) {
    return r->stopped = code;
}

static ff_code out_of_memory(reading *r, ff_error *error) {
    return stop(r, ff_fail(error, FF_ERR_MEMORY, r->name, FF_NO_OFFSET, "not enough memory"));
}

/* Records */

typedef struct {
    const char *source, *device, *unit, *start, *end, *value;
} record;

/* The kind, and the attributes when it is one that a run can use; -1 otherwise. */
static int look_at(const ff_xml_element *element, record *is) {
    int kind = -1;
    *is = (record){0};
    for (const char *const *at = element->attributes; *at != NULL; at += 2) {
        const char *name = at[0];
        if (strcmp(name, "type") == 0) {
            kind = ff_apple_kind_of(at[1]);
            if (kind < 0) {
                return -1;
            }
        } else if (strcmp(name, "sourceName") == 0 || strcmp(name, "source") == 0) {
            is->source = at[1];
        } else if (strcmp(name, "device") == 0) {
            is->device = at[1];
        } else if (strcmp(name, "unit") == 0) {
            is->unit = at[1];
        } else if (strcmp(name, "startDate") == 0) {
            is->start = at[1];
        } else if (strcmp(name, "endDate") == 0) {
            is->end = at[1];
        } else if (strcmp(name, "value") == 0) {
            is->value = at[1];
        }
    }
    bool whole = is->unit != NULL && is->start != NULL && is->end != NULL && is->value != NULL;
    return whole ? kind : -1;
}

static bool times_of(const record *is, int64_t *start_s, int64_t *end_s) {
    ff_apple_date start, end;
    if (!ff_apple_parse_date(is->start, &start) || !ff_apple_parse_date(is->end, &end)) {
        return false;
    }
    *start_s = start.at_s;
    *end_s = end.at_s;
    return start.at_s >= 0 && start.at_s <= UINT32_MAX && end.at_s >= start.at_s &&
           end.at_s - start.at_s <= FF_APPLE_LONGEST_SAMPLE_S;
}

/* No more are held than may be: in the first pass none, later those of fewer runs. */
static ff_code make_room(reading *r) {
    if (r->first) {
        r->dropped = true;
        r->load = false;
        ff_apple_store_free(&r->store);
        return FF_OK;
    }
    while (r->store.count >= r->store.most) {
        if (!ff_apple_windows_halve(&r->windows)) {
            r->too_many = true;
            r->load = false;
            return FF_OK;
        }
        ff_apple_store_keep(&r->store, r->windows.spans, r->windows.span_count);
    }
    return FF_OK;
}

/* A measurement behind a run: from here on runs wait for the end of the file. */
static ff_code note_late(reading *r, int64_t start_s, int64_t end_s, ff_error *error) {
    r->collect = true;
    if (!r->settled) {
        if (ff_apple_windows_span_done(&r->windows) != FF_OK) {
            return out_of_memory(r, error);
        }
        r->settled = true;
    }
    r->late += ff_apple_spans_touch(r->windows.spans, r->windows.span_count, start_s, end_s);
    return FF_OK;
}

static ff_code hold(reading *r, ff_apple_kind kind, const record *is, int64_t start_s,
                    int64_t end_s, ff_error *error) {
    double value;
    if (!ff_apple_parse_number(is->value, &value) ||
        !ff_apple_convert(ff_apple_kind_measure(kind), value, is->unit, &value) || value < 0 ||
        value > 1e9) {
        return FF_OK;
    }
    ff_apple_sample sample = {.start_s = (uint32_t)start_s,
                              .value = (float)value,
                              .duration_s = (uint16_t)(end_s - start_s),
                              .source =
                                  ff_apple_source_number(&r->sources, is->source, is->device)};
    ff_code code = ff_apple_store_add(&r->store, kind, &sample);
    if (code == FF_ERR_LIMIT) {
        code = make_room(r);
        /* What no longer touches an active run is not missed; the rest has room now. */
        bool again = r->load &&
                     ff_apple_spans_touch(r->windows.spans, r->windows.span_count, start_s, end_s);
        code = again ? ff_apple_store_add(&r->store, kind, &sample) : code;
    }
    return code == FF_OK ? FF_OK : out_of_memory(r, error);
}

static ff_code on_record(reading *r, const ff_xml_element *element, ff_error *error) {
    if (!r->load && !r->first) {
        return FF_OK;
    }
    record is;
    int64_t start_s, end_s;
    int kind = look_at(element, &is);
    if (kind < 0 || !times_of(&is, &start_s, &end_s)) {
        return FF_OK;
    }
    ff_code code = FF_OK;
    if (r->first && r->windows.count > 0) {
        code = note_late(r, start_s, end_s, error);
    }
    bool wanted =
        r->load &&
        (r->first || ff_apple_spans_touch(r->windows.spans, r->windows.span_count, start_s, end_s));
    return code == FF_OK && wanted ? hold(r, (ff_apple_kind)kind, &is, start_s, end_s, error)
                                   : code;
}

/* Workouts */

static bool is_running(const ff_xml_element *element) {
    const char *type = ff_xml_attribute(element, "workoutActivityType");
    return type != NULL && strcmp(type, "HKWorkoutActivityTypeRunning") == 0;
}

static void begin_workout(reading *r, const ff_xml_element *element) {
    r->workouts++;
    if (!is_running(element)) {
        return;
    }
    ff_track_clear(r->track);
    r->reader.arena = &r->arena;
    r->reader.track = r->track;
    r->reader.workout.number = r->workouts;
    r->is_read = ff_apple_workout_begin(&r->reader, element);
    r->in_workout = true;
}

static ff_code hand_out(reading *r, ff_error *error) {
    ff_apple_maker maker = {.context = r->context,
                            .store = &r->store,
                            .sources = &r->sources,
                            .siblings = r->export->siblings,
                            .source = r->name,
                            .exported = r->exported_known ? &r->exported : NULL,
                            .track = r->track};
    ff_arena arena;
    ff_run run;
    ff_arena_init(&arena, ff_context_allocator(r->context));
    r->reader.workout.more = r->reader.workout.more || r->too_many;
    ff_code code = ff_apple_make_run(&maker, &r->reader.workout, &arena, &run, error);
    if (code == FF_OK) {
        code = r->sink->take(r->sink->user, &run, error);
        r->runs += code == FF_OK;
    }
    ff_arena_free(&arena);
    return code == FF_OK ? FF_OK : stop(r, code);
}

static ff_apple_window window_of(const ff_apple_workout *workout) {
    ff_apple_span span = {workout->start.at_s, workout->end.at_s};
    ff_apple_window window = {.span = span,
                              .key = ff_apple_window_key(workout->source_name, &span)};
    if (span.to_s - span.from_s > FF_APPLE_LONGEST_S) {
        window.span.to_s = span.from_s + FF_APPLE_LONGEST_S;
    }
    return window;
}

/* The first time that a run is met. */
static ff_code meet(reading *r, ff_error *error) {
    ff_apple_window window = window_of(&r->reader.workout);
    if (ff_apple_windows_find(&r->windows, window.key) != NULL) {
        return FF_OK; /* told twice */
    }
    if (r->windows.count >= FF_APPLE_MOST_WORKOUTS) {
        return stop(r, ff_fail(error, FF_ERR_LIMIT, r->name, FF_NO_OFFSET,
                               "holds more than %u runs", FF_APPLE_MOST_WORKOUTS));
    }
    r->collect = r->collect || (r->store.count == 0 && !r->dropped);
    window.done = r->emit && !r->collect && !r->dropped;
    if (ff_apple_windows_add(&r->windows, &window) != FF_OK) {
        return out_of_memory(r, error);
    }
    return window.done ? hand_out(r, error) : FF_OK;
}

static ff_code meet_again(reading *r, ff_error *error) {
    ff_apple_window window = window_of(&r->reader.workout);
    ff_apple_window *known = ff_apple_windows_find(&r->windows, window.key);
    if (!r->emit || known == NULL || known->done || !known->active) {
        return FF_OK;
    }
    known->done = true;
    return hand_out(r, error);
}

static ff_code end_workout(reading *r, bool broken_off, ff_error *error) {
    ff_code code = ff_arena_check(&r->arena, error);
    r->in_workout = false;
    r->reader.workout.broken_off = broken_off;
    if (code != FF_OK) {
        stop(r, code);
    } else if (r->is_read) {
        code = r->first ? meet(r, error) : meet_again(r, error);
    }
    ff_arena_free(&r->arena);
    return code;
}

/* Elements */

static ff_code on_begin(void *user, const ff_xml_element *element, ff_error *error) {
    reading *r = user;
    const char *name = element->name;
    if (r->in_workout) {
        ff_code code = r->is_read ? ff_apple_workout_child(&r->reader, element, error) : FF_OK;
        return code == FF_OK ? FF_OK : stop(r, code);
    }
    if (name[0] == 'R' && strcmp(name, "Record") == 0) {
        /* What stands in a correlation is told by itself as well. */
        return r->in_correlation ? FF_OK : on_record(r, element, error);
    }
    if (strcmp(name, "Workout") == 0) {
        begin_workout(r, element);
    } else if (strcmp(name, "Correlation") == 0 && !r->in_correlation) {
        r->in_correlation = true;
        r->correlation_depth = element->depth;
    } else if (strcmp(name, "ExportDate") == 0) {
        const char *value = ff_xml_attribute(element, "value");
        r->exported_known = value != NULL && ff_apple_parse_date(value, &r->exported);
    }
    return FF_OK;
}

static ff_code on_end(void *user, const char *name, const char *text, unsigned depth,
                      ff_error *error) {
    reading *r = user;
    (void)text;
    if (r->in_workout) {
        if (depth == r->reader.depth) {
            return end_workout(r, false, error);
        }
        ff_apple_workout_child_end(&r->reader, name);
    } else if (r->in_correlation && depth == r->correlation_depth) {
        r->in_correlation = false;
    }
    return FF_OK;
}

/* A pass */

/* Errors that are not the file's. */
static bool gives_up(ff_code code) {
    switch (code) {
    case FF_ERR_TRUNCATED:
    case FF_ERR_CHECKSUM:
    case FF_ERR_DAMAGED:
    case FF_ERR_LIMIT:
    case FF_ERR_FORMAT:
        return false;
    default:
        return true;
    }
}

/* The first damage is the one that is told, with its place in the export. */
static void note_damage(reading *r, const ff_error *damage, int64_t origin) {
    if (r->result->damage.code == FF_OK) {
        r->result->damage = *damage;
        if (damage->offset >= 0) {
            r->result->damage.offset = origin + damage->offset;
        }
    }
}

/* What was open at a break is over. */
static ff_code close_open(reading *r, ff_error *error) {
    r->in_correlation = false;
    return r->in_workout ? end_workout(r, true, error) : FF_OK;
}

/* Reads from one break to the next; *on: there is more behind it. */
static ff_code read_piece(reading *r, ff_apple_text *text, bool *on, ff_error *error) {
    ff_xml_handler handler = {
        .begin = on_begin, .end = on_end, .no_text = true, .fragment = true, .user = r};
    ff_code code = ff_xml_read(r->context, &text->stream, &handler, error);
    int64_t origin = text->origin;
    *on = false;
    if (code == FF_OK || r->stopped != FF_OK || gives_up(code)) {
        return code;
    }
    ff_error damage = *error;
    int64_t at = damage.offset >= 0 ? origin + damage.offset : origin;
    if (text->failed == FF_OK && ff_apple_text_is_end(text, at)) {
        return FF_OK;
    }
    if (code == FF_ERR_DAMAGED && text->failed == FF_OK) {
        ff_fail(&damage, code, r->name, damage.offset,
                "stops being well-formed XML; it was read on behind that place");
    }
    note_damage(r, &damage, text->failed == FF_OK ? origin : 0);
    code = close_open(r, error);
    if (code == FF_OK && text->failed == FF_OK) {
        code = ff_apple_text_resume(text, at + 1, on, error);
        if (code != FF_OK && !gives_up(code)) {
            code = FF_OK; /* the stream is broken too, behind the break that was told */
            *on = false;
        }
    }
    return code;
}

static void note_forbidden(reading *r, const ff_apple_text *text) {
    ff_error damage;
    if (text->forbidden_at >= 0) {
        ff_fail(&damage, FF_ERR_DAMAGED, r->name, text->forbidden_at,
                "holds a control character, which XML forbids; it was read as a blank");
        note_damage(r, &damage, 0);
    }
}

static ff_code read_text(reading *r, ff_apple_text *text, ff_error *error) {
    bool on = true;
    ff_code code = FF_OK;
    for (size_t breaks = 0; code == FF_OK && on; breaks++) {
        if (breaks > FF_APPLE_MOST_BREAKS) {
            return stop(r, ff_fail(error, FF_ERR_LIMIT, r->name, text->origin,
                                   "is broken at more than %u places", FF_APPLE_MOST_BREAKS));
        }
        code = read_piece(r, text, &on, error);
    }
    if (code == FF_OK) {
        note_forbidden(r, text);
    }
    return code;
}

static ff_code read_pass(reading *r, ff_error *error) {
    ff_stream stream;
    ff_code code = r->export->open(r->export->user, &stream, error);
    if (code != FF_OK) {
        return stop(r, code);
    }
    r->name = stream.name;
    r->workouts = 0;
    r->in_correlation = r->in_workout = false;
    ff_apple_text text;
    code = ff_apple_text_open(r->context, &text, &stream, error);
    if (code == FF_OK) {
        code = read_text(r, &text, error);
    } else if (text.failed != FF_OK && !gives_up(code)) {
        note_damage(r, error, 0);
        code = FF_OK;
    }
    if (text.buffer != NULL) {
        ff_apple_text_close(&text);
    }
    ff_arena_free(&r->arena);
    ff_stream_close(&stream);
    return code;
}

/* All passes */

static ff_code first_pass(reading *r, ff_error *error) {
    r->first = r->load = r->emit = true;
    ff_code code = read_pass(r, error);
    r->first = false;
    if (code == FF_OK && r->late > 0) {
        ff_error damage;
        ff_fail(&damage, FF_ERR_DAMAGED, r->name, FF_NO_OFFSET,
                "%zu measurements stand behind the run they belong to, where no export has them; "
                "they were left out",
                r->late);
        note_damage(r, &damage, 0);
    }
    return code;
}

/* The samples of as many runs as fit, and these runs. */
static ff_code next_passes(reading *r, ff_error *error) {
    if (ff_apple_windows_activate(&r->windows) != FF_OK) {
        return out_of_memory(r, error);
    }
    ff_code code = FF_OK;
    if (r->dropped) {
        ff_apple_store_free(&r->store);
        r->too_many = false;
    }
    if (r->dropped && r->collect) { /* runs may stand before their samples */
        r->load = true;
        r->emit = false;
        code = read_pass(r, error);
    }
    if (code == FF_OK) {
        r->load = r->dropped && !r->collect;
        r->emit = true;
        code = read_pass(r, error);
    }
    ff_apple_windows_finish(&r->windows);
    return code;
}

static ff_code read_all(reading *r, ff_error *error) {
    ff_code code = first_pass(r, error);
    bool more = true;
    while (code == FF_OK && more) {
        more = false;
        for (size_t i = 0; i < r->windows.count && !more; i++) {
            more = !r->windows.items[i].done;
        }
        code = more ? next_passes(r, error) : FF_OK;
    }
    return code;
}

static ff_code conclude(reading *r, ff_error *error) {
    ff_file_result *result = r->result;
    if (ff_arena_check(&r->sources.arena, error) != FF_OK) {
        return FF_ERR_MEMORY;
    }
    if (r->runs == 0 && result->damage.code != FF_OK && r->workouts == 0) {
        *error = result->damage;
        return error->code;
    }
    result->kind = r->runs > 0 ? FF_FILE_RUNS : FF_FILE_NOT_RUNS;
    result->what = r->runs > 0 ? NULL : "an Apple Health export without a run";
    return FF_OK;
}

ff_code ff_apple_read_runs(const ff_context *context, const ff_apple_export *export,
                           const ff_run_sink *sink, ff_file_result *result, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(context);
    reading *r = allocator->allocate(allocator->user, sizeof *r);
    ff_error local;
    error = error != NULL ? error : &local;
    *result = (ff_file_result){.kind = FF_FILE_FAILED};
    ff_error_clear(&result->damage);
    if (r == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    *r = (reading){.context = context, .export = export, .sink = sink, .result = result};
    ff_apple_store_init(&r->store, allocator,
                        export->most_samples > 0 ? export->most_samples : FF_APPLE_MOST_SAMPLES);
    ff_apple_windows_init(&r->windows, allocator);
    ff_arena_init(&r->arena, allocator);
    ff_code code = ff_apple_sources_init(&r->sources, allocator, error);
    code = code == FF_OK ? ff_track_new(allocator, &r->track, error) : code;
    code = code == FF_OK ? read_all(r, error) : code;
    code = code == FF_OK ? conclude(r, error) : code;
    ff_track_free(r->track);
    ff_apple_windows_free(&r->windows);
    ff_apple_sources_free(&r->sources);
    ff_apple_store_free(&r->store);
    allocator->release(allocator->user, r);
    if (code != FF_OK) {
        result->kind = FF_FILE_FAILED;
    } else {
        ff_error_clear(error); /* what was wrong with the export stands in result->damage */
    }
    return code;
}
