/* Whether runs are such as the model expects: residuals against R's, scores against fits without the run, and runs
 * that are odd in a known way. */
#include "support.h"

#include "survival_case.h"
#include "trial/analyse.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Cox-Snell residuals, as R's survreg gives them ---- */

static void residuals_of(const char *name) {
    survival_case c;
    if (!survival_case_read(name, &c)) {
        skip();
    }
    for (int law = 0; law < FF_LAWS; law++) {
        ff_aft_fit fit;
        ff_survival_model model = {.data = &c.data, .law = (ff_law)law};
        assert_int_equal(ff_aft_fit_of(&c.arena, &c.data, (ff_law)law, NULL, &fit, NULL), FF_OK);
        double per = exp(-fit.estimate[c.data.column_count + 1]);
        for (size_t i = 0; i < 10; i++) {
            char path[96];
            snprintf(path, sizeof path, "expected/%s/cox_snell_at_lo_first10/%zu", ff_law_name((ff_law)law), i);
            double z = (c.data.low[i] - ff_draw_expects(&model, fit.estimate, i)) * per;
            double residual = -ff_law_log_beyond((ff_law)law, z), expected = survival_case_number(&c, path);
            assert_true(fabs(residual - expected) < 1e-5 * (1 + expected));
            assert_true(fabs(ff_law_share_by((ff_law)law, z) + exp(-residual) - 1) < 1e-14);
        }
    }
    survival_case_free(&c);
}

static void lung(void **state) { (void)state; residuals_of("o01-aft-lung"); }
static void runner(void **state) { (void)state; residuals_of("o05-aft-runner24"); }

/* ---- made-up runs ---- */

enum { RUNS = 24 };

/* Standard logistic quantiles, shuffled by hand: as even a sample as there can be. */
static const unsigned char order[RUNS] = {7, 18, 2, 21, 11, 15, 0, 5, 23, 13, 9, 17,
                                          3, 20, 8, 12, 1, 22, 16, 6, 10, 19, 4, 14};

typedef struct {
    ff_arena arena;
    ff_trial_run runs[RUNS];
    ff_trial_question question;
    ff_trial_analysis analysis;
} scene;

static void begin(scene *s) {
    static const char *const changes[] = {"lacing"};
    static const ff_trial_cause causes[] = {{"lace", 0.5, {0.6}, {0.2}}, {"other", 0.5, {0.05}, {0.15}}};
    *s = (scene){.question = {.runs = s->runs, .run_count = RUNS, .changes = changes, .change_count = 1,
                              .causes = causes, .cause_count = 2}};
    ff_arena_init(&s->arena, NULL);
    for (size_t i = 0; i < RUNS; i++) {
        double share = (order[i] + 0.5) / RUNS, minutes = 25 * exp(0.19 * log(share / (1 - share)));
        s->runs[i] = (ff_trial_run){.known = FF_KNOWN_AT, .low_min = minutes, .length_min = 60 + minutes,
                                    .by = {NAN, NAN, NAN, NAN}, .changes = (uint32_t)(i * 7 / 3 % 2)};
    }
}

static const ff_trial_checks *analyse(scene *s) {
    assert_int_equal(ff_trial_analyse(&s->arena, &s->question, &s->analysis, NULL), FF_OK);
    return &s->analysis.checks;
}

static void nothing_stands_out(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const ff_trial_checks *checks = analyse(&s);
    assert_true(checks->enough && !checks->law_flagged);
    for (size_t k = 0; k < FF_CHECK_SHOES; k++) {
        assert_false(checks->whole[k].flagged);
    }
    assert_true(isnan(checks->whole[FF_CHECK_SHOES].p));
    assert_int_equal(s.analysis.odd_run, RUNS);
    assert_int_equal(s.analysis.without_count, 0);
    assert_int_equal(checks->largest, 8); /* the latest and the soonest run */
    assert_int_equal(checks->smallest, 6);
    ff_arena_free(&s.arena);
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Without censoring the distance is that of Kolmogorov and Smirnov, as far as a quarter of the runs is left. */
static void law_gap(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const ff_trial_checks *checks = analyse(&s);
    double r[RUNS], gap = 0;
    for (size_t i = 0; i < RUNS; i++) {
        r[i] = checks->runs[i].residual_low;
        assert_true(r[i] == checks->runs[i].residual_high);
    }
    qsort(r, RUNS, sizeof *r, ascending);
    for (size_t i = 0; i < RUNS && RUNS - i >= RUNS / 4; i++) {
        double by = 1 - exp(-r[i]);
        gap = fmax(gap, fmax((double)(i + 1) / RUNS - by, by - (double)i / RUNS));
    }
    assert_true(fabs(gap - checks->law_gap) < 1e-12);
    ff_arena_free(&s.arena);
}

/* Times of two kinds only follow no such law. */
static void two_kinds_of_runs(void **state) {
    (void)state;
    scene s;
    begin(&s);
    for (size_t i = 0; i < RUNS; i++) {
        s.runs[i].low_min = (i % 3 == 0 ? 15 : 35) + 0.01 * order[i];
    }
    assert_true(analyse(&s)->law_flagged);
    ff_arena_free(&s.arena);
}

/* The score of a run is what a fit of the other runs makes of it. */
static double score_by_fit(const scene *s, size_t run) {
    scene rest = *s;
    size_t kept = 0;
    ff_arena_init(&rest.arena, NULL);
    for (size_t i = 0; i < RUNS; i++) {
        if (i != run) {
            rest.runs[kept++] = s->runs[i];
        }
    }
    double lows[RUNS], with[RUNS], drift[RUNS];
    unsigned char kinds[RUNS];
    for (size_t i = 0; i < kept; i++) { /* drift counts in the places of all runs */
        size_t place = i < run ? i : i + 1;
        lows[i] = log(rest.runs[i].low_min);
        kinds[i] = (unsigned char)rest.runs[i].known;
        with[i] = rest.runs[i].changes;
        drift[i] = ((double)place - (RUNS - 1) / 2.0) / 10;
    }
    const double *columns[] = {with, drift};
    ff_aft_data data = {.count = kept, .kinds = kinds, .low = lows, .high = lows, .column_count = 2, .columns = columns};
    ff_prior priors[] = {{FF_PRIOR_NORMAL, log(25), 1, 0},
                         {FF_PRIOR_NORMAL, 0, 0.5, 0},
                         {FF_PRIOR_NORMAL, 0, 0.2, 0},
                         {FF_PRIOR_NORMAL, log(0.35 * sqrt(3) / 3.14159265358979), 0.5, 0}};
    ff_survival_model model = {.data = &data, .law = FF_LAW_LOGLOGISTIC, .priors = priors};
    ff_posterior known;
    assert_int_equal(ff_posterior_of(&rest.arena, &model, FF_SAMPLE_DRAWS, &known, NULL), FF_OK);
    double share = 0;
    for (size_t m = 0; m < known.sample.count; m++) {
        const double *x = known.sample.values + m;
        size_t n = known.sample.count;
        double eta = x[0] + x[n] * s->runs[run].changes + x[2 * n] * ((double)run - (RUNS - 1) / 2.0) / 10;
        double by = 1 / (1 + exp(-(log(s->runs[run].low_min) - eta) / exp(x[3 * n])));
        share += known.sample.weights[m] * (s->runs[run].known == FF_KNOWN_AFTER ? (1 + by) / 2 : by);
    }
    ff_arena_free(&rest.arena);
    return ff_law_quantile(FF_LAW_LOGNORMAL, share);
}

static void scores(void **state) {
    (void)state;
    scene s;
    begin(&s);
    s.runs[9].low_min = 70; /* one far off, one censored */
    s.runs[4].known = FF_KNOWN_AFTER;
    const ff_trial_checks *checks = analyse(&s);
    for (size_t run = 0; run < RUNS; run++) {
        assert_true(fabs(checks->runs[run].score - score_by_fit(&s, run)) < 0.06);
    }
    ff_arena_free(&s.arena);
}

static void odd_run(void **state) {
    (void)state;
    scene s, rest;
    begin(&s);
    s.runs[13].low_min = 4;
    analyse(&s);
    assert_int_equal(s.analysis.odd_run, 13);
    assert_true(s.analysis.odd_sd < -3);
    assert_int_equal(s.analysis.without_count, 1);
    assert_int_equal(s.analysis.without[0].run, 13);
    /* What is told without it is what the others alone say. */
    begin(&rest);
    memmove(rest.runs + 13, rest.runs + 14, 10 * sizeof *rest.runs);
    rest.question.run_count--;
    analyse(&rest);
    const ff_trial_effect *without = &s.analysis.without[0].effects[0], *alone = &rest.analysis.effects[0];
    assert_true(fabs(without->mean - alone->mean) < 0.03 * alone->sd);
    assert_true(fabs(without->mixture_tenth - alone->mixture_tenth) < 0.01);
    assert_int_equal(without->verdict, alone->verdict);
    assert_int_equal(without->with + without->without, RUNS - 1);
    ff_arena_free(&s.arena);
    ff_arena_free(&rest.arena);
}

/* Without numbness much longer than any other: that is odd too. */
static void odd_without_numbness(void **state) {
    (void)state;
    scene s;
    begin(&s);
    s.runs[5] = (ff_trial_run){.known = FF_KNOWN_AFTER, .low_min = 240, .length_min = 240,
                               .by = {NAN, NAN, NAN, NAN}, .changes = s.runs[5].changes};
    analyse(&s);
    assert_int_equal(s.analysis.odd_run, 5);
    assert_true(s.analysis.odd_sd > 3);
    ff_arena_free(&s.arena);
}

/* "Works" rests on three runs with the change, in one of which the foot was not numb by an hour. */
static void one_run_decides(void **state) {
    (void)state;
    scene s;
    begin(&s);
    s.question.run_count = 10;
    static const double with[] = {24.5, 33, 60};
    size_t made = 0;
    for (size_t i = 0; i < 10; i++) {
        s.runs[i].changes = i % 3 == 1;
        s.runs[i].low_min = s.runs[i].changes ? with[made++] : 19 + 0.2 * order[i];
    }
    s.runs[7].known = FF_KNOWN_AFTER;
    analyse(&s);
    const ff_trial_effect *e = &s.analysis.effects[0];
    assert_int_equal(e->verdict, FF_VERDICT_WORKS);
    assert_int_equal(e->decisive, 7);
    const ff_trial_without *without = &s.analysis.without[0];
    assert_int_equal(without->run, 7);
    assert_int_equal(without->effects[0].verdict, FF_VERDICT_PROMISING);
    assert_true(without->effects[0].median < e->median);
    ff_arena_free(&s.arena);
}

/* An effect that all runs show hangs on none of them. */
static void no_run_decides(void **state) {
    (void)state;
    scene s;
    begin(&s);
    for (size_t i = 0; i < RUNS; i++) {
        s.runs[i].low_min *= s.runs[i].changes ? 2.5 : 1;
    }
    analyse(&s);
    assert_int_equal(s.analysis.effects[0].verdict, FF_VERDICT_WORKS);
    assert_int_equal(s.analysis.effects[0].decisive, RUNS);
    ff_arena_free(&s.arena);
}

/* The same times in another order. */
static void order_matters(void **state) {
    (void)state;
    scene s;
    begin(&s);
    for (size_t i = 0; i < RUNS; i++) { /* four weeks, by turns good and bad */
        s.runs[i].low_min = (i / 6 % 2 == 0 ? 18 : 32) + 0.2 * order[i];
    }
    const ff_trial_checks *checks = analyse(&s);
    assert_true(checks->whole[FF_CHECK_FOLLOWING].flagged && checks->whole[FF_CHECK_FOLLOWING].p < 0.05);
    assert_true(checks->whole[FF_CHECK_FOLLOWING].seen > 0.3);
    ff_arena_free(&s.arena);
    begin(&s);
    for (size_t i = 0; i < RUNS; i++) { /* far more drift than is believed possible */
        s.runs[i].low_min *= exp(0.12 * ((double)i - 11.5));
    }
    checks = analyse(&s);
    assert_true(checks->whole[FF_CHECK_DRIFT].p < 0.05 && checks->whole[FF_CHECK_DRIFT].seen > 0);
    ff_arena_free(&s.arena);
    begin(&s);
    for (size_t i = 0; i < RUNS; i++) { /* to and fro, whatever was changed */
        s.runs[i].low_min = (i % 2 == 0 ? 18 : 32) + 0.2 * order[i];
        s.runs[i].changes = order[i] % 2;
    }
    checks = analyse(&s);
    assert_true(checks->whole[FF_CHECK_FOLLOWING].p > 0.95 && checks->whole[FF_CHECK_FOLLOWING].seen < -0.3);
    ff_arena_free(&s.arena);
}

static void shoes(void **state) {
    (void)state;
    scene s;
    begin(&s);
    for (size_t i = 0; i < RUNS; i++) {
        s.runs[i].shoe = i % 3 == 0 ? "Trail" : "Road";
    }
    const ff_trial_checks *checks = analyse(&s);
    assert_int_equal(checks->shoe_count, 2);
    assert_string_equal(checks->shoes[0].shoe, "Trail");
    assert_int_equal(checks->shoes[0].runs, 8);
    double sum = 0;
    for (size_t i = 0; i < RUNS; i += 3) {
        sum += checks->runs[i].score;
    }
    assert_true(fabs(checks->shoes[0].score - sum / 8) < 1e-12);
    assert_false(checks->whole[FF_CHECK_SHOES].flagged);
    ff_arena_free(&s.arena);
}

static void too_few(void **state) {
    (void)state;
    scene s;
    begin(&s);
    s.question.run_count = 5;
    const ff_trial_checks *checks = analyse(&s);
    assert_false(checks->enough);
    assert_true(isfinite(checks->runs[4].score));
    ff_arena_free(&s.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lung),
        cmocka_unit_test(runner),
        cmocka_unit_test(nothing_stands_out),
        cmocka_unit_test(law_gap),
        cmocka_unit_test(two_kinds_of_runs),
        cmocka_unit_test(scores),
        cmocka_unit_test(odd_run),
        cmocka_unit_test(odd_without_numbness),
        cmocka_unit_test(one_run_decides),
        cmocka_unit_test(no_run_decides),
        cmocka_unit_test(order_matters),
        cmocka_unit_test(shoes),
        cmocka_unit_test(too_few),
    };
    return cmocka_run_group_tests_name("checks", tests, NULL, NULL);
}
