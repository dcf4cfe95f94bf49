/* In short runs or long ones, and sooner or later over the weeks: made-up histories, and the chance
 * of an order against a count of all orders. */
#include "support.h"

#include "base/random.h"
#include "measure/timing.h"

#include <math.h>
#include <stdlib.h>

#define DAY_S INT64_C(86400)
#define MOST  100

typedef struct {
    ff_arena arena;
    ff_run run[MOST];
    ff_onset onset[MOST];
    ff_logged_run logged[MOST];
    size_t count;
    ff_timing t;
} logbook;

static const char *const change[] = {"lacing"};

static void open_book(logbook *l) {
    *l = (logbook){0};
    ff_arena_init(&l->arena, NULL);
}

/* An hour's run, each a week after the last. */
static size_t add(logbook *l, ff_onset_kind kind, double from_min, double to_min) {
    size_t i = l->count++;
    assert_true(i < MOST);
    ff_run_init(&l->run[i]);
    l->run[i].start_s = 1700000000 + (int64_t)i * 7 * DAY_S;
    l->run[i].figures.duration_s = 3600;
    l->onset[i] = (ff_onset){.kind = kind, .from_s = 60 * from_min, .to_s = 60 * to_min};
    l->logged[i] = (ff_logged_run){.run = &l->run[i], .onset = &l->onset[i]};
    return i;
}

static void exact(logbook *l, double minute) {
    add(l, FF_ONSET_EXACT, minute, minute);
}

static const ff_timing *work_out(logbook *l) {
    assert_int_equal(
        ff_timing_of(&l->arena, &(ff_logged_run_list){l->logged, l->count}, &l->t, NULL), FF_OK);
    return &l->t;
}

static void assert_near(double value, double wanted, double tolerance) {
    if (!(fabs(value - wanted) <= tolerance)) {
        fail_msg("%.9g, not %.9g", value, wanted);
    }
}

/* ---- by the length of the run ---- */

static void lengths(void **state) {
    (void)state;
    static const double minutes[] = {5, 29.99, 30, 59.99, 60, 200, NAN};
    logbook l;
    open_book(&l);
    for (size_t i = 0; i < 7; i++) {
        size_t at = add(&l, i % 2 == 0 ? FF_ONSET_SOMETIME : FF_ONSET_NONE, NAN, NAN);
        l.run[at].figures.duration_s = 60 * minutes[i];
    }
    l.run[0].figures.duration_s = NAN; /* by the time from start to end, then */
    l.run[0].figures.elapsed_s = 300;
    l.logged[add(&l, FF_ONSET_NONE, NAN, NAN)].onset = NULL;
    const ff_timing *t = work_out(&l);
    for (size_t i = 0; i < FF_LENGTHS; i++) {
        assert_int_equal(t->said[i], 2);
        assert_int_equal(t->numb[i], 1);
    }
    ff_arena_free(&l.arena);
}

/* ---- sooner or later ---- */

static void comes_later_by_hand(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    for (int i = 0; i < 10; i++) {
        exact(&l, 10 + 2 * i);
    }
    const ff_timing *t = work_out(&l);
    assert_int_equal(t->runs, 10);
    assert_true(t->later);
    assert_near(t->minutes_a_week, 2, 1e-9);
    assert_near(t->weeks, 9, 1e-9);
    /* 45 pairs; variance 10 * 9 * 25 / 18 = 125; (45 - 1) / sqrt(125) = 3.935. */
    assert_near(t->p, 8.3e-5, 0.1e-5);
    for (int i = 0; i < 10; i++) {
        l.onset[i].from_s = l.onset[i].to_s = 60 * (40 - 2 * i);
    }
    t = work_out(&l);
    assert_false(t->later);
    assert_near(t->minutes_a_week, -2, 1e-9);
    assert_near(t->p, 8.3e-5, 0.1e-5);
    ff_arena_free(&l.arena);
}

static void too_few_tell_nothing(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    const ff_timing *t = work_out(&l);
    assert_true(t->runs == 0 && isnan(t->p) && isnan(t->weeks) && isnan(t->minutes_a_week));
    for (int i = 0; i < FF_TIMING_LEAST - 1; i++) {
        exact(&l, 10 + i);
    }
    t = work_out(&l);
    assert_true(t->runs == FF_TIMING_LEAST - 1 && isnan(t->p) && isnan(t->minutes_a_week));
    exact(&l, 40);
    assert_true(work_out(&l)->p < 0.05);
    ff_arena_free(&l.arena);
}

static void what_does_not_count(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    for (int i = 0; i < 8; i++) {
        exact(&l, 10 + i);
    }
    double p = work_out(&l)->p;
    add(&l, FF_ONSET_SOMETIME, NAN, NAN); /* nobody knows when */
    add(&l, FF_ONSET_EXACT, NAN, NAN);    /* no time */
    add(&l, FF_ONSET_INTERVAL, 3, NAN);   /* half of one */
    l.logged[add(&l, FF_ONSET_EXACT, 1, 1)].onset = NULL;
    size_t changed = add(&l, FF_ONSET_EXACT, 1, 1);
    l.logged[changed].changes = change;
    l.logged[changed].change_count = 1;
    size_t unknown = add(&l, FF_ONSET_NONE, NAN, NAN); /* of a length nobody knows */
    l.run[unknown].figures.duration_s = NAN;
    const ff_timing *t = work_out(&l);
    assert_int_equal(t->runs, 8);
    assert_near(t->p, p, 1e-12);
    ff_arena_free(&l.arena);
}

/* What is known only in part is told apart only where it does not overlap. */
static void known_in_part(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    for (int i = 0; i < 8; i++) {
        add(&l, FF_ONSET_INTERVAL, 10 + i, 30 + i); /* all overlap */
    }
    const ff_timing *t = work_out(&l);
    assert_near(t->p, 1, 1e-9);
    assert_near(t->minutes_a_week, 1, 1e-9);
    for (int i = 0; i < 8; i++) {
        l.onset[i] = (ff_onset){
            .kind = i < 4 ? FF_ONSET_AT_START : FF_ONSET_NONE, .from_s = NAN, .to_s = NAN};
    }
    t = work_out(&l); /* 16 of 28 pairs, all later: (16 - 1) / sqrt(8 * 7 * 21 / 18) = 1.856 */
    assert_true(t->later);
    assert_near(t->p, 0.0635, 0.0005);
    assert_near(t->minutes_a_week, 0, 1e-9); /* of the onsets, which all were at the start */
    for (int i = 0; i < 8; i++) {
        l.onset[i].kind = FF_ONSET_NONE; /* free of it in all: no order, no slope */
    }
    t = work_out(&l);
    assert_true(isnan(t->p));
    assert_true(isnan(t->minutes_a_week));
    ff_arena_free(&l.arena);
}

static void the_most_recent_count(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    for (int i = 0; i < 30; i++) {
        exact(&l, 55 - i); /* sooner, long ago */
    }
    for (int i = 0; i < FF_TIMING_RUNS; i++) {
        exact(&l, 10 + 0.5 * i);
    }
    const ff_timing *t = work_out(&l);
    assert_int_equal(t->runs, FF_TIMING_RUNS);
    assert_true(t->later);
    assert_near(t->minutes_a_week, 0.5, 1e-9);
    ff_arena_free(&l.arena);
}

/* All at one second: no week lies between, and no slope. */
static void all_at_once(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    for (int i = 0; i < 10; i++) {
        exact(&l, 10 + i);
        l.run[i].start_s = 1700000000;
    }
    const ff_timing *t = work_out(&l);
    assert_true(isnan(t->minutes_a_week));
    assert_near(t->weeks, 0, 1e-12);
    ff_arena_free(&l.arena);
}

/* ---- the chance, against a count of all orders ---- */

/* ways[k]: orders of n in which k pairs stand the wrong way round. */
static void count_orders(int n, double *ways, int pairs) {
    for (int k = 0; k <= pairs; k++) {
        ways[k] = k == 0;
    }
    for (int size = 2; size <= n; size++) {
        double next[MOST * MOST / 2] = {0};
        for (int k = 0; k <= pairs; k++) {
            for (int shift = 0; shift < size && k + shift <= pairs; shift++) {
                next[k + shift] += ways[k];
            }
        }
        for (int k = 0; k <= pairs; k++) {
            ways[k] = next[k];
        }
    }
}

static double share_as_clear(int n, int sum) {
    double ways[MOST * MOST / 2], all = 0, clear = 0;
    int pairs = n * (n - 1) / 2;
    count_orders(n, ways, pairs);
    for (int k = 0; k <= pairs; k++) {
        all += ways[k];
        clear += abs(pairs - 2 * k) >= abs(sum) ? ways[k] : 0;
    }
    return clear / all;
}

static void chance_is_that_of_all_orders(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 3);
    for (int round = 0; round < 200; round++) {
        logbook l;
        open_book(&l);
        int n = 8 + (int)ff_random_below(&random, 18), sum = 0;
        double drift = ff_random_unit(&random) - 0.5;
        for (int i = 0; i < n; i++) {
            exact(&l, 30 + drift * i + 4 * ff_random_unit(&random));
            for (int k = 0; k < i; k++) {
                sum += l.onset[i].from_s > l.onset[k].from_s ? 1 : -1;
            }
        }
        const ff_timing *t = work_out(&l);
        double p = share_as_clear(n, sum);
        assert_near(t->p, p, p < 0.1 ? 0.005 : 0.02); /* a normal curve for a staircase */
        assert_true(sum == 0 || t->later == (sum > 0));
        ff_arena_free(&l.arena);
    }
}

static void memory_runs_out(void **state) {
    (void)state;
    logbook l;
    open_book(&l);
    exact(&l, 10);
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    assert_int_equal(ff_timing_of(&arena, &(ff_logged_run_list){l.logged, l.count}, &l.t, NULL),
                     FF_ERR_MEMORY);
    ff_arena_free(&arena);
    ff_arena_free(&l.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths),
        cmocka_unit_test(comes_later_by_hand),
        cmocka_unit_test(too_few_tell_nothing),
        cmocka_unit_test(what_does_not_count),
        cmocka_unit_test(known_in_part),
        cmocka_unit_test(the_most_recent_count),
        cmocka_unit_test(all_at_once),
        cmocka_unit_test(chance_is_that_of_all_orders),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
