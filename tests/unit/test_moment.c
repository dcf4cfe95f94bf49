/* Moments in a run: the watch's timer, pauses, distances, and what runners type. */
#include "support.h"

#include "app/moment.h"

#include <footfall/run.h>

#include <math.h>
#include <string.h>

/* An hour on the clock, 50 minutes on the timer: paused from 20:00 to 30:00. 3 m/s while running;
 * the second minute has no distance. */
#define ROWS 61

typedef struct {
    ff_run run;
    double time[ROWS], distance[ROWS];
    ff_pause pause;
    ff_lap laps[3];
} hour;

static void make_hour(hour *h) {
    ff_run_init(&h->run);
    h->pause = (ff_pause){1200, 1800};
    h->run.pauses = &h->pause;
    h->run.pause_count = 1;
    h->run.figures.duration_s = 3000;
    h->run.figures.elapsed_s = 3600;
    h->run.figures.distance_m = 9000;
    for (int i = 0; i < ROWS; i++) {
        h->time[i] = i * 60;
        double timer = h->time[i] <= 1200 ? h->time[i] : h->time[i] <= 1800 ? 1200 : h->time[i] - 600;
        h->distance[i] = i == 2 ? NAN : timer * 3;
    }
    h->run.series.rows = ROWS;
    h->run.series.time_s = h->time;
    h->run.series.column[FF_DISTANCE] = h->distance;
    h->laps[0] = (ff_lap){0, 600, 600, 1800, FF_LAP_DISTANCE};
    h->laps[1] = (ff_lap){600, 2400, 1200, 3600, FF_LAP_MANUAL};
    h->laps[2] = (ff_lap){2400, 3600, 1200, 3600, FF_LAP_SESSION_END};
    h->run.laps = h->laps;
    h->run.lap_count = 3;
}

static void timer_and_clock(void **state) {
    (void)state;
    hour h;
    make_hour(&h);
    static const double pairs[][2] = {{0, 0}, {1200, 1200}, {1500, 1200}, {1800, 1200},
                                      {2400, 1800}, {3600, 3000}, {9999, 3000}, {-5, 0}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_true(ff_run_timer_at(&h.run, pairs[i][0]) == pairs[i][1]);
    }
    assert_true(ff_run_elapsed_at(&h.run, 600) == 600);
    assert_true(ff_run_elapsed_at(&h.run, 1800) == 2400);
    assert_true(ff_run_elapsed_at(&h.run, 99999) == 3600);
    assert_true(isnan(ff_run_timer_at(&h.run, NAN)));
    assert_true(isnan(ff_run_elapsed_at(&h.run, NAN)));
}

static void distance_and_time(void **state) {
    (void)state;
    hour h;
    make_hour(&h);
    assert_true(ff_run_distance_at(&h.run, 90) == 270); /* across the row without a distance */
    assert_true(ff_run_distance_at(&h.run, 1800) == 5400);
    assert_true(ff_run_distance_at(&h.run, 3000) == 9000);
    assert_true(ff_run_timer_at_distance(&h.run, 270) == 90);
    assert_true(ff_run_timer_at_distance(&h.run, 5400) == 1800);
    assert_true(isnan(ff_run_timer_at_distance(&h.run, 9001)));
    h.run.series.column[FF_DISTANCE] = NULL;
    assert_true(isnan(ff_run_distance_at(&h.run, 60)));
    assert_true(isnan(ff_run_timer_at_distance(&h.run, 60)));
}

static void typed_moments(void **state) {
    (void)state;
    static const struct {
        const char *text;
        ff_code code;
        ff_onset_kind kind;
        double from_s, to_s, from_m, to_m;
    } cases[] = {
        {"30min", FF_OK, FF_ONSET_EXACT, 1800, 1800, 5400, 5400},
        {"5.4km", FF_OK, FF_ONSET_EXACT, 1800, 1800, 5400, 5400},
        {"10min..30min", FF_OK, FF_ONSET_INTERVAL, 600, 1800, 1800, 5400},
        {"1.8km..30min", FF_OK, FF_ONSET_INTERVAL, 600, 1800, 1800, 5400},
        {"start", FF_OK, FF_ONSET_AT_START, 0, 0, 0, 0},
        {"sometime", FF_OK, FF_ONSET_SOMETIME, 0, 3000, 0, 9000},
        {"50:00", FF_OK, FF_ONSET_EXACT, 3000, 3000, 9000, 9000},
        {"52min", FF_ERR_VALUE, 0, 0, 0, 0, 0},
        {"10km", FF_ERR_VALUE, 0, 0, 0, 0, 0},
        {"30min..10min", FF_ERR_VALUE, 0, 0, 0, 0, 0},
        {"30", FF_ERR_VALUE, 0, 0, 0, 0, 0},
        {"..", FF_ERR_VALUE, 0, 0, 0, 0, 0},
        {"", FF_ERR_VALUE, 0, 0, 0, 0, 0},
    };
    hour h;
    make_hour(&h);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ff_onset onset;
        ff_onset_init(&onset);
        ff_error error;
        assert_int_equal(ff_moment_parse(&h.run, cases[i].text, &onset, &error), cases[i].code);
        if (cases[i].code == FF_OK) {
            assert_int_equal(onset.kind, cases[i].kind);
            assert_true(onset.from_s == cases[i].from_s && onset.to_s == cases[i].to_s);
            assert_true(onset.from_m == cases[i].from_m && onset.to_m == cases[i].to_m);
        } else {
            assert_true(error.message[0] != '\0');
        }
    }
    ff_onset onset;
    ff_error error;
    assert_int_equal(ff_moment_parse(&h.run, "52min", &onset, &error), FF_ERR_VALUE);
    assert_non_null(strstr(error.message, "50:00 (9.0 km)"));
    h.run.series.column[FF_DISTANCE] = NULL;
    assert_int_equal(ff_moment_parse(&h.run, "5km", &onset, &error), FF_ERR_VALUE);
    assert_non_null(strstr(error.message, "no distances"));
}

static void laps_as_moments(void **state) {
    (void)state;
    hour h;
    make_hour(&h);
    ff_onset onset;
    ff_error error;
    assert_int_equal(ff_moment_of_lap(&h.run, 2, &onset, &error), FF_OK);
    assert_true(onset.from_s == 1800 && onset.from_m == 5400); /* the pause is left out */
    assert_int_equal(ff_moment_of_lap(&h.run, 1, &onset, &error), FF_ERR_VALUE); /* by itself */
    assert_int_equal(ff_moment_of_lap(&h.run, 3, &onset, &error), FF_ERR_VALUE);
    assert_int_equal(ff_moment_of_lap(&h.run, 4, &onset, &error), FF_ERR_VALUE);
    assert_int_equal(ff_moment_of_lap(&h.run, 0, &onset, &error), FF_ERR_VALUE);
    assert_true(ff_lap_by_hand(&h.run, 1));
    assert_false(ff_lap_by_hand(&h.run, 0));
    assert_false(ff_lap_by_hand(&h.run, 7));
    ff_moment_none(&h.run, &onset);
    assert_int_equal(onset.kind, FF_ONSET_NONE);
    assert_true(onset.from_s == 3000 && isnan(onset.to_s));
}

static void gone_again(void **state) {
    (void)state;
    static const struct {
        const char *text;
        ff_code code;
        double gone_s;
    } cases[] = {{"40min", FF_OK, 2400},        {"40:00.5", FF_OK, 2400.5},
                 {"7.2km", FF_OK, 2400},        {"30min", FF_OK, 1800},
                 {"50:00", FF_OK, 3000},        {"50:01", FF_OK, 3000},
                 {"+5min", FF_OK, 3300},        {"+0:30", FF_OK, 3030},
                 {"+30h", FF_OK, 111000},       {"+0s", FF_OK, 3000},
                 {"51min", FF_ERR_VALUE, 0},    {"10km", FF_ERR_VALUE, 0},
                 {"+1km", FF_ERR_VALUE, 0},     {"+", FF_ERR_VALUE, 0},
                 {"++5min", FF_ERR_VALUE, 0},   {"+-5min", FF_ERR_VALUE, 0},
                 {"-5min", FF_ERR_VALUE, 0},    {"start", FF_ERR_VALUE, 0},
                 {"sometime", FF_ERR_VALUE, 0}, {"31min..32min", FF_ERR_VALUE, 0},
                 {"40", FF_ERR_VALUE, 0},       {"", FF_ERR_VALUE, 0}};
    hour h;
    make_hour(&h);
    ff_onset onset;
    ff_error error;
    ff_onset_init(&onset);
    assert_int_equal(ff_moment_parse(&h.run, "30min", &onset, &error), FF_OK);
    assert_true(isnan(onset.gone_s));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        onset.gone_s = NAN;
        assert_int_equal(ff_moment_of_gone(&h.run, cases[i].text, &onset, &error), cases[i].code);
        if (cases[i].code == FF_OK) {
            assert_true(onset.gone_s == cases[i].gone_s);
            assert_int_equal(ff_moment_fit_gone(&h.run, "gone", &onset, &error), FF_OK);
        } else {
            assert_true(isnan(onset.gone_s));
            assert_string_equal(error.where, "gone");
        }
    }
    assert_int_equal(ff_moment_of_gone_lap(&h.run, 2, &onset, &error), FF_OK);
    assert_true(onset.gone_s == 1800); /* the pause is left out */
    assert_int_equal(ff_moment_of_gone_lap(&h.run, 1, &onset, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "gone-lap");
    onset.gone_s = 1799;
    assert_int_equal(ff_moment_fit_gone(&h.run, "numb", &onset, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "numb");
    h.run.figures.duration_s = NAN;
    assert_int_equal(ff_moment_of_gone(&h.run, "+5min", &onset, &error), FF_ERR_VALUE);
    assert_non_null(strstr(error.message, "does not tell when it ended"));
}

/* What came at some time of the run came before it was gone. */
static void gone_narrows_sometime(void **state) {
    (void)state;
    hour h;
    make_hour(&h);
    ff_onset onset;
    ff_onset_init(&onset);
    assert_int_equal(ff_moment_parse(&h.run, "sometime", &onset, NULL), FF_OK);
    assert_int_equal(ff_moment_of_gone(&h.run, "20min", &onset, NULL), FF_OK);
    assert_int_equal(ff_moment_fit_gone(&h.run, "gone", &onset, NULL), FF_OK);
    assert_true(onset.from_s == 0 && onset.to_s == 1200 && onset.to_m == 3600);
    assert_int_equal(ff_moment_of_gone(&h.run, "+5min", &onset, NULL), FF_OK); /* corrected */
    assert_int_equal(ff_moment_fit_gone(&h.run, "gone", &onset, NULL), FF_OK);
    assert_true(onset.to_s == 3000 && onset.to_m == 9000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(timer_and_clock),
        cmocka_unit_test(distance_and_time),
        cmocka_unit_test(typed_moments),
        cmocka_unit_test(laps_as_moments),
        cmocka_unit_test(gone_again),
        cmocka_unit_test(gone_narrows_sometime),
    };
    return cmocka_run_group_tests_name("moment", tests, NULL, NULL);
}
