/* Turnbull's curve against published data fitted by R, against hand, and against Kaplan-Meier where
 * both apply. */
#include "support.h"

#include "survival_case.h"

#include "trial/kaplan_meier.h"
#include "trial/turnbull.h"

#include <math.h>
#include <stdio.h>

#define NEAR(got, expected, tolerance) assert_true(fabs((got) - (expected)) <= (tolerance))

static ff_turnbull curve(ff_arena *arena, const ff_known_between *rows, size_t count) {
    ff_turnbull t;
    assert_int_equal(ff_turnbull_of(arena, rows, count, &t, NULL), FF_OK);
    assert_true(t.within <= FF_TURNBULL_CLOSE);
    assert_int_equal(t.rows, count);
    double sum = 0;
    for (size_t j = 0; j < t.count; j++) {
        assert_true(t.masses[j].mass >= 0);
        sum += t.masses[j].mass;
    }
    NEAR(sum, 1, 1e-12);
    return t;
}

/* ---- the given material ---- */

static double expected_at(const survival_case *c, const char *group, const char *what, size_t i) {
    char path[128];
    snprintf(path, sizeof path, "expected/%s/%s/%zu", group, what, i);
    return survival_case_number(c, path);
}

static void check_group(survival_case *c, const char *name, double group) {
    const double *left = survival_case_column(c, "left"), *right = survival_case_column(c, "right");
    const double *groups = survival_case_column(c, "group");
    ff_known_between rows[100];
    size_t count = 0;
    for (size_t i = 0; i < c->rows; i++) {
        if (groups[i] == group) {
            rows[count++] = (ff_known_between){left[i], right[i] < 0 ? INFINITY : right[i]};
        }
    }
    char path[128];
    snprintf(path, sizeof path, "expected/%s/n", name);
    assert_true(survival_case_number(c, path) == (double)count);
    ff_turnbull t = curve(&c->arena, rows, count);
    snprintf(path, sizeof path, "expected/%s/loglik", name);
    NEAR(t.log_likelihood, survival_case_number(c, path), 1e-8);
    snprintf(path, sizeof path, "expected/%s/mass", name);
    assert_int_equal(t.count, json_array_size(survival_case_at(c, path)));
    for (size_t j = 0; j < t.count; j++) {
        NEAR(t.masses[j].left, expected_at(c, name, "intervals_l", j), 0);
        NEAR(t.masses[j].right, expected_at(c, name, "intervals_r", j), 0);
        NEAR(t.masses[j].mass, expected_at(c, name, "mass", j), 1e-8);
    }
}

static void cosmesis(void **state) {
    (void)state;
    survival_case c;
    if (!survival_case_read("o12-turnbull-bcos", &c)) {
        skip();
    }
    check_group(&c, "Rad", 1);
    check_group(&c, "RadChem", 2);
    survival_case_free(&c);
}

/* ---- by hand ---- */

/* (0, 2], (1, 3], (2, 4] can all be met in (1, 2] and (2, 3]: half each. A second row (0, 2] makes
 * it two thirds. */
static void three_rows_and_four(void **state) {
    (void)state;
    const ff_known_between rows[] = {{2, 4}, {1, 3}, {0, 2}, {0, 2}};
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_turnbull t = curve(&arena, rows, 3);
    assert_int_equal(t.count, 2);
    NEAR(t.masses[0].left, 1, 0);
    NEAR(t.masses[0].right, 2, 0);
    NEAR(t.masses[1].left, 2, 0);
    NEAR(t.masses[1].right, 3, 0);
    NEAR(t.masses[0].mass, 0.5, 1e-9);
    NEAR(t.log_likelihood, -2 * log(2), 1e-9);
    t = curve(&arena, rows, 4);
    NEAR(t.masses[0].mass, 2.0 / 3, 1e-6);
    NEAR(t.log_likelihood, 2 * log(2.0 / 3) + log(1.0 / 3), 1e-9);
    ff_arena_free(&arena);
}

/* An exact time lies in what ends there, and not in what begins there. */
static void ends_that_meet(void **state) {
    (void)state;
    const ff_known_between within[] = {{2, 2}, {1, 2}}, without[] = {{2, 2}, {2, 4}};
    const ff_known_between never[] = {{20, INFINITY}, {30, INFINITY}}, one[] = {{3, 5}};
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_turnbull t = curve(&arena, within, 2);
    assert_int_equal(t.count, 1);
    NEAR(t.masses[0].left, 2, 0);
    NEAR(t.masses[0].right, 2, 0);
    t = curve(&arena, without, 2);
    assert_int_equal(t.count, 2);
    NEAR(t.masses[0].mass, 0.5, 1e-12);
    t = curve(&arena, never, 2); /* all that is known is that it came later, if at all */
    assert_int_equal(t.count, 1);
    NEAR(t.masses[0].left, 30, 0);
    assert_true(isinf(t.masses[0].right));
    NEAR(t.log_likelihood, 0, 1e-12);
    t = curve(&arena, one, 1);
    assert_int_equal(t.count, 1);
    NEAR(t.masses[0].mass, 1, 1e-12);
    ff_arena_free(&arena);
}

/* Without intervals it is Kaplan-Meier's curve; an end at the time of an onset comes after it. */
static void as_kaplan_meier(void **state) {
    (void)state;
    static const ff_survival_time times[] = {{18, true}, {22, true},  {16.5, true}, {25, true},
                                             {20, true}, {31, true},  {27, false},  {22, false},
                                             {38, true}, {45, false}, {40, false},  {22, true}};
    enum { COUNT = sizeof times / sizeof *times };
    ff_known_between rows[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        rows[i] =
            (ff_known_between){times[i].minutes, times[i].began ? times[i].minutes : INFINITY};
    }
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_turnbull t = curve(&arena, rows, COUNT);
    ff_kaplan_meier km;
    assert_int_equal(ff_kaplan_meier_of_times(&arena, times, COUNT, &km, NULL), FF_OK);
    double still_free = 1;
    size_t j = 0;
    for (size_t i = 0; i < km.row_count; i++) {
        if (km.rows[i].began > 0) {
            NEAR(t.masses[j].left, km.rows[i].minutes, 0);
            still_free -= t.masses[j++].mass;
            NEAR(still_free, km.rows[i].free, 1e-6);
        }
    }
    assert_int_equal(j + 1, t.count); /* and what was not seen */
    ff_arena_free(&arena);
}

static void refused(void **state) {
    (void)state;
    const ff_known_between backwards[] = {{3, 2}}, nothing[] = {{NAN, 2}},
                           never[] = {{INFINITY, INFINITY}}, good[] = {{1, 2}, {2, 3}};
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_turnbull t;
    assert_int_equal(ff_turnbull_of(&arena, backwards, 1, &t, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_turnbull_of(&arena, nothing, 1, &t, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_turnbull_of(&arena, never, 1, &t, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_turnbull_of(&arena, good, 0, &t, NULL), FF_ERR_VALUE);
    ff_arena_free(&arena);
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena_init(&arena, &failing.allocator);
    assert_int_equal(ff_turnbull_of(&arena, good, 2, &t, NULL), FF_ERR_MEMORY);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cosmesis),       cmocka_unit_test(three_rows_and_four),
        cmocka_unit_test(ends_that_meet), cmocka_unit_test(as_kaplan_meier),
        cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests_name("turnbull", tests, NULL, NULL);
}
