#include "files/fit_write_run.h"

#include "files/fit_developer.h"
#include "files/fit_dynamics.h"
#include "files/fit_profile.h"
#include "files/fit_writer.h"

#include "base/number.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What the profile's header does not hold, because reading does not need it. */
enum { ACTIVITY_EVENT = 3, ACTIVITY_EVENT_TYPE = 4 };
enum { EVENT_SESSION = 8, EVENT_LAP = 9, EVENT_ACTIVITY = 26 };
enum { MAKER_DEVELOPMENT = 255 };

#define TEXT_SIZE 64

/* Channels with a native field of their own in the record message. */
typedef struct native_row {
    ff_channel channel;
    uint8_t number;
    ff_fit_base base;
} native_row;

static const native_row native_rows[] = {
    {FF_LATITUDE, FF_FIT_RECORD_POSITION_LATITUDE, FF_FIT_SINT32},
    {FF_LONGITUDE, FF_FIT_RECORD_POSITION_LONGITUDE, FF_FIT_SINT32},
    {FF_HEART_RATE, FF_FIT_RECORD_HEART_RATE, FF_FIT_UINT8},
    {FF_DISTANCE, FF_FIT_RECORD_DISTANCE, FF_FIT_UINT32},
    {FF_POWER, FF_FIT_RECORD_POWER, FF_FIT_UINT16},
    {FF_TEMPERATURE, FF_FIT_RECORD_TEMPERATURE, FF_FIT_SINT8},
    {FF_VERTICAL_OSCILLATION, FF_FIT_RECORD_VERTICAL_OSCILLATION, FF_FIT_UINT16},
    {FF_STANCE_TIME_PERCENT, FF_FIT_RECORD_STANCE_TIME_PERCENT, FF_FIT_UINT16},
    {FF_STANCE_TIME, FF_FIT_RECORD_STANCE_TIME, FF_FIT_UINT16},
    {FF_SPEED, FF_FIT_RECORD_ENHANCED_SPEED, FF_FIT_UINT32},
    {FF_ALTITUDE, FF_FIT_RECORD_ENHANCED_ALTITUDE, FF_FIT_UINT32},
    {FF_VERTICAL_RATIO, FF_FIT_RECORD_VERTICAL_RATIO, FF_FIT_UINT16},
    {FF_BALANCE_LEFT, FF_FIT_RECORD_STANCE_TIME_BALANCE, FF_FIT_UINT16},
    {FF_STEP_LENGTH, FF_FIT_RECORD_STEP_LENGTH, FF_FIT_UINT16},
};
#define NATIVE_COUNT (sizeof native_rows / sizeof *native_rows)

/* Time, the native rows, cadence and its fraction, and every channel as a developer field. */
#define MOST_VALUES (1 + NATIVE_COUNT + 2 + FF_CHANNEL_COUNT)

typedef struct run_writer {
    ff_fit_writer fit;
    const ff_run *run;
    double end_s;      /* of the run, since its start */
    size_t next_lap;   /* the first not yet written */
    size_t next_event; /* pause i stops the timer at event 2i and starts it at 2i + 1 */
    struct {
        double scale, offset; /* raw = (value + offset) * scale */
    } native[NATIVE_COUNT];   /* of native_rows */
} run_writer;

static ff_fit_value enumerated(uint8_t number, int value) {
    return ff_fit_whole(number, FF_FIT_ENUM, value);
}

/* FIT time at elapsed_s after the start. */
static int64_t fit_time(const ff_run *run, double elapsed_s) {
    return run->start_s - FF_FIT_EPOCH_S + (int64_t)llround(elapsed_s);
}

static ff_fit_value time_value(const ff_run *run, uint8_t number, double elapsed_s) {
    return ff_fit_whole(number, FF_FIT_UINT32,
                        isnan(elapsed_s) ? FF_FIT_ABSENT : fit_time(run, elapsed_s));
}

/* A figure in the field's own scale, as the profile has it. */
static ff_fit_value figure(uint16_t message, uint8_t number, ff_fit_base base, double value) {
    const ff_fit_fact *fact = ff_fit_fact_of(message, number);
    return ff_fit_scaled(number, base, value, fact->scale, fact->offset);
}

static void take_scales(run_writer *w) {
    for (size_t i = 0; i < NATIVE_COUNT; i++) {
        const ff_fit_fact *fact = ff_fit_fact_of(FF_FIT_RECORD, native_rows[i].number);
        bool angle = strcmp(fact->unit, "semicircles") == 0;
        w->native[i].scale = angle ? 1 / FF_FIT_DEGREES_PER_SEMICIRCLE : fact->scale;
        w->native[i].offset = fact->offset;
    }
}

/* --- device --- */

/* A text that is a number up to the largest, else FF_FIT_ABSENT. */
static int64_t number_in(const char *text, int64_t largest) {
    if (text == NULL || text[0] < '0' || text[0] > '9') {
        return FF_FIT_ABSENT;
    }
    char *end;
    long long number = strtoll(text, &end, 10);
    return *end == '\0' && number <= largest ? number : FF_FIT_ABSENT;
}

/* The number that reading turned into this name, or the number that stands in its place. */
static int64_t device_number(uint32_t known, const char *name) {
    return known != UINT32_MAX ? known : number_in(name, 0xFFFE);
}

static double software_of(const ff_device *device) {
    double software; /* any text but a number has no place in the field */
    bool known = device->software != NULL && ff_number_parse(device->software, &software);
    return known ? software : NAN;
}

static void write_device(run_writer *w) {
    const ff_device *device = &w->run->device;
    const char *maker_name = device->maker != NULL ? device->maker : "development";
    const char *product_name = device->product != NULL ? device->product : "";
    int64_t maker = device_number(ff_fit_maker_number(maker_name), maker_name);
    maker = maker != FF_FIT_ABSENT ? maker : MAKER_DEVELOPMENT;
    int64_t product =
        device_number(ff_fit_product_number((uint32_t)maker, product_name), product_name);
    const char *name = product == FF_FIT_ABSENT ? device->product : NULL;
    int64_t serial = number_in(device->serial, UINT32_MAX);
    ff_fit_value file_id[] = {ff_fit_whole(FF_FIT_FILE_ID_TYPE, FF_FIT_ENUM, FF_FIT_FILE_ACTIVITY),
                              ff_fit_whole(FF_FIT_FILE_ID_MANUFACTURER, FF_FIT_UINT16, maker),
                              ff_fit_whole(FF_FIT_FILE_ID_PRODUCT, FF_FIT_UINT16, product),
                              ff_fit_whole(FF_FIT_FILE_ID_SERIAL_NUMBER, FF_FIT_UINT32Z, serial),
                              time_value(w->run, FF_FIT_FILE_ID_TIME_CREATED, 0),
                              ff_fit_text(FF_FIT_FILE_ID_PRODUCT_NAME, name, TEXT_SIZE)};
    ff_fit_write(&w->fit, FF_FIT_FILE_ID, file_id, sizeof file_id / sizeof *file_id);
    ff_fit_value info[] = {
        time_value(w->run, FF_FIT_DEVICE_INFO_TIMESTAMP, 0),
        ff_fit_whole(FF_FIT_DEVICE_INFO_DEVICE_INDEX, FF_FIT_UINT8, 0), /* what made the file */
        ff_fit_whole(FF_FIT_DEVICE_INFO_MANUFACTURER, FF_FIT_UINT16, maker),
        ff_fit_whole(FF_FIT_DEVICE_INFO_SERIAL_NUMBER, FF_FIT_UINT32Z, serial),
        ff_fit_whole(FF_FIT_DEVICE_INFO_PRODUCT, FF_FIT_UINT16, product),
        figure(FF_FIT_DEVICE_INFO, FF_FIT_DEVICE_INFO_SOFTWARE_VERSION, FF_FIT_UINT16,
               software_of(device)),
        ff_fit_text(FF_FIT_DEVICE_INFO_PRODUCT_NAME, name, TEXT_SIZE)};
    ff_fit_write(&w->fit, FF_FIT_DEVICE_INFO, info, sizeof info / sizeof *info);
}

/* --- developer fields --- */

static bool is_native(ff_channel channel) {
    for (size_t i = 0; i < NATIVE_COUNT; i++) {
        if (native_rows[i].channel == channel) {
            return true;
        }
    }
    return channel == FF_CADENCE;
}

static bool is_developer(const ff_run *run, ff_channel channel) {
    return run->series.column[channel] != NULL && !is_native(channel);
}

static void describe_field(run_writer *w, ff_channel channel) {
    ff_fit_value description[] = {ff_fit_whole(0, FF_FIT_UINT8, 0),
                                  ff_fit_whole(1, FF_FIT_UINT8, channel),
                                  ff_fit_whole(2, FF_FIT_UINT8, FF_FIT_FLOAT32),
                                  ff_fit_text(3, ff_channel_name(channel), TEXT_SIZE),
                                  ff_fit_text(8, ff_channel_unit(channel), TEXT_SIZE)};
    ff_fit_write(&w->fit, FF_FIT_FIELD_DESCRIPTION, description,
                 sizeof description / sizeof *description);
}

static void describe_developer_fields(run_writer *w) {
    int64_t application[16];
    for (size_t i = 0; i < 16; i++) {
        application[i] = ff_fit_own_application[i];
    }
    bool introduced = false;
    for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (!is_developer(w->run, (ff_channel)i)) {
            continue;
        }
        if (!introduced) {
            ff_fit_value id[] = {ff_fit_wholes(1, FF_FIT_BYTE, application, 16),
                                 ff_fit_whole(3, FF_FIT_UINT8, 0)};
            ff_fit_write(&w->fit, FF_FIT_DEVELOPER_DATA_ID, id, 2);
            introduced = true;
        }
        describe_field(w, (ff_channel)i);
    }
}

/* --- events, laps, records --- */

static void write_event(run_writer *w, double at_s, int type) {
    ff_fit_value event[] = {time_value(w->run, FF_FIT_EVENT_TIMESTAMP, at_s),
                            enumerated(FF_FIT_EVENT_EVENT, FF_FIT_EVENT_TIMER),
                            enumerated(FF_FIT_EVENT_EVENT_TYPE, type),
                            ff_fit_whole(FF_FIT_EVENT_EVENT_GROUP, FF_FIT_UINT8, 0)};
    ff_fit_write(&w->fit, FF_FIT_EVENT, event, sizeof event / sizeof *event);
}

static int fit_sport(ff_sport sport) {
    return sport == FF_SPORT_RUNNING   ? FF_FIT_SPORT_RUNNING
           : sport == FF_SPORT_WALKING ? FF_FIT_SPORT_WALKING
                                       : FF_FIT_SPORT_GENERIC;
}

static int fit_trigger(ff_lap_trigger trigger) {
    switch (trigger) {
    case FF_LAP_MANUAL:
        return 0;
    case FF_LAP_TIME:
        return 1;
    case FF_LAP_DISTANCE:
        return 2;
    case FF_LAP_POSITION:
        return 4; /* position_lap */
    case FF_LAP_SESSION_END:
        return 7;
    case FF_LAP_OTHER:
        return 8; /* fitness_equipment */
    case FF_LAP_UNKNOWN:
        break;
    }
    return 0xFF;
}

static void write_lap(run_writer *w, const ff_lap *lap, size_t index) {
    const ff_run *run = w->run;
    ff_fit_value values[] = {
        time_value(run, FF_FIT_LAP_TIMESTAMP, lap->end_s),
        ff_fit_whole(FF_FIT_LAP_MESSAGE_INDEX, FF_FIT_UINT16, (int64_t)index),
        enumerated(FF_FIT_LAP_EVENT, EVENT_LAP),
        enumerated(FF_FIT_LAP_EVENT_TYPE, FF_FIT_EVENT_STOP),
        time_value(run, FF_FIT_LAP_START_TIME, lap->start_s),
        figure(FF_FIT_LAP, FF_FIT_LAP_TOTAL_ELAPSED_TIME, FF_FIT_UINT32, lap->end_s - lap->start_s),
        figure(FF_FIT_LAP, FF_FIT_LAP_TOTAL_TIMER_TIME, FF_FIT_UINT32, lap->timer_s),
        figure(FF_FIT_LAP, FF_FIT_LAP_TOTAL_DISTANCE, FF_FIT_UINT32, lap->distance_m),
        enumerated(FF_FIT_LAP_LAP_TRIGGER, fit_trigger(lap->trigger)),
        enumerated(FF_FIT_LAP_SPORT, fit_sport(run->sport))};
    ff_fit_write(&w->fit, FF_FIT_LAP, values, sizeof values / sizeof *values);
}

/* Writes the events and laps that are due before a record at before_s. */
static void write_due(run_writer *w, double before_s) {
    const ff_run *run = w->run;
    for (; w->next_event < 2 * run->pause_count; w->next_event++) {
        const ff_pause *pause = &run->pauses[w->next_event / 2];
        bool starts = w->next_event % 2 == 1;
        double at_s = starts ? pause->end_s : pause->start_s;
        if (starts ? at_s > before_s : at_s >= before_s) {
            break;
        }
        write_event(w, at_s, starts ? FF_FIT_EVENT_START : FF_FIT_EVENT_STOP_ALL);
    }
    for (; w->next_lap < run->lap_count && !(run->laps[w->next_lap].end_s >= before_s);
         w->next_lap++) {
        write_lap(w, &run->laps[w->next_lap], w->next_lap);
    }
}

/* Strides a minute and 1/128 of one: FIT counts one foot. */
static size_t cadence_values(ff_fit_value *values, uint8_t number, uint8_t fraction_number,
                             double cadence_spm) {
    double strides = round(cadence_spm / 2 * 128) / 128;
    double whole = floor(strides);
    values[0] = ff_fit_scaled(number, FF_FIT_UINT8, whole, 1, 0);
    values[1] = ff_fit_scaled(fraction_number, FF_FIT_UINT8, strides - whole, 128, 0);
    return 2;
}

static void write_record(run_writer *w, size_t row) {
    const ff_series *series = &w->run->series;
    ff_fit_value values[MOST_VALUES];
    size_t count = 0;
    values[count++] = time_value(w->run, FF_FIT_RECORD_TIMESTAMP, series->time_s[row]);
    for (size_t i = 0; i < NATIVE_COUNT; i++) {
        const native_row *native = &native_rows[i];
        const double *column = series->column[native->channel];
        if (column != NULL) {
            values[count++] = ff_fit_scaled(native->number, native->base, column[row],
                                            w->native[i].scale, w->native[i].offset);
        }
    }
    if (series->column[FF_CADENCE] != NULL) {
        count += cadence_values(values + count, FF_FIT_RECORD_CADENCE,
                                FF_FIT_RECORD_FRACTIONAL_CADENCE, series->column[FF_CADENCE][row]);
    }
    for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (is_developer(w->run, (ff_channel)i)) {
            ff_fit_value value =
                ff_fit_floating((uint8_t)i, FF_FIT_FLOAT32, series->column[i][row]);
            values[count++] = ff_fit_of_developer(0, value);
        }
    }
    ff_fit_write(&w->fit, FF_FIT_RECORD, values, count);
}

/* --- the whole --- */

static int64_t fit_sub_sport(const char *sport_detail) {
    const char *slash = sport_detail != NULL ? strchr(sport_detail, '/') : NULL;
    return slash != NULL ? device_number(ff_fit_sub_sport_number(slash + 1), slash + 1) : 0;
}

/* Session fields for the figures of a run; cadence is apart because it has two. */
static const struct {
    size_t offset; /* in ff_run_figures */
    uint8_t number;
    ff_fit_base base;
} session_rows[] = {
    {offsetof(ff_run_figures, elapsed_s), FF_FIT_SESSION_TOTAL_ELAPSED_TIME, FF_FIT_UINT32},
    {offsetof(ff_run_figures, duration_s), FF_FIT_SESSION_TOTAL_TIMER_TIME, FF_FIT_UINT32},
    {offsetof(ff_run_figures, distance_m), FF_FIT_SESSION_TOTAL_DISTANCE, FF_FIT_UINT32},
    {offsetof(ff_run_figures, heart_rate_bpm), FF_FIT_SESSION_AVG_HEART_RATE, FF_FIT_UINT8},
    {offsetof(ff_run_figures, power_w), FF_FIT_SESSION_AVG_POWER, FF_FIT_UINT16},
    {offsetof(ff_run_figures, ascent_m), FF_FIT_SESSION_TOTAL_ASCENT, FF_FIT_UINT16},
    {offsetof(ff_run_figures, descent_m), FF_FIT_SESSION_TOTAL_DESCENT, FF_FIT_UINT16},
    {offsetof(ff_run_figures, temperature_c), FF_FIT_SESSION_AVG_TEMPERATURE, FF_FIT_SINT8},
    {offsetof(ff_run_figures, moving_s), FF_FIT_SESSION_TOTAL_MOVING_TIME, FF_FIT_UINT32},
    {offsetof(ff_run_figures, vertical_oscillation_mm), FF_FIT_SESSION_AVG_VERTICAL_OSCILLATION,
     FF_FIT_UINT16},
    {offsetof(ff_run_figures, stance_time_ms), FF_FIT_SESSION_AVG_STANCE_TIME, FF_FIT_UINT16},
    {offsetof(ff_run_figures, speed_mps), FF_FIT_SESSION_ENHANCED_AVG_SPEED, FF_FIT_UINT32},
    {offsetof(ff_run_figures, vertical_ratio_percent), FF_FIT_SESSION_AVG_VERTICAL_RATIO,
     FF_FIT_UINT16},
    {offsetof(ff_run_figures, balance_left_percent), FF_FIT_SESSION_AVG_STANCE_TIME_BALANCE,
     FF_FIT_UINT16},
    {offsetof(ff_run_figures, step_length_mm), FF_FIT_SESSION_AVG_STEP_LENGTH, FF_FIT_UINT16},
    {offsetof(ff_run_figures, feel), FF_FIT_SESSION_WORKOUT_FEEL, FF_FIT_UINT8},
};
#define SESSION_ROWS (sizeof session_rows / sizeof *session_rows)

static size_t session_figures(ff_fit_value *values, const ff_run_figures *figures) {
    size_t n = 0;
    for (; n < SESSION_ROWS; n++) {
        double value;
        memcpy(&value, (const char *)figures + session_rows[n].offset, sizeof value);
        values[n] = figure(FF_FIT_SESSION, session_rows[n].number, session_rows[n].base, value);
    }
    /* The watch asks for effort in steps of 0 to 100. */
    values[n++] = ff_fit_scaled(FF_FIT_SESSION_WORKOUT_RPE, FF_FIT_UINT8, figures->effort, 10, 0);
    return n + cadence_values(values + n, FF_FIT_SESSION_AVG_CADENCE,
                              FF_FIT_SESSION_AVG_FRACTIONAL_CADENCE, figures->cadence_spm);
}

static void write_session(run_writer *w) {
    const ff_run *run = w->run;
    size_t laps = run->lap_count > 0 ? run->lap_count : 1;
    ff_fit_value values[10 + SESSION_ROWS + 3] = {
        time_value(run, FF_FIT_SESSION_TIMESTAMP, w->end_s),
        ff_fit_whole(FF_FIT_SESSION_MESSAGE_INDEX, FF_FIT_UINT16, 0),
        enumerated(FF_FIT_SESSION_EVENT, EVENT_SESSION),
        enumerated(FF_FIT_SESSION_EVENT_TYPE, FF_FIT_EVENT_STOP),
        time_value(run, FF_FIT_SESSION_START_TIME, 0),
        enumerated(FF_FIT_SESSION_SPORT, fit_sport(run->sport)),
        ff_fit_whole(FF_FIT_SESSION_SUB_SPORT, FF_FIT_ENUM, fit_sub_sport(run->sport_detail)),
        ff_fit_whole(FF_FIT_SESSION_FIRST_LAP_INDEX, FF_FIT_UINT16, 0),
        ff_fit_whole(FF_FIT_SESSION_NUM_LAPS, FF_FIT_UINT16, (int64_t)laps),
        enumerated(FF_FIT_SESSION_TRIGGER, 0)}; /* ended with the activity */
    ff_fit_write(&w->fit, FF_FIT_SESSION, values, 10 + session_figures(values + 10, &run->figures));
}

static void write_activity(run_writer *w) {
    const ff_run *run = w->run;
    int64_t local =
        run->utc_offset_known ? fit_time(run, w->end_s) + run->utc_offset_s : FF_FIT_ABSENT;
    ff_fit_value values[] = {
        time_value(run, FF_FIT_ACTIVITY_TIMESTAMP, w->end_s),
        figure(FF_FIT_ACTIVITY, FF_FIT_ACTIVITY_TOTAL_TIMER_TIME, FF_FIT_UINT32,
               run->figures.duration_s),
        ff_fit_whole(FF_FIT_ACTIVITY_NUM_SESSIONS, FF_FIT_UINT16, 1),
        enumerated(FF_FIT_ACTIVITY_TYPE, 0), /* manual: not one of several sports */
        enumerated(ACTIVITY_EVENT, EVENT_ACTIVITY),
        enumerated(ACTIVITY_EVENT_TYPE, FF_FIT_EVENT_STOP),
        ff_fit_whole(FF_FIT_ACTIVITY_LOCAL_TIMESTAMP, FF_FIT_UINT32, local)};
    ff_fit_write(&w->fit, FF_FIT_ACTIVITY, values, sizeof values / sizeof *values);
}

/* The end of the run as far as any part of it says. */
static double end_of(const ff_run *run) {
    double end_s = 0;
    if (!isnan(run->figures.elapsed_s)) {
        end_s = run->figures.elapsed_s;
    } else if (run->series.rows > 0) {
        end_s = run->series.time_s[run->series.rows - 1];
    }
    if (run->lap_count > 0) {
        end_s = fmax(end_s, run->laps[run->lap_count - 1].end_s);
    }
    return end_s;
}

static void write_end(run_writer *w) {
    const ff_run *run = w->run;
    write_due(w, INFINITY);
    write_event(w, w->end_s, FF_FIT_EVENT_STOP_ALL);
    if (run->lap_count == 0) {
        ff_lap whole = {.end_s = w->end_s,
                        .timer_s = run->figures.duration_s,
                        .distance_m = run->figures.distance_m,
                        .trigger = FF_LAP_SESSION_END};
        write_lap(w, &whole, 0);
    }
    write_session(w);
    write_activity(w);
}

ff_code ff_fit_write_run(const ff_run *run, ff_text *out, ff_error *error) {
    run_writer w = {.run = run, .end_s = end_of(run)};
    if (fit_time(run, 0) < FF_FIT_FIRST_ABSOLUTE_TIME || fit_time(run, w.end_s) >= UINT32_MAX) {
        return ff_fail(error, FF_ERR_VALUE, run->source, FF_NO_OFFSET,
                       "a FIT file cannot hold the date of this run");
    }
    take_scales(&w);
    ff_fit_writer_begin(&w.fit, out, NULL);
    write_device(&w);
    describe_developer_fields(&w);
    write_event(&w, 0, FF_FIT_EVENT_START);
    for (size_t row = 0; row < run->series.rows; row++) {
        write_due(&w, run->series.time_s[row]);
        write_record(&w, row);
    }
    write_end(&w);
    return ff_fit_writer_end(&w.fit, error);
}
