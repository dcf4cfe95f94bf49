#include "support.h"

#include "survival_case.h"

#include "trial/compare_change.h"
#include "trial/kaplan_meier.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reference numbers are R 4.2.2's, package survival 3.5-3:
 *   f <- survfit(Surv(t, s) ~ 1, conf.type = "log-log", conf.int = 0.9)
 *   print(f$surv, digits = 12); f$lower; f$upper; quantile(f, 0.5)
 * with t and s as in each test. */

#define NEAR(x, y) assert_true(fabs((x) - (y)) < 1e-9)

typedef struct fixture {
    ff_arena arena;
    ff_kaplan_meier km;
} fixture;

static void estimate(fixture *f, const ff_survival_time *times, size_t count) {
    ff_arena_init(&f->arena, NULL);
    assert_int_equal(ff_kaplan_meier_of_times(&f->arena, times, count, &f->km, NULL), FF_OK);
}

static void ten_runs(void **state) {
    (void)state;
    /* t <- c(18,22,16.5,25,20,31,27,38,45,40); s <- c(1,1,1,1,1,1,1,1,0,0) */
    const ff_survival_time times[] = {{18, true},  {22, true}, {16.5, true}, {25, true},
                                      {20, true},  {31, true}, {27, true},   {38, true},
                                      {45, false}, {40, false}};
    static const double survival[][3] = {
        {0.9, 0.579140925138, 0.979881718643}, {0.8, 0.488830227967, 0.932796125067},
        {0.7, 0.395896954516, 0.871713702910}, {0.6, 0.309398617579, 0.800567860127},
        {0.5, 0.230385238633, 0.720879323310}, {0.4, 0.159384624528, 0.633063839604},
        {0.3, 0.097366001097, 0.536699210725}, {0.2, 0.046338523788, 0.430308264430},
        {0.2, 0.046338523788, 0.430308264430}, {0.2, 0.046338523788, 0.430308264430}};
    fixture f;
    estimate(&f, times, 10);
    assert_int_equal(f.km.row_count, 10);
    assert_int_equal(f.km.began, 8);
    assert_int_equal(f.km.ended, 2);
    for (size_t i = 0; i < 10; i++) {
        assert_int_equal(f.km.rows[i].at_risk, 10 - i);
        NEAR(f.km.rows[i].free, survival[i][0]);
        NEAR(f.km.rows[i].free_low, survival[i][1]);
        NEAR(f.km.rows[i].free_high, survival[i][2]);
    }
    NEAR(f.km.median_min, 26); /* S is 1/2 from 25 to 27 */
    NEAR(f.km.median_low_min, 18);
    NEAR(f.km.median_high_min, 38);
    ff_arena_free(&f.arena);
}

static void twenty_runs(void **state) {
    (void)state;
    /* t and s as below; quantile(f, .5): 27.7, limits 23 and 33 */
    const ff_survival_time times[] = {{24.2, true}, {19.9, true}, {31, true},   {28.4, true},
                                      {22.2, true}, {26, true},   {17.5, true}, {40, false},
                                      {35, false},  {38, true},   {21, true},   {23, true},
                                      {25.5, true}, {45, false},  {52, false},  {60, false},
                                      {33, true},   {29.5, true}, {27, true},   {20.5, true}};
    fixture f;
    estimate(&f, times, 20);
    NEAR(f.km.median_min, 27.7);
    NEAR(f.km.median_low_min, 23);
    NEAR(f.km.median_high_min, 33);
    NEAR(f.km.rows[15].free, 0.24); /* after the censored one at 35 */
    NEAR(f.km.rows[15].free_low, 0.101814719246);
    NEAR(f.km.rows[15].free_high, 0.410051060549);
    ff_arena_free(&f.arena);
}

static void ties_and_time_zero(void **state) {
    (void)state;
    /* t <- c(0,0,12,12,12,20,20,35,50); s <- c(1,1,1,1,0,1,0,1,0) */
    const ff_survival_time times[] = {{50, false}, {0, true},   {12, true}, {12, false}, {12, true},
                                      {20, true},  {20, false}, {35, true}, {0, true}};
    fixture f;
    estimate(&f, times, 9);
    assert_int_equal(f.km.row_count, 5);
    assert_int_equal(f.km.rows[1].at_risk, 7);
    assert_int_equal(f.km.rows[1].began, 2);
    assert_int_equal(f.km.rows[1].ended, 1);
    NEAR(f.km.rows[0].free, 0.777777777778);
    NEAR(f.km.rows[0].free_low, 0.446363309701);
    NEAR(f.km.rows[3].free_high, 0.514813044872);
    NEAR(f.km.median_min, 20);
    NEAR(f.km.median_low_min, 0);
    assert_true(isnan(f.km.median_high_min));
    ff_arena_free(&f.arena);
}

static void where_the_median_is_hard(void **state) {
    (void)state;
    fixture f;
    /* All begin: quantile(f, .5) is 25, lower 10, upper NA; limits at S = 0 are NA. */
    estimate(&f, (ff_survival_time[]){{10, true}, {20, true}, {30, true}, {40, true}}, 4);
    NEAR(f.km.median_min, 25);
    NEAR(f.km.median_low_min, 10);
    assert_true(isnan(f.km.median_high_min));
    assert_true(isnan(f.km.rows[3].free_low));
    ff_arena_free(&f.arena);
    /* S stays 1/2 to the end: R says 30. */
    estimate(&f, (ff_survival_time[]){{10, true}, {20, true}, {30, false}, {40, false}}, 4);
    NEAR(f.km.median_min, 30);
    ff_arena_free(&f.arena);
    /* None begins: NA. */
    estimate(&f, (ff_survival_time[]){{10, false}, {20, false}}, 2);
    assert_true(isnan(f.km.median_min));
    assert_true(isnan(f.km.rows[0].free_high));
    ff_arena_free(&f.arena);
    /* All at one time: 10. */
    estimate(&f, (ff_survival_time[]){{10, true}, {10, true}, {10, true}}, 3);
    NEAR(f.km.median_min, 10);
    assert_int_equal(f.km.row_count, 1);
    ff_arena_free(&f.arena);
    estimate(&f, NULL, 0);
    assert_int_equal(f.km.runs, 0);
    assert_true(isnan(f.km.median_min));
    ff_arena_free(&f.arena);
}

static void times_that_are_none(void **state) {
    (void)state;
    static const double bad[] = {-1, NAN, INFINITY};
    for (size_t i = 0; i < 3; i++) {
        ff_arena arena;
        ff_arena_init(&arena, NULL);
        ff_kaplan_meier km;
        const ff_survival_time times[] = {{10, true}, {bad[i], true}};
        assert_int_equal(ff_kaplan_meier_of_times(&arena, times, 2, &km, NULL), FF_ERR_VALUE);
        ff_arena_free(&arena);
    }
}

/* --- the published data set of R's survival package, from the given material --- */

/* The expected number; NAN: it is not there. */
static double number_at(const survival_case *c, const char *limits, const char *what, size_t i) {
    char path[128];
    snprintf(path, sizeof path, "expected/%s/%s/%zu", limits, what, i);
    json_t *value = survival_case_at(c, path);
    return json_is_number(value) ? json_number_value(value) : NAN;
}

static double quantile_at(const survival_case *c, const char *limits, const char *what, size_t group,
                          size_t i) {
    char path[64];
    snprintf(path, sizeof path, "%s/%zu", what, group);
    return number_at(c, limits, path, i);
}

static void assert_same(double x, double y) {
    assert_true((isnan(x) && isnan(y)) || fabs(x - y) < 1e-10);
}

static void check_quantiles(const survival_case *c, const char *limits, size_t group,
                            const ff_kaplan_meier *km) {
    static const double shares[] = {0.25, 0.5, 0.75};
    for (size_t i = 0; i < 3; i++) {
        assert_same(ff_kaplan_meier_time(km, FF_CURVE_FREE, shares[i]),
                    quantile_at(c, limits, "quantile", group, i));
        assert_same(ff_kaplan_meier_time(km, FF_CURVE_LOW, shares[i]),
                    quantile_at(c, limits, "quantile_lower", group, i));
        assert_same(ff_kaplan_meier_time(km, FF_CURVE_HIGH, shares[i]),
                    quantile_at(c, limits, "quantile_upper", group, i));
    }
}

static size_t check_group(survival_case *c, const char *limits, size_t group, size_t row,
                          ff_limits scale, double level) {
    const double *time = survival_case_column(c, "time"), *groups = survival_case_column(c, "group");
    const unsigned char *kinds = survival_case_kinds(c, "status");
    ff_survival_time times[50];
    size_t count = 0;
    for (size_t i = 0; i < c->rows; i++) {
        if (groups[i] == (double)group + 1) {
            times[count++] = (ff_survival_time){time[i], kinds[i] == FF_KNOWN_AT};
        }
    }
    fixture f;
    estimate(&f, times, count);
    ff_kaplan_meier_set_limits(&f.km, scale, level);
    for (size_t i = 0; i < f.km.row_count; i++, row++) {
        const ff_survival_row *got = &f.km.rows[i];
        double error = sqrt(got->log_variance);
        assert_same((double)group + 1, number_at(c, limits, "stratum", row));
        assert_same(got->minutes, number_at(c, limits, "time", row));
        assert_same((double)got->at_risk, number_at(c, limits, "n_risk", row));
        assert_same((double)got->began, number_at(c, limits, "n_event", row));
        assert_same(got->free, number_at(c, limits, "surv", row));
        assert_same(isinf(error) ? NAN : error, number_at(c, limits, "std_err_of_log", row));
        assert_same(got->free_low, number_at(c, limits, "lower", row));
        assert_same(got->free_high, number_at(c, limits, "upper", row));
    }
    check_quantiles(c, limits, group, &f.km);
    ff_arena_free(&f.arena);
    return row;
}

static void leukaemia_data(void **state) {
    (void)state;
    static const struct {
        const char *name;
        ff_limits scale;
        double level;
    } all[] = {{"plain_0.9", FF_LIMITS_PLAIN, 0.9},      {"plain_0.95", FF_LIMITS_PLAIN, 0.95},
               {"log_0.9", FF_LIMITS_LOG, 0.9},          {"log_0.95", FF_LIMITS_LOG, 0.95},
               {"log-log_0.9", FF_LIMITS_LOG_LOG, 0.9},  {"log-log_0.95", FF_LIMITS_LOG_LOG, 0.95}};
    survival_case c;
    if (!survival_case_read("o09-km-aml", &c)) {
        skip();
    }
    assert_int_equal(json_object_size(survival_case_at(&c, "expected")), sizeof all / sizeof *all);
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
        size_t row = check_group(&c, all[k].name, 0, 0, all[k].scale, all[k].level);
        row = check_group(&c, all[k].name, 1, row, all[k].scale, all[k].level);
        char path[64];
        snprintf(path, sizeof path, "expected/%s/time", all[k].name);
        assert_int_equal(row, json_array_size(survival_case_at(&c, path)));
    }
    survival_case_free(&c);
}

/* R: survfit(..., conf.type = "plain" or "log", conf.int = 0.95), for the ten runs above. */
static void other_limits(void **state) {
    (void)state;
    const ff_survival_time times[] = {{18, true},  {22, true}, {16.5, true}, {25, true},
                                      {20, true},  {31, true}, {27, true},   {38, true},
                                      {45, false}, {40, false}};
    fixture f;
    estimate(&f, times, 10);
    ff_kaplan_meier_set_limits(&f.km, FF_LIMITS_PLAIN, 0.95);
    NEAR(f.km.rows[0].free_low, 0.714061490309);
    NEAR(f.km.rows[0].free_high, 1);
    NEAR(f.km.rows[4].free_low, 0.190102483848);
    NEAR(f.km.rows[4].free_high, 0.809897516152);
    NEAR(f.km.rows[7].free_low, 0);
    ff_kaplan_meier_set_limits(&f.km, FF_LIMITS_LOG, 0.95);
    NEAR(f.km.rows[4].free_low, 0.269027355064);
    NEAR(f.km.rows[4].free_high, 0.929273530348);
    NEAR(f.km.rows[7].free_low, 0.057900574218);
    NEAR(f.km.rows[7].free_high, 0.690839435364);
    ff_arena_free(&f.arena);
}

/* --- from runs --- */

#define MOST 16
typedef struct runs {
    ff_run run[MOST];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    size_t count;
} runs;

static ff_logged_run *add(runs *r, double duration_min, ff_onset_kind kind, double from_min,
                          double to_min) {
    size_t i = r->count++;
    ff_run_init(&r->run[i]);
    r->run[i].figures.duration_s = 60 * duration_min;
    r->onset[i] = (ff_onset){.kind = kind, .from_s = 60 * from_min, .to_s = 60 * to_min, .gone_s = NAN};
    r->logged[i] = (ff_logged_run){.run = &r->run[i], .onset = &r->onset[i]};
    return &r->logged[i];
}

static void how_runs_are_counted(void **state) {
    (void)state;
    runs r = {0};
    add(&r, 60, FF_ONSET_EXACT, 24, 24);
    add(&r, 60, FF_ONSET_INTERVAL, 20, 26);   /* 23 */
    add(&r, 60, FF_ONSET_AT_START, NAN, NAN); /* 0 */
    add(&r, 42, FF_ONSET_NONE, NAN, NAN);     /* free to 42 */
    add(&r, 60, FF_ONSET_NONE, 30, NAN);      /* free to 30, not known beyond */
    add(&r, 40, FF_ONSET_EXACT, 41, 41);      /* typed in whole minutes: 40 */
    add(&r, 40, FF_ONSET_EXACT, 41.1, 41.1);  /* left out: after the end */
    add(&r, 40, FF_ONSET_INTERVAL, 34, 50);   /* to the end at the latest: 37 */
    add(&r, 60, FF_ONSET_SOMETIME, NAN, NAN); /* left out */
    add(&r, 60, FF_ONSET_EXACT, NAN, NAN);    /* left out */
    add(&r, NAN, FF_ONSET_NONE, NAN, NAN);    /* left out */
    add(&r, 60, FF_ONSET_INTERVAL, NAN, 26);  /* left out: one end is missing */
    add(&r, 60, FF_ONSET_NONE, NAN, NAN)->onset = NULL;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_kaplan_meier km;
    assert_int_equal(ff_kaplan_meier_of_runs(&arena, r.logged, r.count, &km, NULL), FF_OK);
    static const double minutes[] = {0, 23, 24, 30, 37, 40, 42};
    assert_int_equal(km.row_count, 7);
    for (size_t i = 0; i < 7; i++) {
        NEAR(km.rows[i].minutes, minutes[i]);
        assert_int_equal(km.rows[i].began, i != 3 && i != 6);
    }
    assert_int_equal(km.runs, 7);
    assert_int_equal(km.began, 5);
    assert_int_equal(km.at_start, 1);
    assert_int_equal(km.between, 2);
    assert_int_equal(km.left_out, 5);
    assert_int_equal(km.not_said, 1);
    ff_arena_free(&arena);
}

static void with_a_change_and_without(void **state) {
    (void)state;
    static const char *const lacing[] = {"insole", "lacing"};
    runs r = {0};
    for (int i = 0; i < 4; i++) {
        add(&r, 60, FF_ONSET_EXACT, 20 + i, 20 + i)->shoe = "Road A";
    }
    for (int i = 0; i < 3; i++) {
        ff_logged_run *logged = add(&r, 60, FF_ONSET_EXACT, 40 + i, 40 + i);
        logged->shoe = "Road A";
        logged->changes = lacing;
        logged->change_count = 2;
    }
    add(&r, 70, FF_ONSET_NONE, NAN, NAN)->shoe = "Trail B";
    ff_logged_run *other = add(&r, 60, FF_ONSET_EXACT, 1, 1); /* another change: neither side */
    other->shoe = "Road A";
    other->changes = lacing;
    other->change_count = 1;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_change_comparison c;
    assert_int_equal(ff_compare_change(&arena, r.logged, r.count, "lacing", "Road A", &c, NULL),
                     FF_OK);
    assert_int_equal(c.with.runs, 3);
    assert_int_equal(c.without.runs, 4);
    NEAR(c.with.median_min, 41);
    NEAR(c.without.median_min, 21.5);
    assert_int_equal(c.state, FF_COMPARE_ENOUGH_RUNS);
    assert_non_null(strstr(c.caution, "not proof"));
    ff_compare_change(&arena, r.logged, r.count, "lacing", NULL, &c, NULL);
    assert_string_equal(c.shoe, "Road A"); /* all changed runs were in it */
    assert_int_equal(c.without.runs, 4);
    r.logged[5].shoe = "Trail B"; /* now they were in two */
    ff_compare_change(&arena, r.logged, r.count, "lacing", NULL, &c, NULL);
    assert_null(c.shoe);
    assert_int_equal(c.with.runs, 3);
    assert_int_equal(c.without.runs, 5);
    r.logged[5].shoe = NULL; /* not said of one */
    ff_compare_change(&arena, r.logged, r.count, "lacing", NULL, &c, NULL);
    assert_null(c.shoe);
    r.logged[5].shoe = "Road A";
    ff_compare_change(&arena, r.logged, 6, "lacing", NULL, &c, NULL);
    assert_int_equal(c.state, FF_COMPARE_FEW);
    ff_compare_change(&arena, r.logged, r.count, "cadence", NULL, &c, NULL);
    assert_int_equal(c.state, FF_COMPARE_NONE);
    ff_arena_free(&arena);
}

static void memory_runs_out(void **state) {
    (void)state;
    runs r = {0};
    add(&r, 60, FF_ONSET_EXACT, 24, 24);
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    ff_kaplan_meier km;
    assert_int_equal(ff_kaplan_meier_of_runs(&arena, r.logged, 1, &km, NULL), FF_ERR_MEMORY);
    ff_change_comparison c;
    assert_int_equal(ff_compare_change(&arena, r.logged, 1, "lacing", NULL, &c, NULL),
                     FF_ERR_MEMORY);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_runs),
        cmocka_unit_test(twenty_runs),
        cmocka_unit_test(ties_and_time_zero),
        cmocka_unit_test(where_the_median_is_hard),
        cmocka_unit_test(times_that_are_none),
        cmocka_unit_test(leukaemia_data),
        cmocka_unit_test(other_limits),
        cmocka_unit_test(how_runs_are_counted),
        cmocka_unit_test(with_a_change_and_without),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
