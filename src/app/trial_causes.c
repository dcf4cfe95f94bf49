#include "app/trial_causes.h"

#include <math.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* As any change is judged where nothing is known of it. */
#define UNKNOWN_EFFECT_SD 0.5

const ff_cause *ff_trial_cause_named(const char *name) {
    for (size_t c = 0; c < knowledge->cause_count; c++) {
        const ff_cause *cause = &knowledge->causes[c];
        if (strcmp(cause->id, name) == 0 || (*name != '\0' && strcmp(cause->also, name) == 0)) {
            return cause;
        }
    }
    return NULL;
}

void ff_trial_cause_effects(const ff_cause *cause, const char *const *changes, size_t count,
                            ff_trial_cause *out) {
    for (size_t i = 0; i < count; i++) {
        const ff_remedy *remedy = ff_knowledge_remedy(knowledge, changes[i]);
        ff_expected_effect effect = {0, UNKNOWN_EFFECT_SD, NULL};
        if (remedy != NULL) {
            effect = ff_knowledge_effect(knowledge, remedy, cause);
        }
        out->mean[i] = effect.mean;
        out->sd[i] = effect.sd;
    }
}

bool ff_trial_same_effects(const ff_trial_cause *a, const ff_trial_cause *b, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (a->mean[i] != b->mean[i] || a->sd[i] != b->sd[i]) {
            return false;
        }
    }
    return true;
}

size_t ff_trial_add_cause(ff_trial_cause *causes, size_t count, size_t changes,
                          const ff_trial_cause *cause) {
    bool other = strcmp(cause->id, "other") == 0;
    for (size_t c = 0; c < count; c++) {
        if (ff_trial_same_effects(&causes[c], cause, changes) &&
            (strcmp(causes[c].id, "other") == 0) == other) {
            causes[c].prior += cause->prior;
            return count;
        }
    }
    causes[count] = *cause;
    return count + 1;
}

/* What is not known of the usual onset before any run: SD of its log. */
#define USUAL_SPREAD 0.6

void ff_trial_expect(const ff_trial_cause *cause, size_t changes, double usual_min, ff_outlook *outlook) {
    *outlook = (ff_outlook){.weight = cause->prior};
    for (size_t arm = 0; arm <= changes; arm++) {
        double effect = arm > 0 ? cause->mean[arm - 1] : 0, sd = arm > 0 ? cause->sd[arm - 1] : 0;
        outlook->effect[arm] = effect;
        outlook->effect_sd[arm] = sd;
        outlook->mean[arm] = log(usual_min) + effect;
        outlook->spread[arm] = sqrt(USUAL_SPREAD * USUAL_SPREAD + sd * sd);
    }
}

void ff_trial_take_knowledge(ff_trial_question *question) {
    for (size_t i = 0; i < question->change_count; i++) {
        const ff_remedy *remedy = ff_knowledge_remedy(&ff_knowledge_built_in, question->changes[i]);
        question->acts[i] = remedy != NULL ? remedy->acts : FF_ACTS_AT_ONCE;
        if (strcmp(question->changes[i], "load_down") == 0) {
            question->left_out[FF_ADJUST_LOAD] = true;
        }
    }
}

/* What a change promises: its good under each cause times the chance of that cause. */
static double promise(const ff_trial_question *q, size_t change) {
    double sum = 0;
    for (size_t c = 0; c < q->cause_count; c++) {
        sum += q->causes[c].prior * fmax(q->causes[c].mean[change], 0);
    }
    return sum;
}

/* What is made over weeks cannot be made on one run and left on the next. */
static bool can_be_drawn(const ff_trial_question *q, size_t change) {
    return q->acts[change] != FF_ACTS_BY_WEEKS;
}

size_t ff_trial_candidates(const ff_trial_question *question,
                           size_t chosen[FF_TRIAL_MOST_CHANGES]) {
    size_t count = 0;
    for (size_t i = 0; i < question->change_count; i++) {
        size_t better = 0;
        for (size_t j = 0; j < question->change_count; j++) {
            double more = promise(question, j) - promise(question, i);
            better += can_be_drawn(question, j) && (more > 0 || (more == 0 && j < i));
        }
        if (can_be_drawn(question, i) && better < FF_TRIAL_MOST_CHANGES) {
            chosen[count++] = i;
        }
    }
    return count;
}
