#include "files/fit_write_run.h"

#include "files/fit_writer.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Message and field numbers are facts of the public FIT profile. */
enum {
    MESG_FILE_ID = 0,
    MESG_SESSION = 18,
    MESG_LAP = 19,
    MESG_RECORD = 20,
    MESG_EVENT = 21,
    MESG_DEVICE_INFO = 23,
    MESG_ACTIVITY = 34,
    MESG_FIELD_DESCRIPTION = 206,
    MESG_DEVELOPER_DATA_ID = 207
};
enum { FIELD_TIMESTAMP = 253, FIELD_MESSAGE_INDEX = 254 };
enum { FILE_ACTIVITY = 4, EVENT_TIMER = 0, EVENT_SESSION = 8, EVENT_LAP = 9, EVENT_ACTIVITY = 26 };
enum { TYPE_START = 0, TYPE_STOP = 1, TYPE_STOP_ALL = 4 };
enum { MAKER_DEVELOPMENT = 255 };

#define SEMICIRCLES_PER_DEGREE (0x1p31 / 180)
#define TEXT_SIZE              32

/* Channels with a native field of their own in the record message. */
typedef struct native_row {
    ff_channel channel;
    uint8_t number;
    ff_fit_base base;
    double scale, offset;
} native_row;

static const native_row native_rows[] = {
    {FF_LATITUDE, 0, FF_FIT_SINT32, SEMICIRCLES_PER_DEGREE, 0},
    {FF_LONGITUDE, 1, FF_FIT_SINT32, SEMICIRCLES_PER_DEGREE, 0},
    {FF_HEART_RATE, 3, FF_FIT_UINT8, 1, 0},
    {FF_DISTANCE, 5, FF_FIT_UINT32, 100, 0},
    {FF_POWER, 7, FF_FIT_UINT16, 1, 0},
    {FF_TEMPERATURE, 13, FF_FIT_SINT8, 1, 0},
    {FF_VERTICAL_OSCILLATION, 39, FF_FIT_UINT16, 10, 0},
    {FF_STANCE_TIME_PERCENT, 40, FF_FIT_UINT16, 100, 0},
    {FF_STANCE_TIME, 41, FF_FIT_UINT16, 10, 0},
    {FF_SPEED, 73, FF_FIT_UINT32, 1000, 0},   /* enhanced_speed */
    {FF_ALTITUDE, 78, FF_FIT_UINT32, 5, 500}, /* enhanced_altitude */
    {FF_VERTICAL_RATIO, 83, FF_FIT_UINT16, 100, 0},
    {FF_BALANCE_LEFT, 84, FF_FIT_UINT16, 100, 0},
    {FF_STEP_LENGTH, 85, FF_FIT_UINT16, 10, 0},
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

static ff_fit_value milliseconds(uint8_t number, double seconds) {
    return ff_fit_scaled(number, FF_FIT_UINT32, seconds, 1000, 0);
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

static int64_t maker_number(const char *maker) {
    static const struct {
        const char *name;
        int number;
    } makers[] = {{"garmin", 1}, {"suunto", 23},         {"wahoo_fitness", 32},
                  {"stryd", 95}, {"polar_electro", 123}, {"coros", 294}};
    for (size_t i = 0; maker != NULL && i < sizeof makers / sizeof *makers; i++) {
        if (strcmp(maker, makers[i].name) == 0) {
            return makers[i].number;
        }
    }
    int64_t number = number_in(maker, 0xFFFE);
    return number != FF_FIT_ABSENT ? number : MAKER_DEVELOPMENT;
}

static void write_device(run_writer *w) {
    const ff_run *run = w->run;
    const ff_device *device = &run->device;
    int64_t product = number_in(device->product, 0xFFFE);
    ff_fit_value maker = ff_fit_whole(1, FF_FIT_UINT16, maker_number(device->maker));
    ff_fit_value number = ff_fit_whole(2, FF_FIT_UINT16, product);
    ff_fit_value serial = ff_fit_whole(3, FF_FIT_UINT32Z, number_in(device->serial, UINT32_MAX));
    ff_fit_value name =
        ff_fit_text(8, product == FF_FIT_ABSENT ? device->product : NULL, TEXT_SIZE);
    ff_fit_value file_id[] = {enumerated(0, FILE_ACTIVITY), maker, number, serial,
                              time_value(run, 4, 0),        name};
    ff_fit_write(&w->fit, MESG_FILE_ID, file_id, sizeof file_id / sizeof *file_id);
    double software = NAN; /* "7.10" as a number; any other text has no place in the field */
    if (device->software == NULL || !ff_number_parse(device->software, &software)) {
        software = NAN;
    }
    maker.number = 2;
    number.number = 4;
    name.number = 27;
    ff_fit_value device_info[] = {time_value(run, FIELD_TIMESTAMP, 0),
                                  ff_fit_whole(0, FF_FIT_UINT8, 0), /* 0: what made the file */
                                  maker,
                                  serial,
                                  number,
                                  ff_fit_scaled(5, FF_FIT_UINT16, software, 100, 0),
                                  name};
    ff_fit_write(&w->fit, MESG_DEVICE_INFO, device_info, sizeof device_info / sizeof *device_info);
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
                                  ff_fit_text(3, ff_channel_name(channel), 2 * TEXT_SIZE),
                                  ff_fit_text(8, ff_channel_unit(channel), TEXT_SIZE)};
    ff_fit_write(&w->fit, MESG_FIELD_DESCRIPTION, description,
                 sizeof description / sizeof *description);
}

static void describe_developer_fields(run_writer *w) {
    /* "footfall channel" in ASCII: says whose the fields are; they are told apart by name. */
    static const int64_t application[16] = {'f', 'o', 'o', 't', 'f', 'a', 'l', 'l',
                                            ' ', 'c', 'h', 'a', 'n', 'n', 'e', 'l'};
    bool introduced = false;
    for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (!is_developer(w->run, (ff_channel)i)) {
            continue;
        }
        if (!introduced) {
            ff_fit_value id[] = {ff_fit_wholes(1, FF_FIT_BYTE, application, 16),
                                 ff_fit_whole(3, FF_FIT_UINT8, 0)};
            ff_fit_write(&w->fit, MESG_DEVELOPER_DATA_ID, id, 2);
            introduced = true;
        }
        describe_field(w, (ff_channel)i);
    }
}

/* --- events, laps, records --- */

static void write_event(run_writer *w, double at_s, int type) {
    ff_fit_value event[] = {time_value(w->run, FIELD_TIMESTAMP, at_s), enumerated(0, EVENT_TIMER),
                            enumerated(1, type), ff_fit_whole(4, FF_FIT_UINT8, 0)};
    ff_fit_write(&w->fit, MESG_EVENT, event, sizeof event / sizeof *event);
}

static int fit_sport(ff_sport sport) {
    static const int sports[] = {0, 1, 11, 0}; /* generic, running, walking, generic */
    return sport <= FF_SPORT_OTHER ? sports[sport] : 0;
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
    ff_fit_value values[] = {time_value(w->run, FIELD_TIMESTAMP, lap->end_s),
                             ff_fit_whole(FIELD_MESSAGE_INDEX, FF_FIT_UINT16, (int64_t)index),
                             enumerated(0, EVENT_LAP),
                             enumerated(1, TYPE_STOP),
                             time_value(w->run, 2, lap->start_s),
                             milliseconds(7, lap->end_s - lap->start_s),
                             milliseconds(8, lap->timer_s),
                             ff_fit_scaled(9, FF_FIT_UINT32, lap->distance_m, 100, 0),
                             enumerated(24, fit_trigger(lap->trigger)),
                             enumerated(25, fit_sport(w->run->sport))};
    ff_fit_write(&w->fit, MESG_LAP, values, sizeof values / sizeof *values);
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
        write_event(w, at_s, starts ? TYPE_START : TYPE_STOP_ALL);
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
    values[count++] = time_value(w->run, FIELD_TIMESTAMP, series->time_s[row]);
    for (size_t i = 0; i < NATIVE_COUNT; i++) {
        const native_row *native = &native_rows[i];
        const double *column = series->column[native->channel];
        if (column != NULL) {
            values[count++] = ff_fit_scaled(native->number, native->base, column[row],
                                            native->scale, native->offset);
        }
    }
    if (series->column[FF_CADENCE] != NULL) {
        count += cadence_values(values + count, 4, 53, series->column[FF_CADENCE][row]);
    }
    for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (is_developer(w->run, (ff_channel)i)) {
            ff_fit_value value =
                ff_fit_floating((uint8_t)i, FF_FIT_FLOAT32, series->column[i][row]);
            values[count++] = ff_fit_of_developer(0, value);
        }
    }
    ff_fit_write(&w->fit, MESG_RECORD, values, count);
}

/* --- the whole --- */

static int fit_sub_sport(const char *sport_detail) {
    static const char *const names[] = {"generic", "treadmill", "street", "trail", "track"};
    const char *slash = sport_detail != NULL ? strchr(sport_detail, '/') : NULL;
    for (int i = 0; slash != NULL && i < 5; i++) {
        if (strcmp(slash + 1, names[i]) == 0) {
            return i;
        }
    }
    return 0;
}

static size_t session_figures(ff_fit_value *values, const ff_run_figures *f) {
    size_t n = 0;
    values[n++] = milliseconds(7, f->elapsed_s);
    values[n++] = milliseconds(8, f->duration_s);
    values[n++] = ff_fit_scaled(9, FF_FIT_UINT32, f->distance_m, 100, 0);
    values[n++] = ff_fit_scaled(16, FF_FIT_UINT8, f->heart_rate_bpm, 1, 0);
    n += cadence_values(values + n, 18, 92, f->cadence_spm);
    values[n++] = ff_fit_scaled(20, FF_FIT_UINT16, f->power_w, 1, 0);
    values[n++] = ff_fit_scaled(22, FF_FIT_UINT16, f->ascent_m, 1, 0);
    values[n++] = ff_fit_scaled(23, FF_FIT_UINT16, f->descent_m, 1, 0);
    values[n++] = ff_fit_scaled(57, FF_FIT_SINT8, f->temperature_c, 1, 0);
    values[n++] = milliseconds(59, f->moving_s);
    values[n++] = ff_fit_scaled(89, FF_FIT_UINT16, f->vertical_oscillation_mm, 10, 0);
    values[n++] = ff_fit_scaled(91, FF_FIT_UINT16, f->stance_time_ms, 10, 0);
    values[n++] = ff_fit_scaled(124, FF_FIT_UINT32, f->speed_mps, 1000, 0);
    values[n++] = ff_fit_scaled(132, FF_FIT_UINT16, f->vertical_ratio_percent, 100, 0);
    values[n++] = ff_fit_scaled(133, FF_FIT_UINT16, f->balance_left_percent, 100, 0);
    values[n++] = ff_fit_scaled(134, FF_FIT_UINT16, f->step_length_mm, 10, 0);
    values[n++] = ff_fit_scaled(192, FF_FIT_UINT8, f->feel, 1, 0);
    values[n++] = ff_fit_scaled(193, FF_FIT_UINT8, f->effort, 10, 0);
    return n;
}

static void write_session(run_writer *w) {
    const ff_run *run = w->run;
    ff_fit_value values[32];
    size_t n = 0;
    values[n++] = time_value(run, FIELD_TIMESTAMP, w->end_s);
    values[n++] = ff_fit_whole(FIELD_MESSAGE_INDEX, FF_FIT_UINT16, 0);
    values[n++] = enumerated(0, EVENT_SESSION);
    values[n++] = enumerated(1, TYPE_STOP);
    values[n++] = time_value(run, 2, 0);
    values[n++] = enumerated(5, fit_sport(run->sport));
    values[n++] = enumerated(6, fit_sub_sport(run->sport_detail));
    values[n++] = ff_fit_whole(25, FF_FIT_UINT16, 0); /* first lap */
    values[n++] = ff_fit_whole(26, FF_FIT_UINT16, run->lap_count > 0 ? (int64_t)run->lap_count : 1);
    values[n++] = enumerated(28, 0); /* ended with the activity */
    n += session_figures(values + n, &run->figures);
    ff_fit_write(&w->fit, MESG_SESSION, values, n);
}

static void write_activity(run_writer *w) {
    const ff_run *run = w->run;
    int64_t local =
        run->utc_offset_known ? fit_time(run, w->end_s) + run->utc_offset_s : FF_FIT_ABSENT;
    ff_fit_value values[] = {time_value(run, FIELD_TIMESTAMP, w->end_s),
                             milliseconds(0, run->figures.duration_s),
                             ff_fit_whole(1, FF_FIT_UINT16, 1),
                             enumerated(2, 0), /* manual: not one of several sports */
                             enumerated(3, EVENT_ACTIVITY),
                             enumerated(4, TYPE_STOP),
                             ff_fit_whole(5, FF_FIT_UINT32, local)};
    ff_fit_write(&w->fit, MESG_ACTIVITY, values, sizeof values / sizeof *values);
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
    write_event(w, w->end_s, TYPE_STOP_ALL);
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
    if (fit_time(run, 0) < 0x10000000 || fit_time(run, w.end_s) >= UINT32_MAX) {
        return ff_fail(error, FF_ERR_VALUE, run->source, FF_NO_OFFSET,
                       "a FIT file cannot hold the date of this run");
    }
    ff_fit_writer_begin(&w.fit, out, NULL);
    write_device(&w);
    describe_developer_fields(&w);
    write_event(&w, 0, TYPE_START);
    for (size_t row = 0; row < run->series.rows; row++) {
        write_due(&w, run->series.time_s[row]);
        write_record(&w, row);
    }
    write_end(&w);
    return ff_fit_writer_end(&w.fit, error);
}
