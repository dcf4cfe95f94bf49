#include "support.h"

#include "files/fit_profile.h"
#include "files/fit_write_run.h"
#include "files/fit_writer.h"
#include "files/import_runs.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A run of five rows with a pause of 60 s, a manual lap, gaps, and a Stryd column. */
typedef struct sample {
    ff_run run;
    double time[5], speed[5], distance[5], cadence[5], stance[5], latitude[5], longitude[5],
        form_power[5];
    ff_lap laps[2];
    ff_pause pauses[1];
} sample;

static void make_sample(sample *s) {
    *s = (sample){.time = {0, 1, 2, 62, 63},
                  .speed = {3, 3.1, NAN, 2.9, 3},
                  .distance = {0, 3, 6, 6, 9},
                  .cadence = {162, 163, NAN, 161.5, 162},
                  .stance = {259.1, 258, 257, NAN, 259},
                  .latitude = {-48.5, -48.6, -48.7, -48.8, NAN},
                  .longitude = {-30.5, -30.6, -30.7, -30.8, NAN},
                  .form_power = {80.5, 81, NAN, 82, 83},
                  .laps = {{0, 2, 2, 6, FF_LAP_MANUAL}, {2, 63, 1, 3, FF_LAP_SESSION_END}},
                  .pauses = {{2, 62}}};
    ff_run *run = &s->run;
    ff_run_init(run);
    run->start_s = 1773466200; /* 2026-03-14T05:30:00Z */
    run->utc_offset_known = true;
    run->utc_offset_s = 3600;
    run->sport = FF_SPORT_RUNNING;
    run->figures.duration_s = 3;
    run->figures.elapsed_s = 63;
    run->figures.distance_m = 9;
    run->figures.cadence_spm = 163;
    run->device = (ff_device){"garmin", "4315", "1234567890", "7.10"};
    run->laps = s->laps;
    run->lap_count = 2;
    run->pauses = s->pauses;
    run->pause_count = 1;
    run->series.rows = 5;
    run->series.time_s = s->time;
    run->series.column[FF_SPEED] = s->speed;
    run->series.column[FF_DISTANCE] = s->distance;
    run->series.column[FF_CADENCE] = s->cadence;
    run->series.column[FF_STANCE_TIME] = s->stance;
    run->series.column[FF_LATITUDE] = s->latitude;
    run->series.column[FF_LONGITUDE] = s->longitude;
    run->series.column[FF_FORM_POWER] = s->form_power;
}

/* Walks the file by the protocol's rules, without the reader's help, and counts messages. Only
 * little-endian files with up to 16 local types, as the writer makes them. */
static void count_messages(const ff_text *text, unsigned counts[256]) {
    const uint8_t *data = (const uint8_t *)text->data;
    size_t size[16] = {0}, message[16] = {0};
    size_t at = 14;
    while (at < text->length - 2) {
        uint8_t header = data[at++];
        unsigned local = header & 15;
        if (header & 0x40) {
            message[local] = data[at + 2];
            size_t fields = data[at + 4];
            size[local] = 0;
            at += 5;
            for (size_t i = 0; i < fields; i++, at += 3) {
                size[local] += data[at + 1];
            }
            if (header & 0x20) {
                fields = data[at++];
                for (size_t i = 0; i < fields; i++, at += 3) {
                    size[local] += data[at + 1];
                }
            }
        } else {
            assert_true(size[local] > 0);
            counts[message[local]]++;
            at += size[local];
        }
    }
    assert_int_equal(at, text->length - 2);
}

static void every_message_is_there(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    ff_text text;
    ff_text_init(&text, NULL);
    assert_int_equal(ff_fit_write_run(&s.run, &text, NULL), FF_OK);
    assert_int_equal(ff_fit_checksum(0, text.data, text.length), 0);
    unsigned counts[256] = {0};
    count_messages(&text, counts);
    assert_int_equal(counts[0], 1);   /* file_id */
    assert_int_equal(counts[23], 1);  /* device_info */
    assert_int_equal(counts[21], 4);  /* start, stop and start of the pause, stop */
    assert_int_equal(counts[20], 5);  /* records */
    assert_int_equal(counts[19], 2);  /* laps */
    assert_int_equal(counts[18], 1);  /* session */
    assert_int_equal(counts[34], 1);  /* activity */
    assert_int_equal(counts[206], 1); /* form power */
    assert_int_equal(counts[207], 1);
    ff_text_free(&text);
}

static void without_laps_there_is_one(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    s.run.lap_count = 0;
    s.run.pause_count = 0;
    s.run.series.column[FF_FORM_POWER] = NULL;
    ff_text text;
    ff_text_init(&text, NULL);
    assert_int_equal(ff_fit_write_run(&s.run, &text, NULL), FF_OK);
    unsigned counts[256] = {0};
    count_messages(&text, counts);
    assert_int_equal(counts[19], 1);
    assert_int_equal(counts[21], 2);
    assert_int_equal(counts[206] + counts[207], 0);
    ff_text_free(&text);
}

static void dates_outside_fit(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    ff_text text;
    ff_text_init(&text, NULL);
    s.run.start_s = 0;
    assert_int_equal(ff_fit_write_run(&s.run, &text, NULL), FF_ERR_VALUE);
    s.run.start_s = FF_FIT_EPOCH_S + UINT32_MAX - 63;
    assert_int_equal(ff_fit_write_run(&s.run, &text, NULL), FF_ERR_VALUE);
    s.run.start_s--;
    assert_int_equal(text.length, 0);
    assert_int_equal(ff_fit_write_run(&s.run, &text, NULL), FF_OK);
    ff_text_free(&text);
}

static void memory_runs_out(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    for (size_t fail = 1; fail < 4; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_text text;
        ff_text_init(&text, &failing.allocator);
        assert_int_equal(ff_fit_write_run(&s.run, &text, NULL), FF_ERR_MEMORY);
        ff_text_free(&text);
        assert_int_equal(failing.held, 0);
    }
}

/* --- what is written is read back --- */

/* The most that a value may move: half of what its field can tell apart. */
static double resolution(ff_channel channel) {
    switch (channel) {
    case FF_SPEED:
        return 0.0005;
    case FF_DISTANCE:
    case FF_STANCE_TIME_PERCENT:
    case FF_BALANCE_LEFT:
    case FF_VERTICAL_RATIO:
        return 0.005;
    case FF_CADENCE:
        return 1.0 / 128;
    case FF_STANCE_TIME:
    case FF_VERTICAL_OSCILLATION:
    case FF_STEP_LENGTH:
        return 0.05;
    case FF_POWER:
    case FF_HEART_RATE:
    case FF_TEMPERATURE:
        return 0.5;
    case FF_ALTITUDE:
        return 0.1;
    case FF_LATITUDE:
    case FF_LONGITUDE:
        return 90.0 / 2147483648.0;
    default:
        return NAN; /* a float: relative */
    }
}

static void assert_near(double x, double y, double most) {
    if (!(isnan(x) && isnan(y)) && !(fabs(x - y) <= most * (1 + 1e-6))) {
        fail_msg("%.9g has become %.9g, more than %.3g away", x, y, most);
    }
}

static void assert_same_series(const ff_series *was, const ff_series *is) {
    assert_int_equal(was->rows, is->rows);
    for (int channel = 0; channel < FF_CHANNEL_COUNT; channel++) {
        const double *x = was->column[channel], *y = is->column[channel];
        assert_int_equal(x != NULL, y != NULL);
        for (size_t i = 0; x != NULL && i < was->rows; i++) {
            double most = resolution((ff_channel)channel);
            assert_near(x[i], y[i], isnan(most) ? 1e-6 * fabs(x[i]) : most);
        }
    }
    for (size_t i = 0; i < was->rows; i++) {
        assert_near(was->time_s[i], is->time_s[i], 0.5);
    }
}

static void assert_same_text(const char *x, const char *y) {
    assert_int_equal(x != NULL, y != NULL);
    if (x != NULL) {
        assert_string_equal(x, y);
    }
}

static void assert_same_run(const ff_run *was, const ff_run *is) {
    assert_int_equal(was->start_s, is->start_s);
    assert_int_equal(was->utc_offset_known, is->utc_offset_known);
    assert_int_equal(was->utc_offset_s, is->utc_offset_s);
    assert_int_equal(was->sport, is->sport);
    assert_same_text(was->device.maker, is->device.maker);
    assert_same_text(was->device.product, is->device.product);
    assert_same_text(was->device.serial, is->device.serial);
    assert_int_equal(was->lap_count, is->lap_count);
    for (size_t i = 0; i < was->lap_count; i++) {
        assert_near(was->laps[i].start_s, is->laps[i].start_s, 0.5);
        assert_near(was->laps[i].end_s, is->laps[i].end_s, 0.5);
        assert_near(was->laps[i].timer_s, is->laps[i].timer_s, 0.0005);
        assert_near(was->laps[i].distance_m, is->laps[i].distance_m, 0.005);
        assert_int_equal(was->laps[i].trigger, is->laps[i].trigger);
    }
    assert_int_equal(was->pause_count, is->pause_count);
    for (size_t i = 0; i < was->pause_count; i++) {
        assert_near(was->pauses[i].start_s, is->pauses[i].start_s, 0.5);
        assert_near(was->pauses[i].end_s, is->pauses[i].end_s, 0.5);
    }
    assert_same_series(&was->series, &is->series);
    assert_near(was->figures.duration_s, is->figures.duration_s, 0.0005);
    assert_near(was->figures.distance_m, is->figures.distance_m, 0.005);
    assert_near(was->figures.cadence_spm, is->figures.cadence_spm, 1.0 / 128);
    assert_near(was->figures.stance_time_ms, is->figures.stance_time_ms, 0.05);
    assert_near(was->figures.effort, is->figures.effort, 0.05);
}

/* Writes the run and reads it back, in the arena. */
static const ff_run *there_and_back(ff_arena *arena, const ff_run *run) {
    ff_text text;
    ff_text_init(&text, NULL);
    assert_int_equal(ff_fit_write_run(run, &text, NULL), FF_OK);
    ff_bytes bytes;
    ff_bytes_of_memory(&bytes, ff_arena_copy_bytes(arena, text.data, text.length), text.length,
                       "written.fit");
    ff_text_free(&text);
    ff_file_result result;
    assert_int_equal(ff_file_read_runs(NULL, &bytes, arena, &result, NULL), FF_OK);
    assert_int_equal(result.kind, FF_FILE_RUNS);
    assert_int_equal(result.damage.code, FF_OK);
    assert_int_equal(result.runs.count, 1);
    return &result.runs.items[0];
}

static void the_sample_comes_back(void **state) {
    (void)state;
    sample s;
    make_sample(&s);
    s.run.figures.effort = 4;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    const ff_run *back = there_and_back(&arena, &s.run);
    s.run.device.product = back->device.product; /* a number has become a watch's name */
    s.run.figures.stance_time_ms = back->figures.stance_time_ms; /* worked out from the rows */
    assert_same_run(&s.run, back);
    assert_string_equal(back->device.maker, "garmin");
    assert_string_equal(back->device.software, "7.10");
    ff_arena_free(&arena);
}

/* Real runs of several makers, with dynamics, foot pods, pauses and laps. */
static void real_runs_come_back(void **state) {
    (void)state;
    static const char *const files[] = {
        "rpatrik96__running-analyzer/tests/sample-garmin.fit",
        "Runalyze__Runalyze/tests/testfiles/fit/FR920xt-with-Stryd.fit",
        "Runalyze__Runalyze/tests/testfiles/fit/FR630-with-lth.fit",
    };
    if (shared_folder() == NULL) {
        skip();
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s/data/%s", shared_folder(), files[i]);
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_bytes bytes;
        ff_file_result result;
        assert_int_equal(ff_bytes_of_file(&bytes, path, NULL), FF_OK);
        assert_int_equal(ff_file_read_runs(NULL, &bytes, &arena, &result, NULL), FF_OK);
        assert_int_equal(result.runs.count, 1);
        assert_true(result.runs.items[0].series.rows > 500);
        const ff_run *back = there_and_back(&arena, &result.runs.items[0]);
        assert_same_run(&result.runs.items[0], back);
        ff_bytes_close(&bytes);
        ff_arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_message_is_there), cmocka_unit_test(without_laps_there_is_one),
        cmocka_unit_test(dates_outside_fit),      cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(the_sample_comes_back),  cmocka_unit_test(real_runs_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
