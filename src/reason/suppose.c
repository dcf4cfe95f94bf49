/* What would be believed if the answers were others. */
#include "reason/network.h"

#include <math.h>
#include <string.h>

/* --- beliefs --------------------------------------------------------------------------------- */

/* Adds the weights of one diagnosis' states to those of their sets; returns their sum. */
static double add_row(const double *weight, const double *cell, const size_t *set, size_t first,
                      size_t sets, double *by_set) {
    double sum = 0;
    for (size_t s = first; s < sets; s++) {
        double w = weight[s] * cell[set[s]];
        by_set[s] += w;
        sum += w;
    }
    return sum;
}

/* Counts a weight for the soonest level of its causes. Of several lesser causes each is as likely
 * to be the one that matters, so only the share of them that calls for someone does so: tight laces
 * on a flat foot are half a reason for a visit. What needs a doctor within days counts in full
 * wherever it plays a part. row: the level of the diagnosis, or FF_NO_DIAGNOSIS. */
static void add_need(const ff_set_need *set, size_t row, double weight, double *need) {
    bool diagnosis = row != FF_NO_DIAGNOSIS;
    ff_triage_level own = diagnosis ? (ff_triage_level)row : FF_SELF_CARE;
    ff_triage_level soonest = own > set->soonest ? own : set->soonest;
    double share = 1;
    if (soonest == FF_ROUTINE) {
        share = (set->needing + (own > FF_SELF_CARE)) / (set->size + diagnosis);
    }
    need[soonest] += weight * share;
    need[FF_SELF_CARE] += weight * (1 - share);
}

/* Chances of contributors and of levels, from the weights by level of the diagnosis and by set. */
static void sum_sets(const ff_network *network, const double *by_need, ff_beliefs *beliefs) {
    size_t contributors = network->knowledge->contributor_count, sets = (size_t)1 << contributors;
    for (size_t s = 0; s < sets; s++) {
        double sum = 0;
        for (size_t n = 0; n < FF_NEED_ROWS; n++) {
            double weight = by_need[n * sets + s];
            add_need(&network->workspace->set_need[s], n, weight, beliefs->need);
            sum += weight;
        }
        for (size_t i = 0; i < contributors; i++) {
            beliefs->marginal[i] += s >> i & 1 ? sum : 0;
        }
    }
}

/* A form of a diagnosis counts as that diagnosis. */
static void count_forms(const ff_knowledge *knowledge, double *marginal) {
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *whole = knowledge->causes[i].form_of;
        if (whole) {
            marginal[whole->index] += marginal[i];
        }
    }
}

double ff_network_beliefs(const ff_network *network, const double *weight,
                          const ff_chances *chances, ff_beliefs *beliefs) {
    const ff_knowledge *knowledge = network->knowledge;
    size_t contributors = knowledge->contributor_count, sets = (size_t)1 << contributors;
    const ff_cause *none = &knowledge->causes[knowledge->cause_count - 1];
    double *by_need = network->workspace->by_need;
    memset(by_need, 0, sets * FF_NEED_ROWS * sizeof *by_need);
    *beliefs = (ff_beliefs){{0}, {0}};
    double empty = weight[0] * chances->empty, total = empty;
    for (size_t d = 0; d <= knowledge->diagnosis_count; d++) {
        size_t need = d ? (size_t)knowledge->causes[contributors + d - 1].see : FF_NO_DIAGNOSIS;
        double sum = add_row(weight + d * sets, chances->cell + chances->row[d], chances->set,
                             d ? 0 : 1, sets, by_need + need * sets);
        if (d) {
            beliefs->marginal[contributors + d - 1] = sum;
        }
        total += sum;
    }
    sum_sets(network, by_need, beliefs);
    beliefs->marginal[none->index] = empty;
    beliefs->need[none->see] += empty;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        beliefs->marginal[i] /= total;
    }
    count_forms(knowledge, beliefs->marginal);
    for (size_t n = 0; n < FF_TRIAGE_LEVEL_COUNT; n++) {
        beliefs->need[n] /= total;
    }
    return total;
}

void ff_network_prior(const ff_network *network, ff_beliefs *beliefs) {
    ff_chances *nothing = &network->workspace->chances;
    ff_chances_of_nothing(nothing, network->knowledge);
    ff_network_beliefs(network, network->prior, nothing, beliefs);
}

/* --- other answers --------------------------------------------------------------------------- */

/* A group's part of the likelihood is the product of its answers' chances to the power of its
 * damping. With other answers the power is another: the posterior, tilted so that the group's given
 * answers count as they would then. */
static const double *tilt(const ff_network *network, const ff_group *group, double damping) {
    ff_workspace *space = network->workspace;
    double now = ff_damping(network->overlaps[group->index]);
    if (damping == now) {
        return network->posterior;
    }
    if (space->tilted_group == group && space->tilted_damping == damping) {
        return space->tilted;
    }
    const double *sum = network->group_sum[group->index];
    for (size_t s = 0; s < network->state_count; s++) {
        space->tilted[s] = network->posterior[s] * exp((damping - now) * sum[s]);
    }
    space->tilted_group = group;
    space->tilted_damping = damping;
    return space->tilted;
}

/* The others in the group of a given answer. */
static ff_overlap others_in_group(const ff_network *network, const ff_answer *given) {
    ff_overlap others = {0};
    for (size_t i = 0; i < network->answer_count; i++) {
        const ff_answer *answer = &network->answers[i];
        if (answer != given && answer->fact->group == given->fact->group) {
            others = ff_overlap_with(others, answer->strength);
        }
    }
    return others;
}

double ff_network_with_answer(const ff_network *network, const ff_fact *fact, size_t level,
                              bool by_clinician, ff_beliefs *beliefs) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_chances *chances = &network->workspace->chances;
    ff_chances_of(chances, knowledge, fact, level, by_clinician);
    double chance = ff_network_beliefs(network, network->posterior, chances, beliefs);
    if (fact->group && network->overlaps[fact->group->index].answers) {
        double strength = ff_answer_strength(knowledge, fact, level, by_clinician);
        double damping =
            ff_damping(ff_overlap_with(network->overlaps[fact->group->index], strength));
        ff_chances_raise(chances, damping);
        ff_network_beliefs(network, tilt(network, fact->group, damping), chances, beliefs);
    }
    return chance;
}

void ff_network_with_other_level(const ff_network *network, size_t answer, size_t level,
                                 ff_beliefs *beliefs) {
    const ff_answer *given = &network->answers[answer];
    const ff_knowledge *knowledge = network->knowledge;
    const double *posterior = network->posterior;
    ff_chances *chances = &network->workspace->chances, *replaced = &network->workspace->others;
    ff_chances_of(chances, knowledge, given->fact, level, given->by_clinician);
    ff_chances_of(replaced, knowledge, given->fact, given->level, given->by_clinician);
    ff_chances_divide(chances, replaced);
    if (given->fact->group) {
        double strength = ff_answer_strength(knowledge, given->fact, level, given->by_clinician);
        double damping = ff_damping(ff_overlap_with(others_in_group(network, given), strength));
        ff_chances_raise(chances, damping);
        posterior = tilt(network, given->fact->group, damping);
    }
    ff_network_beliefs(network, posterior, chances, beliefs);
}

void ff_network_without_answer(const ff_network *network, size_t answer, ff_beliefs *beliefs) {
    const ff_answer *given = &network->answers[answer];
    const double *posterior = network->posterior;
    ff_chances *chances = &network->workspace->chances;
    ff_chances_of(chances, network->knowledge, given->fact, given->level, given->by_clinician);
    double damping = 1;
    if (given->fact->group) { /* the others of its group then count for more */
        damping = ff_damping(others_in_group(network, given));
        posterior = tilt(network, given->fact->group, damping);
    }
    ff_chances_raise(chances, -damping);
    ff_network_beliefs(network, posterior, chances, beliefs);
}

/* part: what is left out, one a state. */
static void without_part(const ff_network *network, const double *part, ff_beliefs *beliefs) {
    ff_workspace *space = network->workspace;
    space->tilted_group = NULL;
    for (size_t s = 0; s < network->state_count; s++) {
        space->tilted[s] = network->posterior[s] * exp(-part[s]);
    }
    ff_chances_of_nothing(&space->chances, network->knowledge);
    ff_network_beliefs(network, space->tilted, &space->chances, beliefs);
}

void ff_network_without_runs(const ff_network *network, ff_beliefs *beliefs) {
    without_part(network, network->runs_part, beliefs);
}

void ff_network_without_drawing(const ff_network *network, ff_beliefs *beliefs) {
    without_part(network, network->drawing, beliefs);
}
