/* The choice of the next run, and what a trial can find. */
#include "support.h"

#include "trial/next_run.h"
#include "trial/plan.h"

#include <math.h>
#include <string.h>

/* Outlooks of spread 1 for one arm beside the usual, of which all say the same. */
static ff_next_run_question question(ff_outlook *outlooks, const double *means, size_t count) {
    for (size_t h = 0; h < count; h++) {
        outlooks[h] = (ff_outlook){.weight = 1, .mean = {0, means[h]}, .spread = {1, 1}};
    }
    return (ff_next_run_question){
        .outlooks = outlooks, .outlook_count = count, .arm_count = 2, .log_minutes = 50};
}

/* By quadrature over 400,000 points, in Python. */
static void information(void **state) {
    (void)state;
    ff_outlook outlooks[3];
    const double two[] = {0, 1}, three[] = {0, 2, 3};
    ff_next_run_question q = question(outlooks, two, 2);
    assert_true(fabs(ff_expected_information(&q, 1) - 0.16074722) < 1e-4);
    assert_true(fabs(ff_expected_information(&q, 0)) < 1e-9); /* all expect the same of it */
    assert_true(fabs(ff_expected_information_of(&q, 1, exp(0.5)) - 0.13463457) < 2e-3);
    q = question(outlooks, three, 3);
    outlooks[0].weight = 2;
    outlooks[1].weight = 5;
    outlooks[2].weight = 3;
    assert_true(fabs(ff_expected_information(&q, 1) - 0.51091100) < 1e-4);
}

/* A longer run tells more; one too short for any onset tells nothing. */
static void longer_tells_more(void **state) {
    (void)state;
    ff_outlook outlooks[2];
    const double two[] = {3, 3.5};
    ff_next_run_question q = question(outlooks, two, 2);
    double last = -1;
    for (double minutes = 1; minutes < 400; minutes *= 2) {
        double bits = ff_expected_information_of(&q, 1, minutes);
        assert_true(bits >= last - 1e-4);
        last = bits;
    }
    assert_true(ff_expected_information_of(&q, 1, 0.05) < 1e-3);
    q.log_minutes = log(40);
    q.log_minutes_sd = 0.3;
    double mixed = ff_expected_information(&q, 1);
    assert_true(mixed > ff_expected_information_of(&q, 1, 10) && mixed < last);
}

static ff_next_run choose(const ff_next_run_question *q) {
    ff_next_run next;
    assert_int_equal(ff_choose_next_run(q, &next, NULL), FF_OK);
    return next;
}

/* Two arms that tell the same are drawn about equally often, never one of them three times running; the
 * same seed gives the same. */
static void by_lot(void **state) {
    (void)state;
    ff_outlook outlooks[2] = {{.weight = 1, .mean = {3, 3}, .spread = {1, 1}},
                              {.weight = 1, .mean = {4, 4}, .spread = {1, 1}}};
    int before[200];
    size_t usual = 0;
    ff_next_run_question q = {.outlooks = outlooks, .outlook_count = 2, .arm_count = 2,
                              .log_minutes = 50, .before = before, .seed = 5};
    for (size_t n = 0; n < 200; n++) {
        q.before_count = q.number = n;
        ff_next_run next = choose(&q);
        assert_true(next.arm == choose(&q).arm);
        assert_true(next.lot == (n >= 2 && before[n - 1] == before[n - 2] ? UINT32_C(2) >> before[n - 1] : 3));
        assert_true(n < 2 || before[n - 1] != before[n - 2] || (int)next.arm != before[n - 1]);
        before[n] = (int)next.arm;
        usual += next.arm == FF_ARM_USUAL;
    }
    assert_in_range(usual, 75, 125);
    size_t same = 0;
    for (size_t n = 0; n < 200; n++) {
        q.before_count = 0;
        q.number = n;
        q.seed = 6;
        same += (int)choose(&q).arm == before[n];
    }
    assert_in_range(same, 60, 140); /* another seed, another order */
}

/* What tells nothing is not run while something else may be. */
static void most_telling(void **state) {
    (void)state;
    ff_outlook outlooks[2] = {{.weight = 1, .mean = {3, 3, 3}, .spread = {1, 1, 1}},
                              {.weight = 1, .mean = {3, 3, 5}, .spread = {1, 1, 1}}};
    const int twice[] = {2, 2};
    ff_next_run_question q = {.outlooks = outlooks, .outlook_count = 2, .arm_count = 3,
                              .log_minutes = 50};
    for (size_t n = 0; n < 50; n++) {
        q.number = n;
        ff_next_run next = choose(&q);
        assert_int_equal(next.arm, 2);
        assert_int_equal(next.reason, FF_NEXT_TELLS_MOST);
    }
    q.before = twice;
    q.before_count = 2;
    ff_next_run next = choose(&q);
    assert_int_not_equal(next.arm, 2);
    assert_int_equal(next.reason, FF_NEXT_NOT_THRICE);
}

/* Once a change leads, it and the usual come in pairs. */
static void pairs(void **state) {
    (void)state;
    ff_outlook outlooks[1] = {{.weight = 1, .mean = {3, 3.5, 3}, .spread = {1, 1, 1}}};
    int before[100];
    size_t usual_first = 0;
    ff_next_run_question q = {.outlooks = outlooks, .outlook_count = 1, .arm_count = 3,
                              .helps = {0, 0.9, 0.3}, .log_minutes = 50, .before = before};
    for (size_t n = 0; n < 100; n++) {
        q.before_count = q.number = n;
        ff_next_run next = choose(&q);
        assert_int_equal(next.leader, 1);
        assert_in_range(next.arm, 0, 1);
        bool first = n % 2 == 0, twice = n >= 2 && before[n - 1] == before[n - 2];
        assert_true(first && !twice ? next.lot == 3 : next.lot == UINT32_C(1) << next.arm);
        assert_int_equal(next.reason, first ? FF_NEXT_PAIR : FF_NEXT_PAIR_SECOND);
        before[n] = (int)next.arm;
        usual_first += n % 2 == 0 && next.arm == FF_ARM_USUAL;
        assert_true(n % 2 == 0 || before[n] != before[n - 1]);
    }
    assert_in_range(usual_first, 15, 35);
}

static void comfort(void **state) {
    (void)state;
    ff_outlook outlooks[1] = {{.weight = 1, .mean = {3, 3.5}, .spread = {1, 1},
                               .effect = {0, 0.4}, .effect_sd = {0, 0.4}}};
    size_t better = 0;
    ff_next_run_question q = {.outlooks = outlooks, .outlook_count = 1, .arm_count = 2,
                              .log_minutes = 50, .policy = FF_TRIAL_COMFORT};
    for (size_t n = 0; n < 400; n++) {
        q.number = n;
        ff_next_run next = choose(&q);
        better += next.arm == 1;
        assert_int_equal(next.reason, FF_NEXT_COMFORT);
    }
    assert_in_range(better, 310, 363); /* as often as it is likely to help: 84 in 100 */
}

/* What does harm is run under no policy, however much it would tell, and does not lead. */
static void barred(void **state) {
    (void)state;
    ff_outlook outlooks[2] = {{.weight = 1, .mean = {3, 3.2, 1}, .spread = {1, 1, 1},
                               .effect = {0, 0.2, 2}, .effect_sd = {0, 0.2, 0.2}},
                              {.weight = 1, .mean = {3, 3, 5}, .spread = {1, 1, 1},
                               .effect = {0, 0, 2}, .effect_sd = {0, 0.2, 0.2}}};
    const int twice[] = {1, 1};
    ff_next_run_question q = {.outlooks = outlooks, .outlook_count = 2, .arm_count = 3,
                              .helps = {0, 0.3, 0.9}, .barred = {false, false, true}, .log_minutes = 50,
                              .before = twice};
    for (q.number = 0; q.number < 100; q.number++) {
        q.policy = q.number % 2 == 0 ? FF_TRIAL_INFORMATION : FF_TRIAL_COMFORT;
        q.before_count = q.number % 3 == 0 ? 2 : 0;
        ff_next_run next = choose(&q);
        assert_int_not_equal(next.arm, 2);
        assert_int_equal(next.leader, FF_ARM_USUAL);
        assert_int_equal(next.lot & 4, 0);
    }
    const int usual[] = {FF_ARM_USUAL, FF_ARM_USUAL};
    q.barred[1] = true;
    q.before = usual;
    q.before_count = 2;
    ff_next_run next = choose(&q);
    assert_int_equal(next.arm, FF_ARM_USUAL);
    assert_int_equal(next.reason, FF_NEXT_ONLY_USUAL);
    assert_int_equal(next.lot, 0);
}

static void nothing_to_choose_from(void **state) {
    (void)state;
    ff_next_run next;
    ff_outlook none = {.weight = 0};
    ff_next_run_question q = {.arm_count = 2};
    assert_int_equal(ff_choose_next_run(&q, &next, NULL), FF_ERR_VALUE);
    q.outlooks = &none;
    q.outlook_count = 1;
    assert_int_equal(ff_choose_next_run(&q, &next, NULL), FF_ERR_VALUE);
    none.weight = 1;
    q.arm_count = FF_MOST_ARMS + 1;
    assert_int_equal(ff_choose_next_run(&q, &next, NULL), FF_ERR_VALUE);
}

/* The table of simulated trials, which the formula keeps to within three runs up to 30 % censored. */
static void runs_needed(void **state) {
    (void)state;
    static const struct {
        double sigma, censored, ratio, runs;
    } simulated[] = {{0.20, 0, 1.3, 19}, {0.20, 0, 1.5, 9},    {0.20, 0.3, 1.3, 23},
                     {0.35, 0, 1.3, 49}, {0.35, 0, 1.5, 24},   {0.35, 0, 1.7, 15},
                     {0.35, 0.3, 1.3, 54}, {0.35, 0.3, 1.7, 16}, {0.50, 0, 1.5, 42},
                     {0.50, 0, 1.7, 26}, {0.50, 0, 2.0, 17},   {0.50, 0.3, 1.7, 28}};
    for (size_t i = 0; i < sizeof simulated / sizeof *simulated; i++) {
        ff_trial_plan plan = {.sigma = simulated[i].sigma, .censored = simulated[i].censored,
                              .candidates = 1};
        double runs = ff_trial_runs_for(&plan, simulated[i].ratio);
        assert_true(fabs(runs - simulated[i].runs) <= 6 || runs < 9);
        if (runs > 8) {
            assert_true(fabs(ff_trial_ratio_within(&plan, runs) - simulated[i].ratio) < 1e-9);
        }
        plan.candidates = 4;
        assert_true(fabs(ff_trial_runs_for(&plan, simulated[i].ratio) / runs - 1.5) < 1e-9);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(information), cmocka_unit_test(longer_tells_more),
        cmocka_unit_test(by_lot),      cmocka_unit_test(most_telling),
        cmocka_unit_test(pairs),       cmocka_unit_test(comfort),
        cmocka_unit_test(barred),
        cmocka_unit_test(nothing_to_choose_from), cmocka_unit_test(runs_needed),
    };
    return cmocka_run_group_tests_name("next_run", tests, NULL, NULL);
}
