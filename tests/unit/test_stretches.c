/* What the series of a run say in stretches: made-up runs of which every mean is known by hand, all
 * that devices do wrong, and bytes that are no stretches. */
#include "support.h"

#include "base/random.h"
#include "made_run.h"
#include "measure/gait.h"
#include "measure/stretches.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- made-up runs ---- */

typedef struct {
    ff_arena arena;
    ff_run run;
    ff_pause pauses[4];
    ff_stretches s;
} made;

static double *column(made *m, ff_channel channel, double value) {
    double *values = ff_arena_take(&m->arena, m->run.series.rows, sizeof *values);
    for (size_t i = 0; i < m->run.series.rows; i++) {
        values[i] = value;
    }
    m->run.series.column[channel] = values;
    return values;
}

/* A row a second for so many seconds; no column yet. */
static void begin(made *m, size_t seconds) {
    *m = (made){0};
    ff_arena_init(&m->arena, NULL);
    ff_run_init(&m->run);
    m->run.pauses = m->pauses;
    m->run.series.rows = seconds + 1;
    m->run.series.time_s = ff_arena_take(&m->arena, seconds + 1, sizeof(double));
    for (size_t i = 0; i <= seconds; i++) {
        m->run.series.time_s[i] = (double)i;
    }
}

/* The same of 3 m/s and 162 to 163 steps a minute. */
static void steady(made *m, size_t seconds) {
    begin(m, seconds);
    column(m, FF_SPEED, 3);
    double *cadence = column(m, FF_CADENCE, 162);
    for (size_t i = 0; i <= seconds; i += 2) {
        cadence[i] = 163;
    }
}

static void fill(made *m, ff_channel channel, size_t from, size_t to, double value) {
    for (size_t i = from; i < to; i++) {
        m->run.series.column[channel][i] = value;
    }
}

static void pause(made *m, double start_s, double end_s) {
    m->pauses[m->run.pause_count++] = (ff_pause){start_s, end_s};
}

static void measure(made *m) {
    assert_int_equal(ff_stretches_of(&m->arena, &m->run, &m->s, NULL), FF_OK);
}

static double sum_of(const made *m, size_t offset) {
    double sum = 0;
    for (size_t i = 0; i < m->s.count; i++) {
        sum += *(const double *)((const char *)&m->s.items[i] + offset);
    }
    return sum;
}

#define SUM(m, member) sum_of(m, offsetof(ff_stretch, member))

static void assert_near(double value, double wanted, double tolerance) {
    if (!(fabs(value - wanted) <= tolerance)) {
        fail_msg("%.9g, not %.9g", value, wanted);
    }
}

static double mean(const made *m, ff_gait what) {
    return ff_stretches_mean(&m->s, what, INFINITY);
}

static void end(made *m) {
    ff_arena_free(&m->arena);
}

/* ---- right ---- */

static void every_mean_by_hand(void **state) {
    (void)state;
    made m;
    steady(&m, 900);
    column(&m, FF_STANCE_TIME, 250);
    column(&m, FF_POD_STANCE_TIME, 240);
    column(&m, FF_VERTICAL_OSCILLATION, 90);
    column(&m, FF_BALANCE_LEFT, 51.5);
    column(&m, FF_HEART_RATE, 150);
    column(&m, FF_TEMPERATURE, -5);
    fill(&m, FF_HEART_RATE, 0, 300, 130);
    measure(&m);
    assert_int_equal(m.s.count, 3);
    assert_true(m.s.has_series && !m.s.indoors);
    assert_int_equal(m.s.cadence, FF_CADENCE_GOOD);
    for (size_t i = 0; i < 3; i++) {
        assert_true(m.s.items[i].from_s == 300.0 * (double)i);
        assert_true(m.s.items[i].running_s == 300 && m.s.items[i].walking_s == 0);
        assert_near(m.s.items[i].distance_m, 900, 1e-9);
        assert_true(isnan(m.s.items[i].ascent_m) && isnan(m.s.items[i].descent_m));
    }
    /* 3 m/s and 250 ms: 75 cm of way, less 21 + 14.4 and 26.6. */
    const double wanted[FF_GAIT_COUNT] = {[FF_GAIT_SPEED] = 3,
                                          [FF_GAIT_CADENCE] = 162.5,
                                          [FF_GAIT_CADENCE_OVER] = 0.5,
                                          [FF_GAIT_STANCE] = 250,
                                          [FF_GAIT_STANCE_OVER] = -9,
                                          [FF_GAIT_HEEL] = 13,
                                          [FF_GAIT_HEEL_SPEED] = 3,
                                          [FF_GAIT_POD_STANCE] = 240,
                                          [FF_GAIT_POD_HEEL] = 10,
                                          [FF_GAIT_POD_HEEL_SPEED] = 3,
                                          [FF_GAIT_OSCILLATION] = 90,
                                          [FF_GAIT_BALANCE] = 51.5,
                                          [FF_GAIT_HEART_RATE] = (130 + 150 + 150) / 3.0,
                                          [FF_GAIT_TEMPERATURE] = -5};
    for (int what = 0; what < FF_GAIT_COUNT; what++) {
        assert_near(mean(&m, (ff_gait)what), wanted[what], 1e-9);
        assert_true(m.s.items[1].held_s[what] == 300);
    }
    assert_near(ff_stretches_mean(&m.s, FF_GAIT_HEART_RATE, 10), 140, 1e-9);
    assert_near(ff_stretches_mean(&m.s, FF_GAIT_HEART_RATE, 9.9), 130, 1e-9);
    assert_near(ff_stretches_mean(&m.s, FF_GAIT_HEART_RATE, 0), 130, 1e-9); /* the first at least */
    assert_near(ff_stretches_mean(&m.s, FF_GAIT_HEART_RATE, NAN), 130, 1e-9);
    end(&m);
}

static void relations_by_hand(void **state) {
    (void)state;
    assert_near(ff_usual_cadence(3), 162, 1e-12);
    assert_near(ff_usual_cadence(4), 172.4, 1e-12);
    assert_near(ff_usual_stance(3), 259, 1e-12);
    assert_near(ff_heel_ahead(3, 259), 77.7 - 35.4 - 26.6, 1e-12);
    double fastest = ff_usual_stance(FF_GAIT_FASTEST_MPS);
    for (int i = 0; i <= 40; i++) {
        double v = FF_GAIT_SLOWEST_MPS + 0.1 * i;
        assert_true(ff_usual_stance(v) > ff_usual_stance(v + 0.1)); /* faster is shorter */
        double duty = ff_usual_stance(v) * ff_usual_cadence(v) / 120000;
        assert_true(duty > 0.25 && duty < 0.42);
    }
    assert_true(fastest > 140);
    /* What runners differ by in step rate and duty, with the device's own, is what was seen. */
    double all = hypot(hypot(FF_CADENCE_SD_SPM / 162, FF_DUTY_SD), FF_STANCE_DEVICE_SD_MS / 259);
    assert_near(all, FF_STANCE_SD, 0.01);
    assert_near(hypot(FF_DUTY_SD, FF_STANCE_DEVICE_SD_MS / 259), 3.7 / 35.7, 0.001);
    assert_near(FF_STANCE_DEVICE_SD_MS * 3 / 10, 6.5, 0.02); /* cm at 3 m/s */
}

static void climbs(void **state) {
    (void)state;
    made m;
    steady(&m, 1200);
    double *altitude = column(&m, FF_ALTITUDE, 100);
    for (size_t i = 0; i <= 600; i++) {
        altitude[i] = 100 + 0.1 * (double)i; /* 60 m up in 1800 m */
    }
    for (size_t i = 601; i <= 1200; i++) {
        altitude[i] = 160 - 0.05 * (double)(i - 600); /* 30 m down in 1800 m */
    }
    measure(&m);
    assert_near(SUM(&m, ascent_m), 60, 2.1);
    assert_near(SUM(&m, descent_m), 30, 2.1);
    assert_near(ff_stretches_ascent(&m.s, 10), 60 / 1.8, 1.5);
    assert_near(ff_stretches_descent(&m.s, INFINITY), 30 / 3.6, 1);
    assert_true(ff_stretches_descent(&m.s, 10) == 0);
    /* The wavering of an altimeter is no climb, and what is no altitude is none. */
    for (size_t i = 0; i <= 1200; i++) {
        altitude[i] = 100 + (i % 2 == 0 ? 0.9 : -0.9);
    }
    altitude[700] = INFINITY;
    altitude[701] = 1e300;
    altitude[702] = -12000;
    measure(&m);
    assert_true(SUM(&m, ascent_m) == 0 && SUM(&m, descent_m) == 0);
    end(&m);
}

/* ---- what the timer and the clock do ---- */

static void pauses(void **state) {
    (void)state;
    made m;
    steady(&m, 1200);
    column(&m, FF_HEART_RATE, 150);
    fill(&m, FF_HEART_RATE, 400, 700, 90);
    pause(&m, 400, 700);
    measure(&m);
    assert_int_equal(m.s.count, 3); /* 900 s on the timer */
    assert_true(SUM(&m, running_s) == 900);
    assert_near(mean(&m, FF_GAIT_HEART_RATE), 150, 1e-9);
    for (size_t i = 0; i < 3; i++) {
        assert_true(m.s.items[i].running_s == 300);
    }
    end(&m);
}

/* The row before a pause speaks up to the pause, not ten seconds into it. */
static void pause_without_rows(void **state) {
    (void)state;
    made m;
    steady(&m, 1000);
    for (size_t i = 501; i <= 1000; i++) {
        m.run.series.time_s[i] += 300;
    }
    pause(&m, 500.5, 801);
    measure(&m);
    assert_near(SUM(&m, running_s), 500.5 + 499, 1e-9);
    assert_near(SUM(&m, distance_m), 3 * 999.5, 1e-6);
    end(&m);
}

static void pauses_that_are_wrong(void **state) {
    (void)state;
    made m;
    steady(&m, 900);
    pause(&m, 300, 200); /* ends before it begins */
    measure(&m);
    assert_true(SUM(&m, running_s) == 900);
    m.run.pause_count = 0;
    pause(&m, -100, -50); /* before the run */
    pause(&m, 0, 900);    /* all of it */
    measure(&m);
    assert_int_equal(m.s.count, 0);
    m.run.pause_count = 0;
    pause(&m, 600, NAN); /* never ends */
    measure(&m);
    assert_true(SUM(&m, running_s) == 600);
    m.run.pause_count = 0;
    pause(&m, NAN, NAN);
    measure(&m);
    assert_true(SUM(&m, running_s) == 900);
    end(&m);
}

static void time_that_stands_and_steps_back(void **state) {
    (void)state;
    made m;
    steady(&m, 900);
    for (size_t i = 100; i < 110; i++) {
        m.run.series.time_s[i] = 100; /* ten rows of one second */
    }
    measure(&m);
    assert_near(SUM(&m, running_s), 900, 1e-9);
    for (size_t i = 600; i <= 900; i++) {
        m.run.series.time_s[i] -= 300; /* the clock is set back: what was told is not told again */
    }
    measure(&m);
    assert_near(SUM(&m, running_s), 600, 1.1);
    for (size_t i = 0; i < m.s.count; i++) {
        assert_true(m.s.items[i].running_s <= FF_STRETCH_S + 10);
    }
    end(&m);
}

/* Seconds that have no short binary form: no row is lost between them. */
static void seconds_that_do_not_add_up(void **state) {
    (void)state;
    made m;
    steady(&m, 3000);
    for (size_t i = 0; i <= 3000; i++) {
        m.run.series.time_s[i] = (double)i * 0.1 + 0.3 * ((double)(i % 3) / 7);
    }
    measure(&m);
    assert_near(SUM(&m, running_s), 300, 0.2);
    end(&m);
}

static void clocks_that_are_wrong(void **state) {
    (void)state;
    static const double times[] = {NAN, -INFINITY, -1e300, -5, 0, 1, 1e9, 1e300, INFINITY, NAN, 3};
    made m;
    begin(&m, sizeof times / sizeof *times - 1);
    column(&m, FF_SPEED, 3);
    memcpy(m.run.series.time_s, times, sizeof times);
    measure(&m);
    assert_true(SUM(&m, running_s) <= 11);
    /* A row every hour for a hundred years makes no more stretches than a week has. */
    end(&m);
    begin(&m, 876000);
    column(&m, FF_SPEED, 3);
    for (size_t i = 0; i <= 876000; i++) {
        m.run.series.time_s[i] = 3600.0 * (double)i;
    }
    measure(&m);
    assert_true(m.s.count > 0 && m.s.count <= 2016);
    end(&m);
}

static void rows_far_apart(void **state) {
    (void)state;
    made m;
    begin(&m, 60);
    column(&m, FF_SPEED, 3);
    double *distance = column(&m, FF_DISTANCE, 0);
    double *altitude = column(&m, FF_ALTITUDE, 0);
    for (size_t i = 0; i <= 60; i++) {
        m.run.series.time_s[i] = 30 * (double)i; /* two a minute, climbing 20 m a kilometre */
        distance[i] = 90 * (double)i;
        altitude[i] = 3.6 * (double)i / 2;
    }
    measure(&m);
    assert_near(SUM(&m, running_s), 600, 1e-9); /* ten seconds of each row */
    assert_near(SUM(&m, distance_m), 5400, 1e-6);
    assert_near(ff_stretches_ascent(&m.s, INFINITY), 20, 1);
    end(&m);
}

static void next_to_no_rows(void **state) {
    (void)state;
    for (size_t rows = 0; rows <= 2; rows++) {
        made m;
        begin(&m, 2);
        column(&m, FF_SPEED, 3);
        m.run.series.rows = rows;
        measure(&m);
        assert_int_equal(m.s.count, rows == 2);
        assert_int_equal(m.s.has_series, rows > 0);
        assert_int_equal(m.s.cadence, FF_CADENCE_ABSENT);
        assert_true(isnan(mean(&m, FF_GAIT_CADENCE)));
        assert_true(isnan(ff_stretches_ascent(&m.s, INFINITY)));
        end(&m);
    }
}

static void nothing_but_nan(void **state) {
    (void)state;
    made m;
    begin(&m, 900);
    for (int c = 0; c < FF_CHANNEL_COUNT; c++) {
        column(&m, (ff_channel)c, NAN);
    }
    measure(&m);
    assert_int_equal(m.s.cadence, FF_CADENCE_ABSENT);
    assert_int_equal(m.s.count, 3);
    for (int what = 0; what < FF_GAIT_COUNT; what++) {
        assert_true(isnan(mean(&m, (ff_gait)what)) && m.s.items[0].held_s[what] == 0);
    }
    assert_true(SUM(&m, running_s) == 0 && SUM(&m, walking_s) == 0);
    assert_true(isnan(m.s.items[0].distance_m));
    fill(&m, FF_SPEED, 0, 901, 0); /* no time at all is known */
    for (size_t i = 0; i <= 900; i++) {
        m.run.series.time_s[i] = NAN;
    }
    measure(&m);
    assert_int_equal(m.s.count, 0);
    end(&m);
}

/* ---- running and walking ---- */

static void walking_breaks(void **state) {
    (void)state;
    made m;
    steady(&m, 1200);
    column(&m, FF_STANCE_TIME, 250);
    for (size_t from = 240; from < 1200; from += 300) { /* the last minute of every five */
        fill(&m, FF_SPEED, from, from + 60, 1.5);
        fill(&m, FF_CADENCE, from, from + 60, 110);
        fill(&m, FF_STANCE_TIME, from, from + 60, 400);
    }
    measure(&m);
    assert_int_equal(m.s.cadence, FF_CADENCE_GOOD);
    assert_true(SUM(&m, running_s) == 960 && SUM(&m, walking_s) == 240);
    assert_near(SUM(&m, distance_m), 960 * 3 + 240 * 1.5, 1e-6);
    assert_near(mean(&m, FF_GAIT_SPEED), 3, 1e-9);
    assert_near(mean(&m, FF_GAIT_STANCE), 250, 1e-9);
    /* Standing is neither. */
    fill(&m, FF_SPEED, 240, 300, 0);
    fill(&m, FF_CADENCE, 240, 300, 0);
    measure(&m);
    assert_true(SUM(&m, running_s) == 960 && SUM(&m, walking_s) == 180);
    end(&m);
}

/* Slower than most walk fast, and running by the steps: beginners do. */
static void slow_runners_run(void **state) {
    (void)state;
    made m;
    steady(&m, 1200);
    fill(&m, FF_SPEED, 0, 1201, 1.8);
    measure(&m);
    assert_int_equal(m.s.cadence, FF_CADENCE_GOOD);
    assert_true(SUM(&m, running_s) == 1200);
    assert_near(mean(&m, FF_GAIT_CADENCE), 162.5, 1e-6);
    assert_true(isnan(mean(&m, FF_GAIT_CADENCE_OVER))); /* what is usual is not known there */
    fill(&m, FF_CADENCE, 0, 1201, 115); /* a walk, with a step rate: it is not absent */
    measure(&m);
    assert_int_equal(m.s.cadence, FF_CADENCE_GOOD);
    assert_true(SUM(&m, running_s) == 0 && SUM(&m, walking_s) == 1200);
    end(&m);
}

static void no_gps(void **state) {
    (void)state;
    made m;
    steady(&m, 900);
    m.run.series.column[FF_SPEED] = NULL;
    measure(&m);
    assert_int_equal(m.s.cadence, FF_CADENCE_GOOD);
    assert_true(SUM(&m, running_s) == 900); /* by the steps */
    assert_true(isnan(m.s.items[0].distance_m) && isnan(mean(&m, FF_GAIT_SPEED)));
    assert_near(mean(&m, FF_GAIT_CADENCE), 162.5, 1e-9);
    assert_true(isnan(mean(&m, FF_GAIT_CADENCE_OVER)) && isnan(mean(&m, FF_GAIT_HEEL)));
    /* The speed comes from the distance where there is one. */
    double *distance = column(&m, FF_DISTANCE, 0);
    for (size_t i = 0; i <= 900; i++) {
        distance[i] = 3 * (double)i;
    }
    measure(&m);
    assert_near(mean(&m, FF_GAIT_SPEED), 3, 1e-9);
    assert_near(mean(&m, FF_GAIT_CADENCE_OVER), 0.5, 1e-6);
    distance[400] = 1e9; /* a leap is no speed */
    measure(&m);
    assert_near(mean(&m, FF_GAIT_SPEED), 3, 1e-9);
    end(&m);
}

static void indoors(void **state) {
    (void)state;
    static const char *const details[] = {"running/treadmill", "running/indoorRunning",
                                          "running/indoor", "virtual_activity"};
    made m;
    steady(&m, 300);
    for (size_t i = 0; i < sizeof details / sizeof *details; i++) {
        m.run.sport_detail = details[i];
        measure(&m);
        assert_true(m.s.indoors);
    }
    m.run.sport_detail = "running/trail";
    measure(&m);
    assert_false(m.s.indoors);
    end(&m);
}

/* ---- the step rate ---- */

static void state_of_cadence(void **state) {
    (void)state;
    static const struct {
        double first, second; /* of every two rows */
        ff_cadence_state wanted;
    } rows[] = {{162, 163, FF_CADENCE_GOOD},    {0, 0, FF_CADENCE_LOCKED},
                {165, 165, FF_CADENCE_LOCKED},  {81, 82, FF_CADENCE_STRANGE},
                {324, 326, FF_CADENCE_STRANGE}, {NAN, NAN, FF_CADENCE_ABSENT},
                {162, NAN, FF_CADENCE_LOCKED},  {-5, 1e300, FF_CADENCE_STRANGE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        made m;
        steady(&m, 1800);
        for (size_t row = 0; row <= 1800; row++) {
            m.run.series.column[FF_CADENCE][row] = row % 2 == 0 ? rows[i].first : rows[i].second;
        }
        measure(&m);
        if (m.s.cadence != rows[i].wanted) {
            fail_msg("%g and %g: %d", rows[i].first, rows[i].second, m.s.cadence);
        }
        bool good = rows[i].wanted == FF_CADENCE_GOOD;
        assert_int_equal((int)isnan(mean(&m, FF_GAIT_CADENCE)) != 0, !good);
        assert_int_equal((int)isnan(mean(&m, FF_GAIT_CADENCE_OVER)) != 0, !good);
        assert_true(SUM(&m, running_s) == 1800); /* by the speed */
        end(&m);
    }
}

/* A third of the run without steps, halved or doubled: it was run all the same, and what is left
 * tells. */
static void sensor_that_drops_out(void **state) {
    (void)state;
    static const double slips[] = {0, NAN, 81, 325};
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        made m;
        steady(&m, 1800);
        column(&m, FF_STANCE_TIME, 250);
        fill(&m, FF_CADENCE, 600, 1200, slips[i]);
        fill(&m, FF_STANCE_TIME, 600, 1200, i % 2 == 0 ? 0 : NAN);
        measure(&m);
        assert_int_equal(m.s.cadence, FF_CADENCE_GOOD);
        assert_near(SUM(&m, running_s), 1800, 1e-9);
        assert_near(SUM(&m, walking_s), 0, 1e-9);
        assert_near(mean(&m, FF_GAIT_CADENCE), 162.5, 1e-6);
        assert_near(mean(&m, FF_GAIT_STANCE), 250, 1e-6);
        assert_true(isnan(m.s.items[2].mean[FF_GAIT_CADENCE]));
        end(&m);
    }
}

/* Where the steps slipped, so may the contact beside them have; a speed that leaps is none of a
 * leg's. */
static void contact_beside_what_slipped(void **state) {
    (void)state;
    made m;
    steady(&m, 1800);
    column(&m, FF_STANCE_TIME, 250);
    fill(&m, FF_CADENCE, 600, 900, 81);
    fill(&m, FF_STANCE_TIME, 600, 900, 400);
    fill(&m, FF_CADENCE, 1200, 1500, NAN); /* no steps at all: the contact may be right */
    fill(&m, FF_SPEED, 300, 330, 5.9);
    fill(&m, FF_STANCE_TIME, 300, 330, 330);
    measure(&m);
    assert_true(isnan(m.s.items[2].mean[FF_GAIT_STANCE]) && isnan(m.s.items[2].mean[FF_GAIT_HEEL]));
    assert_near(m.s.items[4].mean[FF_GAIT_STANCE], 250, 1e-9);
    assert_near(mean(&m, FF_GAIT_HEEL), 13, 1e-9);
    assert_near(m.s.items[1].held_s[FF_GAIT_HEEL_SPEED], 270, 1e-9);
    end(&m);
}

static void contact_that_cannot_be(void **state) {
    (void)state;
    static const double slips[] = {
        0, 65535, 119, 421, 400 /* with 162 steps: a duty of 0.54 */, -250, INFINITY};
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        made m;
        steady(&m, 900);
        column(&m, FF_STANCE_TIME, slips[i]);
        column(&m, FF_POD_STANCE_TIME, slips[i]);
        measure(&m);
        assert_true(isnan(mean(&m, FF_GAIT_STANCE)) && isnan(mean(&m, FF_GAIT_HEEL)));
        assert_true(isnan(mean(&m, FF_GAIT_POD_STANCE)) && isnan(mean(&m, FF_GAIT_POD_HEEL)));
        end(&m);
    }
}

/* A pod on each foot; with one of them lost there is no mean of both. */
static void pods_on_both_feet(void **state) {
    (void)state;
    made m;
    steady(&m, 900);
    column(&m, FF_STANCE_TIME_L, 240);
    column(&m, FF_STANCE_TIME_R, 260);
    fill(&m, FF_STANCE_TIME_R, 300, 600, NAN);
    measure(&m);
    assert_near(m.s.items[0].mean[FF_GAIT_POD_STANCE], 250, 1e-9);
    assert_true(isnan(m.s.items[1].mean[FF_GAIT_POD_STANCE]));
    assert_true(isnan(mean(&m, FF_GAIT_STANCE)));
    end(&m);
}

/* ---- up to a minute, against a sum over the rows ---- */

static void means_are_those_of_the_rows(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 7);
    made m;
    steady(&m, 3600);
    double *heart = column(&m, FF_HEART_RATE, 0);
    for (size_t i = 0; i <= 3600; i++) {
        heart[i] = ff_random_below(&random, 4) == 0 ? NAN : 120 + 40 * ff_random_unit(&random);
    }
    measure(&m);
    for (size_t minute = 5; minute <= 60; minute += 5) {
        double sum = 0, count = 0;
        for (size_t i = 0; i < 60 * minute; i++) {
            sum += isnan(heart[i]) ? 0 : heart[i];
            count += !isnan(heart[i]);
        }
        assert_near(ff_stretches_mean(&m.s, FF_GAIT_HEART_RATE, (double)minute), sum / count, 1e-9);
    }
    end(&m);
}

/* ---- as bytes ---- */

static bool as_float(double value, double back) {
    return (isnan(value) && isnan(back)) || (double)(float)value == back;
}

static void there_and_back(void **state) {
    (void)state;
    for (unsigned n = 0; n < 12; n++) {
        made m;
        begin(&m, 1);
        m.run = made_run(&m.arena, n, n == 0 ? 0 : 400 * n);
        m.run.sport_detail = n % 2 != 0 ? "running/treadmill" : NULL;
        measure(&m);
        unsigned char *bytes;
        size_t size;
        ff_stretches back;
        assert_int_equal(ff_stretches_pack(&m.arena, &m.s, &bytes, &size, NULL), FF_OK);
        assert_true(ff_stretches_unpack(&m.arena, bytes, size, &back));
        assert_int_equal(back.count, m.s.count);
        assert_int_equal(back.has_series, m.s.has_series);
        assert_int_equal(back.indoors, m.s.indoors);
        assert_int_equal(back.cadence, m.s.cadence);
        for (size_t i = 0; i < back.count; i++) {
            const double *a = (const double *)&m.s.items[i], *b = (const double *)&back.items[i];
            for (size_t k = 0; k < sizeof(ff_stretch) / sizeof(double); k++) {
                assert_true(as_float(a[k], b[k]));
            }
        }
        end(&m);
    }
}

/* A block of exactly that size, so that reading beyond it shows. */
static bool reads(ff_arena *arena, const unsigned char *bytes, size_t size, ff_stretches *back) {
    unsigned char *copy = malloc(size > 0 ? size : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, size);
    bool good = ff_stretches_unpack(arena, copy, size, back);
    free(copy);
    return good;
}

static void bytes_that_are_cut(void **state) {
    (void)state;
    made m;
    steady(&m, 1200);
    measure(&m);
    unsigned char *bytes;
    size_t size, good = 0;
    ff_stretches back;
    assert_int_equal(ff_stretches_pack(&m.arena, &m.s, &bytes, &size, NULL), FF_OK);
    for (size_t cut = 0; cut <= size; cut++) {
        if (reads(&m.arena, bytes, cut, &back)) {
            good++;
            assert_true(cut >= 4);
        } else {
            assert_true(back.count == 0 && back.items == NULL);
        }
    }
    assert_int_equal(good, m.s.count + 1); /* whole stretches only */
    assert_false(ff_stretches_unpack(&m.arena, NULL, 0, &back));
    assert_false(ff_stretches_unpack(&m.arena, NULL, 100, &back));
    end(&m);
}

static void look_through(const ff_stretches *s) {
    for (int what = 0; what < FF_GAIT_COUNT; what++) {
        assert_true(!isinf(ff_stretches_mean(s, (ff_gait)what, 0)));
        assert_true(!isinf(ff_stretches_mean(s, (ff_gait)what, INFINITY)));
    }
    assert_true(!isinf(ff_stretches_ascent(s, INFINITY)));
    for (size_t i = 0; i < s->count; i++) {
        assert_true(s->items[i].from_s >= 0 &&
                    (i == 0 || s->items[i].from_s > s->items[i - 1].from_s));
    }
}

/* Bytes by chance, and right ones with some changed: never a number that cannot be. */
static void bytes_by_chance(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 11);
    made m;
    steady(&m, 600);
    measure(&m);
    unsigned char *bytes, other[4 + 136 * 3] = {0};
    size_t size;
    assert_int_equal(ff_stretches_pack(&m.arena, &m.s, &bytes, &size, NULL), FF_OK);
    assert_int_equal(size, 4 + 136 * 2);
    ff_arena scratch;
    ff_arena_init(&scratch, NULL);
    size_t read = 0;
    for (int round = 0; round < 20000; round++) {
        ff_stretches back;
        size_t length = 4 + 136 * (size_t)ff_random_below(&random, 4);
        for (size_t i = 0; i < length; i++) {
            other[i] = (unsigned char)ff_random_below(&random, 256);
        }
        other[2] %= 4;
        if (round % 2 == 0) {
            length = size;
            memcpy(other, bytes, size);
            other[ff_random_below(&random, (uint32_t)size)] =
                (unsigned char)ff_random_bits(&random);
        }
        if (reads(&scratch, other, length, &back)) {
            look_through(&back);
            read++;
        }
        ff_arena_empty(&scratch);
    }
    assert_true(read > 1000); /* most changes are of a digit */
    ff_arena_free(&scratch);
    end(&m);
}

static void memory_runs_out(void **state) {
    (void)state;
    made m;
    steady(&m, 900);
    measure(&m);
    unsigned char *bytes;
    size_t size;
    ff_stretches back;
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    assert_int_equal(ff_stretches_of(&arena, &m.run, &back, NULL), FF_ERR_MEMORY);
    assert_int_equal(ff_stretches_pack(&arena, &m.s, &bytes, &size, NULL), FF_ERR_MEMORY);
    assert_int_equal(ff_stretches_pack(&m.arena, &m.s, &bytes, &size, NULL), FF_OK);
    assert_false(ff_stretches_unpack(&arena, bytes, size, &back));
    assert_int_equal(back.count, 0);
    ff_arena_free(&arena);
    end(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mean_by_hand),
        cmocka_unit_test(relations_by_hand),
        cmocka_unit_test(climbs),
        cmocka_unit_test(pauses),
        cmocka_unit_test(pause_without_rows),
        cmocka_unit_test(pauses_that_are_wrong),
        cmocka_unit_test(time_that_stands_and_steps_back),
        cmocka_unit_test(seconds_that_do_not_add_up),
        cmocka_unit_test(clocks_that_are_wrong),
        cmocka_unit_test(rows_far_apart),
        cmocka_unit_test(next_to_no_rows),
        cmocka_unit_test(nothing_but_nan),
        cmocka_unit_test(walking_breaks),
        cmocka_unit_test(slow_runners_run),
        cmocka_unit_test(no_gps),
        cmocka_unit_test(indoors),
        cmocka_unit_test(state_of_cadence),
        cmocka_unit_test(sensor_that_drops_out),
        cmocka_unit_test(contact_that_cannot_be),
        cmocka_unit_test(contact_beside_what_slipped),
        cmocka_unit_test(pods_on_both_feet),
        cmocka_unit_test(means_are_those_of_the_rows),
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(bytes_that_are_cut),
        cmocka_unit_test(bytes_by_chance),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
