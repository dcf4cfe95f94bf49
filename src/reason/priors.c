/* Prior weights of the states, and what other priors would make of the same answers. */
#include "reason/network.h"

#include <string.h>

/* Weight of every set of contributors: p_i for those in it, 1 - p_i for those not. */
static void set_weights(const ff_knowledge *knowledge, const double *prior, double *out) {
    out[0] = 1;
    for (size_t i = 0; i < knowledge->contributor_count; i++) {
        size_t sets = (size_t)1 << i;
        for (size_t s = 0; s < sets; s++) {
            out[sets + s] = out[s] * prior[i];
            out[s] *= 1 - prior[i];
        }
    }
}

/* Weight of "no diagnosis". */
static double no_diagnosis(const ff_knowledge *knowledge, const double *prior) {
    double none = 1;
    for (size_t d = 0; d < knowledge->diagnosis_count; d++) {
        none -= prior[knowledge->contributor_count + d];
    }
    return none;
}

/* Weight of the empty state, such that its prior probability is the stated one of no cause found.
 * left_over: what the product would leave for it; all weights together are then 1. */
static double empty_weight(const ff_knowledge *knowledge, const double *prior, double left_over) {
    double other = prior[knowledge->cause_count - 1];
    return other / (1 - other) * (1 - left_over);
}

void ff_state_weights(const ff_knowledge *knowledge, const double *prior, double *sets_out,
                      double *out) {
    size_t contributors = knowledge->contributor_count, sets = (size_t)1 << contributors;
    set_weights(knowledge, prior, sets_out);
    double weight = no_diagnosis(knowledge, prior);
    for (size_t d = 0; d <= knowledge->diagnosis_count; d++) {
        weight = d ? prior[contributors + d - 1] : weight;
        for (size_t s = 0; s < sets; s++) {
            out[d * sets + s] = weight * sets_out[s];
        }
    }
    out[0] = empty_weight(knowledge, prior, out[0]);
}

/* --- other priors ---------------------------------------------------------------------------- */

/* The likelihood summed up under one choice of priors, the empty state left out. When the prior of
 * one cause is then moved, these sums still hold for all that it does not touch: no state is looked
 * at again. */
typedef struct prior_sums {
    const ff_knowledge *knowledge;
    double prior[FF_MOST_CAUSES];
    double no_diagnosis;                 /* weight of none */
    double by_diagnosis[FF_MOST_CAUSES]; /* from 0, none: over sets, each with its weight */
    double *by_set;                      /* over diagnoses and none, each with its weight */
    double *set_weight;
    double empty; /* likelihood of the empty state */
} prior_sums;

static void add_up(const ff_network *network, prior_sums *sums) {
    const ff_knowledge *knowledge = sums->knowledge;
    size_t contributors = knowledge->contributor_count, sets = (size_t)1 << contributors;
    set_weights(knowledge, sums->prior, sums->set_weight);
    sums->no_diagnosis = no_diagnosis(knowledge, sums->prior);
    sums->empty = network->likelihood[0];
    memset(sums->by_set, 0, sets * sizeof *sums->by_set);
    for (size_t d = 0; d <= knowledge->diagnosis_count; d++) {
        const double *likelihood = network->likelihood + d * sets;
        double weight = d ? sums->prior[contributors + d - 1] : sums->no_diagnosis, sum = 0;
        for (size_t s = d ? 0 : 1; s < sets; s++) {
            sum += sums->set_weight[s] * likelihood[s];
            sums->by_set[s] += weight * likelihood[s];
        }
        sums->by_diagnosis[d] = sum;
    }
}

/* Chance of a contributor whose prior is moved to own. */
static double moved_contributor(prior_sums *sums, size_t cause, double own) {
    const ff_knowledge *knowledge = sums->knowledge;
    size_t sets = (size_t)1 << knowledge->contributor_count;
    double before = sums->prior[cause], with = 0, without = 0;
    sums->prior[cause] = own;
    set_weights(knowledge, sums->prior, sums->set_weight);
    for (size_t s = 0; s < sets; s++) {
        double weight = sums->set_weight[s] * sums->by_set[s];
        with += s >> cause & 1 ? weight : 0;
        without += s >> cause & 1 ? 0 : weight;
    }
    double left_over = sums->set_weight[0] * sums->no_diagnosis;
    without += empty_weight(knowledge, sums->prior, left_over) * sums->empty;
    sums->prior[cause] = before;
    set_weights(knowledge, sums->prior, sums->set_weight);
    return with / (with + without);
}

/* Chance of a diagnosis, or of no cause found, whose prior is moved to own. */
static double moved_other(prior_sums *sums, size_t cause, double own) {
    const ff_knowledge *knowledge = sums->knowledge;
    double before = sums->prior[cause];
    sums->prior[cause] = own;
    double none = no_diagnosis(knowledge, sums->prior);
    double empty = sums->empty * empty_weight(knowledge, sums->prior, sums->set_weight[0] * none);
    double total = none * sums->by_diagnosis[0], with = empty;
    for (size_t d = 1; d <= knowledge->diagnosis_count; d++) {
        size_t diagnosis = knowledge->contributor_count + d - 1;
        double weight = sums->prior[diagnosis] * sums->by_diagnosis[d];
        with = diagnosis == cause ? weight : with;
        total += weight;
    }
    sums->prior[cause] = before;
    return with / (total + empty);
}

void ff_network_prior_ends(const ff_network *network, bool low, double *p) {
    const ff_knowledge *knowledge = network->knowledge;
    prior_sums sums = {.knowledge = knowledge,
                       .by_set = network->workspace->by_set,
                       .set_weight = network->workspace->sets};
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        sums.prior[i] = low ? cause->prior_high : cause->prior_low;
    }
    add_up(network, &sums);
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        double own = low ? cause->prior_low : cause->prior_high;
        p[i] = cause->kind == FF_CONTRIBUTOR ? moved_contributor(&sums, i, own)
                                             : moved_other(&sums, i, own);
    }
}
