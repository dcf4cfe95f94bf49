#include "trial/verdict.h"

#include "trial/plan.h"

#include <math.h>
#include <string.h>

/* The rule, chosen by replaying trials: with it a change that does nothing is said to work in 5 of
 * 100 trials although the runner looks after every run. */
#define SURE        0.95
#define LIKELY      0.80
#define EXCLUDED    0.10
#define LEAST_RUNS  8u
#define LEAST_ARM   3u
#define LEAST_SWITCHES 3u

/* Longer stretches of the same arm share their weeks (weather, form) too much to say "works": at four
 * runs a 90 % interval holds the truth in 87 to 90 of 100, at five in 81 to 88. */
#define LONGEST_STRETCH 4.0

/* Before so many runs a forecast is a guess. */
#define LEAST_TO_GIVE_UP 12u

/* A run this many SD off is worth a question. */
#define ODD_SD 2.5

enum { DRAWS = 2048, DRAWS_WITHOUT_RUN = 1024 };

/* What a fit says of one change. */
typedef struct {
    double tenth, fifth, harms;
} chances;

static bool enough(const ff_trial_analysis *a, const ff_trial_effect *e) {
    return a->usable >= LEAST_RUNS && e->with >= LEAST_ARM && e->without >= LEAST_ARM;
}

/* Runs of the same arm in a row, on the mean. */
static double stretch(const ff_trial_analysis *a, const ff_trial_effect *e) {
    return (double)a->usable / (double)(e->switches + 1);
}

/* Without causes there is no second opinion. */
static double second_opinion(const ff_trial_effect *e) {
    return isnan(e->mixture_tenth) ? e->helps_tenth : e->mixture_tenth;
}

static ff_verdict first_verdict(const ff_trial_analysis *a, const ff_trial_effect *e) {
    double least = fmin(e->helps_tenth, second_opinion(e));
    bool in_turns = e->switches >= LEAST_SWITCHES && stretch(a, e) <= LONGEST_STRETCH;
    if (enough(a, e) && in_turns && least >= SURE) {
        return FF_VERDICT_WORKS;
    }
    if (enough(a, e) && e->harms >= SURE) {
        return FF_VERDICT_WORSE;
    }
    if (enough(a, e) && e->helps_fifth <= EXCLUDED) {
        return FF_VERDICT_NOT_ENOUGH;
    }
    return least >= LIKELY ? FF_VERDICT_PROMISING : FF_VERDICT_NOT_SETTLED;
}

static bool is_settled(ff_verdict verdict) {
    return verdict == FF_VERDICT_WORKS || verdict == FF_VERDICT_WORSE ||
           verdict == FF_VERDICT_NOT_ENOUGH;
}

/* Whether other chances are so different that the verdict would not even be likely. */
static bool contradicts(ff_verdict verdict, const chances *c) {
    return (verdict == FF_VERDICT_WORKS && c->tenth < LIKELY) ||
           (verdict == FF_VERDICT_WORSE && c->harms < LIKELY) ||
           (verdict == FF_VERDICT_NOT_ENOUGH && c->fifth > 2 * EXCLUDED);
}

/* ---- other laws, other priors ---- */

static chances chances_of(const double *x, const double *weights, size_t count, size_t stride) {
    chances c = {0, 0, 0};
    double sum = 0;
    for (size_t m = 0; m < count; m++) {
        double value = x[m * stride];
        sum += weights[m];
        c.tenth += value > log(1.1) ? weights[m] : 0;
        c.fifth += value > log(1.2) ? weights[m] : 0;
        c.harms += value < -log(1.1) ? weights[m] : 0;
    }
    return (chances){c.tenth / sum, c.fifth / sum, c.harms / sum};
}

static ff_code try_other(ff_arena *arena, const ff_trial_question *question, ff_law law,
                         ff_design_kind kind, ff_trial_analysis *a, ff_error *error) {
    ff_design design;
    ff_survival_model model;
    ff_posterior other;
    ff_code code = ff_design_of(arena, question, law, kind, &design, &model, error);
    if (code == FF_OK) {
        code = ff_posterior_of(arena, &model, DRAWS, &other, error);
    }
    for (size_t i = 0; i < a->effect_count && code == FF_OK; i++) {
        ff_trial_effect *e = &a->effects[i];
        if (e->state != FF_EFFECT_KNOWN || !is_settled(e->verdict)) {
            continue;
        }
        chances c = chances_of(other.sample.values + design.parameter[i] * other.sample.count,
                               other.sample.weights, other.sample.count, 1);
        e->disagrees = e->disagrees || contradicts(e->verdict, &c);
    }
    return code;
}

static ff_code try_others(ff_arena *arena, const ff_trial_question *question,
                          ff_trial_analysis *a, ff_error *error) {
    static const struct {
        ff_law law;
        ff_design_kind kind;
    } others[] = {{FF_LAW_LOGNORMAL, FF_DESIGN_WHOLE},
                  {FF_LAW_LOGLOGISTIC, FF_DESIGN_WIDE},
                  {FF_LAW_LOGLOGISTIC, FF_DESIGN_BARE}};
    ff_code code = FF_OK;
    for (size_t i = 0; i < sizeof others / sizeof *others && code == FF_OK; i++) {
        code = try_other(arena, question, others[i].law, others[i].kind, a, error);
    }
    return code;
}

/* ---- one run at a time ---- */

/* A run's expectation and scale at a draw of the model's own parameters; groups as at the peak. */
static double expectation(const ff_survival_model *model, const double *theta, const ff_posterior *known,
                          size_t run) {
    const ff_aft_data *data = model->data;
    double eta = theta[0];
    for (size_t k = 0; k < data->column_count; k++) {
        eta += theta[k + 1] * data->columns[k][run];
    }
    return model->group_count > 0
               ? eta + known->peak.estimate[known->parameters - 1 + model->groups[run]]
               : eta;
}

static double run_value(const ff_survival_model *model, const double *theta, const ff_posterior *known,
                        size_t run) {
    const ff_aft_data *data = model->data;
    double eta = expectation(model, theta, known, run);
    double log_scale = theta[known->parameters - 1], per = exp(-log_scale);
    ff_known kind = (ff_known)data->kinds[run];
    return ff_law_value(model->law, kind, (data->low[run] - eta) * per,
                        (data->high[run] - eta) * per) -
           (kind == FF_KNOWN_AT ? log_scale : 0);
}

/* Every so-and-so-many-th draw: they fill the space evenly. */
typedef struct {
    size_t count, stride;
    double *theta;   /* draw by draw */
    double *weights, *without;
} few_draws;

static ff_code take_few(ff_arena *arena, const ff_posterior *known, few_draws *few,
                        ff_error *error) {
    size_t p = known->parameters, all = known->sample.count;
    few->count = all < DRAWS_WITHOUT_RUN ? all : DRAWS_WITHOUT_RUN;
    few->stride = all / few->count;
    few->theta = ff_arena_take(arena, few->count * p, sizeof(double));
    few->weights = ff_arena_take(arena, few->count, sizeof(double));
    few->without = ff_arena_take(arena, few->count, sizeof(double));
    ff_code code = ff_arena_check(arena, error);
    for (size_t m = 0; m < few->count && code == FF_OK; m++) {
        few->weights[m] = known->sample.weights[m * few->stride];
        for (size_t j = 0; j < p; j++) {
            few->theta[m * p + j] = known->sample.values[j * all + m * few->stride];
        }
    }
    return code;
}

/* The weights as if that run had not been: each divided by the run's own likelihood. */
static void leave_out(const ff_survival_model *model, const ff_posterior *known, const few_draws *few,
                      size_t run) {
    double most = -INFINITY;
    for (size_t m = 0; m < few->count; m++) {
        few->without[m] = -run_value(model, few->theta + m * known->parameters, known, run);
        most = fmax(most, few->without[m]);
    }
    for (size_t m = 0; m < few->count; m++) {
        few->without[m] = few->weights[m] * exp(few->without[m] - most);
    }
}

static ff_code find_decisive(ff_arena *arena, const ff_design *design, const ff_survival_model *model,
                             const ff_posterior *known, ff_trial_analysis *a, ff_error *error) {
    few_draws few;
    ff_code code = take_few(arena, known, &few, error);
    for (size_t run = 0; run < a->usable && code == FF_OK; run++) {
        leave_out(model, known, &few, run);
        for (size_t i = 0; i < a->effect_count; i++) {
            ff_trial_effect *e = &a->effects[i];
            if (e->state != FF_EFFECT_KNOWN || !is_settled(e->verdict) || e->decisive < a->usable) {
                continue;
            }
            chances c = chances_of(few.theta + design->parameter[i], few.without, few.count,
                                   known->parameters);
            if (contradicts(e->verdict, &c)) {
                e->decisive = run;
            }
        }
    }
    return code;
}

/* Where a run lies among those the model expects, as a normal score; of a censored one the middle of
 * what is left. */
static double score(const ff_survival_model *model, const ff_posterior *known, size_t run) {
    const ff_aft_data *data = model->data;
    const double *theta = known->sample.mean;
    double eta = expectation(model, theta, known, run);
    double per = exp(-theta[known->parameters - 1]);
    double by_low = -expm1(ff_law_log_beyond(model->law, (data->low[run] - eta) * per));
    double by_high = -expm1(ff_law_log_beyond(model->law, (data->high[run] - eta) * per));
    double share = data->kinds[run] == FF_KNOWN_AT       ? by_low
                   : data->kinds[run] == FF_KNOWN_AFTER  ? (1 + by_low) / 2
                   : data->kinds[run] == FF_KNOWN_BEFORE ? by_low / 2
                                                         : (by_low + by_high) / 2;
    return ff_law_quantile(FF_LAW_LOGNORMAL, fmin(fmax(share, 1e-12), 1 - 1e-12));
}

static void find_odd(const ff_survival_model *model, const ff_posterior *known, ff_trial_analysis *a) {
    for (size_t run = 0; run < a->usable; run++) {
        double sd = score(model, known, run);
        if (fabs(sd) > fmax(ODD_SD, fabs(a->odd_sd))) {
            a->odd_run = run;
            a->odd_sd = sd;
        }
    }
}

/* ---- how long still ---- */

static void forecast(ff_trial_analysis *a, ff_trial_effect *e, size_t candidates) {
    ff_trial_plan plan = {.sigma = a->sigma,
                          .censored = fmin(0.9, 1 - (double)a->numb / (double)a->usable),
                          .candidates = candidates};
    double effect = fmax(fabs(e->mean), 1e-3);
    double all = ff_trial_runs_for(&plan, exp(effect));
    e->runs_to_go = is_settled(e->verdict) ? 0 : fmax(1, ceil(all - (double)a->usable));
    if (e->verdict == FF_VERDICT_NOT_SETTLED && a->usable >= LEAST_TO_GIVE_UP &&
        all > FF_TRIAL_MOST_RUNS) {
        e->verdict = FF_VERDICT_CANNOT_BE_SETTLED;
    }
}

ff_code ff_verdicts_of(ff_arena *arena, const ff_trial_question *question, const ff_design *design,
                       const ff_survival_model *model, const ff_posterior *known,
                       ff_trial_analysis *analysis, ff_error *error) {
    size_t settled = 0, varied = 0;
    for (size_t i = 0; i < analysis->effect_count; i++) {
        ff_trial_effect *e = &analysis->effects[i];
        if (e->state == FF_EFFECT_KNOWN) {
            e->verdict = first_verdict(analysis, e);
            settled += is_settled(e->verdict);
            varied++;
        }
    }
    ff_code code = FF_OK;
    if (settled > 0) {
        code = try_others(arena, question, analysis, error);
        if (code == FF_OK) {
            code = find_decisive(arena, design, model, known, analysis, error);
        }
    }
    find_odd(model, known, analysis);
    for (size_t i = 0; i < analysis->effect_count && code == FF_OK; i++) {
        ff_trial_effect *e = &analysis->effects[i];
        if (e->state == FF_EFFECT_KNOWN) {
            e->verdict = e->disagrees ? FF_VERDICT_NOT_SETTLED : e->verdict;
            forecast(analysis, e, varied);
        }
    }
    return code;
}
