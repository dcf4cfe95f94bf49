#include "trial/analyse.h"

#include "trial/checks.h"
#include "trial/design.h"
#include "trial/effect_likelihood.h"
#include "trial/late_acting.h"
#include "trial/redraw.h"
#include "trial/trend.h"
#include "trial/verdict.h"

#include <math.h>
#include <string.h>

/* Draws under the prior that is the same for all changes, of it where a run is left out, and under each cause. */
enum { DRAWS = 16384, DRAWS_WITHOUT = 4096, DRAWS_UNDER = 2048 };

/* Room for the draws of most trials. */
enum { ROOM = 10 << 20, ROOM_PASSING = 4 << 20 };

/* Work in hand. */
typedef struct {
    ff_arena *arena;
    ff_arena *passing; /* for what is needed for a moment; empty between the steps */
    const ff_trial_question *question;
    ff_trial_analysis *out;
    ff_error *error;
    ff_design design;
    ff_survival_model model;
    ff_posterior known;       /* under the prior that is the same for all */
    ff_posterior *under;      /* under each cause */
} work;

static double log_of_tenth(void) {
    return log(1.1);
}

/* ---- one change ---- */

static const double *draws_of(const ff_posterior *posterior, size_t parameter) {
    return posterior->sample.values + parameter * posterior->sample.count;
}

static double chance_above(const ff_posterior *posterior, size_t parameter, double least) {
    const double *x = draws_of(posterior, parameter);
    double sum = 0;
    for (size_t m = 0; m < posterior->sample.count; m++) {
        sum += x[m] > least ? posterior->sample.weights[m] : 0;
    }
    return sum;
}

static ff_code describe(work *w, ff_trial_effect *effect, size_t parameter) {
    const ff_posterior *known = &w->known;
    const ff_sample *sample = &known->sample;
    ff_summary s;
    ff_code code = ff_summary_of(w->passing, draws_of(known, parameter), sample->weights,
                                 sample->count, &s, w->error);
    ff_arena_empty(w->passing);
    if (code != FF_OK) {
        return code;
    }
    effect->mean = s.mean;
    effect->sd = s.sd;
    effect->low = exp(s.q05);
    effect->median = exp(s.q50);
    effect->high = exp(s.q95);
    effect->helps = chance_above(known, parameter, 0);
    effect->helps_tenth = chance_above(known, parameter, log_of_tenth());
    effect->helps_fifth = chance_above(known, parameter, log(1.2));
    effect->helps_half = chance_above(known, parameter, log(1.5));
    effect->harms = ff_effect_chances_of(draws_of(known, parameter), sample->weights, sample->count, 1).harms;
    effect->without_min = w->out->median_min;
    effect->with_min = w->out->median_min * effect->median;
    return FF_OK;
}

/* The evidence with the change over that with none at all: its prior drawn together at 0. */
static ff_code weigh_against_none(work *w, ff_trial_effect *effect, size_t parameter) {
    ff_prior priors[FF_AFT_MOST_PARAMETERS];
    ff_posterior none;
    memcpy(priors, w->model.priors, w->known.parameters * sizeof *priors);
    priors[parameter].scale = 0.005;
    ff_code code = ff_posterior_under(w->passing, &w->model, &w->known, priors, DRAWS_UNDER, &none,
                                      w->error);
    if (code == FF_OK) {
        effect->bayes_factor = exp(w->known.log_evidence - none.log_evidence);
    }
    ff_arena_empty(w->passing); /* only the evidence stays */
    return code;
}

static ff_code take_effects(work *w) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < w->out->effect_count && code == FF_OK; i++) {
        ff_trial_effect *effect = &w->out->effects[i];
        if (effect->state == FF_EFFECT_KNOWN) {
            code = describe(w, effect, w->design.parameter[i]);
        }
    }
    return code;
}

static ff_code weigh_effects(work *w) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < w->out->effect_count && code == FF_OK; i++) {
        ff_trial_effect *effect = &w->out->effects[i];
        if (effect->state == FF_EFFECT_KNOWN) {
            code = weigh_against_none(w, effect, w->design.parameter[i]);
        }
    }
    return code;
}

/* ---- the causes ---- */

/* A cause that the runs leave with less than this needs no closer look: the few draws would have to be
 * wrong about its evidence by a factor of thousands for it to matter. */
#define HARDLY_WEIGHS 1e-6

/* What a cause says of the parameters: its own effects of the changes. */
static void priors_under(const work *w, size_t c, ff_prior *priors) {
    const ff_trial_cause *cause = &w->question->causes[c];
    memcpy(priors, w->model.priors, w->known.parameters * sizeof *priors);
    for (size_t i = 0; i < w->question->change_count; i++) {
        if (w->design.parameter[i] > 0) {
            priors[w->design.parameter[i]] =
                (ff_prior){FF_PRIOR_NORMAL, cause->mean[i], cause->sd[i], 0};
        }
    }
}

static ff_code weigh_cause(work *w, size_t c) {
    ff_prior priors[FF_AFT_MOST_PARAMETERS];
    priors_under(w, c, priors);
    ff_code code = ff_posterior_near(w->arena, &w->model, &w->known, priors, DRAWS_UNDER,
                                     &w->under[c], w->error);
    w->out->causes[c].log_evidence = w->under[c].log_evidence;
    return code;
}

/* Where the few draws are no good, and it matters. */
static ff_code weigh_cause_again(work *w, size_t c) {
    ff_prior priors[FF_AFT_MOST_PARAMETERS];
    ff_posterior *under = &w->under[c];
    bool weighs = !(w->out->causes[c].after < HARDLY_WEIGHS); /* NAN: the few draws met none of the causes */
    ff_code code = FF_OK;
    if (!(under->sample.khat <= FF_KHAT_GOOD) && (weighs || under->sample.count == 0)) {
        priors_under(w, c, priors);
        code = ff_posterior_under(w->arena, &w->model, &w->known, priors, DRAWS_UNDER, under, w->error);
        w->out->causes[c].log_evidence = under->log_evidence;
    }
    if (code == FF_OK && weighs) {
        w->out->khat = fmax(w->out->khat, under->sample.khat);
    }
    return code;
}

static void update_causes(work *w) {
    double most = -INFINITY, sum = 0;
    for (size_t c = 0; c < w->out->cause_count; c++) {
        most = fmax(most, w->out->causes[c].log_evidence);
    }
    for (size_t c = 0; c < w->out->cause_count; c++) {
        ff_trial_belief *belief = &w->out->causes[c];
        belief->after = belief->before * exp(belief->log_evidence - most);
        sum += belief->after;
    }
    for (size_t c = 0; c < w->out->cause_count; c++) {
        w->out->causes[c].after /= sum;
    }
}

static void mix_effects(work *w) {
    for (size_t i = 0; i < w->out->effect_count; i++) {
        ff_trial_effect *effect = &w->out->effects[i];
        size_t parameter = w->design.parameter[i];
        if (effect->state != FF_EFFECT_KNOWN) {
            continue;
        }
        effect->mixture_tenth = effect->mixture_mean = w->out->cause_count > 0 ? 0 : NAN;
        for (size_t c = 0; c < w->out->cause_count; c++) {
            double weight = w->out->causes[c].after;
            effect->mixture_tenth += weight * chance_above(&w->under[c], parameter, log_of_tenth());
            effect->mixture_mean += weight * w->under[c].sample.mean[parameter];
        }
    }
}

static ff_code take_causes(work *w) {
    ff_code code = FF_OK;
    w->under = ff_arena_take(w->arena, w->out->cause_count, sizeof *w->under);
    if (w->under == NULL) {
        return ff_arena_check(w->arena, w->error);
    }
    for (size_t c = 0; c < w->out->cause_count && code == FF_OK; c++) {
        code = weigh_cause(w, c);
    }
    if (code == FF_OK) {
        update_causes(w);
    }
    for (size_t c = 0; c < w->out->cause_count && code == FF_OK; c++) {
        code = weigh_cause_again(w, c);
    }
    if (code == FF_OK) {
        update_causes(w);
        mix_effects(w);
    }
    return code;
}

/* ---- the next run ---- */

static double covariance_of(const ff_posterior *posterior, size_t j, size_t k) {
    return posterior->sample.covariance[j * posterior->sample.dimensions + k];
}

/* Runs all of which were with a change tell of the usual only what the cause says that the change does. */
static void take_back(const work *w, const ff_trial_cause *cause, double *usual, double *variance) {
    for (size_t i = 0; i < w->question->change_count; i++) {
        if (w->out->effects[i].state == FF_EFFECT_ALWAYS_MADE) {
            *usual -= cause->mean[i];
            *variance += cause->sd[i] * cause->sd[i];
        }
    }
}

/* An arm of the next run under one cause. A change that no run had yet is where that cause puts it. */
static void look_at_change(const work *w, size_t c, size_t change, size_t arm, ff_outlook *outlook) {
    const ff_posterior *under = &w->under[c];
    const ff_trial_cause *cause = &w->question->causes[c];
    size_t parameter = w->design.parameter[change];
    double usual_variance = outlook->spread[FF_ARM_USUAL] * outlook->spread[FF_ARM_USUAL];
    double effect = parameter > 0 ? under->sample.mean[parameter] : cause->mean[change];
    double variance = parameter > 0 ? covariance_of(under, parameter, parameter)
                                    : cause->sd[change] * cause->sd[change];
    double shared = parameter > 0 ? 2 * covariance_of(under, 0, parameter) : 0;
    outlook->effect[arm] = effect;
    outlook->effect_sd[arm] = sqrt(variance);
    outlook->mean[arm] = outlook->mean[FF_ARM_USUAL] + effect;
    outlook->spread[arm] = sqrt(usual_variance + variance + shared);
}

static void look_ahead(const work *w, size_t c, ff_outlook *outlook) {
    const ff_posterior *under = &w->under[c];
    const ff_trial_question *q = w->question;
    double sigma = w->out->sigma, usual = under->sample.mean[0];
    double usual_variance = covariance_of(under, 0, 0) + sigma * sigma;
    take_back(w, &q->causes[c], &usual, &usual_variance);
    *outlook = (ff_outlook){.weight = w->out->causes[c].after};
    outlook->mean[FF_ARM_USUAL] = usual;
    outlook->spread[FF_ARM_USUAL] = sqrt(usual_variance);
    size_t count = q->ahead != NULL ? q->ahead_count : q->change_count;
    for (size_t i = 0; i < count && i < FF_TRIAL_MOST_CHANGES; i++) {
        look_at_change(w, c, q->ahead != NULL ? q->ahead[i] : i, i + 1, outlook);
    }
}

static ff_code look_ahead_all(work *w) {
    size_t count = w->out->cause_count;
    w->out->outlooks = ff_arena_take(w->arena, count, sizeof *w->out->outlooks);
    if (w->out->outlooks == NULL) {
        return ff_arena_check(w->arena, w->error);
    }
    for (size_t c = 0; c < count; c++) {
        look_ahead(w, c, &w->out->outlooks[c]);
    }
    w->out->outlook_count = count;
    return FF_OK;
}

/* ---- the whole ---- */

static void take_level(work *w) {
    const ff_posterior *known = &w->known;
    const double *log_scale = draws_of(known, known->parameters - 1);
    double sum = 0;
    for (size_t m = 0; m < known->sample.count; m++) {
        sum += known->sample.weights[m] * exp(log_scale[m]);
    }
    size_t drift = w->design.drift;
    w->out->sigma = sum * ff_law_sd(w->model.law);
    w->out->median_min = exp(known->sample.mean[0]);
    w->out->drift = known->sample.mean[drift];
    w->out->drift_sd = sqrt(covariance_of(known, drift, drift));
    w->out->khat = known->sample.khat;
}

static double mean_pace(const ff_trial_question *q) {
    double sum = 0, known = 0;
    for (size_t i = 0; i < q->run_count; i++) {
        double pace = q->runs[i].by[FF_ADJUST_PACE];
        sum += isfinite(pace) ? pace : 0;
        known += isfinite(pace);
    }
    return known > 0 ? sum / known : NAN;
}

static ff_code begin(work *w) {
    const ff_trial_question *q = w->question;
    ff_trial_analysis *out = w->out;
    *out = (ff_trial_analysis){.effect_count = q->change_count,
                               .cause_count = q->cause_count,
                               .median_min = NAN,
                               .sigma = NAN,
                               .drift = NAN,
                               .pace_min_km = mean_pace(q),
                               .odd_run = q->run_count};
    out->effects = ff_arena_take(w->arena, q->change_count, sizeof *out->effects);
    out->causes = ff_arena_take(w->arena, q->cause_count, sizeof *out->causes);
    if (ff_arena_check(w->arena, w->error) != FF_OK) {
        return FF_ERR_MEMORY;
    }
    double sum = 0;
    for (size_t c = 0; c < q->cause_count; c++) {
        sum += q->causes[c].prior;
    }
    for (size_t c = 0; c < q->cause_count; c++) {
        double share = q->causes[c].prior / sum;
        out->causes[c] = (ff_trial_belief){.id = q->causes[c].id, .before = share, .after = share};
    }
    ff_design_count(q, out);
    for (size_t i = 0; i < q->run_count; i++) {
        out->by_draw = out->by_draw || q->runs[i].by_draw;
    }
    out->worsens = ff_numbness_worsens(q->runs, q->run_count);
    return FF_OK;
}

/* Above this Pareto k the draws have no mean, however many are made [Vehtari et al. 2024]: it comes of many
 * changes in few runs, where the scatter could be anything. */
#define WORTHLESS 1.0

static void withhold(work *w) {
    w->out->khat = w->known.sample.khat;
    for (size_t i = 0; i < w->out->effect_count; i++) {
        ff_effect_state *state = &w->out->effects[i].state;
        *state = *state == FF_EFFECT_KNOWN ? FF_EFFECT_TOO_MANY : *state;
    }
}

/* The model, what it says of the changes, and the causes. */
static ff_code fit(work *w, size_t draws) {
    ff_code code = ff_design_of(w->arena, w->question, FF_LAW_LOGLOGISTIC, FF_DESIGN_WHOLE,
                                &w->design, &w->model, w->error);
    if (code == FF_OK) {
        code = ff_posterior_of(w->arena, &w->model, draws, &w->known, w->error);
    }
    if (code != FF_OK) {
        return code;
    }
    w->out->figures = w->known.sample.khat <= WORTHLESS;
    if (!w->out->figures) {
        withhold(w);
        return FF_OK;
    }
    take_level(w);
    code = take_effects(w);
    return code == FF_OK ? take_causes(w) : code;
}

/* ---- without a run ---- */

static ff_code analyse_without(work *w, size_t run) {
    const ff_trial_question *q = w->question;
    ff_trial_without *without = &w->out->without[w->out->without_count++];
    ff_trial_question rest = *q;
    ff_trial_analysis answer;
    ff_trial_run *runs = ff_arena_take(w->arena, q->run_count, sizeof *runs);
    ff_code code = ff_arena_check(w->arena, w->error);
    if (code != FF_OK) {
        return code;
    }
    memcpy(runs, q->runs, run * sizeof *runs);
    memcpy(runs + run, q->runs + run + 1, (q->run_count - run - 1) * sizeof *runs);
    rest.runs = runs;
    rest.run_count--;
    work without_it = {.arena = w->arena, .passing = w->passing, .question = &rest, .out = &answer, .error = w->error};
    code = begin(&without_it);
    if (code == FF_OK && rest.run_count > 0) {
        code = fit(&without_it, DRAWS_WITHOUT);
    }
    ff_verdicts_by_chances(&rest, &answer);
    *without = (ff_trial_without){run, answer.effects};
    return code;
}

static const ff_trial_without *find_without(const ff_trial_analysis *a, size_t run) {
    for (size_t i = 0; i < a->without_count; i++) {
        if (a->without[i].run == run) {
            return &a->without[i];
        }
    }
    return NULL;
}

/* A run decides only if the verdict really falls without it. */
static void settle_decisive(ff_trial_analysis *out, size_t change) {
    ff_trial_effect *effect = &out->effects[change];
    bool suspected = effect->decisive < out->usable;
    size_t run = suspected ? effect->decisive : out->odd_run;
    const ff_trial_without *without = find_without(out, run);
    bool falls = without != NULL && effect->state == FF_EFFECT_KNOWN &&
                 ff_verdict_is_settled(effect->verdict) &&
                 without->effects[change].verdict != effect->verdict;
    effect->decisive = falls ? run : out->usable;
}

/* The run that does not fit is left out, and runs that are suspected to decide, one at a time. */
static ff_code leave_out_runs(work *w) {
    ff_trial_analysis *out = w->out;
    out->without = ff_arena_take(w->arena, out->effect_count + 1, sizeof *out->without);
    ff_code code = ff_arena_check(w->arena, w->error);
    if (code == FF_OK && out->odd_run < out->usable) {
        code = analyse_without(w, out->odd_run);
    }
    for (size_t i = 0; i < out->effect_count && code == FF_OK; i++) {
        size_t run = out->effects[i].decisive;
        if (run < out->usable && find_without(out, run) == NULL) {
            code = analyse_without(w, run);
        }
        if (code == FF_OK) {
            settle_decisive(out, i);
        }
    }
    return code;
}

/* ---- everything ---- */

static ff_code analyse(work *w) {
    ff_code code = fit(w, DRAWS);
    if (code != FF_OK || !w->out->figures) {
        return code;
    }
    code = weigh_effects(w);
    if (code == FF_OK) {
        code = ff_effect_likelihood_of(w->arena, &w->design, &w->model, &w->known,
                                       w->out->effect_count, &w->out->likelihood, w->error);
    }
    if (code == FF_OK) {
        code = ff_late_acting_of(w->passing, w->question, &w->design, &w->known, w->out, w->error);
    }
    if (code == FF_OK) {
        code = look_ahead_all(w);
    }
    if (code == FF_OK) {
        code = ff_verdicts_of(w->passing, w->question, &w->model, &w->known, w->out, w->error);
    }
    if (code == FF_OK) {
        code = ff_redraw_of(w->arena, w->question, w->out, w->error);
    }
    if (code == FF_OK) {
        code = ff_checks_of(w->arena, w->question, &w->design, &w->model, &w->known, w->out, w->error);
    }
    return code == FF_OK ? leave_out_runs(w) : code;
}

ff_code ff_trial_analyse(ff_arena *arena, const ff_trial_question *question,
                         ff_trial_analysis *analysis, ff_error *error) {
    ff_arena passing;
    work w = {.arena = arena, .passing = &passing, .question = question, .out = analysis, .error = error};
    ff_arena_init(&passing, arena->allocator);
    ff_code code = ff_design_check(question, error);
    if (code == FF_OK) {
        code = begin(&w);
    }
    if (code == FF_OK && analysis->usable > 0) {
        ff_arena_reserve(arena, ROOM);
        ff_arena_reserve(&passing, ROOM_PASSING);
        code = analyse(&w);
    }
    ff_arena_free(&passing);
    return code;
}
