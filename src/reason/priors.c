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

/* A stated prior is the share of runners in whom the cause is the main explanation. With a
 * diagnosis that explains the numbness, contributors are at work less often than without. */
static double beside(const ff_knowledge *knowledge, size_t set, bool diagnosis) {
    return set && diagnosis ? knowledge->model.beside : 1;
}

/* Weight of the empty state, such that its prior probability is the stated one of no cause found.
 * no_set: weight of the empty set of contributors; no_diagnosis: weight of none. */
static double empty_weight(const ff_knowledge *knowledge, const double *prior, double no_set,
                           double no_diagnosis) {
    double other = prior[knowledge->cause_count - 1];
    double contributors = no_diagnosis * (1 - no_set);
    double diagnoses = (1 - no_diagnosis) * (no_set + beside(knowledge, 1, true) * (1 - no_set));
    return other / (1 - other) * (contributors + diagnoses);
}

void ff_state_weights(const ff_knowledge *knowledge, const double *prior, double *sets_out,
                      double *out) {
    size_t contributors = knowledge->contributor_count, sets = (size_t)1 << contributors;
    set_weights(knowledge, prior, sets_out);
    double none = no_diagnosis(knowledge, prior);
    for (size_t d = 0; d <= knowledge->diagnosis_count; d++) {
        double weight = d ? prior[contributors + d - 1] : none;
        for (size_t s = 0; s < sets; s++) {
            out[d * sets + s] = weight * sets_out[s] * beside(knowledge, s, d > 0);
        }
    }
    out[0] = empty_weight(knowledge, prior, sets_out[0], none);
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
            double x = likelihood[s] * beside(knowledge, s, d > 0);
            sum += sums->set_weight[s] * x;
            sums->by_set[s] += weight * x;
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
    without += sums->empty *
               empty_weight(knowledge, sums->prior, sums->set_weight[0], sums->no_diagnosis);
    sums->prior[cause] = before;
    set_weights(knowledge, sums->prior, sums->set_weight);
    return with / (with + without);
}

static bool is_of(const ff_cause *one, const ff_cause *cause) {
    return one == cause || one->form_of == cause;
}

/* Moves the priors of a cause and its forms to their own end, or back to that of all others. */
static void move_priors(prior_sums *sums, const ff_cause *cause, bool low) {
    for (size_t i = 0; i < sums->knowledge->cause_count; i++) {
        const ff_cause *one = &sums->knowledge->causes[i];
        if (is_of(one, cause)) {
            sums->prior[i] = low ? one->prior_low : one->prior_high;
        }
    }
}

/* Chance of a diagnosis with its forms, or of no cause found, whose prior is moved to one end. */
static double moved_other(prior_sums *sums, const ff_cause *cause, bool low) {
    const ff_knowledge *knowledge = sums->knowledge;
    move_priors(sums, cause, low);
    double none = no_diagnosis(knowledge, sums->prior);
    double empty = sums->empty * empty_weight(knowledge, sums->prior, sums->set_weight[0], none);
    double total = none * sums->by_diagnosis[0], with = cause->kind == FF_NO_CAUSE ? empty : 0;
    for (size_t d = 1; d <= knowledge->diagnosis_count; d++) {
        size_t diagnosis = knowledge->contributor_count + d - 1;
        double weight = sums->prior[diagnosis] * sums->by_diagnosis[d];
        with += is_of(&knowledge->causes[diagnosis], cause) ? weight : 0;
        total += weight;
    }
    move_priors(sums, cause, !low);
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
                                             : moved_other(&sums, cause, low);
    }
}
