/* Like runs: the chance of an order against counting out all orders, and the table by hand. */
#include "support.h"

#include "base/random.h"
#include "measure/like_runs.h"

#include <math.h>
#include <string.h>

static void assert_near(double a, double b, double within) {
    if (!(fabs(a - b) <= within)) {
        fail_msg("%.12g is not %.12g", a, b);
    }
}

static void must(ff_code code) {
    assert_int_equal(code, FF_OK);
}

/* ---- the chance ---- */

/* By going through every draw of every onset. */
static double count_all(const double *const *scores, const size_t *counts, size_t draws,
                        double sum) {
    size_t ways = 1, as_far = 0;
    for (size_t i = 0; i < draws; i++) {
        ways *= counts[i];
    }
    for (size_t way = 0; way < ways; way++) {
        size_t rest = way;
        double drawn = 0;
        for (size_t i = 0; i < draws; i++) {
            drawn += scores[i][rest % counts[i]];
            rest /= counts[i];
        }
        as_far += fabs(drawn) >= fabs(sum) - 1e-9;
    }
    return (double)as_far / (double)ways;
}

static void chance_is_what_counting_gives(void **state) {
    (void)state;
    static const double five[] = {-4, -2, 0, 2, 4}, four[] = {-3, -1, 1, 3}, two[] = {-1, 1};
    static const double tied[] = {-3, -3, -3, 3, 3, 3}, skew[] = {-1, -1, -1, -1, 4};
    const double *const scores[] = {five, four, tied, skew, two};
    const size_t counts[] = {5, 4, 6, 5, 2};
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    for (double sum = -15; sum <= 15; sum++) {
        assert_near(ff_like_chance(&arena, scores, counts, 5, sum),
                    count_all(scores, counts, 5, sum), 1e-12);
    }
    assert_near(ff_like_chance(&arena, scores, counts, 0, 0), 1, 0);
    ff_arena_free(&arena);
}

/* Where there are too many to count out, the normal curve must be close to the shuffled truth. */
static void many_draws_are_near_normal(void **state) {
    (void)state;
    enum { DRAWS = 120, LEAST = 40, SHUFFLES = 20000 };
    static double values[DRAWS][LEAST + DRAWS];
    const double *scores[DRAWS];
    size_t counts[DRAWS];
    for (size_t i = 0; i < DRAWS; i++) {
        counts[i] = LEAST + DRAWS - i;
        for (size_t k = 0; k < counts[i]; k++) {
            values[i][k] = 2 * (double)k - (double)(counts[i] - 1);
        }
        scores[i] = values[i];
    }
    ff_arena arena;
    ff_random random;
    ff_arena_init(&arena, NULL);
    ff_random_init(&random, 7);
    double far = 0, sum = 1400;
    for (int s = 0; s < SHUFFLES; s++) {
        double drawn = 0;
        for (size_t i = 0; i < DRAWS; i++) {
            drawn += values[i][ff_random_below(&random, (uint32_t)counts[i])];
        }
        far += fabs(drawn) >= sum;
    }
    double p = ff_like_chance(&arena, scores, counts, DRAWS, sum);
    double error = sqrt(p * (1 - p) / SHUFFLES);
    assert_true(p > 0.02 && p < 0.2);
    assert_near(p, far / SHUFFLES, 4 * error + 0.002);
    ff_arena_free(&arena);
}

/* ---- the comparison ---- */

static double value_of(const void *data, size_t run, double minute) {
    (void)minute;
    return ((const double *)data)[run];
}

static ff_pattern compare(const ff_like_run *runs, size_t count, const double *values,
                          bool yes_or_no) {
    static ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_exposure exposure = {value_of, values, yes_or_no};
    ff_pattern p = {0};
    double like = ff_like_length(&arena, runs, count);
    must(ff_like_compare(&arena, runs, count, like, &exposure, &p, NULL));
    static int64_t numb[64], quiet[64];
    memcpy(numb, p.numb.items, p.numb.count * sizeof *numb);
    memcpy(quiet, p.quiet.items, p.quiet.count * sizeof *quiet);
    p.numb.items = numb;
    p.quiet.items = quiet;
    ff_arena_free(&arena);
    return p;
}

/* Six runs in one block; by hand. Onsets at 10, 20 and 30 min; quiet for 15, 40 and 50 min. */
static const ff_like_run six[] = {{1, 10, true, true, 0},   {2, 20, true, true, 0},
                                  {3, 30, true, true, 0},   {4, 15, false, false, 0},
                                  {5, 40, false, false, 0}, {6, 50, false, false, 0}};

static void table_by_hand(void **state) {
    (void)state;
    const double values[] = {9, 8, 2, 7, 1, 3};
    ff_pattern p = compare(six, 6, values, false);
    /* By 20 min, half of the onsets: runs 1 and 2 numb; 3, 5 and 6 not; 4 ended before. The middle
     * of 9, 8, 2, 1 and 3 is 3. */
    assert_near(p.cut, 3, 0);
    assert_int_equal(p.more_numb, 2);
    assert_int_equal(p.more_quiet, 0);
    assert_int_equal(p.less_numb, 0);
    assert_int_equal(p.less_quiet, 3);
    assert_int_equal(p.with, 3);
    assert_int_equal(p.without, 2);
    assert_near(p.odds, 2.5 * 3.5 / (0.5 * 0.5), 1e-12);
    double half = 1.6448536269514722 * sqrt(1 / 2.5 + 1 / 0.5 + 1 / 0.5 + 1 / 3.5);
    assert_near(log(p.odds_high / p.odds), half, 1e-12);
    assert_near(log(p.odds / p.odds_low), half, 1e-12);
    assert_int_equal(p.numb.count, 2);
    assert_int_equal(p.numb.items[0], 1);
    assert_int_equal(p.quiet.count, 3);
    assert_int_equal(p.quiet.items[0], 3);
    assert_int_equal(p.state, FF_PATTERN_TOO_FEW);
}

static void order_by_hand(void **state) {
    (void)state;
    const double values[] = {9, 8, 2, 7, 1, 3};
    ff_pattern p = compare(six, 6, values, false);
    /* At 10 min six run: 9 is the greatest, +5. At 20 min 8, 2, 1 and 3 run: +3. At 30 min 2, 1 and
     * 3: 0. Sums of one of -5..5, -3..3 and -2..2 that are 8 or more off 0: 5+3+2, 5+3+0, 5+1+2 and
     * 3+3+2, and the same below: 8 of 72. */
    assert_int_equal(p.onsets, 3);
    assert_true(p.with_more);
    assert_near(p.p, 8.0 / 72, 1e-12);
}

static void other_blocks_are_not_compared(void **state) {
    (void)state;
    ff_like_run apart[6];
    memcpy(apart, six, sizeof apart);
    for (int i = 0; i < 3; i++) {
        apart[i].block = i + 1; /* each onset by itself */
    }
    const double values[] = {9, 8, 2, 7, 1, 3};
    ff_pattern p = compare(apart, 6, values, false);
    assert_int_equal(p.onsets, 0);
    assert_true(isnan(p.p));
}

static void unknown_values_are_left_out(void **state) {
    (void)state;
    const double values[] = {NAN, 8, 2, 7, NAN, 3};
    ff_pattern p = compare(six, 6, values, false);
    assert_int_equal(p.more_numb + p.less_numb, 1);
    assert_int_equal(p.more_quiet + p.less_quiet, 2);
    assert_int_equal(p.onsets, 2); /* the first onset's own is not known */
}

static void a_time_that_is_not_known_is_no_order(void **state) {
    (void)state;
    ff_like_run runs[6];
    memcpy(runs, six, sizeof runs);
    runs[0].timed = false;
    const double values[] = {9, 8, 2, 7, 1, 3};
    ff_pattern p = compare(runs, 6, values, false);
    assert_int_equal(p.onsets, 2);
    assert_int_equal(p.more_numb + p.less_numb, 1); /* by 25 min: the one at 20 */
}

static void same_everywhere(void **state) {
    (void)state;
    ff_like_run runs[12];
    double values[12] = {0};
    for (int i = 0; i < 12; i++) {
        runs[i] =
            i < 6 ? (ff_like_run){i, 20, true, true, 0} : (ff_like_run){i, 60, false, false, 0};
    }
    assert_int_equal(compare(runs, 12, values, true).state, FF_PATTERN_ALIKE);
    values[0] = 1; /* one run is not enough to compare with */
    assert_int_equal(compare(runs, 12, values, true).state, FF_PATTERN_ALIKE);
    for (int i = 0; i < 12; i++) {
        values[i] = NAN;
    }
    assert_int_equal(compare(runs, 12, values, true).state, FF_PATTERN_NOT_RECORDED);
}

static void no_run_and_no_onset(void **state) {
    (void)state;
    const double values[] = {1, 2, 3};
    const ff_like_run quiet[] = {
        {1, 30, false, false, 0}, {2, 40, false, false, 0}, {3, 50, false, false, 0}};
    ff_pattern p = compare(quiet, 3, values, false);
    assert_int_equal(p.state, FF_PATTERN_NOT_RECORDED);
    assert_int_equal(p.onsets, 0);
    p = compare(quiet, 0, values, false);
    assert_int_equal(p.state, FF_PATTERN_NOT_RECORDED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chance_is_what_counting_gives),
        cmocka_unit_test(many_draws_are_near_normal),
        cmocka_unit_test(table_by_hand),
        cmocka_unit_test(order_by_hand),
        cmocka_unit_test(other_blocks_are_not_compared),
        cmocka_unit_test(unknown_values_are_left_out),
        cmocka_unit_test(a_time_that_is_not_known_is_no_order),
        cmocka_unit_test(same_everywhere),
        cmocka_unit_test(no_run_and_no_onset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
