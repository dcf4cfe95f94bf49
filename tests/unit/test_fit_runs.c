#include "support.h"

#include "base/civil.h"
#include "files/fit_profile.h"
#include "files/fit_writer.h"
#include "files/import_runs.h"
#include "files/run_figures.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A morning in 2026, in FIT time. */
#define START      1143000000u
#define START_UNIX (FF_FIT_EPOCH_S + (int64_t)START)

/* A made-up file and what was read from it. */
typedef struct recording {
    ff_text text;
    ff_fit_writer writer;
    ff_arena arena;
    ff_bytes bytes;
    ff_file_result result;
    ff_error error;
    ff_code code;
} recording;

#define WRITE(r, message, ...)                                                                     \
    do {                                                                                           \
        ff_fit_value values_[] = {__VA_ARGS__};                                                    \
        ff_fit_write(&(r)->writer, message, values_, sizeof values_ / sizeof values_[0]);          \
    } while (0)

static ff_fit_value u8(uint8_t number, int64_t value) {
    return ff_fit_whole(number, FF_FIT_UINT8, value);
}

static ff_fit_value u16(uint8_t number, int64_t value) {
    return ff_fit_whole(number, FF_FIT_UINT16, value);
}

static ff_fit_value u32(uint8_t number, int64_t value) {
    return ff_fit_whole(number, FF_FIT_UINT32, value);
}

static ff_fit_value e(uint8_t number, int64_t value) {
    return ff_fit_whole(number, FF_FIT_ENUM, value);
}

static void begin(recording *r) {
    memset(r, 0, sizeof *r);
    ff_text_init(&r->text, NULL);
    ff_arena_init(&r->arena, NULL);
    ff_fit_writer_begin(&r->writer, &r->text, NULL);
}

static void write_file_id(recording *r, int type) {
    WRITE(r, FF_FIT_FILE_ID, e(0, type), u16(1, 1), u16(2, 3113),
          ff_fit_whole(3, FF_FIT_UINT32Z, 3900000001), u32(4, START));
}

static void write_event(recording *r, unsigned at, int type) {
    WRITE(r, FF_FIT_EVENT, u32(253, START + at), e(0, 0), e(1, type));
}

/* A record at 3 m/s and 180 steps a minute, every column plain. */
static void write_record(recording *r, unsigned at) {
    WRITE(r, FF_FIT_RECORD, u32(253, START + at), ff_fit_whole(0, FF_FIT_SINT32, 500000000),
          ff_fit_whole(1, FF_FIT_SINT32, -100000000), u16(2, 2500 + at), u8(3, 150), u8(4, 89),
          u8(53, 128), u32(5, at * 300), u16(6, 3000), u16(7, 250),
          ff_fit_whole(13, FF_FIT_SINT8, 21), u16(39, 800), u16(41, 2400), u16(83, 800),
          u16(84, 4900), u16(85, 10000));
}

static void write_records(recording *r, unsigned from, unsigned to) {
    for (unsigned at = from; at <= to; at++) {
        write_record(r, at);
    }
}

static void write_lap(recording *r, unsigned from, unsigned to, int trigger) {
    WRITE(r, FF_FIT_LAP, u32(253, START + to), u32(2, START + from), u32(7, (to - from) * 1000),
          u32(8, (to - from) * 1000), u32(9, (to - from) * 300), e(24, trigger), e(25, 1));
}

static void write_session(recording *r, int sport, unsigned from, unsigned to, unsigned timer) {
    WRITE(r, FF_FIT_SESSION, u32(253, START + to), u32(2, START + from), e(5, sport), e(6, 1),
          u32(7, (to - from) * 1000), u32(8, timer * 1000), u32(9, (to - from) * 300));
}

static void write_activity(recording *r, unsigned at, int64_t offset_s) {
    WRITE(r, FF_FIT_ACTIVITY, u32(253, START + at), u32(5, START + at + offset_s), u16(1, 1));
}

static void read_bytes(recording *r, const void *data, size_t size, const char *name) {
    ff_bytes_of_memory(&r->bytes, data, size, name);
    ff_error_clear(&r->error);
    r->code = ff_file_read_runs(NULL, &r->bytes, &r->arena, &r->result, &r->error);
}

static void finish(recording *r) {
    assert_int_equal(ff_fit_writer_end(&r->writer, NULL), FF_OK);
    read_bytes(r, r->text.data, r->text.length, "made-up.fit");
}

static void drop(recording *r) {
    ff_text_free(&r->text);
    ff_arena_free(&r->arena);
}

static const ff_run *only_run(const recording *r) {
    if (r->code != FF_OK) {
        fail_msg("%s", r->error.message);
    }
    assert_int_equal(r->result.kind, FF_FILE_RUNS);
    assert_int_equal(r->result.runs.count, 1);
    return &r->result.runs.items[0];
}

static bool has_note(const ff_run *run, const char *part) {
    for (size_t i = 0; i < run->note_count; i++) {
        if (strstr(run->notes[i], part) != NULL) {
            return true;
        }
    }
    return false;
}

static void close_to(double value, double expected, double tolerance) {
    if (!(fabs(value - expected) <= tolerance)) {
        fail_msg("%.10g is not %.10g", value, expected);
    }
}

static void near(double value, double expected) {
    close_to(value, expected, 1e-9);
}

static double at(const ff_run *run, ff_channel channel, size_t row) {
    assert_non_null(run->series.column[channel]);
    assert_true(row < run->series.rows);
    return run->series.column[channel][row];
}

static void plain_run(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    WRITE(&r, FF_FIT_FILE_CREATOR, u16(0, 1310));
    write_event(&r, 0, 0);
    write_records(&r, 0, 300);
    write_lap(&r, 0, 120, 0);
    write_lap(&r, 120, 240, 2);
    write_event(&r, 300, 4);
    write_lap(&r, 240, 300, 7);
    WRITE(&r, FF_FIT_SESSION, u32(253, START + 320), u32(2, START), e(5, 1), e(6, 1),
          u32(7, 300500), u32(8, 300250), u32(9, 90100), u16(22, 60), u8(199, 25), u16(23, 3),
          u8(18, 88), u8(92, 64), u16(91, 2410), u16(89, 810), u16(134, 9900), u16(133, 4920),
          u16(132, 820), u16(20, 251), u8(16, 149), ff_fit_whole(57, FF_FIT_SINT8, 20), u8(192, 75),
          u8(193, 60));
    write_activity(&r, 320, 7200);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(r.result.damage.code, FF_OK);
    assert_int_equal(run->start_s, START_UNIX);
    assert_true(run->utc_offset_known);
    assert_int_equal(run->utc_offset_s, 7200);
    assert_int_equal(run->sport, FF_SPORT_RUNNING);
    assert_string_equal(run->sport_detail, "running/treadmill");
    assert_string_equal(run->format, "FIT");
    assert_string_equal(run->source, "made-up.fit");
    assert_string_equal(run->device.maker, "garmin");
    assert_string_equal(run->device.product, "Forerunner 945");
    assert_string_equal(run->device.serial, "3900000001");
    assert_string_equal(run->device.software, "13.10");
    assert_int_equal(run->note_count, 0);
    assert_int_equal(run->pause_count, 0);

    const ff_run_figures *f = &run->figures;
    near(f->elapsed_s, 300.5);
    near(f->duration_s, 300.25);
    near(f->distance_m, 901);
    near(f->ascent_m, 60.25);
    near(f->descent_m, 3);
    near(f->cadence_spm, 177);
    near(f->stance_time_ms, 241);
    near(f->vertical_oscillation_mm, 81);
    near(f->step_length_mm, 990);
    near(f->balance_left_percent, 49.2);
    near(f->vertical_ratio_percent, 8.2);
    near(f->power_w, 251);
    near(f->heart_rate_bpm, 149);
    near(f->temperature_c, 20);
    near(f->effort, 6);
    near(f->feel, 75);
    near(f->speed_mps, 901 / 300.25);
    close_to(f->moving_s, 300.25, 1);

    assert_int_equal(run->series.rows, 301);
    near(run->series.time_s[7], 7);
    near(at(run, FF_SPEED, 7), 3);
    near(at(run, FF_DISTANCE, 7), 21);
    near(at(run, FF_CADENCE, 7), 180);
    near(at(run, FF_STANCE_TIME, 7), 240);
    near(at(run, FF_VERTICAL_OSCILLATION, 7), 80);
    near(at(run, FF_STEP_LENGTH, 7), 1000);
    near(at(run, FF_BALANCE_LEFT, 7), 49);
    near(at(run, FF_VERTICAL_RATIO, 7), 8);
    near(at(run, FF_POWER, 7), 250);
    near(at(run, FF_HEART_RATE, 7), 150);
    near(at(run, FF_ALTITUDE, 7), 1.4);
    near(at(run, FF_TEMPERATURE, 7), 21);
    close_to(at(run, FF_LATITUDE, 7), 41.9095, 1e-4);
    close_to(at(run, FF_LONGITUDE, 7), -8.3819, 1e-4);
    assert_null(run->series.column[FF_POD_POWER]);

    assert_int_equal(run->lap_count, 3);
    assert_int_equal(run->laps[0].trigger, FF_LAP_MANUAL);
    assert_int_equal(run->laps[1].trigger, FF_LAP_DISTANCE);
    assert_int_equal(run->laps[2].trigger, FF_LAP_SESSION_END);
    near(run->laps[1].start_s, 120);
    near(run->laps[1].end_s, 240);
    near(run->laps[1].timer_s, 120);
    near(run->laps[1].distance_m, 360);
    drop(&r);
}

/* No figure in the session: all come from the rows, pauses left out. */
static void figures_from_rows(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 100);
    write_event(&r, 100, 4);
    for (unsigned at = 101; at < 160; at++) { /* standing, timer stopped, still recording */
        WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u16(6, 0), u8(3, 100), u8(4, 0));
    }
    write_event(&r, 160, 0);
    write_records(&r, 160, 260);
    WRITE(&r, FF_FIT_SESSION, u32(2, START), e(5, 1));
    finish(&r);
    const ff_run *run = only_run(&r);
    near(run->figures.elapsed_s, 260);
    near(run->figures.duration_s, 200);
    near(run->figures.moving_s, 200);
    near(run->figures.distance_m, 780);
    near(run->figures.speed_mps, 3.9);
    close_to(run->figures.heart_rate_bpm, 150, 0.01);
    near(run->figures.cadence_spm, 180);
    near(run->figures.stance_time_ms, 240);
    close_to(run->figures.ascent_m, 52, 2);
    near(run->figures.descent_m, 0);
    assert_true(isnan(run->figures.effort));
    assert_int_equal(run->pause_count, 1);
    near(ff_run_timer_at(run, 260), 200);
    drop(&r);
}

static void pauses_by_events(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_event(&r, 0, 0);
    write_event(&r, 1, 0); /* started twice */
    write_records(&r, 0, 50);
    write_event(&r, 50, 1);
    write_event(&r, 55, 4); /* stopped twice: the pause began at the first */
    write_event(&r, 80, 0);
    write_records(&r, 80, 120);
    write_event(&r, 120, 9);
    write_event(&r, 150, 0);
    write_records(&r, 150, 200);
    write_event(&r, 200, 4);
    write_session(&r, 1, 0, 200, 140);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(run->pause_count, 2);
    near(run->pauses[0].start_s, 50);
    near(run->pauses[0].end_s, 80);
    near(run->pauses[1].start_s, 120);
    near(run->pauses[1].end_s, 150);
    near(ff_run_timer_at(run, 100), 70);
    near(ff_run_elapsed_at(run, 100), 160);
    assert_int_equal(run->note_count, 0);
    drop(&r);
}

static void pauses_by_gaps(void **state) {
    (void)state;
    for (int agrees = 0; agrees < 2; agrees++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        write_records(&r, 0, 50);
        write_records(&r, 110, 200);
        write_session(&r, 1, 0, 200, agrees == 1 ? 140 : 60);
        finish(&r);
        const ff_run *run = only_run(&r);
        assert_int_equal(run->pause_count, agrees);
        assert_true(has_note(run, agrees == 1 ? "gaps in its rows" : "does not say when"));
        drop(&r);
    }
}

static void laps_at_the_end(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 300);
    write_lap(&r, 0, 100, 0);
    write_lap(&r, 100, 300, 0); /* ended by the stop button */
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(run->laps[0].trigger, FF_LAP_MANUAL);
    assert_int_equal(run->laps[1].trigger, FF_LAP_SESSION_END);
    drop(&r);

    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 300);
    write_lap(&r, 0, 100, 0);
    write_lap(&r, 90000, 180000, 2); /* nowhere near the run */
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    run = only_run(&r);
    assert_int_equal(run->lap_count, 2); /* what is left is the last lap */
    near(run->laps[1].start_s, 100);
    near(run->laps[1].end_s, 300);
    near(run->laps[1].distance_m, 600);
    assert_true(has_note(run, "last lap"));
    drop(&r);
}

static void multisport(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_event(&r, 0, 0);
    write_records(&r, 0, 350);
    write_event(&r, 150, 4);
    write_event(&r, 170, 0);
    write_lap(&r, 0, 100, 7);
    write_lap(&r, 100, 180, 0);
    write_lap(&r, 180, 250, 7);
    write_lap(&r, 250, 350, 7);
    write_session(&r, 5, 0, 100, 100);
    write_session(&r, 1, 100, 250, 130);
    write_session(&r, 11, 250, 350, 100);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(run->start_s, START_UNIX + 100);
    near(run->figures.elapsed_s, 150);
    near(run->figures.duration_s, 130);
    assert_int_equal(run->series.rows, 150);
    near(run->series.time_s[0], 0);
    near(run->series.time_s[149], 149);
    /* The distance counted on from the swim. */
    near(at(run, FF_DISTANCE, 0), 3);
    near(at(run, FF_DISTANCE, 149), 450);
    assert_int_equal(run->lap_count, 2);
    near(run->laps[0].start_s, 0);
    near(run->laps[0].end_s, 80);
    assert_int_equal(run->laps[0].trigger, FF_LAP_MANUAL);
    assert_int_equal(run->pause_count, 1);
    near(run->pauses[0].start_s, 50);
    near(run->pauses[0].end_s, 70);
    drop(&r);
}

/* A watch whose battery died: header without a length, no session. */
static void without_session(void **state) {
    (void)state;
    static const struct {
        int sport; /* of the sport message; -1: none */
        ff_file_kind whole, cut;
    } rows[] = {{1, FF_FILE_RUNS, FF_FILE_RUNS},
                {2, FF_FILE_NOT_RUNS, FF_FILE_NOT_RUNS},
                {-1, FF_FILE_RUNS, FF_FILE_RUNS}}; /* at a runner's speed */
    for (size_t i = 0; i < 3; i++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        if (rows[i].sport >= 0) {
            WRITE(&r, FF_FIT_SPORT, e(0, rows[i].sport), e(1, 3));
        }
        write_event(&r, 0, 0);
        write_records(&r, 0, 50);
        write_event(&r, 50, 4);
        write_event(&r, 80, 0);
        write_records(&r, 80, 200);
        finish(&r);
        assert_int_equal(r.result.kind, rows[i].whole);
        if (rows[i].whole == FF_FILE_RUNS) {
            const ff_run *run = only_run(&r);
            assert_int_equal(run->start_s, START_UNIX);
            near(run->figures.elapsed_s, 200);
            near(run->figures.duration_s, 170);
            assert_string_equal(run->sport_detail, rows[i].sport < 0 ? "running" : "running/trail");
            assert_true(has_note(run, "without the watch's summary"));
            assert_int_equal(has_note(run, "taken for a run because of its speed: 3.0 m/s"),
                             rows[i].sport < 0);
        }
        read_bytes(&r, r.text.data, r.text.length - 100, "cut.fit");
        assert_int_equal(r.result.kind, rows[i].cut);
        assert_int_equal(rows[i].cut == FF_FILE_FAILED ? r.code : r.result.damage.code,
                         FF_ERR_TRUNCATED);
        if (rows[i].cut == FF_FILE_FAILED) {
            assert_true(r.error.offset > 0);
            assert_string_equal(r.error.where, "cut.fit");
        } else {
            assert_true(r.result.damage.offset > 0);
        }
        drop(&r);
    }
}

static void time_steps_back(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 20);
    write_record(&r, 20); /* twice */
    write_record(&r, 19); /* one second back */
    write_records(&r, 21, 100);
    write_session(&r, 1, 0, 100, 100);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(run->series.rows, 103);
    near(run->series.time_s[20], 20);
    near(run->series.time_s[21], 20);
    near(run->series.time_s[22], 20);
    near(run->series.time_s[23], 21);
    assert_true(has_note(run, "has the time of the row before"));
    assert_true(has_note(run, "1 row stepped back"));
    drop(&r);
}

/* The clock is set by years during the run, forwards and backwards. */
static void clock_is_set(void **state) {
    (void)state;
    for (int forward = 0; forward < 2; forward++) {
        const unsigned jump = forward == 1 ? 200000000u : 0u - 200000000u;
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        write_event(&r, 0, 0);
        write_records(&r, 0, 99);
        write_records(&r, 100 + jump, 200 + jump);
        write_event(&r, 200 + jump, 4);
        write_event(&r, 230 + jump, 0);
        write_records(&r, 230 + jump, 300 + jump);
        write_lap(&r, 150 + jump, 300 + jump, 0);
        write_session(&r, 1, 0, 300, 270);
        finish(&r);
        const ff_run *run = only_run(&r);
        assert_int_equal(run->start_s, START_UNIX);
        near(run->series.time_s[0], 0);
        near(run->series.time_s[150], 150);
        near(run->series.time_s[run->series.rows - 1], 300);
        assert_int_equal(run->pause_count, 1);
        near(run->pauses[0].start_s, 200);
        near(run->laps[1].start_s, 150); /* the one before it is not in the file */
        assert_true(has_note(run, "clock was set once"));
        drop(&r);
    }
}

static void one_senseless_time(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 99);
    WRITE(&r, FF_FIT_RECORD, u32(253, START + 500000000), u8(3, 150));
    write_records(&r, 101, 200);
    write_session(&r, 1, 0, 200, 200);
    finish(&r);
    const ff_run *run = only_run(&r);
    near(run->series.time_s[100], 100);
    near(run->series.time_s[101], 101);
    near(run->series.time_s[200], 200);
    drop(&r);
}

static void relative_times(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    WRITE(&r, FF_FIT_SPORT, e(0, 1), e(1, 0));
    for (unsigned at = 0; at <= 100; at++) {
        WRITE(&r, FF_FIT_RECORD, u32(253, 5000 + at), u16(6, 3000));
    }
    WRITE(&r, FF_FIT_EVENT, u32(253, 5050), e(0, 0), e(1, 4));
    WRITE(&r, FF_FIT_EVENT, u32(253, 5060), e(0, 0), e(1, 0));
    WRITE(&r, FF_FIT_SESSION, u32(2, 5000), e(5, 1), u32(7, 100000), u32(8, 90000));
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(run->start_s, START_UNIX); /* when the file was made */
    near(run->series.time_s[100], 100);
    assert_int_equal(run->pause_count, 1);
    near(run->pauses[0].start_s, 50);
    assert_true(has_note(run, "did not know"));
    drop(&r);
}

/* The date comes from the satellites, a minute after the start. */
static void date_comes_later(void **state) {
    (void)state;
    for (int with_session = 0; with_session < 2; with_session++) {
        for (int relative = 0; relative < 2; relative++) {
            unsigned first = relative == 1 ? 5000 : 0x10000000u + 5000;
            recording r;
            begin(&r);
            write_file_id(&r, 4);
            WRITE(&r, FF_FIT_SPORT, e(0, 1), e(1, 0));
            for (unsigned at = 0; at <= 60; at++) {
                WRITE(&r, FF_FIT_RECORD, u32(253, first + at), u16(6, 3000));
            }
            write_records(&r, 7261, 7400);
            if (with_session) {
                WRITE(&r, FF_FIT_SESSION, u32(2, first), e(5, 1), u32(7, 200000), u32(8, 200000));
            }
            finish(&r);
            const ff_run *run = only_run(&r);
            assert_int_equal(run->start_s, START_UNIX + 7200);
            near(run->series.time_s[0], 0);
            near(run->series.time_s[61], 61);
            assert_true(has_note(run, "got the date while it recorded"));
            assert_false(has_note(run, "clock was wrong"));
            drop(&r);
        }
    }
}

/* A stop whose start the file lost, and one that the watch made by itself. */
static void pause_without_end(void **state) {
    (void)state;
    for (int with_session = 0; with_session < 2; with_session++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        WRITE(&r, FF_FIT_SPORT, e(0, 1), e(1, 0));
        write_event(&r, 0, 0);
        write_records(&r, 0, 100);
        WRITE(&r, FF_FIT_EVENT, u32(253, START + 100), e(0, 0), e(1, 4), u32(3, 1));
        for (unsigned at = 160; at <= 400; at++) { /* gone on with, a minute later */
            WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u32(5, (at - 60) * 300), u16(6, 3000));
        }
        write_event(&r, 400, 4);
        write_event(&r, 430, 0);
        for (unsigned at = 430; at <= 500; at++) {
            WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u32(5, (at - 90) * 300), u16(6, 3000));
        }
        if (with_session) {
            write_session(&r, 1, 0, 500, 410);
        }
        finish(&r);
        const ff_run *run = only_run(&r);
        assert_int_equal(run->pause_count, 2);
        near(run->pauses[0].start_s, 100);
        near(run->pauses[0].end_s, 160);
        near(run->pauses[1].start_s, 400);
        near(run->pauses[1].end_s, 430);
        near(run->figures.duration_s, 410);
        assert_true(has_note(run, "1 pause has no end"));
        assert_false(has_note(run, "The watch counted"));
        assert_true(has_note(run, "the watch made 1 by itself"));
        drop(&r);
    }
}

/* Stopped on one evening and gone on with two days later: no jump of the clock. */
static void pause_of_days(void **state) {
    (void)state;
    const unsigned later = 2 * 86400;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_event(&r, 0, 0);
    write_records(&r, 0, 100);
    write_event(&r, 100, 4);
    write_event(&r, later, 0);
    write_records(&r, later, later + 100);
    write_session(&r, 1, 0, later + 100, 200);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(run->pause_count, 1);
    near(run->pauses[0].start_s, 100);
    near(run->pauses[0].end_s, later);
    near(run->series.time_s[run->series.rows - 1], later + 100);
    assert_false(has_note(run, "clock was set"));
    drop(&r);
}

static void wrong_date(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    WRITE(&r, FF_FIT_SESSION, u32(2, 0x10000001), e(5, 1), u32(7, 100000), u32(8, 100000));
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_true(has_note(run, "clock was wrong"));
    assert_int_equal(run->series.rows, 0);
    near(run->figures.duration_s, 100);
    drop(&r);
}

static void local_time(void **state) {
    (void)state;
    static const struct {
        int64_t offset_s;
        bool known;
    } rows[] = {{0, true},      {-16200, true}, {20700, true},  {50400, true},
                {50401, false}, {7201, false},  {51300, false}, {-300000000, false}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        write_session(&r, 1, 0, 100, 100);
        write_activity(&r, 100, rows[i].offset_s);
        finish(&r);
        assert_int_equal(only_run(&r)->utc_offset_known, rows[i].known);
        assert_int_equal(only_run(&r)->utc_offset_s, rows[i].known ? rows[i].offset_s : 0);
        assert_int_equal(has_note(only_run(&r), "local time cannot be right"), !rows[i].known);
        drop(&r);
    }
}

static void senseless_values(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 9);
    WRITE(&r, FF_FIT_RECORD, u32(253, START + 10), ff_fit_whole(0, FF_FIT_SINT32, 500000000),
          u16(2, 0), u8(3, 0), u8(4, 250), u16(6, 65000), u16(41, 0), u16(39, 0), u16(85, 0),
          u16(84, 0), u16(7, 0), ff_fit_whole(13, FF_FIT_SINT8, 126));
    WRITE(&r, FF_FIT_RECORD, u32(253, START + 11), u32(5, 90000000), u8(3, 140));
    WRITE(&r, FF_FIT_RECORD, u32(253, START + 12), u32(5, 3600), u8(3, 140));
    WRITE(&r, FF_FIT_RECORD, u32(253, START + 13)); /* says nothing */
    WRITE(&r, FF_FIT_RECORD, u8(3, 99));            /* has no time */
    write_session(&r, 1, 0, 13, 13);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_int_equal(run->series.rows, 13);
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        if (run->series.column[c] != NULL && c != FF_POWER) {
            assert_true(isnan(run->series.column[c][10]));
        }
    }
    near(at(run, FF_POWER, 10), 0); /* standing makes no power: a measurement */
    assert_true(isnan(at(run, FF_DISTANCE, 11)));
    near(at(run, FF_DISTANCE, 12), 36);
    assert_true(has_note(run, "1 row of the file was empty"));
    assert_true(has_note(run, "1 row had no time"));
    assert_true(has_note(run, "beyond what is possible"));
    drop(&r);
}

static void distance_begins_anew(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    for (unsigned at = 0; at <= 100; at++) {
        WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u32(5, (at < 50 ? at : at - 50) * 300));
    }
    write_session(&r, 1, 0, 100, 100);
    finish(&r);
    const ff_run *run = only_run(&r);
    near(at(run, FF_DISTANCE, 49), 147);
    near(at(run, FF_DISTANCE, 50), 147);
    near(at(run, FF_DISTANCE, 100), 297);
    drop(&r);
}

/* Both feet's cadence in the file: told by the step length, or by a cadence nobody has. */
static void doubled_cadence(void **state) {
    (void)state;
    for (int with_steps = 0; with_steps < 2; with_steps++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        for (unsigned at = 0; at <= 60; at++) {
            WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u16(6, with_steps ? 2000 : 3000),
                  u8(4, with_steps ? 110 : 180), u16(85, with_steps ? 10900 : FF_FIT_ABSENT));
        }
        WRITE(&r, FF_FIT_SESSION, u32(2, START), e(5, 1), u32(7, 60000), u32(8, 60000),
              u8(18, with_steps ? 55 : 180));
        finish(&r);
        const ff_run *run = only_run(&r);
        near(at(run, FF_CADENCE, 30), with_steps ? 110 : 180);
        near(run->figures.cadence_spm, with_steps ? 110 : 180);
        assert_true(has_note(run, "both feet already"));
        drop(&r);
    }
}

/* Developer fields */

static void describe(recording *r, int number, const char *name, const char *unit, int base,
                     int native) {
    WRITE(r, 206, u8(0, 0), u8(1, number), u8(2, base), ff_fit_text(3, name, 40),
          ff_fit_text(8, unit, 20), u16(14, native >= 0 ? 20 : FF_FIT_ABSENT),
          u8(15, native >= 0 ? native : FF_FIT_ABSENT));
}

static void write_developer_id(recording *r, const uint8_t first[4]) {
    int64_t id[16] = {first[0], first[1], first[2], first[3], 9};
    WRITE(r, 207, ff_fit_wholes(1, FF_FIT_BYTE, id, 16), u8(3, 0));
}

static void stryd_fields(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_developer_id(&r, (const uint8_t[]){0x66, 0x0a, 0x58, 0x1e});
    describe(&r, 0, "Power", "Watts", FF_FIT_UINT16, 7);
    describe(&r, 2, "Cadence", "RPM", FF_FIT_UINT8, 4);
    describe(&r, 3, "Ground Time", "Milliseconds", FF_FIT_UINT16, 40);
    describe(&r, 4, "Vertical Oscillation", "Centimeters", FF_FIT_FLOAT32, 39);
    describe(&r, 8, "Form Power", "Watts", FF_FIT_UINT16, -1);
    describe(&r, 9, "Leg Spring Stiffness", "kN/m", FF_FIT_FLOAT32, -1);
    describe(&r, 7, "Elevation", "Meters", FF_FIT_UINT16, -1);
    for (unsigned at = 0; at <= 60; at++) {
        WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u8(4, 88), u16(6, 3000),
              ff_fit_of_developer(0, u16(0, 240)), ff_fit_of_developer(0, u8(2, 89)),
              ff_fit_of_developer(0, u16(3, at == 0 ? 0 : 252)),
              ff_fit_of_developer(0, ff_fit_floating(4, FF_FIT_FLOAT32, 7.25)),
              ff_fit_of_developer(0, u16(8, 58)),
              ff_fit_of_developer(0, ff_fit_floating(9, FF_FIT_FLOAT32, 10.5)),
              ff_fit_of_developer(0, u16(7, 65440)));
    }
    write_session(&r, 1, 0, 60, 60);
    finish(&r);
    const ff_run *run = only_run(&r);
    near(at(run, FF_CADENCE, 5), 176);
    near(at(run, FF_POD_POWER, 5), 240);
    near(at(run, FF_POD_CADENCE, 5), 178);
    near(at(run, FF_POD_STANCE_TIME, 5), 252);
    assert_true(isnan(at(run, FF_POD_STANCE_TIME, 0)));
    near(at(run, FF_POD_VERTICAL_OSCILLATION, 5), 72.5);
    near(at(run, FF_FORM_POWER, 5), 58);
    near(at(run, FF_LEG_STIFFNESS, 5), 10.5);
    /* The native columns are left alone; the figures take the pod where the watch says nothing. */
    assert_null(run->series.column[FF_POWER]);
    assert_null(run->series.column[FF_STANCE_TIME_PERCENT]);
    assert_null(run->series.column[FF_ALTITUDE]);
    near(run->figures.stance_time_ms, 252);
    near(run->figures.power_w, 240);
    drop(&r);
}

/* What else rows of the profile tell, and a CORE sensor's own fields. */
static void rows_of_sensors(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_developer_id(&r, (const uint8_t[]){0x69, 0x57, 0xfe, 0x68});
    describe(&r, 0, "core_temperature",
             "\xC2\xB0"
             "C",
             FF_FIT_FLOAT32, 139);
    describe(&r, 10, "skin_temperature",
             "\xC2\xB0"
             "C",
             FF_FIT_FLOAT32, -1);
    for (unsigned at = 0; at <= 60; at++) {
        bool vague = at == 30;
        WRITE(&r, FF_FIT_RECORD, u32(253, START + at), ff_fit_whole(0, FF_FIT_SINT32, 500000000),
              ff_fit_whole(1, FF_FIT_SINT32, -100000000), u8(31, vague ? 200 : 5),
              ff_fit_whole(9, FF_FIT_SINT16, -450), u16(54, 1249), u16(57, 634),
              u8(99, at < 10 ? 31 : 255), u16(108, at < 10 ? FF_FIT_ABSENT : 3225),
              u16(139, at < 5 ? 3871 : FF_FIT_ABSENT),
              ff_fit_of_developer(0, ff_fit_floating(0, FF_FIT_FLOAT32, 38.5)),
              ff_fit_of_developer(0, ff_fit_floating(10, FF_FIT_FLOAT32, 33.25)));
    }
    write_session(&r, 1, 0, 60, 60);
    finish(&r);
    const ff_run *run = only_run(&r);
    near(at(run, FF_GRADE, 5), -4.5);
    near(at(run, FF_MUSCLE_HEMOGLOBIN, 5), 12.49);
    near(at(run, FF_MUSCLE_OXYGEN, 5), 63.4);
    near(at(run, FF_RESPIRATION, 5), 31);
    near(at(run, FF_RESPIRATION, 15), 32.25);
    near(at(run, FF_CORE_TEMPERATURE, 20), 38.5);
    near(at(run, FF_CORE_TEMPERATURE, 0), 38.71); /* the native field goes first */
    near(at(run, FF_SKIN_TEMPERATURE, 20), 33.25);
    assert_true(isnan(at(run, FF_LATITUDE, 30)));
    assert_true(at(run, FF_LATITUDE, 31) > 0);
    assert_true(has_note(run, "1 position was known no better"));
    drop(&r);
}

/* A stance of 250 ms at 170 steps a minute is 35.4 % of the stride: 49.8 % is something else. */
static void balance_in_the_wrong_place(void **state) {
    (void)state;
    for (int wrong = 0; wrong < 2; wrong++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        for (unsigned at = 0; at <= 60; at++) {
            WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u8(4, 85), u16(6, 3000), u16(41, 2500),
                  u16(40, wrong ? 4980 : 3540));
        }
        write_session(&r, 1, 0, 60, 60);
        finish(&r);
        const ff_run *run = only_run(&r);
        near(at(run, wrong ? FF_BALANCE_LEFT : FF_STANCE_TIME_PERCENT, 5), wrong ? 49.8 : 35.4);
        assert_null(run->series.column[wrong ? FF_STANCE_TIME_PERCENT : FF_BALANCE_LEFT]);
        assert_true(wrong ? run->figures.balance_left_percent == 49.8
                          : isnan(run->figures.balance_left_percent));
        assert_int_equal(has_note(run, "is the balance of the feet"), wrong);
        drop(&r);
    }
}

/* How one felt: Garmin's own fields, Suunto's, and the 0 that stands for a question not asked. */
static void effort_and_feel(void **state) {
    (void)state;
    static const struct {
        int64_t feel, effort, suunto;
        double feels, took;
    } rows[] = {{75, 60, FF_FIT_ABSENT, 75, 6},
                {0, 100, FF_FIT_ABSENT, 0, 10},
                {0, 0, FF_FIT_ABSENT, NAN, NAN},
                {50, 0, FF_FIT_ABSENT, 50, NAN},
                {FF_FIT_ABSENT, FF_FIT_ABSENT, 4, 75, NAN},
                {FF_FIT_ABSENT, FF_FIT_ABSENT, 1, 0, NAN},
                {FF_FIT_ABSENT, FF_FIT_ABSENT, 0, NAN, NAN}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        write_developer_id(&r, (const uint8_t[]){'S', 'u', 'u', 'n'});
        int64_t id[16] = {'S', 'u', 'u', 'n', 't', 'o'};
        WRITE(&r, 207, ff_fit_wholes(1, FF_FIT_BYTE, id, 16), u8(3, 0));
        describe(&r, 0, "feeling", "", FF_FIT_UINT8, -1);
        WRITE(&r, FF_FIT_SESSION, u32(2, START), e(5, 1), u32(7, 60000), u32(8, 60000),
              u8(192, rows[i].feel), u8(193, rows[i].effort), u8(24, 34), u8(137, 12),
              ff_fit_whole(168, FF_FIT_SINT32, 81 * 65536), ff_fit_text(110, "Hill Reps", 16),
              ff_fit_of_developer(0, u8(0, rows[i].suunto)));
        finish(&r);
        const ff_run_figures *f = &only_run(&r)->figures;
        assert_true(isnan(rows[i].feels) ? isnan(f->feel) : f->feel == rows[i].feels);
        assert_true(isnan(rows[i].took) ? isnan(f->effort) : f->effort == rows[i].took);
        assert_true(
            has_note(only_run(&r), "training effect 3.4 of 5, anaerobic 1.2, and its load 81."));
        assert_true(has_note(only_run(&r), "profile \"Hill Reps\""));
        drop(&r);
    }
}

/* A marker that the runner set is a press as a lap is. */
static void marked_moments(void **state) {
    (void)state;
    for (int with_laps = 0; with_laps < 2; with_laps++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        write_records(&r, 0, 300);
        WRITE(&r, FF_FIT_EVENT, u32(253, START + 170), e(0, 32), e(1, 3));
        if (with_laps) {
            write_lap(&r, 0, 100, 2);
            write_lap(&r, 100, 300, 7);
        }
        write_session(&r, 1, 0, 300, 300);
        finish(&r);
        const ff_run *run = only_run(&r);
        size_t mark = with_laps ? 1 : 0;
        assert_int_equal(run->lap_count, mark + 2);
        assert_int_equal(run->laps[mark].trigger, FF_LAP_MANUAL);
        near(run->laps[mark].end_s, 170);
        near(run->laps[mark].distance_m, with_laps ? 210 : 510);
        near(run->laps[mark + 1].distance_m, 390);
        assert_true(has_note(run, "1 moment was marked on the watch"));
        assert_false(has_note(run, "begin"));
        drop(&r);
    }
}

static void runscribe_fields(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_developer_id(&r, (const uint8_t[]){0x50, 0x20, 0x92, 0xb3});
    describe(&r, 4, "RS_ContactTime_L", "ms", FF_FIT_FLOAT32, -1);
    describe(&r, 10, "RS_ContactTime_R", "ms", FF_FIT_FLOAT32, -1);
    describe(&r, 0, "RS_Impact_GS_L", "Gs", FF_FIT_FLOAT32, -1);
    describe(&r, 2, "RS_FootStrike_L", "FS Type", FF_FIT_FLOAT32, -1);
    describe(&r, 3, "RS_Pronation_L", "deg", FF_FIT_FLOAT32, -1);
    describe(&r, 9, "", "", FF_FIT_FLOAT32, -1);
    for (unsigned at = 0; at <= 10; at++) {
        WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u8(3, 140),
              ff_fit_of_developer(0, ff_fit_floating(4, FF_FIT_FLOAT32, 250)),
              ff_fit_of_developer(0, ff_fit_floating(10, FF_FIT_FLOAT32, 256)),
              ff_fit_of_developer(0, ff_fit_floating(0, FF_FIT_FLOAT32, 12.5)),
              ff_fit_of_developer(0, ff_fit_floating(2, FF_FIT_FLOAT32, 8)),
              ff_fit_of_developer(0, ff_fit_floating(3, FF_FIT_FLOAT32, -13.5)),
              ff_fit_of_developer(0, ff_fit_floating(9, FF_FIT_FLOAT32, 3)));
    }
    write_session(&r, 1, 0, 10, 10);
    finish(&r);
    const ff_run *run = only_run(&r);
    near(at(run, FF_STANCE_TIME_L, 5), 250);
    near(at(run, FF_STANCE_TIME_R, 5), 256);
    near(at(run, FF_IMPACT_L, 5), 12.5);
    near(at(run, FF_FOOT_STRIKE_L, 5), 8);
    near(at(run, FF_PRONATION_L, 5), -13.5);
    assert_null(run->series.column[FF_PRONATION_R]);
    assert_true(has_note(run, "no names"));
    drop(&r);
}

/* A field that says it stands for a native one: taken when the units agree, and never over the
 * native value itself. */
static void native_overrides(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_developer_id(&r, (const uint8_t[]){1, 2, 3, 4});
    describe(&r, 0, "my power", "watt", FF_FIT_UINT16, 7);
    describe(&r, 1, "my bounce", "cm", FF_FIT_FLOAT32, 39);
    describe(&r, 2, "my stance", "%", FF_FIT_UINT16, 41); /* the units disagree */
    for (unsigned at = 0; at <= 10; at++) {
        WRITE(&r, FF_FIT_RECORD, u32(253, START + at), u16(7, at < 5 ? 200 : FF_FIT_ABSENT),
              ff_fit_of_developer(0, u16(0, 300)),
              ff_fit_of_developer(0, ff_fit_floating(1, FF_FIT_FLOAT32, 8)),
              ff_fit_of_developer(0, u16(2, 250)));
    }
    write_session(&r, 1, 0, 10, 10);
    finish(&r);
    const ff_run *run = only_run(&r);
    near(at(run, FF_POWER, 2), 200);
    near(at(run, FF_POWER, 7), 300);
    near(at(run, FF_VERTICAL_OSCILLATION, 7), 80);
    assert_null(run->series.column[FF_STANCE_TIME]);
    drop(&r);
}

static void chained_files(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 50);
    write_session(&r, 1, 0, 50, 50);
    assert_int_equal(ff_fit_writer_end(&r.writer, NULL), FF_OK);
    ff_fit_writer_begin(&r.writer, &r.text, NULL);
    write_file_id(&r, 4);
    write_records(&r, 1000, 1100);
    write_session(&r, 1, 1000, 1100, 100);
    finish(&r);
    assert_int_equal(r.result.runs.count, 2);
    assert_int_equal(r.result.runs.items[0].series.rows, 51);
    assert_int_equal(r.result.runs.items[1].start_s, START_UNIX + 1000);
    assert_int_equal(r.result.runs.items[1].series.rows, 101);
    drop(&r);
}

static void same_session_twice(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 50);
    write_session(&r, 1, 0, 50, 50);
    write_session(&r, 1, 0, 50, 50);
    finish(&r);
    assert_int_equal(r.result.runs.count, 1);
    drop(&r);
}

/* Kinds of files */

static void other_fit_files(void **state) {
    (void)state;
    static const struct {
        int type, sport;
        const char *what;
    } rows[] = {{4, 2, "a bicycle ride"},  {4, 5, "a swim"},
                {4, 11, "a walk"},         {4, 17, "a hike"},
                {2, -1, "watch settings"}, {32, -1, "daily monitoring"},
                {5, -1, "a workout plan"}, {6, -1, "a course to follow"},
                {9, -1, "a weight"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        recording r;
        begin(&r);
        write_file_id(&r, rows[i].type);
        if (rows[i].sport >= 0) {
            write_session(&r, rows[i].sport, 0, 100, 100);
        }
        finish(&r);
        assert_int_equal(r.code, FF_OK);
        assert_int_equal(r.result.kind, FF_FILE_NOT_RUNS);
        assert_string_equal(r.result.what, rows[i].what);
        drop(&r);
    }
}

#define TEXT(text) text, sizeof text - 1
static void files_that_are_not_fit(void **state) {
    (void)state;
    static const struct {
        const char *name, *bytes;
        size_t size;
        ff_code code;
        const char *words; /* in what or in the message */
    } rows[] = {
        {"a.gpx", TEXT("<?xml version=\"1.0\"?>\n<gpx creator=\"x\"/>"), FF_OK, "GPX"},
        {"a.tcx", TEXT("          <?xml version=\"1.0\"?><TrainingCenterDatabase/>"), FF_OK, "TCX"},
        {"export.xml", TEXT("\xEF\xBB\xBF<?xml?><!DOCTYPE HealthData [\n]>\n<HealthData>"),
         FF_ERR_FORMAT, "Apple Health"},
        {"a.zip", TEXT("PK\x03\x04stuff"), FF_ERR_PACKED, "zip"},
        {"a.fit.gz", TEXT("\x1F\x8B\x08stuff"), FF_ERR_PACKED, "gzip"},
        {"a.fit", TEXT("<html><body>not found"), FF_ERR_FORMAT, "web page"},
        {"a.fit", TEXT("\x0E\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
         FF_ERR_FORMAT, "unknown kind"},
        {"a.dat", TEXT("\x00\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00\x00"), FF_ERR_FORMAT,
         "header is not one"},
        {"a.fit", "", 0, FF_ERR_EMPTY, "byte"},
        {"notes.txt", TEXT("went for a run\n"), FF_OK, "a text"},
        {"a.csv", TEXT("date;km\n1;2\n"), FF_OK, "a text"},
        {"page.html", TEXT("<!DOCTYPE html><html>"), FF_OK, "a web page"},
        {"a.png", TEXT("\x89PNG\r\n\x1A\n\0\0"), FF_OK, "a picture"},
        {"a.xml", TEXT("<?xml version=\"1.0\"?><thing/>"), FF_OK, "another kind"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        recording r;
        begin(&r);
        read_bytes(&r, rows[i].bytes, rows[i].size, rows[i].name);
        assert_int_equal(r.code, rows[i].code);
        assert_int_equal(r.result.kind, rows[i].code == FF_OK ? FF_FILE_NOT_RUNS : FF_FILE_FAILED);
        const char *words = rows[i].code == FF_OK ? r.result.what : r.error.message;
        if (strstr(words, rows[i].words) == NULL) {
            fail_msg("%s: %s", rows[i].name, words);
        }
        if (rows[i].code != FF_OK) {
            assert_string_equal(r.error.where, rows[i].name);
        }
        if (rows[i].code == FF_ERR_FORMAT) { /* which file could answer */
            assert_non_null(strstr(ff_code_next_step(r.code), "original .fit"));
        }
        drop(&r);
    }
}

/* What must hold of every run, whatever the file. */
static void check_run(const ff_run *run, const char *name) {
    const ff_series *s = &run->series;
    assert_non_null(run->source);
    for (size_t i = 0; i < s->rows; i++) {
        if (!(s->time_s[i] >= (i > 0 ? s->time_s[i - 1] : 0))) {
            fail_msg("%s: time falls at row %zu", name, i);
        }
    }
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        for (size_t i = 0; s->column[c] != NULL && i < s->rows; i++) {
            double value = s->column[c][i];
            if (!isnan(value) && !ff_channel_sensible((ff_channel)c, value)) {
                fail_msg("%s: %s is %g", name, ff_channel_name((ff_channel)c), value);
            }
        }
    }
    assert_true(run->figures.elapsed_s >= 0);
    assert_true(run->figures.duration_s <= run->figures.elapsed_s + 1e-6);
    double end = 0;
    for (size_t i = 0; i < run->pause_count; i++) {
        assert_true(run->pauses[i].start_s >= end);
        assert_true(run->pauses[i].end_s > run->pauses[i].start_s);
        end = run->pauses[i].end_s;
    }
    assert_true(end <= run->figures.elapsed_s);
    for (size_t i = 0; i < run->lap_count; i++) {
        assert_true(run->laps[i].start_s >= 0 && run->laps[i].end_s <= run->figures.elapsed_s);
    }
    for (size_t i = 0; i < run->note_count; i++) {
        assert_true(run->notes[i][0] != '\0');
    }
}

static void check_kind(const recording *r, const char *name) {
    bool failed = r->code != FF_OK;
    if ((r->result.kind == FF_FILE_FAILED) != failed ||
        (r->result.kind == FF_FILE_RUNS) != (r->result.runs.count > 0) ||
        (r->result.kind == FF_FILE_NOT_RUNS) != (!failed && r->result.what != NULL)) {
        fail_msg("%s is not in exactly one kind", name);
    }
    if (failed) {
        assert_int_equal(r->error.code, r->code);
        assert_true(r->error.message[0] != '\0');
    }
    for (size_t i = 0; i < r->result.runs.count; i++) {
        check_run(&r->result.runs.items[i], name);
    }
}

static void cut_anywhere(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    WRITE(&r, FF_FIT_SPORT, e(0, 1), e(1, 0));
    write_event(&r, 0, 0);
    write_records(&r, 0, 20);
    write_lap(&r, 0, 20, 0);
    write_session(&r, 1, 0, 20, 20);
    write_activity(&r, 20, 3600);
    finish(&r);
    size_t runs = 0;
    for (size_t size = 0; size <= r.text.length; size++) {
        read_bytes(&r, r.text.data, size, "cut.fit");
        check_kind(&r, "cut.fit");
        assert_int_equal(r.code == FF_OK && r.result.damage.code == FF_OK, size == r.text.length);
        runs += r.result.kind == FF_FILE_RUNS;
        ff_arena_free(&r.arena);
    }
    assert_true(runs > r.text.length / 2);
    drop(&r);
}

/* Every byte of a file in turn is another: nothing breaks. */
static void any_byte_wrong(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_event(&r, 0, 0);
    write_records(&r, 0, 5);
    write_event(&r, 5, 4);
    write_lap(&r, 0, 5, 0);
    write_session(&r, 1, 0, 5, 5);
    finish(&r);
    for (size_t i = 0; i < r.text.length; i++) {
        static const unsigned char others[] = {0x00, 0xFF, 0x80, 0x01};
        for (size_t k = 0; k < sizeof others; k++) {
            char held = r.text.data[i];
            r.text.data[i] = (char)(held ^ others[k]);
            read_bytes(&r, r.text.data, r.text.length, "wrong.fit");
            check_kind(&r, "wrong.fit");
            r.text.data[i] = held;
            ff_arena_free(&r.arena);
        }
    }
    drop(&r);
}

static void memory_runs_out(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 1100);
    write_lap(&r, 0, 500, 0);
    write_session(&r, 1, 0, 1100, 1000);
    finish(&r);
    ff_code code = FF_ERR_MEMORY;
    size_t from = 0;
    while (code != FF_OK) {
        assert_int_equal(code, FF_ERR_MEMORY);
        failing_allocator failing;
        failing_allocator_init(&failing, ++from);
        ff_context context = {.allocator = &failing.allocator};
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_file_result result;
        code = ff_file_read_runs(&context, &r.bytes, &arena, &result, NULL);
        assert_int_equal(result.kind, code == FF_OK ? FF_FILE_RUNS : FF_FILE_FAILED);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
    assert_true(from > 20);
    drop(&r);
}

/* Numbers that no watch writes, in base types that the profile does not have there. */
static void hostile_numbers(void **state) {
    (void)state;
    static const double values[] = {1e300, -1e300, -5, 4294967295.0, INFINITY, 0};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        write_records(&r, 0, 5);
        WRITE(&r, FF_FIT_RECORD, ff_fit_floating(253, FF_FIT_FLOAT64, values[i]),
              ff_fit_floating(5, FF_FIT_FLOAT64, values[i]),
              ff_fit_floating(8, FF_FIT_FLOAT64, values[i]), u8(3, 140));
        WRITE(&r, FF_FIT_EVENT, ff_fit_floating(253, FF_FIT_FLOAT64, values[i]), e(0, 0), e(1, 4));
        WRITE(&r, FF_FIT_LAP, ff_fit_floating(2, FF_FIT_FLOAT64, values[i]),
              ff_fit_floating(7, FF_FIT_FLOAT64, values[i]), e(24, 0));
        WRITE(&r, FF_FIT_SESSION, ff_fit_floating(2, FF_FIT_FLOAT64, values[i]), e(5, 1),
              ff_fit_floating(7, FF_FIT_FLOAT64, values[i]),
              ff_fit_floating(9, FF_FIT_FLOAT64, values[i]));
        WRITE(&r, FF_FIT_ACTIVITY, ff_fit_floating(253, FF_FIT_FLOAT64, values[i]),
              ff_fit_floating(5, FF_FIT_FLOAT64, values[i]));
        write_records(&r, 10, 15);
        finish(&r);
        check_kind(&r, "hostile");
        const ff_run *run = only_run(&r);
        assert_int_equal(run->start_s, START_UNIX);
        assert_true(run->series.rows >= 12);
        drop(&r);
    }
}

static void too_many_sessions(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    for (unsigned i = 0; i < 600; i++) {
        write_session(&r, 1, i * 10, i * 10 + 10, 10);
    }
    finish(&r);
    assert_int_equal(r.code, FF_ERR_LIMIT);
    assert_int_equal(r.result.kind, FF_FILE_FAILED);
    assert_int_equal(r.result.runs.count, 0);
    assert_non_null(strstr(r.error.message, "512 sessions"));
    drop(&r);
}

static bool always(void *user) {
    (void)user;
    return true;
}

static void cancelled(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_session(&r, 1, 0, 100, 100);
    finish(&r);
    ff_context context = {.cancelled = always};
    assert_int_equal(ff_file_read_runs(&context, &r.bytes, &r.arena, &r.result, NULL),
                     FF_ERR_CANCELLED);
    assert_int_equal(r.result.kind, FF_FILE_FAILED);
    drop(&r);
}

/* Real files */

static char *whole_text(const char *path) {
    ff_bytes bytes;
    assert_int_equal(ff_bytes_of_file(&bytes, path, NULL), FF_OK);
    char *text = test_malloc((size_t)bytes.size + 1);
    assert_int_equal(ff_bytes_read(&bytes, 0, text, (size_t)bytes.size, NULL), FF_OK);
    text[bytes.size] = '\0';
    ff_bytes_close(&bytes);
    return text;
}

static void read_file(recording *r, const char *path) {
    memset(r, 0, sizeof *r);
    ff_arena_init(&r->arena, NULL);
    assert_int_equal(ff_bytes_of_file(&r->bytes, path, NULL), FF_OK);
    ff_error_clear(&r->error);
    r->code = ff_file_read_runs(NULL, &r->bytes, &r->arena, &r->result, &r->error);
}

static void close_file(recording *r) {
    ff_bytes_close(&r->bytes);
    ff_arena_free(&r->arena);
}

/* One line of the list of real files: 11 fields without quotes. */
typedef struct listed {
    char *file, *kind, *sport, *device, *start, *fault;
} listed;

static listed next_listed(char **text) {
    char *field[11] = {NULL};
    char *line = *text, *end = strchr(line, '\n');
    *end = '\0';
    *text = end + 1;
    for (int i = 0; i < 11; i++) {
        field[i] = line;
        char *comma = strchr(line, ',');
        if (comma != NULL) {
            *comma = '\0';
            line = comma + 1;
        } else {
            line[strcspn(line, "\r")] = '\0';
            line += strlen(line);
        }
    }
    return (listed){field[0], field[5], field[7], field[8], field[9], field[10]};
}

static int64_t seconds_of(const char *iso) {
    ff_civil c = {0};
    assert_int_equal(
        sscanf(iso, "%d-%d-%dT%d:%d:%d", &c.year, &c.month, &c.day, &c.hour, &c.minute, &c.second),
        6);
    return ff_civil_to_seconds(&c);
}

typedef void (*listed_check)(const recording *r, const listed *row, void *user);

/* Every row of the list through a check; false when there are no real files here. */
static bool each_listed(const char *kind, listed_check check, void *user) {
    if (shared_folder() == NULL) {
        return false;
    }
    char path[4096];
    snprintf(path, sizeof path, "%s/data/INDEX.csv", shared_folder());
    char *text = whole_text(path), *rest = strchr(text, '\n') + 1;
    while (*rest != '\0') {
        listed row = next_listed(&rest);
        if (kind == NULL || strcmp(row.kind, kind) == 0) {
            recording r;
            snprintf(path, sizeof path, "%s/data/%s", shared_folder(), row.file);
            read_file(&r, path);
            check(&r, &row, user);
            close_file(&r);
        }
    }
    test_free(text);
    return true;
}

/* What the list read from the file's own word for its sport; a course says none. */
static void check_said_sport(const recording *r, const listed *row) {
    bool runs = r->result.kind == FF_FILE_RUNS;
    bool run = strstr(row->sport, "unning") != NULL; /* "Biking Running" */
    if (row->sport[0] != '\0' && runs != run) {
        fail_msg("%s: %s, and %s", row->file, row->sport, runs ? "runs" : "none");
    }
    if (r->result.kind == FF_FILE_FAILED) {
        fail_msg("%s: %s", row->file, r->error.message);
    }
}

static void in_one_kind(const recording *r, const listed *row, void *user) {
    size_t *counts = user;
    check_kind(r, row->file);
    counts[r->result.kind]++;
    if (strcmp(row->kind, "tcx") == 0 || strcmp(row->kind, "gpx") == 0) {
        check_said_sport(r, row);
    } else if (strcmp(row->kind, "fit") != 0 && r->result.kind != FF_FILE_FAILED) {
        fail_msg("%s: a file that may hold a run was passed over", row->file);
    }
}

static void every_real_file(void **state) {
    (void)state;
    size_t counts[3] = {0};
    if (!each_listed(NULL, in_one_kind, counts)) {
        skip();
    }
    print_message("%zu with runs, %zu without, %zu not read\n", counts[FF_FILE_RUNS],
                  counts[FF_FILE_NOT_RUNS], counts[FF_FILE_FAILED]);
    assert_true(counts[FF_FILE_RUNS] > 40);
}

/* "garmin fr920xt" and "Forerunner 920XT" in one spelling. */
static void plain_name(const char *name, char *plain, size_t size) {
    size_t n = 0;
    for (; *name != '\0' && n + 12 < size; name++) {
        if (strncmp(name, "Forerunner", 10) == 0) {
            plain[n++] = 'f';
            plain[n++] = 'r';
            name += 9;
        } else if ((*name >= '0' && *name <= '9') || (*name >= 'a' && *name <= 'z')) {
            plain[n++] = *name;
        } else if (*name >= 'A' && *name <= 'Z') {
            plain[n++] = (char)(*name - 'A' + 'a');
        }
    }
    plain[n] = '\0';
}

/* The list names each file's first session: its start is one of ours when it was a run, and a
 * file that was a run at all gives one. */
static void start_agrees(const recording *r, const listed *row, void *user) {
    size_t *checked = user;
    if (strstr(row->sport, "running") == NULL || row->fault[0] != '\0') {
        return;
    }
    if (r->result.runs.count == 0) {
        fail_msg("%s: no run: %s", row->file, r->error.message);
    }
    if (strncmp(row->sport, "running", 7) != 0) {
        return;
    }
    bool found = false;
    for (size_t i = 0; i < r->result.runs.count; i++) {
        found |= r->result.runs.items[i].start_s == seconds_of(row->start);
    }
    if (!found) {
        fail_msg("%s: no run starts at %s", row->file, row->start);
    }
    char ours[200], theirs[200], name[256];
    const ff_device *device = &r->result.runs.items[0].device;
    snprintf(name, sizeof name, "%s %s", device->maker, device->product);
    plain_name(name, ours, sizeof ours);
    plain_name(row->device, theirs, sizeof theirs);
    if (strcmp(ours, theirs) != 0 && strstr(row->device, "hrm1") == NULL) {
        fail_msg("%s: device %s, not %s", row->file, name, row->device);
    }
    (*checked)++;
}

static void starts_of_real_runs(void **state) {
    (void)state;
    size_t checked = 0;
    if (!each_listed("fit", start_agrees, &checked)) {
        skip();
    }
    assert_true(checked > 30);
}

/* The watch's own sums beside ours from its rows; only where it has its own (they differ a
 * little, since watches round and count otherwise). */
typedef struct agreement {
    size_t compared, agreed;
} agreement;

static void compare(agreement *a, double own, double ours, double tolerance) {
    if (isnan(own) || isnan(ours) || own == ours) {
        return;
    }
    a->compared++;
    a->agreed += fabs(own - ours) <= tolerance * fabs(own);
}

static void compare_figures(const recording *r, const listed *row, void *user) {
    agreement *a = user;
    if (row->fault[0] != '\0') {
        return;
    }
    for (size_t i = 0; i < r->result.runs.count; i++) {
        const ff_run *run = &r->result.runs.items[i];
        if (run->figures.duration_s < 300) {
            continue;
        }
        ff_run bare = *run;
        ff_run_init(&bare);
        bare.series = run->series;
        bare.pauses = run->pauses;
        bare.pause_count = run->pause_count;
        bare.figures.elapsed_s = run->figures.elapsed_s;
        ff_run_fill_figures(&bare);
        const ff_run_figures *own = &run->figures, *ours = &bare.figures;
        compare(&a[0], own->duration_s, ours->duration_s, 0.005);
        compare(&a[1], own->distance_m, ours->distance_m, 0.01);
        compare(&a[2], own->heart_rate_bpm, ours->heart_rate_bpm, 0.01);
        compare(&a[3], own->stance_time_ms, ours->stance_time_ms, 0.01);
        compare(&a[4], own->vertical_oscillation_mm, ours->vertical_oscillation_mm, 0.01);
        compare(&a[5], own->step_length_mm, ours->step_length_mm, 0.02);
        compare(&a[6], own->balance_left_percent, ours->balance_left_percent, 0.01);
        compare(&a[7], own->power_w, ours->power_w, 0.01);
        compare(&a[8], own->vertical_ratio_percent, ours->vertical_ratio_percent, 0.02);
        compare(&a[9], own->temperature_c, ours->temperature_c, 0.05);
    }
}

static void figures_of_real_runs(void **state) {
    (void)state;
    static const char *const names[] = {
        "duration",    "distance", "heart rate", "stance time",    "oscillation",
        "step length", "balance",  "power",      "vertical ratio", "temperature"};
    static const size_t fewest[] = {8, 5, 25, 8, 8, 6, 3, 1, 6, 8};
    agreement a[10] = {{0}};
    if (!each_listed("fit", compare_figures, a)) {
        skip();
    }
    for (size_t i = 0; i < 10; i++) {
        print_message("%s: %zu of %zu agree\n", names[i], a[i].agreed, a[i].compared);
    }
    for (size_t i = 0; i < 10; i++) {
        assert_true(a[i].compared >= fewest[i]);
        assert_true(a[i].agreed * 100 >= a[i].compared * 85);
    }
}

/* Physics, not the decoder, says that step length times step rate is speed. */
static void steps_make_speed(const recording *r, const listed *row, void *user) {
    size_t *checked = user;
    for (size_t i = 0; i < r->result.runs.count; i++) {
        const ff_series *s = &r->result.runs.items[i].series;
        const double *step = s->column[FF_STEP_LENGTH], *speed = s->column[FF_SPEED];
        const double *cadence = s->column[FF_CADENCE];
        double made = 0, said = 0;
        size_t rows = 0;
        for (size_t k = 0; step && speed && cadence && k < s->rows; k++) {
            if (step[k] > 0 && speed[k] > 1.5 && cadence[k] > 100) {
                made += step[k] / 1000 * cadence[k] / 60;
                said += speed[k];
                rows++;
            }
        }
        if (rows > 200) {
            double ratio = made / said;
            if (!(ratio > 0.95 && ratio < 1.05)) {
                fail_msg("%s: steps make %.3f of the speed", row->file, ratio);
            }
            (*checked)++;
        }
    }
}

static void steps_of_real_runs(void **state) {
    (void)state;
    size_t checked = 0;
    if (!each_listed("fit", steps_make_speed, &checked)) {
        skip();
    }
    print_message("%zu runs checked\n", checked);
    assert_true(checked >= 6);
}

/* An independent decoder counted the laps of each file. */
static void laps_agree(const recording *r, const listed *row, void *user) {
    const char *reference = user;
    char key[1200];
    snprintf(key, sizeof key, "\"file\": \"%s\"", row->file);
    const char *found = strstr(reference, key);
    if (r->result.runs.count != 1 || row->fault[0] != '\0' || found == NULL) {
        return;
    }
    const char *line = found;
    while (line > reference && line[-1] != '\n') {
        line--;
    }
    const char *sessions = strstr(line, "\"sessions\": "), *laps = strstr(line, "\"laps\": ");
    if (sessions == NULL || laps == NULL || strtol(sessions + 12, NULL, 10) != 1) {
        return;
    }
    const ff_run *run = &r->result.runs.items[0];
    size_t expected = (size_t)strtol(laps + 8, NULL, 10);
    size_t made = has_note(run, "last lap") ? 1 : 0;
    if (run->lap_count - made != expected && strstr(row->file, "activity-settings.fit") == NULL) {
        fail_msg("%s: %zu laps, not %zu", row->file, run->lap_count - made, expected);
    }
}

static void laps_of_real_runs(void **state) {
    (void)state;
    if (shared_folder() == NULL) {
        skip();
    }
    char path[4096];
    snprintf(path, sizeof path, "%s/data/fit-reference.jsonl", shared_folder());
    char *reference = whole_text(path);
    assert_true(each_listed("fit", laps_agree, reference));
    test_free(reference);
}

/* What a watch says beside the run */

static void begin_plain(recording *r) {
    begin(r);
    write_file_id(r, 4);
    write_records(r, 0, 300);
}

static void write_sensor(recording *r, int index, int source, int type, int product) {
    WRITE(r, FF_FIT_DEVICE_INFO, u32(253, START), u8(0, index), u8(1, type), u16(2, 1),
          u16(4, product), u8(11, index == 3 ? 4 : 2), e(25, source));
}

static void sensors(void **state) {
    (void)state;
    recording r;
    begin_plain(&r);
    write_sensor(&r, 0, 5, 0, 3113);   /* the watch itself */
    write_sensor(&r, 1, 1, 120, 3300); /* a strap by ANT+ */
    write_sensor(&r, 1, 1, 120, 3300); /* told of again */
    write_sensor(&r, 2, 1, 124, 3300); /* the same strap as foot pod */
    write_sensor(&r, 3, 3, 6, 60001);  /* a foot pod by Bluetooth, nearly empty */
    write_sensor(&r, 4, 5, 120, 1);    /* local parts of the watch have other numbers */
    write_sensor(&r, 5, 1, 11, 7);     /* a power meter of a bicycle */
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_true(has_note(run, "Worn with the watch: a heart-rate strap (HRM-Pro) and a foot pod "
                              "(garmin) whose battery was low."));
    assert_true(has_note(run, "The balance of left and right comes from a heart-rate strap "
                              "(HRM-Pro)."));
    drop(&r);
    /* Two that could have measured it: nobody can say which did. */
    begin_plain(&r);
    write_sensor(&r, 1, 1, 120, 3300);
    write_sensor(&r, 2, 1, 30, 2593);
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    assert_true(has_note(only_run(&r), "running dynamics pod on the waistband"));
    assert_false(has_note(only_run(&r), "balance of left and right"));
    drop(&r);
}

/* On which leg, by what name, and which others there are. */
static void sensors_and_their_places(void **state) {
    (void)state;
    static const struct {
        int type, place;
        const char *name;
    } rows[] = {{124, 0, "pod A"}, {124, 6, "pod B"}, {31, 7, ""}, {25, 37, "tempe"}, {120, 0, ""}};
    recording r;
    begin_plain(&r);
    for (int i = 0; i < 5; i++) {
        WRITE(&r, FF_FIT_DEVICE_INFO, u32(253, START), u8(0, i + 1), u8(1, rows[i].type),
              u16(2, 76), e(18, rows[i].place), ff_fit_text(19, rows[i].name, 16), e(25, 1));
    }
    WRITE(&r, FF_FIT_WEATHER, u32(253, START), e(0, 0), ff_fit_whole(1, FF_FIT_SINT8, 4), e(2, 16),
          u16(4, 5200), ff_fit_whole(6, FF_FIT_SINT8, -1), u8(7, 90));
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_true(has_note(run, "a foot pod (pod A) on the left leg, a foot pod (pod B) on the right "
                              "leg, a sensor of oxygen in the muscle (moxy) on the right leg, a "
                              "thermometer (tempe) and a heart-rate strap (moxy)."));
    /* What a thermometer says is not the wrist's. */
    assert_true(has_note(run, "said 4 \xC2\xB0"
                              "C and 90 % humidity (light rain, felt like -1 \xC2\xB0"
                              "C, wind 5 m/s)."));
    drop(&r);
}

static void write_weather(recording *r, int64_t at, int report, int temperature, int humidity) {
    WRITE(r, FF_FIT_WEATHER, u32(253, (int64_t)START + at), e(0, report),
          ff_fit_whole(1, FF_FIT_SINT8, temperature), u8(7, humidity));
}

static void weather(void **state) {
    (void)state;
    recording r;
    begin_plain(&r);
    write_weather(&r, 10, 1, 30, 20);     /* what it will be */
    write_weather(&r, -14400, 0, 25, 30); /* four hours ago */
    write_weather(&r, -1800, 0, -3, 80);
    write_weather(&r, 3500, 0, 9, 70);
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    const ff_run *run = only_run(&r);
    near(run->figures.outdoor_temperature_c, -3);
    near(run->figures.temperature_c, 21);
    assert_true(has_note(run, "said -3 \xC2\xB0"
                              "C and 80 % humidity"));
    drop(&r);
    begin_plain(&r);
    write_weather(&r, -14400, 0, 25, 30);
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    assert_true(isnan(only_run(&r)->figures.outdoor_temperature_c));
    drop(&r);
}

static void steps_are_counted(void **state) {
    (void)state;
    /* cycles, steps: 300 s at 179 steps a minute are 895. */
    static const double rows[][2] = {{448, 896}, {900, 900}, {20, NAN}, {9000, NAN}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        recording r;
        begin_plain(&r);
        WRITE(&r, FF_FIT_SESSION, u32(253, START + 300), u32(2, START), e(5, 1), u32(7, 300000),
              u32(8, 300000), u32(10, (int64_t)rows[i][0]), u8(18, 89), u8(92, 64));
        finish(&r);
        double steps = only_run(&r)->figures.steps;
        assert_true(isnan(rows[i][1]) ? isnan(steps) : steps == rows[i][1]);
        drop(&r);
    }
}

static void missing_stretches(void **state) {
    (void)state;
    for (int paused = 0; paused < 2; paused++) {
        recording r;
        begin(&r);
        write_file_id(&r, 4);
        write_event(&r, 0, 0);
        write_records(&r, 0, 100);
        if (paused) {
            write_event(&r, 100, 4);
            write_event(&r, 200, 0);
        }
        write_records(&r, 200, 300);
        write_session(&r, 1, 0, 300, paused ? 200 : 300);
        finish(&r);
        assert_int_equal(has_note(only_run(&r), "100 s of the run were not recorded"), !paused);
        drop(&r);
    }
}

static void positions_leap(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 99);
    WRITE(&r, FF_FIT_RECORD, u32(253, START + 100), ff_fit_whole(0, FF_FIT_SINT32, 510000000),
          ff_fit_whole(1, FF_FIT_SINT32, -100000000), u32(5, 30000));
    write_records(&r, 101, 300);
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_true(isnan(at(run, FF_LATITUDE, 100)));
    assert_true(isnan(at(run, FF_LONGITUDE, 100)));
    near(at(run, FF_DISTANCE, 100), 300);
    assert_true(at(run, FF_LATITUDE, 101) > 0);
    assert_true(has_note(run, "1 position leapt away and back"));
    drop(&r);
}

static void write_split(recording *r, unsigned start, int type, int64_t seconds) {
    WRITE(r, FF_FIT_SPLIT, e(0, type), u32(1, seconds * 1000), u32(2, seconds * 1000),
          u32(9, START + start));
}

static void splits_and_workout(void **state) {
    (void)state;
    recording r;
    begin_plain(&r);
    WRITE(&r, FF_FIT_WORKOUT, e(4, 1), ff_fit_text(8, "4 times 1 km", 24));
    write_split(&r, 0, 17, 200);
    write_split(&r, 100, 18, 60);
    write_split(&r, 200, 18, 30);
    write_split(&r, 250, 22, 10);
    write_split(&r, 900, 18, 77); /* of what came after */
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    const ff_run *run = only_run(&r);
    assert_true(has_note(run, "The watch took 90 s of the run for walking and 10 s for standing."));
    assert_true(has_note(run, "workout \"4 times 1 km\""));
    drop(&r);
    /* A damaged name is none. */
    begin_plain(&r);
    WRITE(&r, FF_FIT_WORKOUT, ff_fit_text(8, "\xC3(", 8));
    write_session(&r, 1, 0, 300, 300);
    finish(&r);
    assert_false(has_note(only_run(&r), "workout"));
    drop(&r);
}

/* Two runs of a duathlon with their transitions, which are no runs. */
static void transitions(void **state) {
    (void)state;
    recording r;
    begin(&r);
    write_file_id(&r, 4);
    write_records(&r, 0, 500);
    static const int sports[] = {1, 3, 2, 3, 1};
    for (unsigned i = 0; i < 5; i++) {
        write_session(&r, sports[i], i * 100, (i + 1) * 100, 100);
    }
    finish(&r);
    assert_int_equal(r.result.runs.count, 2);
    assert_int_equal(r.result.runs.items[0].start_s, START_UNIX);
    assert_int_equal(r.result.runs.items[1].start_s, START_UNIX + 400);
    near(at(&r.result.runs.items[1], FF_DISTANCE, 100), 300);
    drop(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_run),
        cmocka_unit_test(figures_from_rows),
        cmocka_unit_test(pauses_by_events),
        cmocka_unit_test(pauses_by_gaps),
        cmocka_unit_test(laps_at_the_end),
        cmocka_unit_test(multisport),
        cmocka_unit_test(without_session),
        cmocka_unit_test(time_steps_back),
        cmocka_unit_test(clock_is_set),
        cmocka_unit_test(one_senseless_time),
        cmocka_unit_test(relative_times),
        cmocka_unit_test(date_comes_later),
        cmocka_unit_test(pause_without_end),
        cmocka_unit_test(pause_of_days),
        cmocka_unit_test(wrong_date),
        cmocka_unit_test(local_time),
        cmocka_unit_test(senseless_values),
        cmocka_unit_test(distance_begins_anew),
        cmocka_unit_test(doubled_cadence),
        cmocka_unit_test(sensors),
        cmocka_unit_test(sensors_and_their_places),
        cmocka_unit_test(weather),
        cmocka_unit_test(steps_are_counted),
        cmocka_unit_test(missing_stretches),
        cmocka_unit_test(positions_leap),
        cmocka_unit_test(splits_and_workout),
        cmocka_unit_test(transitions),
        cmocka_unit_test(stryd_fields),
        cmocka_unit_test(rows_of_sensors),
        cmocka_unit_test(balance_in_the_wrong_place),
        cmocka_unit_test(effort_and_feel),
        cmocka_unit_test(marked_moments),
        cmocka_unit_test(runscribe_fields),
        cmocka_unit_test(native_overrides),
        cmocka_unit_test(chained_files),
        cmocka_unit_test(same_session_twice),
        cmocka_unit_test(other_fit_files),
        cmocka_unit_test(files_that_are_not_fit),
        cmocka_unit_test(cut_anywhere),
        cmocka_unit_test(any_byte_wrong),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(hostile_numbers),
        cmocka_unit_test(too_many_sessions),
        cmocka_unit_test(cancelled),
        cmocka_unit_test(every_real_file),
        cmocka_unit_test(starts_of_real_runs),
        cmocka_unit_test(figures_of_real_runs),
        cmocka_unit_test(steps_of_real_runs),
        cmocka_unit_test(laps_of_real_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
