#include "files/fit_write_workout.h"

#include "files/fit_profile.h"
#include "files/fit_writer.h"

#include "base/digest.h"
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the profile's header does not hold, because reading does not need it. */
enum { MESSAGE_WORKOUT_STEP = 27 };
enum { FILE_WORKOUT = 5, MAKER_DEVELOPMENT = 255, PRODUCT = 1 };
enum {
    WORKOUT_SPORT = 4,
    WORKOUT_STEPS = 6,
    WORKOUT_NAME = 8,
    WORKOUT_SUB_SPORT = 11,
    WORKOUT_DESCRIPTION = 17
};
enum {
    STEP_NAME = 0,
    STEP_DURATION_TYPE = 1,
    STEP_DURATION_VALUE = 2,
    STEP_TARGET_TYPE = 3,
    STEP_TARGET_VALUE = 4,
    STEP_TARGET_LOW = 5,
    STEP_TARGET_HIGH = 6,
    STEP_INTENSITY = 7,
    STEP_NOTES = 8,
    STEP_INDEX = 254
};
enum { DURATION_TIME = 0, DURATION_DISTANCE = 1, DURATION_REPEAT = 6 };
enum { TARGET_OPEN = 2, TARGET_CADENCE = 3 };
enum { INTENSITY_ACTIVE = 0, INTENSITY_REST = 1, INTENSITY_WARM_UP = 2, INTENSITY_COOL_DOWN = 3 };

enum { STEP_NAME_SIZE = 16, CADENCE_LEAST_SPM = 60, CADENCE_MOST_SPM = 300 };

/* A serial number holds the day and what is done on it. */
enum { DAY_BITS = 14, CONTENT_BITS = 18 };
#define DAY_S INT64_C(86400)

typedef struct workout_writer {
    ff_fit_writer fit;
    const ff_workout *workout;
    int64_t index; /* of the next step message */
} workout_writer;

/* --- what is refused --- */

static ff_code refuse(ff_error *error, int64_t step, const char *why) {
    char where[32];
    snprintf(where, sizeof where, "step %lld", (long long)step);
    return ff_fail(error, FF_ERR_VALUE, where, FF_NO_OFFSET, "%s", why);
}

static bool is_above(double value, double most) {
    return value > 0 && value <= most;
}

static bool is_cadence(double low_spm, double high_spm) {
    return (isnan(low_spm) && isnan(high_spm)) ||
           (low_spm >= CADENCE_LEAST_SPM && high_spm <= CADENCE_MOST_SPM && low_spm <= high_spm);
}

static ff_code check_step(const ff_workout_step *step, int64_t number, ff_error *error) {
    bool timed = !isnan(step->duration_s), measured = !isnan(step->distance_m);
    if (timed == measured) {
        return refuse(error, number, "a step of a workout has either minutes or kilometres");
    }
    if (timed && !is_above(step->duration_s, FF_FIT_WORKOUT_MOST_S)) {
        return refuse(error, number,
                      "a step of a workout lasts more than nothing and at most 24 hours");
    }
    if (measured && !is_above(step->distance_m, FF_FIT_WORKOUT_MOST_M)) {
        return refuse(error, number,
                      "a step of a workout is longer than nothing and at most 200 km");
    }
    if (!is_cadence(step->cadence_low_spm, step->cadence_high_spm)) {
        return refuse(
            error, number,
            "a cadence goes from a lower to a higher number of steps a minute, 60 to 300");
    }
    return FF_OK;
}

static ff_code check_block(const ff_workout_block *block, int64_t *number, ff_error *error) {
    if (block->count == 0 || block->times < 1 || block->times > FF_FIT_WORKOUT_MOST_TIMES) {
        return refuse(error, *number + 1,
                      "steps are done 1 to 100 times over, and are at least one");
    }
    for (size_t i = 0; i < block->count; i++) {
        ff_code code = check_step(&block->steps[i], ++*number, error);
        if (code != FF_OK || *number > FF_FIT_WORKOUT_MOST_STEPS) {
            return code != FF_OK ? code
                                 : refuse(error, *number, "a workout has at most 1000 steps");
        }
    }
    return FF_OK;
}

static ff_code check(const ff_workout *workout, int64_t day_s, ff_error *error) {
    int64_t time = day_s - FF_FIT_EPOCH_S, number = 0;
    if (time < FF_FIT_FIRST_ABSOLUTE_TIME || time >= UINT32_MAX) {
        return ff_fail(error, FF_ERR_VALUE, workout->name, FF_NO_OFFSET,
                       "a FIT file cannot hold the date of this workout");
    }
    if (workout->count == 0) {
        return ff_fail(error, FF_ERR_VALUE, workout->name, FF_NO_OFFSET,
                       "a workout without a step");
    }
    for (size_t i = 0; i < workout->count; i++) {
        ff_code code = check_block(&workout->blocks[i], &number, error);
        if (code != FF_OK) {
            return code;
        }
    }
    return FF_OK;
}

/* --- messages --- */

static void write_file_id(workout_writer *w, int64_t day_s, uint32_t serial) {
    ff_fit_value values[] = {
        ff_fit_whole(FF_FIT_FILE_ID_TYPE, FF_FIT_ENUM, FILE_WORKOUT),
        ff_fit_whole(FF_FIT_FILE_ID_MANUFACTURER, FF_FIT_UINT16, MAKER_DEVELOPMENT),
        ff_fit_whole(FF_FIT_FILE_ID_PRODUCT, FF_FIT_UINT16, PRODUCT),
        ff_fit_whole(FF_FIT_FILE_ID_SERIAL_NUMBER, FF_FIT_UINT32Z, serial),
        /* Not the clock's time: the same plan gives the same file. */
        ff_fit_whole(FF_FIT_FILE_ID_TIME_CREATED, FF_FIT_UINT32, day_s - FF_FIT_EPOCH_S)};
    ff_fit_write(&w->fit, FF_FIT_FILE_ID, values, sizeof values / sizeof *values);
}

/* Messages that the steps take: one each, and one that leads back for what is repeated. */
static int64_t count_steps(const ff_workout *workout) {
    int64_t count = 0;
    for (size_t i = 0; i < workout->count; i++) {
        count += (int64_t)workout->blocks[i].count + (workout->blocks[i].times > 1);
    }
    return count;
}

static void write_workout(workout_writer *w) {
    const ff_workout *workout = w->workout;
    ff_fit_value values[] = {
        ff_fit_whole(WORKOUT_SPORT, FF_FIT_ENUM, FF_FIT_SPORT_RUNNING),
        ff_fit_whole(WORKOUT_STEPS, FF_FIT_UINT16, count_steps(workout)),
        ff_fit_text(WORKOUT_NAME, workout->name != NULL ? workout->name : "Run",
                    FF_FIT_WORKOUT_NAME_SIZE),
        ff_fit_whole(WORKOUT_SUB_SPORT, FF_FIT_ENUM, 0), /* any kind of running */
        ff_fit_text(WORKOUT_DESCRIPTION, workout->note, FF_FIT_WORKOUT_ABOUT_SIZE)};
    size_t count = sizeof values / sizeof *values;
    ff_fit_write(&w->fit, FF_FIT_WORKOUT, values, workout->note != NULL ? count : count - 1);
}

static const struct {
    const char *name;
    int intensity;
} efforts[] = {[FF_EFFORT_RUN] = {"Run", INTENSITY_ACTIVE},
               [FF_EFFORT_WALK] = {"Walk", INTENSITY_REST},
               [FF_EFFORT_WARM_UP] = {"Warm up", INTENSITY_WARM_UP},
               [FF_EFFORT_COOL_DOWN] = {"Cool down", INTENSITY_COOL_DOWN}};

/* Strides of one foot; outwards, so that what was asked for lies within. */
static double low_strides(const ff_workout_step *step) {
    return floor(step->cadence_low_spm / 2);
}

static double high_strides(const ff_workout_step *step) {
    return ceil(step->cadence_high_spm / 2);
}

/* "170-178", or "175" where both are the same. */
static const char *range_words(double low, double high, char words[2 * FF_NUMBER_SIZE]) {
    bool one = low == high;
    snprintf(words, (size_t)2 * FF_NUMBER_SIZE, "%s%s%s", FF_FIXED(low, 0), one ? "" : "-",
             one ? "" : FF_FIXED(high, 0));
    return words;
}

/* The cadence first: it must not be what is cut off. */
enum { CADENCE_ROOM = 4 * FF_NUMBER_SIZE + 40 };
static void write_cadence(const ff_workout_step *step, char words[CADENCE_ROOM]) {
    char steps[2 * FF_NUMBER_SIZE], strides[2 * FF_NUMBER_SIZE];
    words[0] = '\0';
    if (!isnan(step->cadence_low_spm)) {
        snprintf(words, CADENCE_ROOM, "%s steps a min, or %s of one foot%s",
                 range_words(step->cadence_low_spm, step->cadence_high_spm, steps),
                 range_words(low_strides(step), high_strides(step), strides),
                 step->note != NULL ? ". " : "");
    }
}

/* A little longer than what the field takes, so that the writer does the cutting: it cuts between
 * characters. */
enum { NOTE_ROOM = 2 * FF_FIT_WORKOUT_NOTE_SIZE + 16 };
static void write_note(const ff_workout_step *step, char note[NOTE_ROOM]) {
    char cadence[CADENCE_ROOM];
    write_cadence(step, cadence);
    snprintf(note, NOTE_ROOM, "%s%s", cadence, step->note != NULL ? step->note : "");
}

static void write_step(workout_writer *w, const ff_workout_step *step) {
    bool timed = !isnan(step->duration_s), paced = !isnan(step->cadence_low_spm);
    char note[NOTE_ROOM];
    write_note(step, note);
    ff_fit_value values[] = {
        ff_fit_whole(STEP_INDEX, FF_FIT_UINT16, w->index++),
        ff_fit_text(STEP_NAME, efforts[step->effort].name, STEP_NAME_SIZE),
        ff_fit_whole(STEP_DURATION_TYPE, FF_FIT_ENUM, timed ? DURATION_TIME : DURATION_DISTANCE),
        ff_fit_scaled(STEP_DURATION_VALUE, FF_FIT_UINT32,
                      timed ? step->duration_s : step->distance_m, timed ? 1000 : 100, 0),
        ff_fit_whole(STEP_TARGET_TYPE, FF_FIT_ENUM, paced ? TARGET_CADENCE : TARGET_OPEN),
        ff_fit_whole(STEP_TARGET_VALUE, FF_FIT_UINT32, 0), /* no zone: the two below */
        ff_fit_scaled(STEP_TARGET_LOW, FF_FIT_UINT32, low_strides(step), 1, 0),
        ff_fit_scaled(STEP_TARGET_HIGH, FF_FIT_UINT32, high_strides(step), 1, 0),
        ff_fit_whole(STEP_INTENSITY, FF_FIT_ENUM, efforts[step->effort].intensity),
        ff_fit_text(STEP_NOTES, note, FF_FIT_WORKOUT_NOTE_SIZE)};
    size_t count = sizeof values / sizeof *values;
    ff_fit_write(&w->fit, MESSAGE_WORKOUT_STEP, values, note[0] != '\0' ? count : count - 1);
}

static void write_repeat(workout_writer *w, int64_t first, int times) {
    ff_fit_value values[] = {ff_fit_whole(STEP_INDEX, FF_FIT_UINT16, w->index++),
                             ff_fit_whole(STEP_DURATION_TYPE, FF_FIT_ENUM, DURATION_REPEAT),
                             ff_fit_whole(STEP_DURATION_VALUE, FF_FIT_UINT32, first),
                             ff_fit_whole(STEP_TARGET_TYPE, FF_FIT_ENUM, TARGET_OPEN),
                             ff_fit_whole(STEP_TARGET_VALUE, FF_FIT_UINT32, times),
                             ff_fit_whole(STEP_INTENSITY, FF_FIT_ENUM, INTENSITY_ACTIVE)};
    ff_fit_write(&w->fit, MESSAGE_WORKOUT_STEP, values, sizeof values / sizeof *values);
}

static void write_block(workout_writer *w, const ff_workout_block *block) {
    int64_t first = w->index;
    for (size_t i = 0; i < block->count; i++) {
        write_step(w, &block->steps[i]);
    }
    if (block->times > 1) {
        write_repeat(w, first, block->times);
    }
}

/* --- what has no room --- */

static bool is_cut(const char *text, size_t size) {
    return text != NULL && strlen(text) >= size;
}

static bool is_note_cut(const ff_workout_step *step) {
    char note[NOTE_ROOM];
    write_note(step, note);
    return is_cut(note, FF_FIT_WORKOUT_NOTE_SIZE);
}

size_t ff_fit_workout_cut(const ff_workout *workout) {
    size_t cut = (size_t)is_cut(workout->name, FF_FIT_WORKOUT_NAME_SIZE) +
                 (size_t)is_cut(workout->note, FF_FIT_WORKOUT_ABOUT_SIZE);
    for (size_t i = 0; i < workout->count; i++) {
        for (size_t k = 0; k < workout->blocks[i].count; k++) {
            cut += is_note_cut(&workout->blocks[i].steps[k]);
        }
    }
    return cut;
}

/* --- the whole --- */

static ff_code write_file(const ff_workout *workout, int64_t day_s, uint32_t serial, ff_text *out,
                          ff_error *error) {
    workout_writer w = {.workout = workout};
    ff_fit_writer_begin(&w.fit, out, NULL);
    write_file_id(&w, day_s, serial);
    write_workout(&w);
    for (size_t i = 0; i < workout->count; i++) {
        write_block(&w, &workout->blocks[i]);
    }
    return ff_fit_writer_end(&w.fit, error);
}

/* Never 0, which is no serial number. */
static uint32_t serial_of(const char *digest, int64_t day_s) {
    char start[9] = {0};
    memcpy(start, digest, sizeof start - 1);
    uint32_t content = (uint32_t)strtoul(start, NULL, 16) % ((1u << CONTENT_BITS) - 1) + 1;
    uint32_t day = (uint32_t)(day_s / DAY_S) & ((1u << DAY_BITS) - 1);
    return day << CONTENT_BITS | content;
}

/* The serial number comes from what the file holds without it. */
static ff_code find_serial(const ff_workout *workout, int64_t day_s, const ff_allocator *allocator,
                           uint32_t *serial, ff_error *error) {
    ff_text plain;
    ff_text_init(&plain, allocator);
    ff_code code = write_file(workout, day_s, 1, &plain, error);
    if (code == FF_OK) {
        ff_bytes bytes;
        char digest[FF_DIGEST_SIZE];
        ff_bytes_of_memory(&bytes, plain.data, plain.length, "workout");
        code = ff_digest_of_bytes(&bytes, digest, error);
        *serial = code == FF_OK ? serial_of(digest, day_s) : 0;
        ff_bytes_close(&bytes);
    }
    ff_text_free(&plain);
    return code;
}

ff_code ff_fit_write_workout(const ff_workout *workout, int64_t day_s, ff_text *out,
                             ff_error *error) {
    uint32_t serial = 0;
    ff_code code = check(workout, day_s, error);
    if (code == FF_OK) {
        code = find_serial(workout, day_s, out->allocator, &serial, error);
    }
    return code == FF_OK ? write_file(workout, day_s, serial, out, error) : code;
}
