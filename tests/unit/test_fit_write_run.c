#include "support.h"

#include "files/fit_write_run.h"
#include "files/fit_writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A run of five rows with a pause of 60 s, a manual lap, gaps, and a Stryd column. */
typedef struct sample {
    ff_run run;
    double time[5], speed[5], distance[5], cadence[5], stance[5], latitude[5], form_power[5];
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_message_is_there),
        cmocka_unit_test(without_laps_there_is_one),
        cmocka_unit_test(dates_outside_fit),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
