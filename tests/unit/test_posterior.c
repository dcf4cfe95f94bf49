/* Posteriors against the reference: a million quasi-random draws, themselves checked against Stan and
 * JAGS. */
#include "support.h"

#include "survival_case.h"
#include "trial/posterior.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void read_priors(const survival_case *c, ff_prior *priors, size_t columns) {
    for (size_t j = 0; j <= columns; j++) {
        char path[64];
        snprintf(path, sizeof path, "priors/beta/%zu/student_df", j);
        double df = survival_case_number(c, path);
        snprintf(path, sizeof path, "priors/beta/%zu/location", j);
        double location = survival_case_number(c, path);
        snprintf(path, sizeof path, "priors/beta/%zu/scale", j);
        priors[j] = (ff_prior){df > 0 ? FF_PRIOR_STUDENT : FF_PRIOR_NORMAL, location,
                               survival_case_number(c, path), df};
    }
    priors[columns + 1] =
        (ff_prior){FF_PRIOR_NORMAL, survival_case_number(c, "priors/log_sigma/mean"),
                   survival_case_number(c, "priors/log_sigma/sd"), 0};
}

static void check_parameter(survival_case *c, const ff_posterior *posterior, size_t j,
                            const char *name, double loose) {
    const ff_sample *sample = &posterior->sample;
    ff_summary s;
    assert_int_equal(ff_summary_of(&c->arena, sample->values + j * sample->count, sample->weights,
                                   sample->count, &s, NULL),
                     FF_OK);
    char path[160];
    snprintf(path, sizeof path, "expected/qmc_is/%s/sd", name);
    double sd = survival_case_number(c, path);
    snprintf(path, sizeof path, "expected/qmc_is/%s/mean", name);
    double off = fabs(s.mean - survival_case_number(c, path)) / sd, worst = 0;
    const double got[] = {s.q05, s.q25, s.q50, s.q75, s.q95};
    for (int q = 0; q < 5; q++) {
        snprintf(path, sizeof path, "expected/qmc_is/%s/q/%d", name, q);
        worst = fmax(worst, fabs(got[q] - survival_case_number(c, path)) / sd);
    }
    print_message("# %s: mean off by %.4f sd, quantiles by %.4f\n", name, off, worst);
    assert_true(off <= 0.02 * loose);
    assert_true(worst <= (loose > 1 ? 0.10 : 0.06));
}

/* The column "shoe" (from 1) becomes the groups. */
static void take_groups(survival_case *c, ff_aft_data *data, ff_survival_model *model) {
    unsigned char *groups = ff_arena_take(&c->arena, data->count, 1);
    const double *shoes = data->columns[--data->column_count];
    for (size_t i = 0; i < data->count; i++) {
        size_t shoe = (size_t)shoes[i];
        groups[i] = (unsigned char)(shoe - 1);
        model->group_count = shoe > model->group_count ? shoe : model->group_count;
    }
    model->groups = groups;
    model->tau_scale = survival_case_number(c, "priors/shoe/tauscale");
}

static void as_reference(const char *name) {
    survival_case c;
    if (!survival_case_read(name, &c)) {
        skip();
    }
    ff_prior priors[FF_AFT_MOST_PARAMETERS];
    ff_aft_data data = c.data;
    ff_survival_model model = {.data = &data,
                      .law = (ff_law)ff_law_of_name(json_string_value(survival_case_at(&c, "dist"))),
                      .priors = priors};
    bool shoes = json_is_true(survival_case_at(&c, "shoe_column"));
    if (shoes) {
        take_groups(&c, &data, &model);
    }
    read_priors(&c, priors, data.column_count);
    ff_posterior posterior;
    assert_int_equal(ff_posterior_of(&c.arena, &model, FF_SAMPLE_DRAWS, &posterior, NULL), FF_OK);
    print_message("# %s: khat %.2f, evidence off by %.4f\n", name, posterior.sample.khat,
                  posterior.log_evidence - survival_case_number(&c, "log_evidence/mean"));
    assert_true(posterior.sample.khat <= FF_KHAT_GOOD);
    assert_true(fabs(posterior.log_evidence - survival_case_number(&c, "log_evidence/mean")) <
                (shoes ? 0.03 : 0.01));
    for (size_t j = 0; j < posterior.parameters; j++) {
        check_parameter(&c, &posterior, j,
                        j == 0                          ? "(Intercept)"
                        : j + 1 == posterior.parameters ? "log_sigma"
                                                        : c.names[j - 1],
                        shoes ? 1.5 : 1);
    }
    survival_case_free(&c);
}

static void ten_runs(void **state) { (void)state; as_reference("p01-post-runner10-ln"); }
static void runs_24(void **state) { (void)state; as_reference("p02-post-runner24-ln"); }
static void students_t(void **state) { (void)state; as_reference("p03-post-runner24-ll-t"); }
static void separated(void **state) { (void)state; as_reference("p04-post-separated6-ln"); }
static void three_shoes(void **state) { (void)state; as_reference("p05-post-shoes30-ln"); }
static void weibull(void **state) { (void)state; as_reference("p06-post-ovarian-weib"); }
static void intervals(void **state) { (void)state; as_reference("p07-post-bcos-ll"); }

/* ---- evidence under each cause ---- */

static void causes_of(const char *name) {
    survival_case c;
    if (!survival_case_read(name, &c)) {
        skip();
    }
    ff_prior priors[3] = {
        {FF_PRIOR_NORMAL, survival_case_number(&c, "nuisance_priors/intercept/0"),
         survival_case_number(&c, "nuisance_priors/intercept/1"), 0},
        {FF_PRIOR_NORMAL, 0, 0.5, 0},
        {FF_PRIOR_NORMAL, survival_case_number(&c, "nuisance_priors/log_sigma/0"),
         survival_case_number(&c, "nuisance_priors/log_sigma/1"), 0}};
    ff_survival_model model = {.data = &c.data, .law = FF_LAW_LOGLOGISTIC, .priors = priors};
    ff_posterior known;
    assert_int_equal(ff_posterior_of(&c.arena, &model, FF_SAMPLE_DRAWS, &known, NULL), FF_OK);
    const char *cause;
    json_t *prior;
    double weights[16], sum = 0;
    size_t count = 0;
    json_object_foreach(survival_case_at(&c, "prior_causes"), cause, prior) {
        char path[128];
        ff_prior under[3] = {priors[0], priors[1], priors[2]};
        snprintf(path, sizeof path, "r1_mean/%s/lacing", cause);
        under[1].location = survival_case_number(&c, path);
        snprintf(path, sizeof path, "r1_sd/%s/lacing", cause);
        under[1].scale = survival_case_number(&c, path);
        ff_posterior posterior;
        assert_int_equal(
            ff_posterior_under(&c.arena, &model, &known, under, 2048, &posterior, NULL), FF_OK);
        snprintf(path, sizeof path, "expected/log_evidence/%s", cause);
        double off = posterior.log_evidence - survival_case_number(&c, path);
        print_message("# %s: evidence off by %.4f, khat %.2f\n", cause, off,
                      posterior.sample.khat);
        assert_true(fabs(off) < 0.02);
        weights[count] = json_number_value(prior) * exp(posterior.log_evidence);
        sum += weights[count++];
    }
    count = 0;
    json_object_foreach(survival_case_at(&c, "prior_causes"), cause, prior) {
        char path[128];
        snprintf(path, sizeof path, "expected/cause_posterior/%s", cause);
        assert_true(fabs(weights[count++] / sum - survival_case_number(&c, path)) < 0.005);
    }
    survival_case_free(&c);
}

static void laces_speak(void **state) { (void)state; causes_of("c01-cause-lacing10"); }
static void laces_are_silent(void **state) { (void)state; causes_of("c02-cause-lacing10-null"); }

static ff_lanes a_point(const void *data, const ff_lanes *x) {
    ff_lanes value;
    (void)data;
    FF_EACH_LANE(l) { value.of[l] = x[0].of[l] == 3 ? 0 : -INFINITY; }
    return value;
}

/* A density that no draw meets has no mean; it is refused, not told as figures of nothing. */
static void met_by_no_draw(void **state) {
    (void)state;
    ff_arena arena;
    ff_sample sample = {0};
    ff_target target = {1, a_point, NULL};
    double peak = 3, covariance = 1;
    ff_arena_init(&arena, NULL);
    assert_int_equal(ff_sample_of(&arena, &target, &peak, &covariance, 4096, &sample, NULL), FF_ERR_VALUE);
    assert_int_equal(ff_sample_near(&arena, &target, &peak, &covariance, 4096, 0, NULL, &sample, NULL), FF_OK);
    assert_true(sample.khat > FF_KHAT_GOOD);
    assert_true(sample.log_mass == -INFINITY && sample.mean[0] == 0);
    ff_arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_runs),    cmocka_unit_test(runs_24),   cmocka_unit_test(students_t),
        cmocka_unit_test(separated),   cmocka_unit_test(three_shoes), cmocka_unit_test(weibull),
        cmocka_unit_test(intervals),   cmocka_unit_test(laces_speak),
        cmocka_unit_test(laces_are_silent), cmocka_unit_test(met_by_no_draw),
    };
    return cmocka_run_group_tests_name("posterior", tests, NULL, NULL);
}
