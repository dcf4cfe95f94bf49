/* Overstriding as a probability, against runners drawn from what is stated of them: nothing here
 * knows how the chance is worked out. */
#include "support.h"

#include "base/random.h"
#include "measure/form.h"
#include "measure/gait.h"
#include "measure/overstride.h"

#include <math.h>

/* What is stated, in numbers of its own: cadence 162 + 10.4 (v - 3) +- 8; duty factor such that
 * contact is usual at the usual cadence, +- 6.1 %; contact by a watch +- 21.7 ms; heel +- 1.2 cm by
 * true contact. */
typedef struct {
    double cadence_over; /* steps/min */
    double heel_over;    /* cm, true */
    double told_over;    /* cm, by the contact that the watch tells */
} runner;

static double stated_stance(double v) {
    return 259 - 40 * (v - 3) + 4 * (v - 3) * (v - 3);
}

static runner draw(ff_random *random, double v) {
    double usual = 162 + 10.4 * (v - 3), stance = stated_stance(v);
    double cadence = usual + 8 * ff_random_normal(random);
    double duty = stance * usual / 120000 * (1 + 0.061 * ff_random_normal(random));
    double contact = duty * 120000 / cadence;
    double told = contact + 21.7 * ff_random_normal(random);
    double heel = v * (contact - stance) / 10 + 1.2 * ff_random_normal(random);
    return (runner){cadence - usual, heel, v * (told - stance) / 10};
}

static ff_form judge(double v, double cadence_over, double heel_over) {
    ff_form form = {0};
    ff_overstride_of(
        &(ff_stride){.speed_mps = v, .cadence_over = cadence_over, .heel_over_cm = heel_over},
        &form);
    return form;
}

static double limit_over(double v) {
    double usual_heel = v * stated_stance(v) / 10 - (21 + 4.8 * v) - 26.6;
    return judge(v, 0, NAN).limit_cm - usual_heel;
}

static void assert_share(double share, double wanted, double n, double slack) {
    double error = sqrt(fmax(wanted * (1 - wanted), 1e-4) / n);
    if (!(fabs(share - wanted) <= 4 * error + slack)) {
        fail_msg("%.4f of %.0f, not %.4f", share, n, wanted);
    }
}

/* ---- who is beyond the limit ---- */

static void one_in_six_is_beyond(void **state) {
    (void)state;
    static const double speeds[] = {2, 3, 4, 5};
    for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++) {
        ff_random random;
        ff_random_init(&random, 1 + i);
        double limit = limit_over(speeds[i]), beyond = 0, n = 200000;
        for (int k = 0; k < (int)n; k++) {
            beyond += draw(&random, speeds[i]).heel_over > limit;
        }
        assert_share(beyond / n, 0.1587, n,
                     0.006); /* contact is not quite normal: one over cadence */
    }
}

/* Also of the tall, who take 9 steps fewer at 20 cm above the mean, and of the small. */
static void one_in_six_of_any_height(void **state) {
    (void)state;
    static const double shifts[] = {-9, 9};
    for (size_t i = 0; i < 2; i++) {
        ff_form form = {0};
        ff_overstride_of(
            &(ff_stride){.speed_mps = 3, .usual_shift = shifts[i], .heel_over_cm = NAN}, &form);
        double limit = form.limit_cm - (77.7 - 35.4 - 26.6), beyond = 0, n = 200000;
        ff_random random;
        ff_random_init(&random, 51 + i);
        for (int k = 0; k < (int)n; k++) {
            double cadence = 162 + shifts[i] + 8 * ff_random_normal(&random);
            double contact = 259 * 162 / cadence * (1 + 0.061 * ff_random_normal(&random));
            beyond += 3 * (contact - 259) / 10 + 1.2 * ff_random_normal(&random) > limit;
        }
        assert_share(beyond / n, 0.1587, n, 0.006);
    }
}

/* ---- of runners like this one, how many overstride ---- */

typedef struct {
    double beyond, n;
} share;

static bool alike(const runner *r, double cadence_over, double told_over) {
    return fabs(r->cadence_over - cadence_over) < 1 &&
           (isnan(told_over) || fabs(r->told_over - told_over) < 1);
}

static void chance_is_the_share_of_like_runners(void **state) {
    (void)state;
    static const struct {
        double v, cadence_over, told_over;
    } rows[] = {{3, 0, NAN},  {3, -8, NAN}, {3, 8, NAN},  {3, -14, NAN},
                {3, 0, 8},    {3, 0, -8},   {3, -8, 10},  {3, 8, 0},
                {4, -8, NAN}, {4, -6, 8},   {2.2, 6, -4}, {2.2, -10, NAN}};
    enum { ROWS = sizeof rows / sizeof *rows };
    share shares[ROWS] = {{0}};
    ff_random random;
    ff_random_init(&random, 21);
    static const double speeds[] = {2.2, 3, 4};
    for (size_t s = 0; s < 3; s++) {
        double limit = limit_over(speeds[s]);
        for (int k = 0; k < 400000; k++) {
            runner r = draw(&random, speeds[s]);
            for (size_t i = 0; i < ROWS; i++) {
                if (rows[i].v == speeds[s] && alike(&r, rows[i].cadence_over, rows[i].told_over)) {
                    shares[i].n++;
                    shares[i].beyond += r.heel_over > limit;
                }
            }
        }
    }
    for (size_t i = 0; i < ROWS; i++) {
        ff_form form = judge(rows[i].v, rows[i].cadence_over, rows[i].told_over);
        assert_true(shares[i].n > 500);
        assert_share(shares[i].beyond / shares[i].n, form.p, shares[i].n, 0.01);
    }
}

/* ---- calibration: of those told x, a share x do ---- */

static void chances_keep_what_they_promise(void **state) {
    (void)state;
    for (int with_contact = 0; with_contact < 2; with_contact++) {
        ff_random random;
        ff_random_init(&random, 31);
        double limit = limit_over(3), promised[10] = {0};
        share shares[10] = {{0}};
        for (int k = 0; k < 200000; k++) {
            runner r = draw(&random, 3);
            double p = judge(3, r.cadence_over, with_contact ? r.told_over : NAN).p;
            size_t bin = p >= 1 ? 9 : (size_t)(10 * p);
            promised[bin] += p;
            shares[bin].n++;
            shares[bin].beyond += r.heel_over > limit;
        }
        for (size_t bin = 0; bin < 10; bin++) {
            if (shares[bin].n > 200) {
                double n = shares[bin].n;
                assert_share(shares[bin].beyond / n, promised[bin] / n, n, 0.01);
            }
        }
    }
}

/* Of those called likely most do, of those called unlikely few; and contact tells more than none.
 */
static void words_keep_what_they_promise(void **state) {
    (void)state;
    ff_random random;
    ff_random_init(&random, 41);
    double limit = limit_over(3);
    share said[4] = {{0}}, by_rate[4] = {{0}};
    for (int k = 0; k < 200000; k++) {
        runner r = draw(&random, 3);
        ff_overstride with = judge(3, r.cadence_over, r.told_over).overstride;
        ff_overstride without = judge(3, r.cadence_over, NAN).overstride;
        said[with].n++;
        said[with].beyond += r.heel_over > limit;
        by_rate[without].n++;
        by_rate[without].beyond += r.heel_over > limit;
    }
    assert_true(said[FF_OVERSTRIDE_UNKNOWN].n == 0);
    assert_true(said[FF_OVERSTRIDE_LIKELY].n > 500);
    assert_true(said[FF_OVERSTRIDE_LIKELY].beyond > 0.67 * said[FF_OVERSTRIDE_LIKELY].n);
    assert_true(said[FF_OVERSTRIDE_UNLIKELY].beyond < 0.10 * said[FF_OVERSTRIDE_UNLIKELY].n);
    assert_true(said[FF_OVERSTRIDE_UNCLEAR].n > 20000);
    double few = by_rate[FF_OVERSTRIDE_UNLIKELY].n;
    assert_true(few == 0 || by_rate[FF_OVERSTRIDE_UNLIKELY].beyond < 0.10 * few);
}

/* ---- what must hold whatever the numbers ---- */

static void ranges_hold_the_chance(void **state) {
    (void)state;
    for (int i = 0; i <= 10; i++) {
        double v = FF_GAIT_SLOWEST_MPS + 0.4 * i, before = 2;
        for (int over = -50; over <= 60; over += 5) {
            for (int heel = -25; heel <= 35; heel += 5) {
                ff_form f = judge(v, over, heel > 30 ? (double)NAN : (double)heel);
                assert_true(f.p >= 0 && f.p <= 1 && f.p_low >= 0 && f.p_high <= 1);
                assert_true(f.p_low <= f.p && f.p <= f.p_high);
                assert_true(f.heel_sd_cm > FF_HEEL_SD_CM && f.heel_sd_cm < 10);
                assert_true(f.overstride != FF_OVERSTRIDE_UNKNOWN);
                assert_true(f.overstride != FF_OVERSTRIDE_LIKELY || f.p_low >= 0.5);
                assert_true(f.overstride != FF_OVERSTRIDE_UNLIKELY || f.p_high < 0.5);
            }
            double p = judge(v, over, NAN).p;
            assert_true(p <= before); /* more steps, less of it */
            before = p;
        }
    }
}

/* Two devices on one run, 26 ms below and 57 ms above the truth, step rate alike: the ranges meet,
 * and they are never sure of the contrary. */
static void two_devices_on_one_run(void **state) {
    (void)state;
    for (int over = -20; over <= 20; over += 2) {
        for (int heel = -10; heel <= 10; heel += 2) {
            ff_form a = judge(3, over, heel - 7.8), b = judge(3, over, heel + 17.1);
            assert_true(a.p_low <= b.p_high && b.p_low <= a.p_high);
            assert_false(a.overstride == FF_OVERSTRIDE_UNLIKELY &&
                         b.overstride == FF_OVERSTRIDE_LIKELY);
        }
    }
}

static void nobody_is_judged_by_180(void **state) {
    (void)state;
    /* 163 steps at 3 m/s are usual: never likely, though far below 180. */
    assert_true(judge(3, 1, NAN).overstride != FF_OVERSTRIDE_LIKELY);
    assert_true(judge(3, 1, NAN).p < 0.2);
    /* 145 steps and a heel that lands far ahead. */
    ff_form far = judge(3, -17, 15);
    assert_int_equal(far.overstride, FF_OVERSTRIDE_LIKELY);
    /* 178 steps and a heel below the pelvis. */
    assert_int_equal(judge(3, 16, -8).overstride, FF_OVERSTRIDE_UNLIKELY);
}

static void nothing_known_is_no_number(void **state) {
    (void)state;
    ff_form form = judge(NAN, NAN, NAN);
    assert_true(isnan(form.heel_cm) && isnan(form.p) && isnan(form.limit_cm));
    assert_true(form.overstride == FF_OVERSTRIDE_UNCLEAR);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_in_six_is_beyond),
        cmocka_unit_test(one_in_six_of_any_height),
        cmocka_unit_test(chance_is_the_share_of_like_runners),
        cmocka_unit_test(chances_keep_what_they_promise),
        cmocka_unit_test(words_keep_what_they_promise),
        cmocka_unit_test(ranges_hold_the_chance),
        cmocka_unit_test(two_devices_on_one_run),
        cmocka_unit_test(nobody_is_judged_by_180),
        cmocka_unit_test(nothing_known_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
