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

enum { DRAWS = 2048 };

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

static ff_verdict first_verdict(const ff_trial_analysis *a, const ff_trial_effect *e, ff_acting acts) {
    double least = fmin(e->helps_tenth, second_opinion(e));
    bool in_turns = e->switches >= LEAST_SWITCHES && stretch(a, e) <= LONGEST_STRETCH;
    bool helps = enough(a, e) && least >= SURE;
    if (helps && acts == FF_ACTS_BY_WEEKS) {
        return FF_VERDICT_GOES_WITH;
    }
    if (helps && in_turns) {
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

bool ff_verdict_is_settled(ff_verdict verdict) {
    return verdict == FF_VERDICT_WORKS || verdict == FF_VERDICT_GOES_WITH ||
           verdict == FF_VERDICT_WORSE || verdict == FF_VERDICT_NOT_ENOUGH;
}

double ff_verdict_chance(ff_verdict verdict, const ff_effect_chances *c) {
    switch (verdict) {
    case FF_VERDICT_WORKS:
    case FF_VERDICT_GOES_WITH: return c->tenth;
    case FF_VERDICT_WORSE: return c->harms;
    default: return 1 - c->fifth;
    }
}

bool ff_verdict_falls(ff_verdict verdict, const ff_effect_chances *c) {
    return ff_verdict_is_settled(verdict) && ff_verdict_chance(verdict, c) < LIKELY;
}

ff_effect_chances ff_effect_chances_of(const double *x, const double *weights, size_t count, size_t stride) {
    ff_effect_chances c = {0, 0, 0};
    double sum = 0;
    for (size_t m = 0; m < count; m++) {
        double value = x[m * stride];
        sum += weights[m];
        c.tenth += value > log(1.1) ? weights[m] : 0;
        c.fifth += value > log(1.2) ? weights[m] : 0;
        c.harms += value < -log(1.1) ? weights[m] : 0;
    }
    return (ff_effect_chances){c.tenth / sum, c.fifth / sum, c.harms / sum};
}

/* ---- other laws, other priors ---- */

/* Of the draws of another model: what they say of the verdicts that ended the matter. */
static void hold_against(const ff_posterior *other, const size_t *parameters, ff_trial_analysis *a) {
    const ff_sample *sample = &other->sample;
    for (size_t i = 0; i < a->effect_count; i++) {
        ff_trial_effect *e = &a->effects[i];
        if (e->state == FF_EFFECT_KNOWN && ff_verdict_is_settled(e->verdict)) {
            ff_effect_chances c = ff_effect_chances_of(sample->values + parameters[i] * sample->count,
                                                       sample->weights, sample->count, 1);
            e->disagrees = e->disagrees || ff_verdict_falls(e->verdict, &c);
        }
    }
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
    if (code == FF_OK) {
        hold_against(&other, design.parameter, a);
    }
    return code;
}

/* The same model but for its priors, so what is known serves. */
static ff_code try_wider(ff_arena *arena, const ff_trial_question *question,
                         const ff_survival_model *model, const ff_posterior *known,
                         ff_trial_analysis *a, ff_error *error) {
    ff_design design;
    ff_survival_model wide;
    ff_posterior other;
    ff_code code = ff_design_of(arena, question, model->law, FF_DESIGN_WIDE, &design, &wide, error);
    if (code == FF_OK) {
        code = ff_posterior_under(arena, model, known, wide.priors, DRAWS, &other, error);
    }
    if (code == FF_OK) {
        hold_against(&other, design.parameter, a);
    }
    return code;
}

/* Of the other models nothing stays but what they disagree with. */
static ff_code try_others(ff_arena *passing, const ff_trial_question *question,
                          const ff_survival_model *model, const ff_posterior *known,
                          ff_trial_analysis *a, ff_error *error) {
    ff_code code = try_other(passing, question, FF_LAW_LOGNORMAL, FF_DESIGN_WHOLE, a, error);
    ff_arena_empty(passing);
    if (code == FF_OK) {
        code = try_wider(passing, question, model, known, a, error);
        ff_arena_empty(passing);
    }
    if (code == FF_OK) {
        code = try_other(passing, question, model->law, FF_DESIGN_BARE, a, error);
        ff_arena_empty(passing);
    }
    return code;
}

/* ---- how long still ---- */

static double lacking(size_t least, size_t count) {
    return count < least ? (double)(least - count) : 0;
}

/* Runs that the rule still asks for, whatever they show: each can be one more with or without the change, and
 * one more switch, which also makes the stretches shorter. */
static double still_asked_for(const ff_trial_analysis *a, const ff_trial_effect *e) {
    double arms = lacking(LEAST_ARM, e->with) + lacking(LEAST_ARM, e->without);
    double switches = fmax(lacking(LEAST_SWITCHES, e->switches),
                           ceil(((double)a->usable - LONGEST_STRETCH * (double)(e->switches + 1)) /
                                (LONGEST_STRETCH - 1)));
    return fmax(fmax(lacking(LEAST_RUNS, a->usable), arms), switches);
}

/* Where as many were run as an effect of such a size takes, and it is not settled, nothing tells how many more. */
static void forecast(ff_trial_analysis *a, ff_trial_effect *e, size_t candidates) {
    ff_trial_plan plan = {.sigma = a->sigma,
                          .censored = fmin(0.9, 1 - (double)a->numb / (double)a->usable),
                          .candidates = candidates};
    double effect = fmax(fabs(e->mean), 1e-3);
    double all = ff_trial_runs_for(&plan, exp(effect));
    double more = fmax(ceil(all - (double)a->usable), still_asked_for(a, e));
    e->runs_to_go = ff_verdict_is_settled(e->verdict) ? 0 : more >= 1 ? more : NAN;
    if (e->verdict == FF_VERDICT_NOT_SETTLED && a->usable >= LEAST_TO_GIVE_UP &&
        all > FF_TRIAL_MOST_RUNS) {
        e->verdict = FF_VERDICT_CANNOT_BE_SETTLED;
    }
}

void ff_verdicts_by_chances(const ff_trial_question *question, ff_trial_analysis *analysis) {
    size_t varied = 0;
    for (size_t i = 0; i < analysis->effect_count; i++) {
        varied += analysis->effects[i].state == FF_EFFECT_KNOWN;
    }
    for (size_t i = 0; i < analysis->effect_count; i++) {
        ff_trial_effect *e = &analysis->effects[i];
        if (e->state == FF_EFFECT_KNOWN) {
            e->verdict = first_verdict(analysis, e, question->acts[i]);
            forecast(analysis, e, varied);
        }
    }
}

ff_code ff_verdicts_of(ff_arena *passing, const ff_trial_question *question, const ff_survival_model *model,
                       const ff_posterior *known, ff_trial_analysis *analysis, ff_error *error) {
    size_t settled = 0, varied = 0;
    ff_verdicts_by_chances(question, analysis);
    for (size_t i = 0; i < analysis->effect_count; i++) {
        const ff_trial_effect *e = &analysis->effects[i];
        varied += e->state == FF_EFFECT_KNOWN;
        settled += e->state == FF_EFFECT_KNOWN && ff_verdict_is_settled(e->verdict);
    }
    ff_code code = settled > 0 ? try_others(passing, question, model, known, analysis, error) : FF_OK;
    for (size_t i = 0; i < analysis->effect_count && code == FF_OK; i++) {
        ff_trial_effect *e = &analysis->effects[i];
        ff_effect_chances late = {e->late.tenth, e->late.fifth, e->late.harms};
        e->disagrees = e->disagrees || (!isnan(e->late.chance) && ff_verdict_falls(e->verdict, &late));
        if (e->disagrees) {
            e->verdict = FF_VERDICT_NOT_SETTLED;
            forecast(analysis, e, varied);
        }
    }
    return code;
}
