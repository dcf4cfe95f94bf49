/* How much was run of late: made-up histories of which every figure is known by hand. */
#include "support.h"

#include "measure/load_now.h"

#include <math.h>
#include <string.h>

#define DAY_S INT64_C(86400)
#define MOST  200
/* A Monday, 2023-11-13T00:00:00Z. */
#define MIDNIGHT INT64_C(1699833600)

typedef struct {
    ff_run run[MOST];
    ff_logged_run logged[MOST];
    size_t count;
} logbook;

/* day counts from a midnight: 3.25 is six in the morning of the fourth day. */
static ff_run *add(logbook *l, double day, double km) {
    size_t i = l->count++;
    assert_true(i < MOST);
    ff_run *run = &l->run[i];
    ff_run_init(run);
    run->id = (int64_t)i + 1;
    run->start_s = MIDNIGHT + (int64_t)(day * (double)DAY_S);
    run->sport = FF_SPORT_RUNNING;
    run->figures.distance_m = 1000 * km;
    l->logged[i] = (ff_logged_run){.run = run};
    return run;
}

static ff_load_now work_out(logbook *l) {
    return ff_load_now_of(&(ff_logged_run_list){l->logged, l->count});
}

static void assert_near(double value, double wanted) {
    if (!(fabs(value - wanted) <= 1e-9)) {
        fail_msg("%.9g, not %.9g", value, wanted);
    }
}

/* A text that may be absent, in words. */
static const char *word(const char *text) {
    return text != NULL ? text : "nothing";
}

static void assert_band(const ff_load_now *load, const char *band) {
    if (band == NULL ? load->band != NULL : load->band == NULL || strcmp(load->band, band) != 0) {
        fail_msg("%s, not %s", word(load->band), word(band));
    }
}

static void no_run_no_figures(void **state) {
    (void)state;
    logbook l = {0};
    for (int walks = 0; walks < 2; walks++) {
        ff_load_now load = work_out(&l);
        assert_true(load.run_id == 0 && isnan(load.distance_m) && isnan(load.ratio));
        assert_true(isnan(load.rest_days_a_week) && isnan(load.greatest_rise) &&
                    isnan(load.break_days));
        assert_null(load.band);
        add(&l, 1, 10)->sport = FF_SPORT_WALKING;
    }
}

static void one_run_alone(void **state) {
    (void)state;
    logbook l = {0};
    add(&l, 1.5, 10);
    ff_load_now load = work_out(&l);
    assert_int_equal(load.run_id, 1);
    assert_near(load.distance_m, 10000);
    assert_near(load.week_m[0], 10000);
    assert_true(isnan(load.week_m[1])); /* before the first run */
    assert_true(isnan(load.ratio) && isnan(load.longest_before_m) && isnan(load.rest_days_a_week));
    assert_true(load.first_weeks && isnan(load.break_days));
}

/* A run every other day at noon for 70 days, of 5 km. */
static void steady(logbook *l) {
    for (int day = 0; day < 70; day += 2) {
        add(l, day + 0.5, 5);
    }
}

static void bands_at_their_edges(void **state) {
    (void)state;
    static const struct {
        double km;
        const char *band;
        double hazard;
    } rows[] = {{4, "le10", NAN},      {5.5, "le10", NAN},     {5.51, "10_30", 1.64},
                {6.5, "10_30", 1.64},  {6.51, "30_100", 1.52}, {10, "30_100", 1.52},
                {10.01, "gt100", 2.28}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook l = {0};
        steady(&l);
        add(&l, 70.5, rows[i].km);
        ff_load_now load = work_out(&l);
        assert_near(load.longest_before_m, 5000);
        assert_near(load.ratio, rows[i].km / 5);
        assert_band(&load, rows[i].band);
        if (isnan(rows[i].hazard)) {
            assert_true(isnan(load.hazard) && isnan(load.hazard_low));
        } else {
            assert_near(load.hazard, rows[i].hazard);
            assert_true(load.hazard_low < load.hazard && load.hazard < load.hazard_high);
        }
    }
}

static void spikes_that_are_not_judged(void **state) {
    (void)state;
    logbook l = {0};
    steady(&l);
    add(&l, 70.5, NAN); /* no distance */
    ff_load_now load = work_out(&l);
    assert_true(load.band == NULL && isnan(load.ratio));
    l = (logbook){0};
    for (int day = 0; day < 28; day += 2) {
        add(&l, day, 5);
    }
    add(&l, 29.9, 9);
    load = work_out(&l);
    assert_true(load.band == NULL && isnan(load.ratio)); /* 30 days are not known */
    l.run[l.count - 1].start_s = MIDNIGHT + 30 * DAY_S;
    load = work_out(&l);
    assert_band(&load, "30_100");
    l = (logbook){0};
    add(&l, 0, 5);
    add(&l, 50, 5);
    add(&l, 52, 5);
    add(&l, 60, 9);
    load = work_out(&l);
    assert_band(&load, NULL); /* two runs in the 30 days */
    assert_near(load.longest_before_m, 5000);
}

static void walks_are_no_running(void **state) {
    (void)state;
    logbook l = {0};
    steady(&l);
    ff_load_now before = work_out(&l);
    add(&l, 69, 40)->sport = FF_SPORT_WALKING; /* newer, and long */
    ff_load_now load = work_out(&l);
    assert_int_equal(load.run_id, before.run_id);
    assert_near(load.week_m[0], before.week_m[0]);
    assert_near(load.longest_before_m, 5000);
    /* Nor do they end a break of running. */
    l = (logbook){0};
    add(&l, 0, 5);
    add(&l, 20, 5)->sport = FF_SPORT_WALKING;
    add(&l, 40, 5);
    add(&l, 41, 5);
    load = work_out(&l);
    assert_near(load.break_days, 40);
    assert_true(load.back_since_s == MIDNIGHT + 40 * DAY_S);
}

static void weeks_by_hand(void **state) {
    (void)state;
    logbook l = {0};
    add(&l, 0, 1);
    for (int week = 0; week < 8; week++) { /* 8, 7, ... 1 km from the oldest of eight weeks on */
        add(&l, 14 + 7 * week + 0.3, 8 - week);
    }
    ff_load_now load = work_out(&l); /* the newest on day 63 */
    for (int week = 0; week < 8; week++) {
        assert_near(load.week_m[week], 1000.0 * (week + 1));
    }
    assert_near(load.rest_days_a_week, 6);
    assert_near(load.greatest_rise, 7 / 8.0); /* the rise from less than 5 km does not count */
    assert_false(load.first_weeks);
    l.run[l.count - 1].figures.distance_m = 22000; /* 22 after 2 km: from next to nothing */
    l.run[l.count - 3].figures.distance_m = 15000; /* 15 after 4 km, and 2 after 15 */
    assert_near(work_out(&l).greatest_rise, 7 / 8.0);
    l.run[l.count - 5].figures.distance_m = 10000; /* 10 after 6 km */
    assert_near(work_out(&l).greatest_rise, 10 / 6.0);
}

/* Every day a run, mornings and evenings by turns: no day of rest, whatever the hours between. */
static void days_are_those_of_the_calendar(void **state) {
    (void)state;
    logbook l = {0};
    for (int day = 0; day <= 60; day++) {
        add(&l, day + (day % 2 == 0 ? 0.25 : 0.85), 5);
    }
    assert_near(work_out(&l).rest_days_a_week, 0);
    assert_near(work_out(&l).week_m[0], 35000);
    /* Twice a day every other day: half of the days are for rest. */
    l = (logbook){0};
    for (int day = 0; day < 60; day += 2) {
        add(&l, day + 0.25, 5);
        add(&l, day + 0.85, 5);
    }
    assert_near(work_out(&l).rest_days_a_week, 3.5);
}

/* Where the runner is: one in the morning of Tuesday there is Monday by UTC. */
static void days_are_local(void **state) {
    (void)state;
    logbook l = {0};
    for (int day = 0; day < 28; day++) {
        ff_run *run =
            add(&l, day + (day % 2 == 0 ? -0.04 : 0.54), 5); /* 9:00 and 23:00 at UTC+10 */
        run->utc_offset_known = true;
        run->utc_offset_s = 36000;
    }
    assert_near(work_out(&l).rest_days_a_week, 0);
    l = (logbook){0};
    add(&l, -20000 + 0.5, 5); /* before 1970 a day is a day too */
    add(&l, -20000 + 7.1, 5);
    assert_near(work_out(&l).rest_days_a_week, 7.0 * 6 / 8);
    /* West over the date line: the newest run is on the day before by its own calendar. */
    l = (logbook){0};
    for (int day = 0; day < 8; day++) {
        ff_run *run = add(&l, day + 0.5, 5);
        run->utc_offset_known = true;
        run->utc_offset_s = day == 7 ? -39600 : 46800;
    }
    ff_load_now load = work_out(&l);
    assert_near(load.week_m[0], 35000 + 5000 * (load.week_m[0] > 36000));
}

static void the_longest_break(void **state) {
    (void)state;
    logbook l = {0};
    add(&l, 0, 5);
    add(&l, 13.9, 5); /* under two weeks */
    assert_true(isnan(work_out(&l).break_days));
    add(&l, 30, 5);
    add(&l, 50, 5);
    add(&l, 66, 5);
    ff_load_now load = work_out(&l);
    assert_near(load.break_days, 20);
    assert_true(load.back_since_s == MIDNIGHT + 50 * DAY_S);
    add(&l, 430, 5); /* what was over a year before is forgotten */
    load = work_out(&l);
    assert_near(load.break_days, 364);
    add(&l, 432, 5);
    add(&l, 431 + 365, 5);
    load = work_out(&l);
    assert_near(load.break_days, 364); /* of the last year */
}

static void figures_that_are_wrong(void **state) {
    (void)state;
    logbook l = {0};
    steady(&l);
    l.run[5].figures.distance_m = -1e9;
    l.run[6].figures.distance_m = NAN;
    l.run[30].figures.distance_m = -5;
    l.run[31].figures.distance_m = 0;
    ff_load_now load = work_out(&l);
    for (int week = 0; week < 8; week++) {
        assert_false(load.week_m[week] < 0 || load.week_m[week] > 20000); /* or not known */
    }
    assert_near(load.longest_before_m, 5000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_run_no_figures),
        cmocka_unit_test(one_run_alone),
        cmocka_unit_test(bands_at_their_edges),
        cmocka_unit_test(spikes_that_are_not_judged),
        cmocka_unit_test(walks_are_no_running),
        cmocka_unit_test(weeks_by_hand),
        cmocka_unit_test(days_are_those_of_the_calendar),
        cmocka_unit_test(days_are_local),
        cmocka_unit_test(the_longest_break),
        cmocka_unit_test(figures_that_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
