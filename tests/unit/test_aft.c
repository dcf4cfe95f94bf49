/* Maximum likelihood against R's survreg (survival 3.5-3). */
#include "support.h"

#include "survival_case.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static double relative(double got, double expected) {
    return fabs(got - expected) / fmax(1, fabs(expected));
}

static void check_number(const survival_case *c, const char *law, const char *what, const char *name,
                         double got, double tolerance) {
    char path[256];
    snprintf(path, sizeof path, "expected/%s/%s%s%s", law, what, name[0] != '\0' ? "/" : "", name);
    double expected = survival_case_number(c, path);
    if (!(relative(got, expected) <= tolerance)) {
        fail_msg("%s: %.17g, not %.17g", path, got, expected);
    }
}

static void check_law(survival_case *c, ff_law law) {
    const char *name = ff_law_name(law);
    ff_aft_fit fit;
    assert_int_equal(ff_aft_fit_of(&c->arena, &c->data, law, NULL, &fit, NULL), FF_OK);
    assert_true(fit.finite);
    size_t p = FF_AFT_PARAMETERS(c->data.column_count);
    for (size_t j = 0; j < p; j++) {
        const char *parameter = j == 0 ? "(Intercept)" : j + 1 == p ? "log_scale" : c->names[j - 1];
        check_number(c, name, "coef", parameter, fit.estimate[j], 1e-7);
        check_number(c, name, "se", parameter, sqrt(fit.covariance[j * p + j]), 1e-7);
    }
    check_number(c, name, "scale", "", exp(fit.estimate[p - 1]), 1e-7);
    check_number(c, name, "loglik", "", fit.log_likelihood - ff_aft_log_jacobian(&c->data), 1e-8);
}

static void as_survreg(const char *name) {
    survival_case c;
    if (!survival_case_read(name, &c)) {
        skip();
    }
    for (int law = 0; law < FF_LAWS; law++) {
        check_law(&c, (ff_law)law);
    }
    survival_case_free(&c);
}

static void lung(void **state) { (void)state; as_survreg("o01-aft-lung"); }
static void ovarian(void **state) { (void)state; as_survreg("o02-aft-ovarian"); }
static void cosmesis(void **state) { (void)state; as_survreg("o03-aft-bcos"); }
static void detection_limit(void **state) { (void)state; as_survreg("o04-aft-nh4-left"); }
static void runs_24(void **state) { (void)state; as_survreg("o05-aft-runner24"); }
static void runs_10(void **state) { (void)state; as_survreg("o06-aft-runner10"); }

/* All runs with the change end without numbness: it may be as good as one likes. */
static void separated(void **state) {
    (void)state;
    survival_case c;
    if (!survival_case_read("o13-separated-runner6", &c)) {
        skip();
    }
    for (int law = 0; law < FF_LAWS; law++) {
        ff_aft_fit fit;
        assert_int_equal(ff_aft_fit_of(&c.arena, &c.data, (ff_law)law, NULL, &fit, NULL), FF_OK);
        assert_false(fit.finite);
        assert_true(fit.no_estimate[1]);
        assert_false(fit.no_estimate[0] || fit.no_estimate[2]);
    }
    survival_case_free(&c);
}

/* ---- made by hand ---- */

enum { ROWS = 8 };

typedef struct {
    unsigned char kinds[ROWS];
    double low[ROWS], high[ROWS], x[2][ROWS];
    const double *columns[2];
    ff_aft_data data;
} made;

/* Eight runs of 18 to 40 minutes, the change on every other one. */
static void make(made *m, size_t columns) {
    static const double minutes[ROWS] = {20, 31, 18, 27, 25, 38, 22, 40};
    for (size_t i = 0; i < ROWS; i++) {
        m->kinds[i] = FF_KNOWN_AT;
        m->low[i] = m->high[i] = log(minutes[i]);
        m->x[0][i] = (double)(i % 2);
        m->x[1][i] = (double)(i / 4);
    }
    m->columns[0] = m->x[0];
    m->columns[1] = m->x[1];
    m->data = (ff_aft_data){.count = ROWS,
                            .kinds = m->kinds,
                            .low = m->low,
                            .high = m->high,
                            .column_count = columns,
                            .columns = m->columns};
}

static ff_aft_fit fit_of(ff_arena *arena, const made *m, ff_law law) {
    ff_aft_fit fit;
    assert_int_equal(ff_aft_fit_of(arena, &m->data, law, NULL, &fit, NULL), FF_OK);
    return fit;
}

/* With exact runs alone the log-normal law is ordinary least squares, by hand. */
static void least_squares(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    made m;
    make(&m, 1);
    double sum[2] = {0, 0}, squares = 0;
    for (size_t i = 0; i < ROWS; i++) {
        sum[i % 2] += m.low[i];
    }
    for (size_t i = 0; i < ROWS; i++) {
        double left = m.low[i] - sum[i % 2] / 4;
        squares += left * left;
    }
    ff_aft_fit fit = fit_of(&arena, &m, FF_LAW_LOGNORMAL);
    assert_true(fit.finite);
    assert_true(fabs(fit.estimate[0] - sum[0] / 4) < 1e-12);
    assert_true(fabs(fit.estimate[1] - (sum[1] - sum[0]) / 4) < 1e-12);
    assert_true(fabs(exp(fit.estimate[2]) - sqrt(squares / ROWS)) < 1e-12);
    ff_arena_free(&arena);
}

static void no_peak(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    for (int law = 0; law < FF_LAWS; law++) {
        made m;
        ff_aft_fit fit;
        make(&m, 2); /* a column that never varies */
        memset(m.x[1], 0, sizeof m.x[1]);
        fit = fit_of(&arena, &m, (ff_law)law);
        assert_true(!fit.finite && fit.no_estimate[2] && !fit.no_estimate[1]);
        make(&m, 2); /* two that go together */
        memcpy(m.x[1], m.x[0], sizeof m.x[1]);
        fit = fit_of(&arena, &m, (ff_law)law);
        assert_true(!fit.finite && fit.no_estimate[1] && fit.no_estimate[2]);
        make(&m, 1); /* nothing but runs without numbness */
        memset(m.kinds, FF_KNOWN_AFTER, sizeof m.kinds);
        fit = fit_of(&arena, &m, (ff_law)law);
        assert_true(!fit.finite && fit.no_estimate[0]);
        make(&m, 1); /* one run of each kind: the scale can be nothing */
        m.data.count = 2;
        fit = fit_of(&arena, &m, (ff_law)law);
        assert_true(!fit.finite && fit.no_estimate[2]);
        make(&m, 2); /* none with either of two changes went numb */
        for (size_t i = 4; i < ROWS; i++) {
            m.kinds[i] = FF_KNOWN_AFTER;
            m.x[0][i] = (double)(i < 6);
            m.x[1][i] = (double)(i >= 6);
            m.x[0][i - 4] = m.x[1][i - 4] = 0;
        }
        fit = fit_of(&arena, &m, (ff_law)law);
        assert_true(!fit.finite && fit.no_estimate[1] && fit.no_estimate[2] && !fit.no_estimate[0]);
    }
    ff_arena_free(&arena);
}

/* The likelihood of places side by side, against that of each by itself. */
static void side_by_side(const ff_aft_data *data, ff_law law, const double *theta) {
    ff_lanes wide[3];
    FF_EACH_LANE(l) {
        wide[0].of[l] = theta[0] + 0.01 * (double)l;
        wide[1].of[l] = theta[1] - 0.02 * (double)l;
        wide[2].of[l] = theta[2] + 0.01 * (double)l;
    }
    ff_lanes likelihood = ff_aft_log_likelihood(data, law, wide);
    FF_EACH_LANE(l) {
        double own[3] = {wide[0].of[l], wide[1].of[l], wide[2].of[l]}, g[3], h[9];
        assert_true(relative(likelihood.of[l], ff_aft_derivatives(data, law, own, g, h)) < 1e-12);
    }
}

/* Gradient and Hessian against differences of the value, for every law and kind, in the middle and
 * far out. */
static void derivatives(void **state) {
    (void)state;
    for (int law = 0; law < FF_LAWS; law++) {
        for (int kind = 0; kind < FF_KNOWN_KINDS; kind++) {
            for (int place = 0; place < 5; place++) {
                made m;
                make(&m, 1);
                memset(m.kinds, kind, sizeof m.kinds);
                for (size_t i = 0; i < ROWS; i++) {
                    m.low[i] += 0.5 * (place - 2);
                    m.high[i] = m.low[i] + 0.2 * (double)(i + 1);
                }
                double theta[3] = {3.2, 0.3, log(0.4)}, g[3], h[9], g2[3], h2[9];
                ff_aft_derivatives(&m.data, (ff_law)law, theta, g, h);
                side_by_side(&m.data, (ff_law)law, theta);
                for (int j = 0; j < 3; j++) {
                    const double d = 1e-5;
                    theta[j] += d;
                    double up = ff_aft_derivatives(&m.data, (ff_law)law, theta, g2, h2);
                    theta[j] -= 2 * d;
                    double g3[3], h3[9];
                    double down = ff_aft_derivatives(&m.data, (ff_law)law, theta, g3, h3);
                    theta[j] += d;
                    assert_true(relative((up - down) / (2 * d), g[j]) < 1e-6);
                    for (int k = 0; k < 3; k++) {
                        assert_true(relative((g2[k] - g3[k]) / (2 * d), h[j * 3 + k]) < 1e-6);
                        assert_true(h[j * 3 + k] == h[k * 3 + j]);
                    }
                }
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lung),        cmocka_unit_test(ovarian),  cmocka_unit_test(cosmesis),
        cmocka_unit_test(detection_limit), cmocka_unit_test(runs_24), cmocka_unit_test(runs_10),
        cmocka_unit_test(separated),   cmocka_unit_test(least_squares), cmocka_unit_test(no_peak),
        cmocka_unit_test(derivatives),
    };
    return cmocka_run_group_tests_name("aft", tests, NULL, NULL);
}
