/* Log-rank tests against R's survdiff (survival 3.5-3), and the chi-square law against R 4.2.2. */
#include "support.h"

#include "survival_case.h"

#include "trial/chi_square.h"
#include "trial/rank_test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static double relative(double got, double expected) {
    return fabs(got - expected) / fmax(1, fabs(expected));
}

#define NEAR(got, expected) assert_true(relative((got), (expected)) < 1e-9)

/* ---- the given material ---- */

static void check_number(const survival_case *c, const char *test, const char *what, double got) {
    char path[256];
    snprintf(path, sizeof path, "expected/%s/%s", test, what);
    double expected = survival_case_number(c, path);
    if (!(fabs(got - expected) <= 1e-9 * fmax(1, fabs(expected)))) {
        fail_msg("%s: %.17g, not %.17g", path, got, expected);
    }
}

static void check_test(const survival_case *c, const char *name, const ff_rank_test *test) {
    char path[64];
    for (size_t g = 0; g < 2; g++) {
        snprintf(path, sizeof path, "observed/%zu", g);
        check_number(c, name, path, test->observed[g]);
        snprintf(path, sizeof path, "expected/%zu", g);
        check_number(c, name, path, test->expected[g]);
        for (size_t h = 0; h < 2; h++) {
            snprintf(path, sizeof path, "var/%zu/%zu", g, h);
            check_number(c, name, path, test->variance[2 * g + h]);
        }
    }
    check_number(c, name, "chisq", test->chi_square);
    check_number(c, name, "df", (double)test->degrees);
    check_number(c, name, "p", test->p);
}

static void as_survdiff(const char *name, const char *strata) {
    survival_case c;
    if (!survival_case_read(name, &c)) {
        skip();
    }
    unsigned char groups[256];
    for (size_t i = 0; i < c.rows; i++) {
        groups[i] = survival_case_column(&c, "group")[i] > 1;
    }
    ff_rank_data data = {
        .rows = {.count = c.rows,
                 .times = survival_case_column(&c, "time"),
                 .kinds = survival_case_kinds(&c, "status"),
                 .strata = strata != NULL ? survival_case_column(&c, strata) : NULL},
        .groups = groups,
        .group_count = 2};
    for (int rho = 0; rho < 2; rho++) {
        ff_rank_test test;
        data.rho = rho;
        assert_int_equal(ff_rank_test_of(&c.arena, &data, &test, NULL), FF_OK);
        check_test(&c, rho == 0 ? "rho0" : "rho1", &test);
    }
    survival_case_free(&c);
}

static void ovarian(void **state) {
    (void)state;
    as_survdiff("o10-logrank-ovarian", NULL);
}

static void lung_in_strata(void **state) {
    (void)state;
    as_survdiff("o11-logrank-lung-strat", "stratum");
}

/* ---- tables of our own ---- */

static ff_rank_test test_of(const ff_rank_data *data) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_rank_test test;
    assert_int_equal(ff_rank_test_of(&arena, data, &test, NULL), FF_OK);
    ff_arena_free(&arena);
    return test;
}

/* One group goes numb at 1 and 3, the other at 2 and 4. Of the first 2/4 + 1/3 + 1/2 is expected,
 * and then nothing; the variance is 1/4 + 2/9 + 1/4. */
static void four_rows_by_hand(void **state) {
    (void)state;
    const double times[] = {1, 2, 3, 4};
    const unsigned char kinds[] = {1, 1, 1, 1}, groups[] = {0, 1, 0, 1};
    ff_rank_data data = {
        .rows = {.count = 4, .times = times, .kinds = kinds}, .groups = groups, .group_count = 2};
    ff_rank_test test = test_of(&data);
    double expected = 2.0 / 4 + 1.0 / 3 + 1.0 / 2, variance = 1.0 / 4 + 2.0 / 9 + 1.0 / 4;
    NEAR(test.observed[0], 2);
    NEAR(test.expected[0], expected);
    NEAR(test.expected[1], 4 - expected);
    NEAR(test.variance[0], variance);
    NEAR(test.variance[1], -variance);
    NEAR(test.chi_square, (2 - expected) * (2 - expected) / variance);
    assert_int_equal(test.degrees, 1);
    assert_int_equal(test.rows[1], 2);
    /* Peto and Peto: weights 1, 3/4, 1/2, 1/4. */
    data.rho = 1;
    test = test_of(&data);
    NEAR(test.observed[0], 1 + 0.5);
    NEAR(test.expected[0], 1 * 0.5 + 0.75 / 3 + 0.5 / 2);
    NEAR(test.variance[0], 1.0 / 4 + 9.0 / 16 * 2 / 9 + 1.0 / 4 / 4);
}

/* The remission times of test_cox.c; R: survdiff(Surv(t, s) ~ g, rho = ...). Log-rank 16.79 also
 * stands in textbooks. */
static void remission(void **state) {
    (void)state;
    static const double weeks[] = {6,  6,  6,  6,  7,  9,  10, 10, 11, 13, 16, 17, 19, 20,
                                   22, 23, 25, 32, 32, 34, 35, 1,  1,  2,  2,  3,  4,  4,
                                   5,  5,  8,  8,  8,  8,  11, 11, 12, 12, 15, 17, 22, 23};
    unsigned char kinds[42], groups[42];
    for (size_t i = 0; i < 42; i++) {
        static const char ended[] = "000101011001110011111";
        kinds[i] = i < 21 && ended[i] == '1' ? FF_KNOWN_AFTER : FF_KNOWN_AT;
        groups[i] = i >= 21;
    }
    ff_rank_data data = {
        .rows = {.count = 42, .times = weeks, .kinds = kinds}, .groups = groups, .group_count = 2};
    ff_rank_test test = test_of(&data);
    NEAR(test.chi_square, 16.792940989217);
    NEAR(test.expected[0], 19.250500948031);
    NEAR(test.expected[1], 10.749499051969);
    NEAR(test.variance[0], 6.256960573675);
    data.rho = 1;
    test = test_of(&data);
    NEAR(test.chi_square, 14.457150818717);
    NEAR(test.observed[0], 5.121514639506);
    NEAR(test.observed[1], 14.552851692068);
    NEAR(test.expected[0], 11.998559677078);
    NEAR(test.variance[0], 3.271304909371);
}

static const double sixteen_times[] = {12, 20, 20, 15, 30, 8, 12, 30,
                                       25, 20, 12, 25, 30, 8, 12, 22};
static const unsigned char sixteen_kinds[] = {1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1};
static const double two_strata[] = {1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2};

/* R: survdiff(Surv(t, s) ~ g + strata(z)), and survdiff(Surv(t, s) ~ g, rho = 1). */
static void three_groups(void **state) {
    (void)state;
    static const unsigned char groups[] = {0, 0, 1, 1, 2, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
    static const double variance[] = {1.161093482754569,  -0.525189899928321, -0.635903582826248,
                                      -0.525189899928321, 0.952809619162391,  -0.427619719234070,
                                      -0.635903582826248, -0.427619719234070, 1.063523302060318};
    ff_rank_data data = {
        .rows = {.count = 16, .times = sixteen_times, .kinds = sixteen_kinds, .strata = two_strata},
        .groups = groups,
        .group_count = 3};
    ff_rank_test test = test_of(&data);
    assert_int_equal(test.degrees, 2);
    NEAR(test.chi_square, 0.611177828667675);
    NEAR(test.observed[0], 5);
    NEAR(test.expected[0], 4.32738095238095);
    NEAR(test.expected[2], 3.79761904761905);
    NEAR(test.variance[1], -0.674638605442177);
    data.rows.strata = NULL;
    data.rho = 1;
    test = test_of(&data);
    NEAR(test.chi_square, 0.38246143888789);
    NEAR(test.observed[1], 1.67410714285714);
    NEAR(test.expected[1], 1.92088293650794);
    for (size_t i = 0; i < 9; i++) {
        NEAR(test.variance[i], variance[i]);
    }
}

/* Groups that are never at risk together: two pairs in two strata are two comparisons of one degree
 * each, and a group alone in its stratum is none. */
static void groups_apart(void **state) {
    (void)state;
    static const unsigned char pairs[] = {0, 1, 0, 1, 0, 1, 0, 1, 2, 3, 2, 3, 2, 3, 2, 3};
    static const unsigned char alone[] = {0, 1, 0, 1, 0, 1, 0, 1, 2, 2, 2, 2, 2, 2, 2, 2};
    ff_rank_data data = {.rows = {.count = 8, .times = sixteen_times, .kinds = sixteen_kinds},
                         .groups = pairs,
                         .group_count = 2};
    ff_rank_test first = test_of(&data);
    data.rows.times += 8;
    data.rows.kinds += 8;
    ff_rank_test second = test_of(&data);
    data.rows = (ff_timed_rows){16, sixteen_times, sixteen_kinds, two_strata};
    data.group_count = 4;
    ff_rank_test both = test_of(&data);
    assert_int_equal(both.degrees, 2);
    NEAR(both.chi_square, first.chi_square + second.chi_square);
    data.groups = alone;
    data.group_count = 3;
    both = test_of(&data);
    assert_int_equal(both.degrees, 1);
    NEAR(both.chi_square, first.chi_square);
    NEAR(both.observed[2], both.expected[2]);
}

static void nothing_to_compare(void **state) {
    (void)state;
    static const unsigned char one[16], none[16];
    static const unsigned char groups[] = {0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0};
    ff_rank_data data = {.rows = {.count = 16, .times = sixteen_times, .kinds = sixteen_kinds},
                         .groups = one,
                         .group_count = 1};
    assert_int_equal(test_of(&data).degrees, 0);
    assert_int_equal(test_of(&data).rows[0], 16);
    data.groups = groups;
    data.group_count = 2;
    data.rows.kinds = none;
    assert_int_equal(test_of(&data).degrees, 0);
    data.rows.kinds = sixteen_kinds;
    data.rows.count = 1;
    assert_int_equal(test_of(&data).degrees, 0);
    /* It began in one group only, when the other had ended. */
    const double times[] = {1, 2, 3, 4};
    const unsigned char later[] = {0, 0, 1, 1}, apart[] = {0, 0, 1, 1};
    data.rows = (ff_timed_rows){.count = 4, .times = times, .kinds = later};
    data.groups = apart;
    assert_int_equal(test_of(&data).degrees, 0);
    assert_true(isfinite(test_of(&data).p));
}

/* R: qchisq(0.95, df) and pchisq(x, df, lower.tail = FALSE). */
static void chi_square(void **state) {
    (void)state;
    static const struct {
        double x;
        size_t degrees;
        double tail;
    } cases[] = {{3.84145882069412, 1, 0.05},      {5.99146454710798, 2, 0.05},
                 {7.81472790325118, 3, 0.05},      {18.30703805327515, 10, 0.05},
                 {80.23209784876272, 61, 0.05},    {0, 3, 1},
                 {0.001, 1, 9.74772879369960e-01}, {1, 4, 9.09795989568950e-01},
                 {30, 9, 4.38721770979480e-04},    {200, 31, 1.29691678946860e-26},
                 {1000, 2, 7.12457640674129e-218}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double got = ff_chi_square_tail(cases[i].x, cases[i].degrees);
        assert_true(fabs(got / cases[i].tail - 1) < 1e-12);
    }
}

static void memory_runs_out(void **state) {
    (void)state;
    static const unsigned char groups[16];
    ff_rank_data data = {.rows = {.count = 16, .times = sixteen_times, .kinds = sixteen_kinds},
                         .groups = groups,
                         .group_count = 1};
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    ff_rank_test test;
    assert_int_equal(ff_rank_test_of(&arena, &data, &test, NULL), FF_ERR_MEMORY);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ovarian),
        cmocka_unit_test(lung_in_strata),
        cmocka_unit_test(four_rows_by_hand),
        cmocka_unit_test(remission),
        cmocka_unit_test(three_groups),
        cmocka_unit_test(groups_apart),
        cmocka_unit_test(nothing_to_compare),
        cmocka_unit_test(chi_square),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests_name("rank_test", tests, NULL, NULL);
}
