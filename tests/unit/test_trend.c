/* The trend of numbness over runs, against what chance alone brings. */
#include "support.h"

#include "base/random.h"
#include "trial/trend.h"

#include <math.h>

enum { MOST = 20 };

static ff_trial_run at(double minutes) {
    return (ff_trial_run){.known = FF_KNOWN_AT, .low_min = minutes, .length_min = 60, .strength = -1};
}

static void sooner_and_sooner(void **state) {
    (void)state;
    static const double minutes[] = {22, 20, 18, 17, 15, 13};
    ff_trial_run runs[6], turned[6];
    for (int i = 0; i < 6; i++) {
        runs[i] = at(minutes[i]);
        turned[i] = at(minutes[5 - i]);
    }
    assert_true(ff_numbness_worsens(runs, 6));
    assert_false(ff_numbness_worsens(runs, 5)); /* too few to tell */
    assert_false(ff_numbness_worsens(turned, 6));
}

/* First in runs that end without it, then by some time, then from the start. */
static void of_other_kinds(void **state) {
    (void)state;
    ff_trial_run runs[6];
    for (int i = 0; i < 6; i++) {
        runs[i] = at(60);
        runs[i].known = i < 3 ? FF_KNOWN_AFTER : FF_KNOWN_BEFORE;
        runs[i].low_min = i < 3 ? 60 : 20;
    }
    assert_false(ff_numbness_worsens(runs, 6)); /* 9 of 15 pairs: one order in 20 */
    for (int i = 2; i < 4; i++) {
        runs[i] = (ff_trial_run){.known = FF_KNOWN_BETWEEN, .low_min = 30, .high_min = 45, .strength = -1};
    }
    runs[5] = at(2);
    runs[4] = at(5);
    runs[0] = at(70);
    assert_true(ff_numbness_worsens(runs, 6));
}

static void stronger_and_stronger(void **state) {
    (void)state;
    ff_trial_run runs[8];
    for (int i = 0; i < 8; i++) {
        runs[i] = at(20);
        runs[i].strength = 2 + i;
    }
    assert_true(ff_numbness_worsens(runs, 8));
    for (int i = 0; i < 8; i++) {
        runs[i].strength = i % 2 == 0 ? -1 : 2 + i; /* of half of them nothing is said */
    }
    assert_false(ff_numbness_worsens(runs, 8));
}

/* By chance in about 25 of 1,000 each; two looks here, so at most 50, and 5 standard errors of 2,000 trials. */
static void seldom_by_chance(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 3);
    int alarms = 0;
    for (int trial = 0; trial < 2000; trial++) {
        ff_trial_run runs[MOST];
        for (int i = 0; i < MOST; i++) {
            runs[i] = at(25 * exp(0.35 * ff_random_normal(&random)));
            runs[i].strength = floor(11 * ff_random_unit(&random));
        }
        alarms += ff_numbness_worsens(runs, MOST);
    }
    assert_in_range(alarms, 20, 150);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sooner_and_sooner),
        cmocka_unit_test(of_other_kinds),
        cmocka_unit_test(stronger_and_stronger),
        cmocka_unit_test(seldom_by_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
