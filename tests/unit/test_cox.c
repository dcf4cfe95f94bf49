/* Cox's regression against R's coxph (survival 3.5-3). */
#include "support.h"

#include "survival_case.h"

#include "trial/cox.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const ties_names[] = {"efron", "breslow", "exact"};

static double relative(double got, double expected) {
    return fabs(got - expected) / fmax(1, fabs(expected));
}

#define NEAR(got, expected) assert_true(relative((got), (expected)) < 1e-9)

/* ---- the given material ---- */

static void check_number(const survival_case *c, const char *ties, const char *what, double got,
                         double tolerance) {
    char path[300];
    snprintf(path, sizeof path, "expected/%s/%s", ties, what);
    double expected = survival_case_number(c, path);
    if (!(relative(got, expected) <= tolerance)) {
        fail_msg("%s: %.17g, not %.17g", path, got, expected);
    }
}

static double hazard_by(const ff_cox_fit *fit, double time) {
    double hazard = 0;
    for (size_t i = 0; i < fit->step_count && fit->steps[i].time <= time; i++) {
        hazard = fit->steps[i].hazard;
    }
    return hazard;
}

static void check_rates(const survival_case *c, const char *ties, const ff_cox_fit *fit) {
    char path[256];
    for (int i = 0; i < 10; i++) {
        snprintf(path, sizeof path, "martingale_first10/%d", i);
        check_number(c, ties, path, fit->residuals[i], 1e-7);
    }
    snprintf(path, sizeof path, "expected/%s/basehaz_uncentered_first8", ties);
    for (int i = 0; i < 8 && survival_case_at(c, path) != NULL; i++) {
        char time[320], hazard[64];
        snprintf(time, sizeof time, "%s/time/%d", path, i);
        snprintf(hazard, sizeof hazard, "basehaz_uncentered_first8/H/%d", i);
        check_number(c, ties, hazard, hazard_by(fit, survival_case_number(c, time)), 1e-7);
    }
}

static void check_fit(const survival_case *c, const char *ties, const ff_cox_fit *fit) {
    size_t p = json_array_size(survival_case_at(c, "columns"));
    for (size_t k = 0; k < p; k++) {
        const char *name = json_string_value(json_array_get(survival_case_at(c, "columns"), k));
        char path[128];
        snprintf(path, sizeof path, "coef/%s", name);
        check_number(c, ties, path, fit->estimate[k], 1e-7);
        snprintf(path, sizeof path, "se/%s", name);
        check_number(c, ties, path, sqrt(fit->covariance[k * p + k]), 1e-7);
    }
    check_number(c, ties, "loglik_null", fit->log_likelihood_null, 1e-10);
    check_number(c, ties, "loglik", fit->log_likelihood, 1e-10);
    check_number(c, ties, "lr_test", fit->ratio_test, 1e-7);
    check_number(c, ties, "wald_test", fit->wald_test, 1e-7);
    check_number(c, ties, "score_test", fit->score_test, 1e-7);
    check_rates(c, ties, fit);
}

static void as_coxph(const char *name, const char *entry, const char *time) {
    survival_case c;
    if (!survival_case_read(name, &c)) {
        skip();
    }
    const double *columns[8];
    size_t p = json_array_size(survival_case_at(&c, "columns")), checked = 0;
    for (size_t k = 0; k < p; k++) {
        json_t *column = json_array_get(survival_case_at(&c, "columns"), k);
        columns[k] = survival_case_column(&c, json_string_value(column));
    }
    ff_cox_data data = {.rows = {.count = c.rows,
                                 .times = survival_case_column(&c, time),
                                 .kinds = survival_case_kinds(&c, "status")},
                        .entries = entry != NULL ? survival_case_column(&c, entry) : NULL,
                        .column_count = p,
                        .columns = columns};
    for (int ties = 0; ties < 3; ties++) {
        char path[64];
        snprintf(path, sizeof path, "expected/%s", ties_names[ties]);
        data.ties = (ff_cox_ties)ties;
        ff_cox_fit fit;
        assert_int_equal(ff_cox_fit_of(&c.arena, &data, &fit, NULL), FF_OK);
        assert_true(fit.finite);
        if (survival_case_at(&c, path) != NULL) {
            check_fit(&c, ties_names[ties], &fit);
            checked++;
        }
    }
    assert_int_equal(checked, json_object_size(survival_case_at(&c, "expected")));
    survival_case_free(&c);
}

static void lung(void **state) {
    (void)state;
    as_coxph("o07-cox-lung", NULL, "time");
}

static void heart(void **state) {
    (void)state;
    as_coxph("o08-cox-heart", "start", "stop");
}

/* ---- tables of our own ---- */

enum { MOST = 64, MOST_COLUMNS = 3 };

typedef struct {
    ff_arena arena;
    unsigned char kinds[MOST];
    double times[MOST], entries[MOST], strata[MOST], x[MOST_COLUMNS][MOST];
    const double *columns[MOST_COLUMNS];
    ff_cox_data data;
    ff_cox_fit fit;
} table;

static void begin(table *t, size_t rows, size_t columns) {
    memset(t, 0, sizeof *t);
    ff_arena_init(&t->arena, NULL);
    for (size_t k = 0; k < columns; k++) {
        t->columns[k] = t->x[k];
    }
    t->data = (ff_cox_data){.rows = {.count = rows, .times = t->times, .kinds = t->kinds},
                            .column_count = columns,
                            .columns = t->columns};
}

static void fit(table *t, ff_cox_ties ties) {
    t->data.ties = ties;
    assert_int_equal(ff_cox_fit_of(&t->arena, &t->data, &t->fit, NULL), FF_OK);
}

static void end(table *t) {
    ff_arena_free(&t->arena);
}

/* It began at 1 without the column, at 2 with it, at 3 without. The likelihood is 1 / (2 + e) times
 * e / (1 + e), with e for exp(coefficient): its peak is at e = root of 2. */
static void three_rows_by_hand(void **state) {
    (void)state;
    for (int ties = 0; ties < 3; ties++) {
        table t;
        begin(&t, 3, 1);
        for (size_t i = 0; i < 3; i++) {
            t.times[i] = (double)i + 1;
            t.kinds[i] = FF_KNOWN_AT;
            t.x[0][i] = i == 1;
        }
        fit(&t, (ff_cox_ties)ties);
        double e = sqrt(2), h1 = 1 / (2 + e), h2 = h1 + 1 / (1 + e), h3 = h2 + 1;
        assert_true(t.fit.finite);
        NEAR(t.fit.estimate[0], log(e));
        NEAR(t.fit.log_likelihood, log(1 / (2 + e) * e / (1 + e)));
        NEAR(t.fit.log_likelihood_null, log(1.0 / 6));
        NEAR(1 / t.fit.covariance[0], 2 * e / ((2 + e) * (2 + e)) + e / ((1 + e) * (1 + e)));
        /* Score at 0: 0 - 1/3 + 1 - 1/2; information there: 2/9 + 1/4. */
        NEAR(t.fit.score_test, (1.0 / 36) / (2.0 / 9 + 0.25));
        assert_int_equal(t.fit.step_count, 3);
        NEAR(t.fit.steps[0].hazard, h1);
        NEAR(t.fit.steps[1].hazard, h2);
        NEAR(t.fit.steps[2].hazard, h3);
        NEAR(t.fit.residuals[0], 1 - h1);
        NEAR(t.fit.residuals[1], 1 - e * h2);
        NEAR(t.fit.residuals[2], 1 - h3);
        end(&t);
    }
}

/* Remission of 42 children with leukaemia in weeks, on 6-mercaptopurine and without [Freireich et
 * al. 1963; Gehan 1965]; R: coxph(Surv(t, s) ~ g, ties = ...). */
static void remission(void **state) {
    (void)state;
    static const double weeks[] = {6,  6,  6,  6,  7,  9,  10, 10, 11, 13, 16, 17, 19, 20,
                                   22, 23, 25, 32, 32, 34, 35, 1,  1,  2,  2,  3,  4,  4,
                                   5,  5,  8,  8,  8,  8,  11, 11, 12, 12, 15, 17, 22, 23};
    static const unsigned char began[] = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0,
                                          1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1,
                                          1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    static const double expected[3][7] = {{1.5721251488291, 0.4123967177095, -93.1842699968477,
                                           -85.0084245773717, 17.2465367957166, 14.5326170633744},
                                          {1.5091914125859, 0.4095644063667, -93.9850504782452,
                                           -86.3796220711456, 15.9305395640327, 13.5782636509231},
                                          {1.6282439516724, 0.4331312964924, -82.6692792527922,
                                           -74.5431011645186, 16.7929409892165, 14.1318759458343}};
    for (int ties = 0; ties < 3; ties++) {
        table t;
        begin(&t, 42, 1);
        memcpy(t.times, weeks, sizeof weeks);
        memcpy(t.kinds, began, sizeof began);
        for (size_t i = 21; i < 42; i++) {
            t.x[0][i] = 1;
        }
        fit(&t, (ff_cox_ties)ties);
        const double *e = expected[ties];
        assert_true(t.fit.finite);
        NEAR(t.fit.estimate[0], e[0]);
        NEAR(sqrt(t.fit.covariance[0]), e[1]);
        NEAR(t.fit.log_likelihood_null, e[2]);
        NEAR(t.fit.log_likelihood, e[3]);
        NEAR(t.fit.score_test, e[4]);
        NEAR(t.fit.wald_test, e[5]);
        end(&t);
    }
}

/* Sixteen made-up rows with ties, two strata, and entries. */
static void make_sixteen(table *t) {
    static const double entries[] = {0, 0, 5, 0, 3, 0, 0, 10, 0, 2, 0, 8, 0, 0, 4, 0};
    static const double times[] = {12, 20, 20, 15, 30, 8, 12, 30, 25, 20, 12, 25, 30, 8, 12, 22};
    static const unsigned char began[] = {1, 1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1};
    static const double x[] = {0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0};
    static const double y[] = {2.5, 1, 3.5, 0.5, 1.5, 4, 2, 0, 3, 2.5, 1, 2, 0.5, 3, 1.5, 2};
    begin(t, 16, 2);
    memcpy(t->entries, entries, sizeof entries);
    memcpy(t->times, times, sizeof times);
    memcpy(t->kinds, began, sizeof began);
    memcpy(t->x[0], x, sizeof x);
    memcpy(t->x[1], y, sizeof y);
    for (size_t i = 0; i < 16; i++) {
        t->strata[i] = i < 8 ? 1 : 2;
    }
    t->data.rows.strata = t->strata;
    t->data.entries = t->entries;
}

/* R: coxph(Surv(entry, time, began) ~ x + y + strata(z), ties = ...), residuals, and basehaz(f,
 * centered = FALSE); with exact ties, which R has without entries only, Surv(time, began). */
static void strata_and_entries(void **state) {
    (void)state;
    static const double expected[3][9] = {
        {-0.7793051125200, 0.4408539318605, 0.7035818097507, 0.1535395419813, 0.1427208792668,
         -13.9855975770899, -11.4931593489818, 5.0813977985846, 4.2804960358052},
        {-0.6851531083688, 0.4111831030362, 0.6795258482987, 0.1451253783433, 0.1427199264606,
         -14.8328954374771, -12.8048316117005, 4.0313633308085, 3.4727984393629},
        {-1.2094803367210, 0.6173970135856, 1.4405459764022, 0.2168770106807, 0.2508459525415,
         -12.0396874280346, -9.0118552113645, 5.3581517591431, 3.9448749758067}};
    static const double residuals[3][3] = {
        {0.44720459449244, 0.63959891863589, -1.36529367420444},
        {0.37159743897806, 0.59202764046829, -1.26269145236261},
        {0.349413426978451, 0.815532395410763, -1.894149990284708}};
    for (int ties = 0; ties < 3; ties++) {
        table t;
        make_sixteen(&t);
        t.data.entries = ties == FF_TIES_EXACT ? NULL : t.entries;
        fit(&t, (ff_cox_ties)ties);
        const double *e = expected[ties];
        assert_true(t.fit.finite);
        NEAR(t.fit.estimate[0], e[0]);
        NEAR(t.fit.estimate[1], e[1]);
        NEAR(t.fit.covariance[0], e[2]);
        NEAR(t.fit.covariance[1], e[3]);
        NEAR(t.fit.covariance[3], e[4]);
        NEAR(t.fit.log_likelihood_null, e[5]);
        NEAR(t.fit.log_likelihood, e[6]);
        NEAR(t.fit.score_test, e[7]);
        NEAR(t.fit.wald_test, e[8]);
        for (size_t i = 0; i < 3; i++) {
            NEAR(t.fit.residuals[i], residuals[ties][i]);
        }
        NEAR(t.fit.residuals[13], 0);
        end(&t);
    }
    table t;
    make_sixteen(&t);
    fit(&t, FF_TIES_EFRON);
    static const double steps[][3] = {{1, 8, 0.0552184687814186},  {1, 12, 0.2335000756760130},
                                      {1, 20, 0.6292281105569574}, {1, 30, 1.3713986588323255},
                                      {2, 12, 0.0852105901263493}, {2, 22, 0.2255910974768092},
                                      {2, 25, 0.8167385873881865}, {2, 30, 2.5654481910166904}};
    assert_int_equal(t.fit.step_count, 8);
    for (size_t i = 0; i < 8; i++) {
        NEAR(t.fit.steps[i].stratum, steps[i][0]);
        NEAR(t.fit.steps[i].time, steps[i][1]);
        NEAR(t.fit.steps[i].hazard, steps[i][2]);
    }
    end(&t);
}

/* A row that is cut in two, the first part ended and the second entering there, says the same. */
static void a_row_cut_in_two(void **state) {
    (void)state;
    for (int ties = 0; ties < 3; ties++) {
        table whole, cut;
        make_sixteen(&whole);
        whole.data.entries = NULL;
        make_sixteen(&cut);
        memset(cut.entries, 0, sizeof cut.entries);
        for (size_t i = 0; i < 16; i++) {
            double at = cut.times[i] * (0.2 + 0.05 * (double)i);
            size_t other = 16 + i;
            cut.times[other] = at;
            cut.entries[i] = at;
            cut.entries[other] = 0;
            cut.strata[other] = cut.strata[i];
            cut.kinds[other] = FF_KNOWN_AFTER;
            cut.x[0][other] = cut.x[0][i];
            cut.x[1][other] = cut.x[1][i];
        }
        cut.data.rows.count = 32;
        fit(&whole, (ff_cox_ties)ties);
        fit(&cut, (ff_cox_ties)ties);
        for (size_t k = 0; k < 2; k++) {
            NEAR(cut.fit.estimate[k], whole.fit.estimate[k]);
            NEAR(cut.fit.covariance[3 * k], whole.fit.covariance[3 * k]);
        }
        NEAR(cut.fit.log_likelihood, whole.fit.log_likelihood);
        for (size_t i = 0; i < 16; i++) {
            NEAR(cut.fit.residuals[i] + cut.fit.residuals[16 + i], whole.fit.residuals[i]);
        }
        end(&whole);
        end(&cut);
    }
}

/* A row of enormous weight that leaves early, by entries: what is left must not be its rounding. */
static void a_row_that_outweighs_all(void **state) {
    (void)state;
    table all, few;
    make_sixteen(&few);
    few.data.rows.strata = NULL;
    few.data.ties = FF_TIES_EFRON;
    make_sixteen(&all);
    all.data.rows.strata = NULL;
    all.data.rows.count = 18;
    all.times[16] = all.times[17] = 40; /* at risk alone, behind all others */
    all.entries[16] = all.entries[17] = 35;
    all.kinds[16] = FF_KNOWN_AT;
    all.kinds[17] = FF_KNOWN_AFTER;
    all.x[0][16] = all.x[0][17] = 0;
    all.x[1][16] = all.x[1][17] = 80; /* 36 in the score */
    fit(&few, FF_TIES_EFRON);
    fit(&all, FF_TIES_EFRON);
    assert_true(all.fit.finite);
    NEAR(all.fit.estimate[0], few.fit.estimate[0]);
    NEAR(all.fit.estimate[1], few.fit.estimate[1]);
    NEAR(all.fit.log_likelihood, few.fit.log_likelihood - log(2));
    end(&few);
    end(&all);
}

/* ---- where there is no finite estimate ---- */

static void no_estimate(table *t, bool first, bool second) {
    for (int ties = 0; ties < 3; ties++) {
        fit(t, (ff_cox_ties)ties);
        assert_false(t->fit.finite);
        assert_int_equal(t->fit.no_estimate[0], first);
        assert_int_equal(t->fit.no_estimate[1], second);
    }
    end(t);
}

static void no_peak(void **state) {
    (void)state;
    table t;
    make_sixteen(&t); /* it began in no row with the column */
    for (size_t i = 0; i < 16; i++) {
        t.kinds[i] = t.x[0][i] > 0 ? FF_KNOWN_AFTER : t.kinds[i];
    }
    no_estimate(&t, true, false);
    make_sixteen(&t); /* whichever is the larger begins first */
    for (size_t i = 0; i < 16; i++) {
        t.x[1][i] = -t.times[i];
        t.x[0][i] = (double)(i % 3);
    }
    fit(&t, FF_TIES_BRESLOW);
    assert_true(!t.fit.finite && t.fit.no_estimate[1]);
    end(&t);
    make_sixteen(&t); /* never varies */
    for (size_t i = 0; i < 16; i++) {
        t.x[0][i] = 0.1;
    }
    no_estimate(&t, true, false);
    make_sixteen(&t); /* varies between the strata only */
    memcpy(t.x[0], t.strata, sizeof t.strata);
    no_estimate(&t, true, false);
    make_sixteen(&t); /* the one is the other */
    for (size_t i = 0; i < 16; i++) {
        t.x[1][i] = 3 - 2 * t.x[0][i];
    }
    no_estimate(&t, true, true);
    make_sixteen(&t); /* it never began */
    memset(t.kinds, FF_KNOWN_AFTER, sizeof t.kinds);
    no_estimate(&t, true, true);
    make_sixteen(&t); /* a single row */
    t.data.rows.count = 1;
    no_estimate(&t, true, true);
    make_sixteen(&t); /* one outlier among many, which never goes numb */
    t.x[0][3] = 1e6;
    for (size_t i = 0; i < 16; i++) {
        t.x[0][i] = i == 3 ? 1e6 : 0;
    }
    no_estimate(&t, true, false);
}

/* Three columns, of which only two go together. */
static void the_third_stays(void **state) {
    (void)state;
    table t;
    make_sixteen(&t);
    t.data.column_count = 3;
    t.columns[2] = t.x[2];
    for (size_t i = 0; i < 16; i++) {
        t.x[2][i] = 1 - t.x[0][i];
    }
    fit(&t, FF_TIES_EFRON);
    assert_true(!t.fit.finite && t.fit.no_estimate[0] && !t.fit.no_estimate[1] &&
                t.fit.no_estimate[2]);
    end(&t);
}

static void too_many_ties(void **state) {
    (void)state;
    static double times[400], x[400];
    static unsigned char kinds[400];
    const double *columns[] = {x};
    for (size_t i = 0; i < 400; i++) {
        times[i] = 20;
        x[i] = (double)(i % 7);
        kinds[i] = i % 10 > 0 ? FF_KNOWN_AT : FF_KNOWN_AFTER;
    }
    ff_cox_data data = {.rows = {.count = 400, .times = times, .kinds = kinds},
                        .column_count = 1,
                        .columns = columns,
                        .ties = FF_TIES_EXACT};
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_cox_fit fit;
    ff_error error;
    assert_int_equal(ff_cox_fit_of(&arena, &data, &fit, &error), FF_ERR_VALUE);
    assert_non_null(strstr(error.message, "360"));
    data.ties = FF_TIES_EFRON;
    assert_int_equal(ff_cox_fit_of(&arena, &data, &fit, &error), FF_OK);
    assert_true(fit.finite);
    ff_arena_free(&arena);
}

static void memory_runs_out(void **state) {
    (void)state;
    for (int ties = 0; ties < 3; ties++) {
        for (size_t from = 1;; from++) {
            failing_allocator failing;
            failing_allocator_init(&failing, from);
            table t;
            make_sixteen(&t);
            ff_arena_init(&t.arena, &failing.allocator);
            t.data.ties = (ff_cox_ties)ties;
            ff_code code = ff_cox_fit_of(&t.arena, &t.data, &t.fit, NULL);
            end(&t);
            assert_int_equal(failing.held, 0);
            if (code == FF_OK) {
                break;
            }
            assert_int_equal(code, FF_ERR_MEMORY);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lung),
        cmocka_unit_test(heart),
        cmocka_unit_test(three_rows_by_hand),
        cmocka_unit_test(remission),
        cmocka_unit_test(strata_and_entries),
        cmocka_unit_test(a_row_cut_in_two),
        cmocka_unit_test(a_row_that_outweighs_all),
        cmocka_unit_test(no_peak),
        cmocka_unit_test(the_third_stays),
        cmocka_unit_test(too_many_ties),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests_name("cox", tests, NULL, NULL);
}
