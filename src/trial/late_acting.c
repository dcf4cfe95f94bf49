#include "trial/late_acting.h"

#include "trial/verdict.h"

#include <math.h>

enum { DRAWS = 2048, WAYS = 3 };

/* The ways beside acting at once. */
static const double ramps[WAYS - 1] = {3, 6}, carries[WAYS - 1] = {0.25, 0.5};

/* The draws of one change under each way, one after the other. */
typedef struct {
    double *values, *weights;
    size_t count;
} mixed_draws;

static ff_code fit_way(ff_arena *arena, const ff_trial_question *question, size_t change, size_t way,
                       const ff_posterior *known, ff_posterior *other, ff_error *error) {
    ff_trial_question late = *question;
    ff_design design;
    ff_survival_model model;
    if (question->acts[change] == FF_ACTS_SLOWLY) {
        late.ramp[change] = ramps[way - 1];
    } else {
        late.carry[change] = carries[way - 1];
    }
    ff_code code = ff_design_of(arena, &late, FF_LAW_LOGLOGISTIC, FF_DESIGN_WHOLE, &design, &model, error);
    return code == FF_OK ? ff_posterior_under(arena, &model, known, model.priors, DRAWS, other, error)
                         : code;
}

/* Of each way what the runs leave of its third. */
static void weigh_ways(const ff_posterior *const ways[WAYS], double weights[WAYS]) {
    double most = -INFINITY, sum = 0;
    for (size_t way = 0; way < WAYS; way++) {
        most = fmax(most, ways[way]->log_evidence);
    }
    for (size_t way = 0; way < WAYS; way++) {
        weights[way] = exp(ways[way]->log_evidence - most);
        sum += weights[way];
    }
    for (size_t way = 0; way < WAYS; way++) {
        weights[way] /= sum;
    }
}

/* Every so manyth draw of a way serves: as many as the others have. */
static size_t step_of(const ff_posterior *way) {
    return way->sample.count > 2 * DRAWS ? way->sample.count / (2 * DRAWS) : 1;
}

static ff_code mix(ff_arena *arena, const ff_posterior *const ways[WAYS], const double weights[WAYS],
                   size_t parameter, mixed_draws *mixed, ff_error *error) {
    size_t room = 0;
    for (size_t way = 0; way < WAYS; way++) {
        room += ways[way]->sample.count;
    }
    mixed->values = ff_arena_room(arena, room, sizeof *mixed->values);
    mixed->weights = ff_arena_room(arena, room, sizeof *mixed->weights);
    ff_code code = ff_arena_check(arena, error);
    for (size_t way = 0; way < WAYS && code == FF_OK; way++) {
        const ff_sample *sample = &ways[way]->sample;
        size_t step = step_of(ways[way]), first = mixed->count;
        double sum = 0;
        for (size_t m = 0; m < sample->count; m += step) {
            mixed->values[mixed->count] = sample->values[parameter * sample->count + m];
            mixed->weights[mixed->count++] = sample->weights[m];
            sum += sample->weights[m];
        }
        for (size_t m = first; m < mixed->count; m++) {
            mixed->weights[m] *= weights[way] / sum;
        }
    }
    return code;
}

static ff_code describe(ff_arena *arena, const mixed_draws *mixed, ff_late_acting *late, ff_error *error) {
    ff_summary s;
    ff_code code = ff_summary_of(arena, mixed->values, mixed->weights, mixed->count, &s, error);
    if (code == FF_OK) {
        ff_effect_chances chances = ff_effect_chances_of(mixed->values, mixed->weights, mixed->count, 1);
        late->low = exp(s.q05);
        late->median = exp(s.q50);
        late->high = exp(s.q95);
        late->tenth = chances.tenth;
        late->fifth = chances.fifth;
        late->harms = chances.harms;
    }
    return code;
}

static ff_code weigh_change(ff_arena *arena, const ff_trial_question *question, size_t change,
                            size_t parameter, const ff_posterior *known, ff_late_acting *late,
                            ff_error *error) {
    ff_posterior others[WAYS - 1];
    const ff_posterior *ways[WAYS] = {known};
    double weights[WAYS];
    mixed_draws mixed = {0};
    ff_code code = FF_OK;
    for (size_t way = 1; way < WAYS && code == FF_OK; way++) {
        code = fit_way(arena, question, change, way, known, &others[way - 1], error);
        ways[way] = &others[way - 1];
    }
    if (code == FF_OK) {
        weigh_ways(ways, weights);
        code = mix(arena, ways, weights, parameter, &mixed, error);
    }
    if (code == FF_OK) {
        late->chance = 1 - weights[0];
        code = describe(arena, &mixed, late, error);
    }
    return code;
}

ff_code ff_late_acting_of(ff_arena *passing, const ff_trial_question *question, const ff_design *design,
                          const ff_posterior *known, ff_trial_analysis *analysis, ff_error *error) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < analysis->effect_count && code == FF_OK; i++) {
        ff_trial_effect *effect = &analysis->effects[i];
        if (effect->state == FF_EFFECT_KNOWN && question->acts[i] != FF_ACTS_AT_ONCE) {
            code = weigh_change(passing, question, i, design->parameter[i], known, &effect->late, error);
            ff_arena_empty(passing);
        }
    }
    return code;
}
