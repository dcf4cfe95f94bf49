/* Runs as evidence on causes: the closed form against plain quadrature, and answers that say the
 * same. */
#include "support.h"

#include "reason/network.h"
#include "reason/reason.h"
#include "reason/runs_evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

enum { CHANGES = 2, MOST_CAUSES = 64 };

static const double precision[CHANGES * CHANGES] = {30, 8, 8, 20}, shift[CHANGES] = {20, 8};

typedef struct scene {
    const ff_remedy *changes[CHANGES];
    const char *told[1];
    double log_evidence[MOST_CAUSES];
    ff_runs_evidence runs;
} scene;

static void assert_near(double is, double expected, double off) {
    assert_true(fabs(is - expected) <= off);
}

static double density(double x, double mean, double variance) {
    return exp(-(x - mean) * (x - mean) / variance / 2) / sqrt(2 * acos(-1) * variance);
}

/* Log of the likelihood's mean over two independent normals, by the trapezium rule. */
static double integral(const double *mean, const double *variance) {
    double sum = 0, step[CHANGES];
    enum { STEPS = 400 };
    for (int c = 0; c < CHANGES; c++) {
        step[c] = 20 * sqrt(variance[c]) / STEPS;
    }
    for (int i = 0; i <= STEPS; i++) {
        double x = mean[0] + (i - STEPS / 2) * step[0];
        for (int j = 0; j <= STEPS; j++) {
            double y = mean[1] + (j - STEPS / 2) * step[1];
            double quadratic =
                precision[0] * x * x + (precision[1] + precision[2]) * x * y + precision[3] * y * y;
            sum += exp(shift[0] * x + shift[1] * y - quadratic / 2) *
                   density(x, mean[0], variance[0]) * density(y, mean[1], variance[1]);
        }
    }
    return log(sum * step[0] * step[1]);
}

/* Causes alone, or several in equal shares. */
static double integral_of(const scene *s, const size_t *causes, size_t count) {
    double mean[CHANGES] = {0}, variance[CHANGES] = {0};
    for (size_t i = 0; i < count; i++) {
        for (int c = 0; c < CHANGES; c++) {
            ff_expected_effect effect =
                ff_knowledge_effect(k, s->changes[c], &k->causes[causes[i]]);
            mean[c] += effect.mean / (double)count;
            variance[c] += effect.sd * effect.sd / (double)count;
        }
    }
    return integral(mean, variance);
}

static size_t index_of(const char *cause) {
    const ff_cause *found = ff_knowledge_cause(k, cause);
    assert_non_null(found);
    return found->index;
}

static void begin(scene *s) {
    *s = (scene){.changes = {ff_knowledge_remedy(k, "lacing"), ff_knowledge_remedy(k, "shoe_wide")},
                 .told = {"relief_lace"}};
    for (size_t c = 0; c < k->cause_count; c++) {
        s->log_evidence[c] = integral_of(s, &c, 1);
    }
    s->runs = (ff_runs_evidence){.changes = s->changes,
                                 .change_count = CHANGES,
                                 .precision = precision,
                                 .shift = shift,
                                 .log_evidence = s->log_evidence,
                                 .told = s->told,
                                 .told_count = 1,
                                 .words = "made up"};
}

static size_t state_of(const size_t *causes, size_t count) {
    size_t state = 0;
    for (size_t i = 0; i < count; i++) {
        state += causes[i] < k->contributor_count
                     ? (size_t)1 << causes[i]
                     : (causes[i] - k->contributor_count + 1) << k->contributor_count;
    }
    return state;
}

static void as_quadrature_has_it(void **unused) {
    (void)unused;
    scene s;
    begin(&s);
    double *out = calloc(ff_state_count(k), sizeof *out);
    assert_non_null(out);
    ff_runs_by_state(k, &s.runs, out);
    size_t lace = index_of("lace"), shoe = index_of("shoe"), morton = index_of("morton"),
           other = index_of("other");
    const size_t sets[][3] = {{lace}, {shoe}, {lace, shoe}, {lace, shoe, morton}, {morton}};
    const size_t counts[] = {1, 1, 2, 3, 1};
    double none = integral_of(&s, &other, 1);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        double expected = integral_of(&s, sets[i], counts[i]) - none;
        assert_near(out[state_of(sets[i], counts[i])] - out[0], expected, 1e-9);
    }
    free(out);
}

/* Worked out without the nearness of a normal, a cause alone has exactly its log evidence, and
 * several share what that differs by. */
static void alone_is_exact(void **unused) {
    (void)unused;
    scene s;
    begin(&s);
    size_t lace = index_of("lace"), shoe = index_of("shoe"), both[] = {lace, shoe};
    double *before = calloc(ff_state_count(k), sizeof *before);
    double *after = calloc(ff_state_count(k), sizeof *after);
    assert_non_null(before);
    assert_non_null(after);
    ff_runs_by_state(k, &s.runs, before);
    s.log_evidence[lace] += 0.3;
    ff_runs_by_state(k, &s.runs, after);
    size_t alone = state_of(&lace, 1), two = state_of(both, 2);
    assert_near(after[alone] - before[alone], 0.3, 1e-12);
    assert_near(after[two] - before[two], 0.15, 1e-12);
    assert_near(after[0] - before[0], 0, 1e-12);
    free(before);
    free(after);
}

static double chance_of(const ff_case *runner, const char *cause, ff_assessment *assessment,
                        ff_arena *arena) {
    ff_error error;
    assert_int_equal(ff_reason(arena, k, runner, assessment, &error), FF_OK);
    for (size_t i = 0; i < assessment->cause_count; i++) {
        if (strcmp(assessment->causes[i].cause->id, cause) == 0) {
            return assessment->causes[i].p;
        }
    }
    fail();
    return 0;
}

static void heard_once(void **unused) {
    (void)unused;
    scene s;
    begin(&s);
    ff_arena arena;
    ff_assessment without, with, answered;
    ff_arena_init(&arena, NULL);
    ff_finding said = {.id = "relief_lace", .state = FF_SAID, .value = "yes"};
    ff_case runner = {.age_years = NAN, .checklist_asked = true};
    double p_without = chance_of(&runner, "lace", &without, &arena);
    runner.runs = &s.runs;
    double p_with = chance_of(&runner, "lace", &with, &arena);
    runner.findings = (ff_finding_list){.items = &said, .count = 1};
    double p_answered = chance_of(&runner, "lace", &answered, &arena);
    assert_true(p_with > p_without);
    assert_true(p_answered == p_with);
    assert_null(without.runs_speak.cause);
    assert_string_equal(with.runs_speak.cause->id, "lace");
    assert_near(with.runs_speak.p_without, p_without, 1e-9);
    assert_near(log(with.runs_speak.times),
                s.log_evidence[index_of("lace")] - s.log_evidence[index_of("other")], 1e-9);
    ff_arena_free(&arena);
}

/* A red flag stands whatever the runs say. */
static void flags_stand(void **unused) {
    (void)unused;
    scene s;
    begin(&s);
    ff_arena arena;
    ff_assessment assessment;
    ff_arena_init(&arena, NULL);
    const ff_flag *ticked[] = {ff_knowledge_flag(k, "rf_saddle")};
    for (size_t i = 0; ticked[0] == NULL && i < k->flag_count; i++) {
        ticked[0] = k->flags[i].level == FF_EMERGENCY && *k->flags[i].ask ? &k->flags[i] : NULL;
    }
    ff_case runner = {.age_years = NAN,
                      .checklist_asked = true,
                      .ticked = ticked,
                      .ticked_count = 1,
                      .runs = &s.runs};
    chance_of(&runner, "lace", &assessment, &arena);
    assert_int_equal(assessment.level, ticked[0]->level);
    assert_true(assessment.level_by_flag);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_quadrature_has_it),
        cmocka_unit_test(alone_is_exact),
        cmocka_unit_test(heard_once),
        cmocka_unit_test(flags_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
