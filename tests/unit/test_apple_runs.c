/* Apple Health's export to runs: made-up exports with everything odd that real ones have, and the
 * real ones against what their own attributes say. */
#include "support.h"

#include "base/arena.h"
#include "files/apple_runs.h"
#include "files/apple_store.h"

#include <footfall/text.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* cmocka compares floats alone. */
static void check_near(double is, double wanted, double within, int line) {
    if (!(fabs(is - wanted) <= within)) {
        fail_msg("line %d: %.17g, not %.17g within %g", line, is, wanted, within);
    }
}
#define assert_near(is, wanted, within) check_near((is), (wanted), (within), __LINE__)

#define MOST_RUNS 32

/* What came out of an export, copied: the sink's run is gone when it returns. */
typedef struct {
    ff_arena arena;
    ff_run runs[MOST_RUNS];
    size_t count;
    ff_code refuse; /* handed back by the sink */
    ff_file_result result;
    ff_error error;
    ff_code code;
} outcome;

static double *copy_column(ff_arena *arena, const double *column, size_t rows) {
    if (column == NULL) {
        return NULL;
    }
    return ff_arena_grow(arena, column, rows, rows, sizeof *column);
}

static ff_code take(void *user, const ff_run *run, ff_error *error) {
    outcome *out = user;
    ff_arena *arena = &out->arena;
    if (out->refuse != FF_OK) {
        return ff_fail(error, out->refuse, NULL, FF_NO_OFFSET, "refused");
    }
    assert_true(out->count < MOST_RUNS);
    ff_run *copy = &out->runs[out->count++];
    *copy = *run;
    copy->sport_detail = ff_arena_copy(arena, run->sport_detail);
    copy->source = ff_arena_copy(arena, run->source);
    copy->device.maker = ff_arena_copy(arena, run->device.maker);
    copy->device.product = ff_arena_copy(arena, run->device.product);
    copy->laps =
        ff_arena_grow(arena, run->laps, run->lap_count, run->lap_count + 1, sizeof *run->laps);
    copy->pauses = ff_arena_grow(arena, run->pauses, run->pause_count, run->pause_count + 1,
                                 sizeof *run->pauses);
    copy->notes = ff_arena_take(arena, run->note_count + 1, sizeof *copy->notes);
    for (size_t i = 0; i < run->note_count; i++) {
        copy->notes[i] = ff_arena_copy(arena, run->notes[i]);
    }
    copy->series.time_s = copy_column(arena, run->series.time_s, run->series.rows);
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        copy->series.column[c] = copy_column(arena, run->series.column[c], run->series.rows);
    }
    return FF_OK;
}

typedef struct {
    const char *text;
    size_t size;
    ff_bytes bytes;
    size_t opened;
} made_export;

static ff_code open_made(void *user, ff_stream *stream, ff_error *error) {
    made_export *made = user;
    (void)error;
    made->opened++;
    ff_bytes_of_memory(&made->bytes, made->text, made->size, "export.xml");
    ff_stream_of_bytes(stream, &made->bytes);
    return FF_OK;
}

typedef struct {
    const char *path, *text; /* text NULL: cannot be read */
} made_file;

static ff_code open_sibling(void *user, const char *path, ff_arena *arena, ff_bytes *bytes,
                            ff_error *error) {
    (void)arena;
    for (const made_file *file = user; file->path != NULL; file++) {
        if (strcmp(file->path, path) == 0) {
            if (file->text == NULL) {
                return ff_fail(error, FF_ERR_READ, path, FF_NO_OFFSET, "cannot be read");
            }
            ff_bytes_of_memory(bytes, file->text, strlen(file->text), file->path);
            return FF_OK;
        }
    }
    return ff_fail(error, FF_ERR_NOT_FOUND, path, FF_NO_OFFSET, "not there");
}

static void begin_outcome(outcome *out) {
    memset(out, 0, sizeof *out);
    ff_arena_init(&out->arena, NULL);
}

static void read_made(const ff_context *context, made_export *made, const made_file *files,
                      size_t most, outcome *out) {
    ff_siblings siblings = {.open = open_sibling, .user = (void *)(uintptr_t)files};
    ff_apple_export export = {.open = open_made,
                              .user = made,
                              .siblings = files != NULL ? &siblings : NULL,
                              .most_samples = most};
    ff_run_sink sink = {.take = take, .user = out};
    out->code = ff_apple_read_runs(context, &export, &sink, &out->result, &out->error);
}

/* Reads a text; free_outcome afterwards. */
static void read_text(const char *text, outcome *out) {
    made_export made = {.text = text, .size = strlen(text)};
    begin_outcome(out);
    read_made(NULL, &made, NULL, 0, out);
}

static void free_outcome(outcome *out) {
    ff_arena_free(&out->arena);
}

static bool noted(const ff_run *run, const char *words) {
    for (size_t i = 0; i < run->note_count; i++) {
        if (strstr(run->notes[i], words) != NULL) {
            return true;
        }
    }
    return false;
}

/* The value of a channel at a second; NAN where there is no row. */
static double value_at(const ff_run *run, ff_channel channel, double second) {
    for (size_t i = 0; run->series.column[channel] != NULL && i < run->series.rows; i++) {
        if (run->series.time_s[i] == second) {
            return run->series.column[channel][i];
        }
    }
    return NAN;
}

/* Making exports */

#define HEAD                                                                                       \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                 \
    "<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n"            \
    "<!ATTLIST HealthData\n  locale CDATA #REQUIRED\n>\n]>\n"                                      \
    "<HealthData locale=\"en_GB\">\n <ExportDate value=\"2026-06-12 12:58:46 +0200\"/>\n"
#define TAIL "</HealthData>\n"

#define WATCH                                                                                      \
    "&lt;&lt;HKDevice: 0x1&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, "          \
    "hardware:Watch6,2, software:10.1&gt;"
#define PHONE                                                                                      \
    "&lt;&lt;HKDevice: 0x2&gt;, name:iPhone, manufacturer:Apple Inc., model:iPhone, "              \
    "hardware:iPhone14,5, software:17.1&gt;"

/* Seconds after 06:00:00 UTC on a day of June 2026, as Apple writes it in central Europe. */
static void date_of(int day, int second, char text[40]) {
    second += 8 * 3600;
    snprintf(text, 40, "2026-06-%02d %02d:%02d:%02d +0200", day, second / 3600, second / 60 % 60,
             second % 60);
}

typedef struct {
    const char *kind, *source, *device, *unit; /* device NULL: none */
} made_kind;

static void add_record(ff_text *text, const made_kind *is, int day, int from, int to,
                       double value) {
    char start[40], end[40];
    date_of(day, from, start);
    date_of(day, to, end);
    ff_text_addf(text,
                 " <Record type=\"HKQuantityTypeIdentifier%s\" sourceName=\"%s\" "
                 "sourceVersion=\"10.1\"%s%s%s unit=\"%s\" creationDate=\"%s\" startDate=\"%s\" "
                 "endDate=\"%s\" value=\"%.6g\"/>\n",
                 is->kind, is->source, is->device != NULL ? " device=\"" : "",
                 is->device != NULL ? is->device : "", is->device != NULL ? "\"" : "", is->unit,
                 end, start, end, value);
}

/* Records of one kind over a run, from one second to another by steps. */
static void add_records(ff_text *text, const made_kind *is, int day, int from, int to, int step,
                        double value) {
    for (int s = from; s < to; s += step) {
        add_record(text, is, day, s, s + step, value);
    }
}

static void begin_workout(ff_text *text, const char *source, int day, int from, int to,
                          double minutes) {
    char start[40], end[40];
    date_of(day, from, start);
    date_of(day, to, end);
    ff_text_addf(text,
                 " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"%.8g\" "
                 "durationUnit=\"min\" sourceName=\"%s\" sourceVersion=\"10.1\" "
                 "creationDate=\"%s\" startDate=\"%s\" endDate=\"%s\">\n",
                 minutes, source, end, start, end);
}

static void end_workout(ff_text *text) {
    ff_text_add(text, " </Workout>\n");
}

static void add_event(ff_text *text, const char *type, int day, int second, double minutes) {
    char date[40];
    date_of(day, second, date);
    ff_text_addf(text, "  <WorkoutEvent type=\"HKWorkoutEventType%s\" date=\"%s\"", type, date);
    if (minutes > 0) {
        ff_text_addf(text, " duration=\"%.6g\" durationUnit=\"min\"", minutes);
    }
    ff_text_add(text, "/>\n");
}

static const made_kind watch_heart = {"HeartRate", "Kim's Watch", WATCH, "count/min"};
static const made_kind watch_steps = {"StepCount", "Kim's Watch", WATCH, "count"};
static const made_kind watch_way = {"DistanceWalkingRunning", "Kim's Watch", WATCH, "km"};
static const made_kind phone_steps = {"StepCount", "Kim's iPhone", PHONE, "count"};
static const made_kind phone_way = {"DistanceWalkingRunning", "Kim's iPhone", PHONE, "km"};

/* Ten minutes on a day: 162 steps a minute, 3 m/s, heart rate 140, by the watch and, a little
 * otherwise, by the phone. */
static void add_watch_records(ff_text *text, int day) {
    add_records(text, &watch_heart, day, 0, 600, 5, 140);
    add_records(text, &watch_steps, day, 0, 600, 10, 27);
    add_records(text, &phone_steps, day, -30, 630, 60, 158);
    add_records(text, &watch_way, day, 0, 600, 3, 0.009);
    add_records(text, &phone_way, day, -30, 630, 60, 0.170);
}

static void add_watch_run(ff_text *text, int day) {
    begin_workout(text, "Kim's Watch", day, 0, 600, 10);
    end_workout(text);
}

/* Several such runs, days from 1. */
static void make_runs(ff_text *text, int runs) {
    ff_text_init(text, NULL);
    ff_text_add(text, HEAD);
    for (int day = 1; day <= runs; day++) {
        add_watch_records(text, day);
    }
    for (int day = 1; day <= runs; day++) {
        add_watch_run(text, day);
    }
    ff_text_add(text, TAIL);
}

/* Tests */

static void samples_become_the_series_of_their_run(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    make_runs(&text, 2);
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.result.kind, FF_FILE_RUNS);
    assert_int_equal(out.result.damage.code, FF_OK);
    assert_int_equal(out.count, 2);
    const ff_run *run = &out.runs[1];
    assert_int_equal(run->start_s, 1780380000); /* date -u -d '2026-06-02 06:00:00' +%s */
    assert_int_equal(run->sport, FF_SPORT_RUNNING);
    assert_string_equal(run->sport_detail, "running");
    assert_string_equal(run->format, "Apple Health");
    assert_string_equal(run->source, "export.xml, workout 2 by Kim's Watch");
    assert_near(run->figures.duration_s, 600, 1e-9);
    assert_near(run->figures.elapsed_s, 600, 1e-9);
    /* The watch's, not the phone's and not both together. */
    assert_near(run->figures.distance_m, 1800, 1e-3);
    assert_near(run->figures.cadence_spm, 162, 1e-3);
    assert_near(run->figures.heart_rate_bpm, 140, 1e-3);
    assert_near(value_at(run, FF_DISTANCE, 300), 900, 1e-3);
    assert_near(value_at(run, FF_CADENCE, 300), 162, 1e-3);
    assert_near(value_at(run, FF_HEART_RATE, 303), 140, 1e-3);
    assert_null(run->series.column[FF_LATITUDE]);
    assert_false(noted(run, "taken from others"));
    /* June and an export in June: the offset is believed. */
    assert_true(run->utc_offset_known);
    assert_int_equal(run->utc_offset_s, 7200);
    free_outcome(&out);
    ff_text_free(&text);
}

static void american_units_are_read(void **state) {
    (void)state;
    const made_kind speed = {"RunningSpeed", "W", WATCH, "mi/hr"};
    const made_kind way = {"DistanceWalkingRunning", "W", WATCH, "mi"};
    const made_kind rise = {"RunningVerticalOscillation", "W", WATCH, "in"};
    const made_kind step = {"RunningStrideLength", "W", WATCH, "ft"};
    const made_kind stance = {"RunningGroundContactTime", "W", WATCH, "s"};
    const made_kind power = {"RunningPower", "W", WATCH, "W"};
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_records(&text, &speed, 1, 0, 600, 5, 6);
    add_records(&text, &way, 1, 0, 600, 5, 0.01);
    add_records(&text, &rise, 1, 0, 600, 5, 3.5);
    add_records(&text, &step, 1, 0, 600, 5, 3);
    add_records(&text, &stance, 1, 0, 600, 5, 0.3);
    add_records(&text, &power, 1, 0, 600, 5, 210);
    begin_workout(&text, "W", 1, 0, 600, 10);
    ff_text_add(&text, "  <MetadataEntry key=\"HKWeatherTemperature\" value=\"50 degF\"/>\n"
                       "  <MetadataEntry key=\"HKElevationAscended\" value=\"6575 cm\"/>\n"
                       "  <MetadataEntry key=\"HKWeatherHumidity\" value=\"6400 %\"/>\n");
    end_workout(&text);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    assert_near(value_at(run, FF_SPEED, 100), 6 * 0.44704, 1e-6);
    assert_near(value_at(run, FF_VERTICAL_OSCILLATION, 100), 88.9, 1e-4);
    assert_near(value_at(run, FF_STEP_LENGTH, 100), 914.4, 1e-3);
    assert_near(value_at(run, FF_STANCE_TIME, 100), 300, 1e-3);
    assert_near(value_at(run, FF_POWER, 100), 210, 1e-6);
    assert_near(run->figures.distance_m, 120 * 16.09344, 1e-2);
    assert_near(run->figures.stance_time_ms, 300, 1e-3);
    assert_near(run->figures.outdoor_temperature_c, 10, 1e-9); /* of the air, not of a wrist */
    assert_true(isnan(run->figures.temperature_c));
    assert_near(run->figures.ascent_m, 65.75, 1e-9);
    free_outcome(&out);
    ff_text_free(&text);
}

static void the_workouts_own_statistics_are_its_figures(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    begin_workout(&text, "Kim's Watch", 1, 0, 600, 10);
    ff_text_add(
        &text, "  <WorkoutActivity uuid=\"A\" startDate=\"2026-06-01 08:00:00 +0200\" "
               "endDate=\"2026-06-01 08:10:00 +0200\" duration=\"10\" durationUnit=\"min\">\n"
               "   <WorkoutStatistics type=\"HKQuantityTypeIdentifierStepCount\" sum=\"7\" "
               "unit=\"count\"/>\n"
               "   <MetadataEntry key=\"HKElevationAscended\" value=\"1200 cm\"/>\n"
               "  </WorkoutActivity>\n"
               "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierStepCount\" sum=\"1650\" "
               "unit=\"count\"/>\n"
               "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" "
               "sum=\"1.83\" unit=\"km\"/>\n"
               "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierHeartRate\" average=\"141.5\" "
               "minimum=\"100\" maximum=\"160\" unit=\"count/min\"/>\n"
               "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierRunningStrideLength\" "
               "average=\"1.11\" unit=\"m\"/>\n"
               "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierRunningVerticalOscillation\" "
               "average=\"8.75\" unit=\"cm\"/>\n"
               "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierRunningGroundContactTime\" "
               "average=\"303.9\" unit=\"ms\"/>\n"
               "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierRunningPower\" average=\"208\" "
               "unit=\"horses\"/>\n");
    end_workout(&text);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    const ff_run_figures *f = &out.runs[0].figures;
    assert_near(f->cadence_spm, 165, 1e-9);
    assert_near(f->distance_m, 1830, 1e-9);
    assert_near(f->heart_rate_bpm, 141.5, 1e-9);
    assert_near(f->step_length_mm, 1110, 1e-9);
    assert_near(f->vertical_oscillation_mm, 87.5, 1e-9);
    assert_near(f->stance_time_ms, 303.9, 1e-9);
    assert_near(f->ascent_m, 12, 1e-9); /* told by its part alone */
    assert_true(isnan(f->power_w));     /* a unit that is none */
    assert_int_equal(out.runs[0].lap_count, 0);
    free_outcome(&out);
    ff_text_free(&text);
}

static void totals_of_old_exports_stand_in_attributes(void **state) {
    (void)state;
    outcome out;
    read_text(HEAD
              " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"30.5\" "
              "durationUnit=\"min\" totalDistance=\"3.1\" totalDistanceUnit=\"mi\" "
              "totalEnergyBurned=\"300\" totalEnergyBurnedUnit=\"kcal\" sourceName=\"Strava\" "
              "startDate=\"2017-01-01 10:00:00 -0500\" endDate=\"2017-01-01 10:31:00 -0500\">\n"
              "  <MetadataEntry key=\"HKIndoorWorkout\" value=\"1\"/>\n </Workout>\n" TAIL,
              &out);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    assert_near(run->figures.distance_m, 3.1 * 1609.344, 1e-6);
    assert_near(run->figures.duration_s, 1830, 1e-9);
    assert_near(run->figures.elapsed_s, 1860, 1e-9);
    assert_string_equal(run->sport_detail, "running/treadmill");
    assert_string_equal(run->device.product, "Strava");
    assert_null(run->device.maker);
    assert_int_equal(run->series.rows, 0);
    assert_true(noted(run, "30 s of pauses"));
    assert_true(run->utc_offset_known); /* not that of the day of the export */
    assert_int_equal(run->utc_offset_s, -5 * 3600);
    free_outcome(&out);
}

/* A resumption that the export lost: the duration tells that one went on, or did not. */
static void pause_without_end(void **state) {
    (void)state;
    for (int went_on = 0; went_on < 2; went_on++) {
        ff_text text;
        outcome out;
        ff_text_init(&text, NULL);
        ff_text_add(&text, HEAD);
        add_watch_records(&text, 1);
        begin_workout(&text, "Kim's Watch", 1, 0, 600, went_on ? 10 : 8);
        add_event(&text, "Pause", 1, 480, 0);
        end_workout(&text);
        ff_text_add(&text, TAIL);
        read_text(text.data, &out);
        assert_int_equal(out.count, 1);
        const ff_run *run = &out.runs[0];
        assert_int_equal(run->pause_count, !went_on);
        assert_near(run->figures.moving_s, went_on ? 600 : 480, 2);
        assert_int_equal(noted(run, "A pause has no end"), went_on);
        assert_false(noted(run, "The watch counted"));
        free_outcome(&out);
        ff_text_free(&text);
    }
}

static void pauses_are_taken_from_the_events(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    begin_workout(&text, "Kim's Watch", 1, 0, 600, 8);
    add_event(&text, "Pause", 1, 100, 0);
    add_event(&text, "Resume", 1, 160, 0);
    add_event(&text, "MotionPaused", 1, 140, 0);
    add_event(&text, "MotionResumed", 1, 200, 0);
    add_event(&text, "PauseOrResumeRequest", 1, 300, 0);
    ff_text_add(&text, "  <WorkoutActivity uuid=\"A\" startDate=\"2026-06-01 08:00:00 +0200\" "
                       "endDate=\"2026-06-01 08:10:00 +0200\">\n");
    add_event(&text, "Pause", 1, 100, 0); /* told again in the part */
    add_event(&text, "Resume", 1, 160, 0);
    ff_text_add(&text, "  </WorkoutActivity>\n");
    add_event(&text, "Resume", 1, 590, 0);
    add_event(&text, "Pause", 1, 580, 0); /* out of order, as lists of children may be */
    end_workout(&text);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    assert_int_equal(run->pause_count, 3);
    assert_near(run->pauses[0].start_s, 100, 0);
    assert_near(run->pauses[0].end_s, 160, 0);
    assert_near(run->pauses[1].start_s, 160, 0);
    assert_near(run->pauses[1].end_s, 200, 0);
    assert_near(run->pauses[2].start_s, 580, 0);
    for (size_t i = 0; i < run->series.rows; i++) {
        double t = run->series.time_s[i];
        assert_false(t > 100 && t < 160);
        assert_false(t > 160 && t < 200);
    }
    /* What was walked in a pause is no distance of the run: 3 m/s but for 110 s. */
    assert_near(value_at(run, FF_DISTANCE, 99), 297, 1e-2);
    assert_near(value_at(run, FF_DISTANCE, 200), 300, 1e-2);
    assert_near(value_at(run, FF_DISTANCE, 600), 1470, 1e-2);
    free_outcome(&out);
    ff_text_free(&text);
}

static void an_open_pause_lasts_to_the_end(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    begin_workout(&text, "W", 1, 0, 600, 9);
    add_event(&text, "Resume", 1, 10, 0); /* of nothing */
    add_event(&text, "Pause", 1, 540, 0);
    end_workout(&text);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    assert_int_equal(out.runs[0].pause_count, 1);
    assert_near(out.runs[0].pauses[0].start_s, 540, 0);
    assert_near(out.runs[0].pauses[0].end_s, 600, 0);
    free_outcome(&out);
    ff_text_free(&text);
}

static void markers_are_pressed_and_segments_are_nothing(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    begin_workout(&text, "Kim's Watch", 1, 0, 600, 10);
    add_event(&text, "Segment", 1, 0, 5.5); /* a kilometre */
    add_event(&text, "Segment", 1, 0, 8.9); /* and a mile */
    add_event(&text, "Segment", 1, 330, 4);
    add_event(&text, "Marker", 1, 400, 0);
    add_event(&text, "Lap", 1, 0, 2.5);    /* its start; it ended 150 s later */
    add_event(&text, "Marker", 1, 599, 0); /* the stop */
    end_workout(&text);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    assert_int_equal(run->lap_count, 3);
    assert_near(run->laps[0].end_s, 150, 0);
    assert_int_equal(run->laps[0].trigger, FF_LAP_UNKNOWN);
    assert_near(run->laps[0].distance_m, 450, 0.1);
    assert_near(run->laps[1].start_s, 150, 0);
    assert_near(run->laps[1].end_s, 400, 0);
    assert_int_equal(run->laps[1].trigger, FF_LAP_MANUAL);
    assert_near(run->laps[1].timer_s, 250, 1e-9);
    assert_int_equal(run->laps[2].trigger, FF_LAP_SESSION_END);
    assert_near(run->laps[2].end_s, 600, 0);
    free_outcome(&out);
    ff_text_free(&text);
}

static void parts_of_a_planned_session_are_laps(void **state) {
    (void)state;
    outcome out;
    read_text(" <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"10\" "
              "durationUnit=\"min\" sourceName=\"W\" startDate=\"2026-06-01 08:00:00 +0200\" "
              "endDate=\"2026-06-01 08:10:00 +0200\">\n"
              "  <WorkoutActivity startDate=\"2026-06-01 08:00:00 +0200\" "
              "endDate=\"2026-06-01 08:04:00 +0200\">\n"
              "   <WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" "
              "sum=\"0.7\" unit=\"km\"/>\n  </WorkoutActivity>\n"
              "  <WorkoutActivity startDate=\"2026-06-01 08:04:00 +0200\" "
              "endDate=\"2026-06-01 08:05:00 +0200\"/>\n"
              "  <WorkoutActivity startDate=\"2026-06-01 08:05:00 +0200\" "
              "endDate=\"2026-06-01 08:09:30 +0200\"/>\n </Workout>\n",
              &out);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    assert_int_equal(run->lap_count, 4);
    assert_near(run->laps[0].end_s, 240, 0);
    assert_near(run->laps[0].distance_m, 700, 1e-9);
    assert_int_equal(run->laps[0].trigger, FF_LAP_OTHER);
    assert_near(run->laps[1].end_s, 300, 0);
    assert_near(run->laps[2].end_s, 570, 0);
    assert_int_equal(run->laps[3].trigger, FF_LAP_SESSION_END);
    free_outcome(&out);
}

#define ROUTE(points)                                                                              \
    "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"Apple Health "                          \
    "Export\"><trk><trkseg>" points "</trkseg></trk></gpx>"
#define POINT(lat, ele, time, speed)                                                               \
    "<trkpt lon=\"10\" lat=\"" lat "\"><ele>" ele "</ele><time>2026-06-01T06:" time                \
    "Z</time><extensions><speed>" speed "</speed></extensions></trkpt>"

static void routes_are_joined_by_time(void **state) {
    (void)state;
    const made_file files[] = {
        {"/workout-routes/route_2026-06-01_9.05am.gpx",
         ROUTE(POINT("50.00050", "105", "05:00", "3.1") POINT("50.00053", "106", "05:01", "3.2"))},
        {"/workout-routes/route_2026-06-01_9.01am.gpx",
         ROUTE(POINT("50.00000", "100", "00:00", "2.9") POINT("50.00003", "101", "00:01", "3.0"))},
        {"/workout-routes/cut.gpx",
         "<gpx><trk><trkseg>" POINT("50.00080", "108", "08:00", "3.3") "<trkpt"},
        {"/workout-routes/unreadable.gpx", NULL},
        {NULL, NULL}};
    ff_text text;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_records(&text, &watch_heart, 1, 0, 600, 5, 140);
    begin_workout(&text, "Kim's Watch", 1, 0, 600, 10);
    ff_text_add(&text, "  <MetadataEntry key=\"HKTimeZone\" value=\"Europe/Helsinki\"/>\n"
                       "  <WorkoutRoute sourceName=\"W\" startDate=\"2026-06-01 08:04:58 +0200\" "
                       "endDate=\"2026-06-01 08:05:01 +0200\">\n"
                       "   <FileReference path=\"/workout-routes/route_2026-06-01_9.05am.gpx\"/>\n"
                       "  </WorkoutRoute>\n"
                       "  <WorkoutRoute endDate=\"2026-06-01 08:01:01 +0200\">"
                       "<FileReference path=\"/workout-routes/route_2026-06-01_9.01am.gpx\"/>"
                       "</WorkoutRoute>\n"
                       "  <WorkoutRoute><FileReference path=\"/workout-routes/gone.gpx\"/>"
                       "<FileReference path=\"/workout-routes/gone.gpx\"/></WorkoutRoute>\n"
                       "  <WorkoutRoute><FileReference path=\"/workout-routes/cut.gpx\"/>"
                       "</WorkoutRoute>\n"
                       "  <WorkoutRoute><FileReference path=\"/workout-routes/unreadable.gpx\"/>"
                       "</WorkoutRoute>\n");
    end_workout(&text);
    ff_text_add(&text, TAIL);
    made_export made = {.text = text.data, .size = text.length};
    outcome out;
    begin_outcome(&out);
    read_made(NULL, &made, files, 0, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    assert_near(value_at(run, FF_LATITUDE, 0), 50, 1e-9);
    assert_near(value_at(run, FF_ALTITUDE, 1), 101, 1e-9);
    assert_near(value_at(run, FF_LATITUDE, 301), 50.00053, 1e-9);
    assert_near(value_at(run, FF_SPEED, 300), 3.1, 1e-9);
    assert_near(value_at(run, FF_LONGITUDE, 480), 10, 1e-9);
    assert_true(isnan(value_at(run, FF_LATITUDE, 100)));
    assert_near(value_at(run, FF_HEART_RATE, 301), 140, 1e-9);
    assert_true(noted(run, "1 file of its route is not there."));
    assert_true(noted(run, "2 files of its route are damaged."));
    /* What is left of a route is no measure of the whole run. */
    assert_null(run->series.column[FF_DISTANCE]);
    assert_true(isnan(run->figures.distance_m));
    assert_true(isnan(run->figures.speed_mps));
    assert_true(isnan(run->figures.moving_s));
    assert_true(isnan(run->figures.descent_m));
    /* The names of the routes tell the local time: three hours, whatever the dates say. */
    assert_true(run->utc_offset_known);
    assert_int_equal(run->utc_offset_s, 10800);
    free_outcome(&out);
    ff_text_free(&text);
}

/* Indoors there is no route: the name of the zone tells, and what it was like outside is told of
 * the air. Which file could say what this one cannot is told too. */
static void zone_and_weather(void **state) {
    (void)state;
    for (int measured = 0; measured < 2; measured++) {
        ff_text text;
        outcome out;
        ff_text_init(&text, NULL);
        ff_text_add(&text, HEAD);
        begin_workout(&text, "Kim's Watch", 1, 0, 600, 10);
        ff_text_add(&text, "  <MetadataEntry key=\"HKTimeZone\" value=\"America/Denver\"/>\n"
                           "  <MetadataEntry key=\"HKWeatherHumidity\" value=\"6400 %\"/>\n"
                           "  <MetadataEntry key=\"HKWeatherTemperature\" value=\"59 degF\"/>\n");
        ff_text_add(&text, measured ? "  <WorkoutStatistics type=\"HKQuantityTypeIdentifierRunning"
                                      "GroundContactTime\" average=\"250\" unit=\"ms\"/>\n"
                                    : "");
        end_workout(&text);
        ff_text_add(&text, TAIL);
        read_text(text.data, &out);
        assert_int_equal(out.count, 1);
        const ff_run *run = &out.runs[0];
        assert_true(run->utc_offset_known);
        assert_int_equal(run->utc_offset_s, -6 * 3600); /* in June */
        assert_near(run->figures.outdoor_temperature_c, 15, 1e-9);
        assert_true(isnan(run->figures.temperature_c));
        assert_true(noted(run, "said 15 \xC2\xB0"
                               "C and 64 % humidity"));
        assert_true(noted(run, "no place for the balance of the feet"));
        assert_true(noted(run, "original FIT file"));
        assert_int_equal(noted(run, "tells no stance time"), !measured);
        free_outcome(&out);
        ff_text_free(&text);
    }
}

static void old_routes_stand_in_the_export(void **state) {
    (void)state;
    outcome out;
    read_text(" <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"10\" "
              "durationUnit=\"min\" sourceName=\"W\" startDate=\"2026-06-01 08:00:00 +0200\" "
              "endDate=\"2026-06-01 08:10:00 +0200\">\n  <WorkoutRoute>\n"
              "   <Location date=\"2026-06-01 08:00:00 +0200\" latitude=\"50\" longitude=\"10\" "
              "altitude=\"100\" horizontalAccuracy=\"3\" verticalAccuracy=\"2\" course=\"1\" "
              "speed=\"-1\"/>\n"
              "   <Location date=\"2026-06-01 08:00:10 +0200\" latitude=\"50.0003\" "
              "longitude=\"10\" altitude=\"103\" speed=\"3\"/>\n  </WorkoutRoute>\n </Workout>\n",
              &out);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    assert_near(value_at(run, FF_LATITUDE, 10), 50.0003, 1e-9);
    assert_near(value_at(run, FF_ALTITUDE, 10), 103, 1e-9);
    assert_true(isnan(value_at(run, FF_SPEED, 0)));
    /* 0.0003 degrees of latitude on a sphere of 6371 km: 33.4 m */
    assert_near(value_at(run, FF_DISTANCE, 10), 33.36, 0.05);
    assert_true(noted(run, "measured along its route"));
    assert_false(run->utc_offset_known); /* a part of an export does not say when it was made */
    free_outcome(&out);
}

static void repeats_are_counted_once(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    ff_text_add(&text, " <Correlation type=\"HKCorrelationTypeIdentifierBloodPressure\" "
                       "sourceName=\"W\" startDate=\"2026-06-01 08:00:00 +0200\" "
                       "endDate=\"2026-06-01 08:00:00 +0200\">\n");
    add_records(&text, &watch_steps, 1, 5, 595, 10, 1000);
    ff_text_add(&text, " </Correlation>\n");
    add_watch_records(&text, 1);
    add_watch_run(&text, 1);
    add_watch_run(&text, 1);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    assert_near(out.runs[0].figures.cadence_spm, 162, 1e-3);
    assert_near(out.runs[0].figures.distance_m, 1800, 1e-2);
    free_outcome(&out);
    ff_text_free(&text);
}

static void one_run_of_two_apps_is_two_recordings(void **state) {
    (void)state;
    const made_kind whole = {"DistanceWalkingRunning", "Strava", NULL, "km"};
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    add_record(&text, &whole, 1, 0, 600, 1.85); /* all of it in one: no series */
    add_watch_run(&text, 1);
    begin_workout(&text, "Strava", 1, 2, 598, 9.9333333);
    end_workout(&text);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 2);
    const ff_run *strava = &out.runs[1];
    assert_string_equal(strava->source, "export.xml, workout 2 by Strava");
    assert_string_equal(strava->device.product, "Strava");
    assert_near(value_at(strava, FF_HEART_RATE, 100), 140, 1e-3);
    assert_near(strava->figures.distance_m, 596 * 3, 1e-2);
    assert_true(noted(strava, "heart rate (Kim's Watch), steps (Kim's Watch)"));
    free_outcome(&out);
    ff_text_free(&text);
}

static void a_source_that_tells_little_is_not_heard(void **state) {
    (void)state;
    const made_kind app = {"HeartRate", "App", NULL, "count/min"};
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_records(&text, &watch_heart, 1, 0, 600, 5, 140);
    add_records(&text, &app, 1, 0, 60, 5, 90);
    begin_workout(&text, "App", 1, 0, 600, 10);
    end_workout(&text);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    assert_near(out.runs[0].figures.heart_rate_bpm, 140, 1e-3);
    free_outcome(&out);
    ff_text_free(&text);
}

static void steps_in_long_pieces_are_a_figure_and_no_series(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_records(&text, &phone_steps, 1, -300, 900, 600, 1600);
    begin_workout(&text, "Strava", 1, 0, 600, 10);
    end_workout(&text);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    assert_null(out.runs[0].series.column[FF_CADENCE]);
    assert_near(out.runs[0].figures.cadence_spm, 160, 1e-3);
    free_outcome(&out);
    ff_text_free(&text);
}

static void what_the_runner_said_of_the_effort_is_kept(void **state) {
    (void)state;
    const made_kind effort = {"WorkoutEffortScore", "Kim's Watch", WATCH, "appleEffortScore"};
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    add_record(&text, &effort, 1, 0, 600, 7);
    add_watch_run(&text, 1);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.count, 1);
    assert_near(out.runs[0].figures.effort, 7, 1e-9);
    free_outcome(&out);
    ff_text_free(&text);
}

static void assert_same_runs(const outcome *a, const outcome *b) {
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const ff_run *x = NULL, *y = &b->runs[i];
        for (size_t k = 0; k < a->count; k++) {
            x = a->runs[k].start_s == y->start_s ? &a->runs[k] : x;
        }
        assert_non_null(x);
        assert_memory_equal(&x->figures, &y->figures, sizeof x->figures);
        assert_int_equal(x->series.rows, y->series.rows);
        for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
            assert_true((x->series.column[c] == NULL) == (y->series.column[c] == NULL));
            if (x->series.column[c] != NULL) {
                assert_memory_equal(x->series.column[c], y->series.column[c],
                                    x->series.rows * sizeof(double));
            }
        }
    }
}

/* A run has 120 + 60 + 200 samples of the watch and 11 + 11 or so of the phone. */
static void more_samples_than_are_held_are_read_again(void **state) {
    (void)state;
    const size_t most[] = {450, 1000, 2000, 3000};
    ff_text text;
    outcome whole;
    make_runs(&text, 8);
    read_text(text.data, &whole);
    assert_int_equal(whole.count, 8);
    for (size_t i = 0; i < sizeof most / sizeof most[0]; i++) {
        made_export made = {.text = text.data, .size = text.length};
        outcome out;
        begin_outcome(&out);
        read_made(NULL, &made, NULL, most[i], &out);
        assert_int_equal(out.code, FF_OK);
        assert_int_equal(out.result.damage.code, FF_OK);
        assert_true(made.opened > 1);
        assert_same_runs(&out, &whole);
        free_outcome(&out);
    }
    free_outcome(&whole);
    ff_text_free(&text);
}

static void a_run_of_too_many_samples_says_so(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    make_runs(&text, 2);
    made_export made = {.text = text.data, .size = text.length};
    begin_outcome(&out);
    read_made(NULL, &made, NULL, 100, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.count, 2);
    assert_true(noted(&out.runs[0], "measurements than are read"));
    assert_true(noted(&out.runs[1], "measurements than are read"));
    free_outcome(&out);
    ff_text_free(&text);
}

/* No export has them so, but a part that somebody cut out may. */
static void workouts_may_stand_before_their_samples(void **state) {
    (void)state;
    ff_text text, ordered;
    outcome out, whole;
    make_runs(&ordered, 3);
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    for (int day = 3; day >= 1; day--) {
        add_watch_run(&text, day);
    }
    for (int day = 1; day <= 3; day++) {
        add_watch_records(&text, day);
    }
    ff_text_add(&text, TAIL);
    read_text(ordered.data, &whole);
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.result.damage.code, FF_OK);
    assert_same_runs(&out, &whole);
    free_outcome(&out);
    made_export made = {.text = text.data, .size = text.length};
    begin_outcome(&out);
    read_made(NULL, &made, NULL, 500, &out);
    assert_same_runs(&out, &whole);
    free_outcome(&out);
    free_outcome(&whole);
    ff_text_free(&text);
    ff_text_free(&ordered);
}

static void samples_behind_their_run_are_told(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    add_watch_run(&text, 1);
    add_watch_records(&text, 2);
    add_watch_run(&text, 2);
    add_record(&text, &watch_heart, 1, 20, 25, 150);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.count, 2);
    assert_near(out.runs[1].figures.cadence_spm, 162, 1e-3);
    assert_int_equal(out.result.damage.code, FF_ERR_DAMAGED);
    assert_non_null(strstr(out.result.damage.message, "1 measurements stand behind"));
    free_outcome(&out);
    ff_text_free(&text);
}

/* Broken exports */

static void a_broken_document_type_is_passed_over(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n"
                       "<!ATTLIST VisionPrescription\n  type CDATA #REQUIRED\n"
                       "<!ELEMENT RightEye EMPTY>\n  eye CDATA #IMPLIED\n]>\n"
                       "<HealthData locale=\"de_DE\">\n");
    add_watch_records(&text, 1);
    add_watch_run(&text, 1);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.result.damage.code, FF_OK);
    assert_int_equal(out.count, 1);
    assert_near(out.runs[0].figures.distance_m, 1800, 1e-2);
    free_outcome(&out);
    ff_text_free(&text);
}

static void a_broken_record_does_not_cost_the_runs(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_records(&text, &watch_heart, 1, 0, 300, 5, 140);
    size_t broken = text.length;
    ff_text_add(&text, " <Record type=\"HKQuantityTypeIdentifierBodyMass\" Health Mate App "
                       "Version=\"2.6.0\" value=\"1\"/>\n");
    add_records(&text, &watch_heart, 1, 300, 600, 5, 140);
    ff_text_add(&text, " <Record type=\"HKQuantityTypeIdentifierBodyMass\" note=\"a & b\"/>\n");
    add_records(&text, &watch_way, 1, 0, 600, 3, 0.009);
    ff_text_add(&text, " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" "
                       "duration=\"5\" durationUnit=\"min\" sourceName=\"W\" "
                       "startDate=\"2026-06-03 08:00:00 +0200\" "
                       "endDate=\"2026-06-03 08:05:00 +0200\">\n  <MetadataEntry key=\"a<b\"/>\n"
                       " </Workout>\n");
    add_watch_run(&text, 1);
    ff_text_add(&text, TAIL);
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.result.kind, FF_FILE_RUNS);
    assert_int_equal(out.count, 2);
    assert_true(noted(&out.runs[0], "breaks off within this run"));
    assert_near(out.runs[0].figures.duration_s, 300, 1e-9);
    assert_false(noted(&out.runs[1], "breaks off"));
    assert_near(out.runs[1].figures.distance_m, 1800, 1e-2);
    assert_near(value_at(&out.runs[1], FF_HEART_RATE, 500), 140, 1e-3);
    assert_int_equal(out.result.damage.code, FF_ERR_DAMAGED);
    assert_in_range(out.result.damage.offset, broken, broken + 120);
    free_outcome(&out);
    ff_text_free(&text);
}

static void control_characters_are_blanks(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    make_runs(&text, 1);
    char *at = strstr(text.data, "Kim's");
    assert_non_null(at);
    for (char *name = text.data; (name = strstr(name, "Kim's Watch")) != NULL; name++) {
        name[5] = '\x0b';
    }
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.count, 1);
    assert_string_equal(out.runs[0].source, "export.xml, workout 1 by Kim's Watch");
    assert_int_equal(out.result.damage.code, FF_ERR_DAMAGED);
    assert_int_equal(out.result.damage.offset, at + 5 - text.data);
    free_outcome(&out);
    ff_text_free(&text);
}

static void a_cut_export_keeps_what_came_before(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    add_watch_records(&text, 2);
    add_watch_run(&text, 1);
    begin_workout(&text, "Kim's Watch", 2, 0, 600, 10);
    ff_text_add(&text, "  <MetadataEntry key=\"HKIndoor");
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.count, 2);
    assert_int_equal(out.result.damage.code, FF_ERR_TRUNCATED);
    assert_true(noted(&out.runs[1], "breaks off within this run"));
    assert_near(out.runs[1].figures.distance_m, 1800, 1e-2);
    free_outcome(&out);
    ff_text_free(&text);
}

static void an_export_cut_before_its_workouts_fails(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    ff_text_init(&text, NULL);
    ff_text_add(&text, HEAD);
    add_watch_records(&text, 1);
    read_text(text.data, &out);
    assert_int_equal(out.code, FF_ERR_TRUNCATED);
    assert_int_equal(out.error.code, FF_ERR_TRUNCATED);
    assert_int_equal(out.result.kind, FF_FILE_FAILED);
    assert_int_equal(out.error.offset, text.length);
    free_outcome(&out);
    ff_text_free(&text);
}

static void an_export_without_a_run_is_no_error(void **state) {
    (void)state;
    outcome out;
    read_text(HEAD " <Workout workoutActivityType=\"HKWorkoutActivityTypeCycling\" duration=\"5\" "
                   "durationUnit=\"min\" startDate=\"2026-06-03 08:00:00 +0200\" "
                   "endDate=\"2026-06-03 08:05:00 +0200\"/>\n" TAIL,
              &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.result.kind, FF_FILE_NOT_RUNS);
    assert_string_equal(out.result.what, "an Apple Health export without a run");
    free_outcome(&out);
}

static void a_workout_without_believable_times_is_left_out(void **state) {
    (void)state;
    outcome out;
    read_text(" <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" "
              "startDate=\"2026-06-03 08:05:00 +0200\" endDate=\"2026-06-03 08:00:00 +0200\"/>\n"
              " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" "
              "startDate=\"yesterday\" endDate=\"2026-06-03 08:00:00 +0200\"/>\n"
              " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\"/>\n",
              &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.count, 0);
    free_outcome(&out);
}

static void what_the_sink_says_ends_it(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    make_runs(&text, 2);
    made_export made = {.text = text.data, .size = text.length};
    begin_outcome(&out);
    out.refuse = FF_ERR_DISK_FULL;
    read_made(NULL, &made, NULL, 0, &out);
    assert_int_equal(out.code, FF_ERR_DISK_FULL);
    assert_int_equal(out.error.code, FF_ERR_DISK_FULL);
    assert_int_equal(out.result.kind, FF_FILE_FAILED);
    free_outcome(&out);
    ff_text_free(&text);
}

static bool cancel(void *user) {
    (void)user;
    return true;
}

static void it_can_be_stopped(void **state) {
    (void)state;
    ff_text text;
    outcome out;
    make_runs(&text, 2);
    made_export made = {.text = text.data, .size = text.length};
    ff_context context = {.cancelled = cancel};
    begin_outcome(&out);
    read_made(&context, &made, NULL, 0, &out);
    assert_int_equal(out.code, FF_ERR_CANCELLED);
    assert_int_equal(out.count, 0);
    free_outcome(&out);
    ff_text_free(&text);
}

/* once: only one allocation fails, so that a failure which is swallowed shows in the runs. */
static void try_failing_allocations(bool once) {
    ff_text text;
    make_runs(&text, 2);
    ff_code code = FF_ERR_MEMORY;
    for (size_t n = 1; code != FF_OK; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        failing.once = once;
        ff_context context = {.allocator = &failing.allocator};
        made_export made = {.text = text.data, .size = text.length};
        outcome out;
        begin_outcome(&out);
        read_made(&context, &made, NULL, 700, &out);
        code = out.code;
        assert_true(code == FF_OK || code == FF_ERR_MEMORY);
        assert_true(code == FF_ERR_MEMORY || out.count == 2);
        assert_int_equal(failing.held, 0);
        free_outcome(&out);
        assert_true(n < 5000);
    }
    ff_text_free(&text);
}

static void every_failing_allocation_is_an_error(void **state) {
    (void)state;
    try_failing_allocations(false);
    try_failing_allocations(true);
}

/* Memory */

/* An export that is made while it is read: records of runs that follow each other without end. */
typedef struct {
    size_t size, made; /* wanted, and so far */
    int run;           /* the records of the run at hand, then the workouts */
    int runs;
    size_t begun, length;
    ff_text line;
} endless;

static void next_line(endless *e) {
    ff_text_clear(&e->line);
    int64_t second = (int64_t)e->begun++;
    if (second == 0) {
        ff_text_add(&e->line, HEAD);
    } else if (e->made < e->size) {
        int day = 1 + (int)(second / 36000 % 28);
        add_record(&e->line, second % 2 == 0 ? &watch_heart : &watch_steps, day,
                   (int)(second % 36000), (int)(second % 36000) + 1, second % 2 == 0 ? 140 : 2);
        e->runs = day;
    } else if (e->run < e->runs) {
        add_watch_run(&e->line, ++e->run);
    } else if (e->run == e->runs) {
        ff_text_add(&e->line, TAIL);
        e->run++;
    }
    e->length = 0;
}

static ff_code read_endless(ff_stream *stream, void *buffer, size_t count, size_t *got,
                            ff_error *error) {
    endless *e = stream->state;
    (void)error;
    if (e->length == e->line.length) {
        next_line(e);
    }
    *got = e->line.length - e->length < count ? e->line.length - e->length : count;
    memcpy(buffer, e->line.data + e->length, *got);
    e->length += *got;
    e->made += *got;
    return FF_OK;
}

static ff_code open_endless(void *user, ff_stream *stream, ff_error *error) {
    endless *e = user;
    (void)error;
    ff_text_clear(&e->line);
    *e = (endless){.size = e->size, .line = e->line};
    *stream = (ff_stream){.read = read_endless, .name = "export.xml", .state = e};
    return FF_OK;
}

typedef struct {
    ff_allocator allocator;
    size_t held, most;
} counting;

static void count_in(counting *c, size_t size) {
    c->held += size;
    c->most = c->held > c->most ? c->held : c->most;
}

/* The size stands before the block. */
static void *count_allocate(void *user, size_t size) {
    max_align_t *block = malloc(sizeof(max_align_t) + size);
    if (block == NULL) {
        return NULL;
    }
    *(size_t *)(void *)block = size;
    count_in(user, size);
    return block + 1;
}

static void count_release(void *user, void *pointer) {
    counting *c = user;
    if (pointer != NULL) {
        max_align_t *block = (max_align_t *)pointer - 1;
        c->held -= *(size_t *)(void *)block;
        free(block);
    }
}

static void *count_resize(void *user, void *block, size_t old_size, size_t size) {
    void *moved = count_allocate(user, size);
    if (moved != NULL) {
        memcpy(moved, block, old_size < size ? old_size : size);
        count_release(user, block);
    }
    return moved;
}

static size_t most_memory(size_t size, size_t most_samples, size_t *runs) {
    counting c = {.allocator = {count_allocate, count_resize, count_release, NULL}};
    c.allocator.user = &c;
    ff_context context = {.allocator = &c.allocator};
    endless e = {.size = size};
    ff_text_init(&e.line, NULL);
    outcome out;
    begin_outcome(&out);
    ff_apple_export export = {.open = open_endless, .user = &e, .most_samples = most_samples};
    ff_run_sink sink = {.take = take, .user = &out};
    assert_int_equal(ff_apple_read_runs(&context, &export, &sink, &out.result, &out.error), FF_OK);
    *runs = out.count;
    free_outcome(&out);
    ff_text_free(&e.line);
    assert_int_equal(c.held, 0);
    return c.most;
}

/* bench_apple has the long form. Beside the samples: the window on the text (1 MB), the table of
 * sources, and one run. */
static void memory_does_not_grow_with_the_export(void **state) {
    (void)state;
    size_t runs_small, runs_large;
    size_t small = most_memory(5 * 1000 * 1000, 10000, &runs_small);
    size_t large = most_memory(20 * 1000 * 1000, 10000, &runs_large);
    assert_int_equal(runs_small, 1);
    assert_int_equal(runs_large, 2);
    assert_true(large < small + 100 * 1000);
    assert_true(large < 10000 * sizeof(ff_apple_sample) * 2 + 2 * 1000 * 1000);
}

/* Real exports */

static char *real_file(ff_arena *arena, const char *name, size_t *size) {
    const char *shared = shared_folder();
    if (shared == NULL) {
        return NULL;
    }
    ff_bytes bytes;
    ff_error error;
    const char *path = ff_arena_printf(
        arena, "%s/data/NicolasReyrolle__apple-health-analyzer/tests/fixtures/exports/%s", shared,
        name);
    if (ff_bytes_of_file(&bytes, path, &error) != FF_OK) {
        return NULL;
    }
    *size = (size_t)bytes.size;
    char *text = ff_arena_take(arena, *size + 1, 1);
    assert_int_equal(ff_bytes_read(&bytes, 0, text, *size, &error), FF_OK);
    ff_bytes_close(&bytes);
    return text;
}

/* The number of an attribute of the last element that holds the anchor: found by the text alone. */
static double told(const char *text, const char *anchor, const char *attribute) {
    const char *at = NULL;
    for (const char *next = strstr(text, anchor); next != NULL; next = strstr(next + 1, anchor)) {
        at = next;
    }
    assert_non_null(at);
    at = strstr(at, attribute);
    assert_non_null(at);
    return strtod(at + strlen(attribute), NULL);
}

static void check_real(const char *name) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    size_t size = 0;
    char *text = real_file(&arena, name, &size);
    if (text == NULL) {
        ff_arena_free(&arena);
        skip();
    }
    outcome out;
    read_text(text, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    const ff_run_figures *f = &run->figures;
    double minutes = told(text, "<Workout work", " duration=\"");
    assert_near(f->duration_s, minutes * 60, 1e-6);
    assert_near(f->distance_m, 1000 * told(text, "rDistanceWalkingRunning\"", " sum=\""), 1e-6);
    assert_near(f->cadence_spm, told(text, "rStepCount\"", " sum=\"") / minutes, 1e-6);
    assert_near(f->heart_rate_bpm, told(text, "rHeartRate\"", " average=\""), 1e-6);
    assert_near(f->power_w, told(text, "rRunningPower\"", " average=\""), 1e-6);
    assert_near(f->stance_time_ms, told(text, "rRunningGroundContactTime\"", " average=\""), 1e-6);
    assert_near(f->step_length_mm, 1000 * told(text, "rRunningStrideLength\"", " average=\""),
                1e-6);
    assert_near(f->vertical_oscillation_mm,
                10 * told(text, "rRunningVerticalOscillation\"", " average=\""), 1e-6);
    assert_near(f->ascent_m, told(text, "HKElevationAscended", "value=\"") / 100, 1e-6);
    assert_near(f->outdoor_temperature_c,
                (told(text, "HKWeatherTemperature", "value=\"") - 32) / 1.8, 1e-6);
    assert_string_equal(run->device.maker, "apple");
    assert_string_equal(run->sport_detail, "running");
    assert_true(run->utc_offset_known);
    for (size_t i = 0; i < run->lap_count; i++) {
        assert_true(run->laps[i].trigger == FF_LAP_OTHER ||
                    run->laps[i].trigger == FF_LAP_SESSION_END);
    }
    free_outcome(&out);
    ff_arena_free(&arena);
}

static void a_real_workout(void **state) {
    (void)state;
    check_real("workout_running.xml");
}

static void a_real_long_workout(void **state) {
    (void)state;
    check_real("workout_running_long_distance.xml");
}

static void a_real_planned_workout(void **state) {
    (void)state;
    check_real("workout_running_too_fast.xml");
}

/* The files beside a real export. */
static ff_code open_real(void *user, const char *path, ff_arena *arena, ff_bytes *bytes,
                         ff_error *error) {
    (void)user;
    const char *full = ff_arena_printf(
        arena, "%s/data/NicolasReyrolle__apple-health-analyzer/tests/fixtures/exports%s",
        shared_folder(), path);
    return ff_bytes_of_file(bytes, full, error);
}

/* The seconds at which one of its route files has a point, by their text alone. */
static size_t seconds_with_a_point(ff_arena *arena, const char *export) {
    bool *at = ff_arena_take(arena, 86400, sizeof *at);
    size_t count = 0;
    for (const char *path = strstr(export, "path=\""); path != NULL;
         path = strstr(path + 1, "path=\"")) {
        const char *begin = path + strlen("path=\"/");
        size_t size = 0;
        char *route =
            real_file(arena, ff_arena_copy_bytes(arena, begin, strcspn(begin, "\"")), &size);
        const char *point = route != NULL ? strstr(route, "<trkpt") : NULL;
        for (; point != NULL; point = strstr(point + 1, "<trkpt")) {
            const char *clock = strstr(point, "<time>") + strlen("<time>2024-12-26T");
            long second = strtol(clock, NULL, 10) * 3600 + strtol(clock + 3, NULL, 10) * 60 +
                          strtol(clock + 6, NULL, 10);
            count += !at[second];
            at[second] = true;
        }
    }
    return count;
}

/* Reads an export with the route files of the real one beside it. The positions of its one run,
 * and as many as were left out, are as many as the route files have seconds. */
static void check_routes(ff_arena *arena, const char *text, size_t most_left_out) {
    made_export made = {.text = text, .size = strlen(text)};
    ff_siblings siblings = {.open = open_real};
    ff_apple_export export = {.open = open_made, .user = &made, .siblings = &siblings};
    outcome out;
    begin_outcome(&out);
    ff_run_sink sink = {.take = take, .user = &out};
    assert_int_equal(ff_apple_read_runs(NULL, &export, &sink, &out.result, &out.error), FF_OK);
    assert_int_equal(out.count, 1);
    const ff_run *run = &out.runs[0];
    const double *latitude = run->series.column[FF_LATITUDE];
    size_t positions = 0, left_out = 0;
    assert_non_null(latitude);
    for (size_t i = 0; i < run->series.rows; i++) {
        positions += isnan(latitude[i]) ? 0 : 1;
    }
    for (size_t i = 0; i < run->note_count; i++) {
        if (strstr(run->notes[i], " of its route leap") != NULL) {
            left_out = strtoul(run->notes[i], NULL, 10);
        }
    }
    assert_true(left_out <= most_left_out);
    assert_int_equal(positions + left_out, seconds_with_a_point(arena, text));
    free_outcome(&out);
}

/* Its positions were blurred by those who gave it away: many leap. */
static void the_routes_of_a_real_export(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    size_t size = 0;
    char *text = real_file(&arena, "workout_running_too_fast.xml", &size);
    if (text != NULL) {
        check_routes(&arena, text, SIZE_MAX);
    }
    ff_arena_free(&arena);
    if (text == NULL) {
        skip();
    }
}

static void real_routes_of_a_made_up_workout(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    size_t size = 0;
    char *route = real_file(&arena, "workout-routes/route_2025-09-26_7.00pm.gpx", &size);
    if (route != NULL) {
        check_routes(&arena,
                     " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" "
                     "duration=\"110\" durationUnit=\"min\" "
                     "startDate=\"2025-09-26 17:30:00 +0200\" "
                     "endDate=\"2025-09-26 19:20:00 +0200\"><WorkoutRoute>"
                     "<FileReference path=\"/workout-routes/route_2025-09-26_7.16pm.gpx\"/>"
                     "<FileReference path=\"/workout-routes/route_2025-09-26_7.00pm.gpx\"/>"
                     "<FileReference path=\"/workout-routes/route_2025-09-26_7.12pm.gpx\"/>"
                     "</WorkoutRoute></Workout>\n",
                     1);
    }
    ff_arena_free(&arena);
    if (route == NULL) {
        skip();
    }
}

static void a_real_export_of_a_weight_holds_no_run(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    size_t size = 0;
    char *text = real_file(&arena, "record_body_mass.xml", &size);
    if (text == NULL) {
        ff_arena_free(&arena);
        skip();
    }
    outcome out;
    read_text(text, &out);
    assert_int_equal(out.code, FF_OK);
    assert_int_equal(out.result.kind, FF_FILE_NOT_RUNS);
    free_outcome(&out);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_become_the_series_of_their_run),
        cmocka_unit_test(american_units_are_read),
        cmocka_unit_test(the_workouts_own_statistics_are_its_figures),
        cmocka_unit_test(totals_of_old_exports_stand_in_attributes),
        cmocka_unit_test(pause_without_end),
        cmocka_unit_test(pauses_are_taken_from_the_events),
        cmocka_unit_test(an_open_pause_lasts_to_the_end),
        cmocka_unit_test(markers_are_pressed_and_segments_are_nothing),
        cmocka_unit_test(parts_of_a_planned_session_are_laps),
        cmocka_unit_test(routes_are_joined_by_time),
        cmocka_unit_test(zone_and_weather),
        cmocka_unit_test(old_routes_stand_in_the_export),
        cmocka_unit_test(repeats_are_counted_once),
        cmocka_unit_test(one_run_of_two_apps_is_two_recordings),
        cmocka_unit_test(a_source_that_tells_little_is_not_heard),
        cmocka_unit_test(steps_in_long_pieces_are_a_figure_and_no_series),
        cmocka_unit_test(what_the_runner_said_of_the_effort_is_kept),
        cmocka_unit_test(more_samples_than_are_held_are_read_again),
        cmocka_unit_test(a_run_of_too_many_samples_says_so),
        cmocka_unit_test(workouts_may_stand_before_their_samples),
        cmocka_unit_test(samples_behind_their_run_are_told),
        cmocka_unit_test(a_broken_document_type_is_passed_over),
        cmocka_unit_test(a_broken_record_does_not_cost_the_runs),
        cmocka_unit_test(control_characters_are_blanks),
        cmocka_unit_test(a_cut_export_keeps_what_came_before),
        cmocka_unit_test(an_export_cut_before_its_workouts_fails),
        cmocka_unit_test(an_export_without_a_run_is_no_error),
        cmocka_unit_test(a_workout_without_believable_times_is_left_out),
        cmocka_unit_test(what_the_sink_says_ends_it),
        cmocka_unit_test(it_can_be_stopped),
        cmocka_unit_test(every_failing_allocation_is_an_error),
        cmocka_unit_test(memory_does_not_grow_with_the_export),
        cmocka_unit_test(a_real_workout),
        cmocka_unit_test(a_real_long_workout),
        cmocka_unit_test(a_real_planned_workout),
        cmocka_unit_test(the_routes_of_a_real_export),
        cmocka_unit_test(real_routes_of_a_made_up_workout),
        cmocka_unit_test(a_real_export_of_a_weight_holds_no_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
