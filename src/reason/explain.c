#include "reason/explain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CAUSES = 64 };

/* Answers that hardly move a cause are left out of the explanation: less than 15 % either way. */
static const double LEAST_RATIO = 1.15;

static double logit(double p) {
    return log(p) - log1p(-p);
}

static double class_factor(const ff_model *model, char evidence_class) {
    return evidence_class == 'a'   ? model->odds_a
           : evidence_class == 'b' ? model->odds_b
                                   : model->odds_c;
}

static const ff_likelihood *row_of(const ff_fact *fact, const ff_cause *cause) {
    for (size_t i = 0; i < fact->likelihood_count; i++) {
        if (fact->likelihoods[i].cause == cause) {
            return &fact->likelihoods[i];
        }
    }
    return NULL;
}

static double damping_of(const ff_network *network, const ff_fact *fact) {
    return fact->group ? ff_damping(network->group_answers[fact->group->index]) : 1;
}

/* --- ranges ---------------------------------------------------------------------------------- */

/* The cause's probability with its own prior at one end of its bounds and all others at the
 * other end. */
static double with_priors(const ff_network *network, size_t cause, bool low, double *log_prior,
                          double *posterior) {
    const ff_knowledge *knowledge = network->knowledge;
    double prior[MOST_CAUSES] = {0}, marginal[MOST_CAUSES] = {0};
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        bool down = (i == cause) == low;
        prior[i] = down ? knowledge->causes[i].prior_low : knowledge->causes[i].prior_high;
    }
    ff_state_priors(knowledge, prior, log_prior);
    ff_states_normalise(knowledge, log_prior, network->log_likelihood, posterior, marginal);
    return marginal[cause];
}

/* How far the log odds may be off because the chances of answers are: each lies within its class'
 * factor, independent errors add in squares. */
static double answer_doubt(const ff_network *network, const ff_cause *cause) {
    const ff_model *model = &network->knowledge->model;
    double squares = 0;
    for (size_t i = 0; i < network->answer_count; i++) {
        const ff_fact *fact = network->answers[i].fact;
        const ff_likelihood *row = row_of(fact, cause);
        if (row) {
            double one = log(class_factor(model, row->basis.evidence_class));
            squares += pow(one * damping_of(network, fact), 2);
        }
    }
    if (network->sites.left || network->sites.right) {
        double one = log(class_factor(model, cause->site_basis.evidence_class));
        squares += pow(one * model->site_power, 2);
    }
    return sqrt(squares);
}

/* The doubt about priors and the doubt about answers are independent of each other: their distances
 * in log odds add in squares too. */
static double end_of_range(double p, double end, double doubt, int direction) {
    if (p <= 0 || p >= 1) {
        return p;
    }
    double distance = end > 0 && end < 1 ? logit(end) - logit(p) : 0;
    distance = direction > 0 ? fmax(distance, 0) : fmin(distance, 0);
    double reach = sqrt(distance * distance + doubt * doubt);
    return 1 / (1 + exp(-(logit(p) + direction * reach)));
}

/* --- evidence -------------------------------------------------------------------------------- */

static int by_weight(const void *a, const void *b) {
    double x = fabs(log(((const ff_evidence *)a)->counted));
    double y = fabs(log(((const ff_evidence *)b)->counted));
    if (x != y) {
        return x < y ? 1 : -1;
    }
    return strcmp(((const ff_evidence *)a)->finding, ((const ff_evidence *)b)->finding);
}

static void keep(ff_cause_result *result, const ff_evidence *evidence) {
    if (fabs(log(evidence->counted)) < log(LEAST_RATIO)) {
        return;
    }
    ff_evidence_list *list = evidence->counted > 1 ? &result->speaks_for : &result->speaks_against;
    list->items[list->count++] = *evidence;
}

/* A ratio is as weak as the weaker of its two chances. */
static char weaker_of(const ff_fact *fact, const ff_likelihood *row, bool at_home) {
    if (at_home) {
        return 'c';
    }
    if (row->basis.evidence_class > fact->background_basis.evidence_class) {
        return row->basis.evidence_class;
    }
    return fact->background_basis.evidence_class;
}

static void weigh_answers(const ff_network *network, ff_cause_result *result) {
    const ff_knowledge *knowledge = network->knowledge;
    for (size_t i = 0; i < network->answer_count; i++) {
        const ff_answer *answer = &network->answers[i];
        const ff_fact *fact = answer->fact;
        const ff_likelihood *row = row_of(fact, result->cause);
        if (!row) {
            continue;
        }
        double with = ff_cause_likelihood(knowledge, fact, answer->level, answer->by_clinician,
                                          result->cause);
        double without =
            ff_background_likelihood(knowledge, fact, answer->level, answer->by_clinician);
        bool at_home = fact->clinician_figures && !answer->by_clinician;
        ff_evidence evidence = {.finding = fact->id,
                                .name = fact->name,
                                .question = fact->question,
                                .answer = fact->levels[answer->level].id,
                                .answer_text = fact->levels[answer->level].text,
                                .likelihood_ratio = with / without,
                                .basis = &row->basis,
                                .evidence_class = weaker_of(fact, row, at_home),
                                .said_by = answer->finding->said_by,
                                .from = answer->finding->from};
        evidence.counted = pow(evidence.likelihood_ratio, damping_of(network, fact));
        keep(result, &evidence);
    }
}

/* The log likelihood of the drawing under one cause alone. */
static double drawing_score(const ff_network *network, const ff_cause *cause) {
    double sum = 0;
    int feet = 0;
    const uint64_t drawn[] = {network->sites.left, network->sites.right};
    for (int i = 0; i < 2; i++) {
        if (drawn[i]) {
            sum += ff_cause_sites(network->knowledge, cause, drawn[i]);
            feet++;
        }
    }
    return feet ? sum / feet : 0;
}

/* The drawing has no background: it is compared with the mean of all other causes, each weighted
 * by its prior. */
static void weigh_drawing(const ff_network *network, ff_cause_result *result) {
    const ff_knowledge *knowledge = network->knowledge;
    if (!network->sites.left && !network->sites.right) {
        return;
    }
    double own = drawing_score(network, result->cause), others = 0, weight = 0;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        if (cause != result->cause) {
            others += cause->prior * exp(drawing_score(network, cause) - own);
            weight += cause->prior;
        }
    }
    ff_evidence evidence = {.finding = "sites",
                            .name = "where it is numb",
                            .question = "Where is it numb?",
                            .answer = "drawn",
                            .answer_text = "as drawn on the foot",
                            .likelihood_ratio = weight / others,
                            .counted = weight / others,
                            .basis = &result->cause->site_basis,
                            .evidence_class = 'c'}; /* how surely regions are marked is judged */
    keep(result, &evidence);
}

static bool take_lists(const ff_network *network, ff_cause_result *result) {
    size_t most = network->answer_count + 1;
    result->speaks_for.items = ff_arena_take(network->arena, most, sizeof(ff_evidence));
    result->speaks_against.items = ff_arena_take(network->arena, most, sizeof(ff_evidence));
    return result->speaks_for.items && result->speaks_against.items;
}

static int by_probability(const void *a, const void *b) {
    const ff_cause_result *x = a, *y = b;
    if (x->p != y->p) {
        return x->p < y->p ? 1 : -1;
    }
    return (x->cause->index > y->cause->index) - (x->cause->index < y->cause->index);
}

ff_cause_result *ff_explain_causes(const ff_network *network) {
    const ff_knowledge *knowledge = network->knowledge;
    size_t states = network->state_count;
    ff_cause_result *results =
        ff_arena_take(network->arena, knowledge->cause_count, sizeof *results);
    double *log_prior = ff_arena_take(network->arena, states, sizeof(double));
    double *posterior = ff_arena_take(network->arena, states, sizeof(double));
    double *before = ff_arena_take(network->arena, knowledge->cause_count, sizeof(double));
    if (!results || !log_prior || !posterior || !before) {
        return NULL;
    }
    ff_states_normalise(knowledge, network->log_prior, NULL, posterior, before);
    double cap = knowledge->model.p_cap;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        ff_cause_result *result = &results[i];
        *result = (ff_cause_result){.cause = &knowledge->causes[i], .prior = before[i]};
        if (!take_lists(network, result)) {
            return NULL;
        }
        double p = network->marginal[i], doubt = answer_doubt(network, result->cause);
        double low = with_priors(network, i, true, log_prior, posterior);
        double high = with_priors(network, i, false, log_prior, posterior);
        result->p = fmin(p, cap);
        result->low = fmin(end_of_range(p, low, doubt, -1), cap);
        result->high = fmin(end_of_range(p, high, doubt, 1), cap);
        weigh_answers(network, result);
        weigh_drawing(network, result);
        qsort(result->speaks_for.items, result->speaks_for.count, sizeof(ff_evidence), by_weight);
        qsort(result->speaks_against.items, result->speaks_against.count, sizeof(ff_evidence),
              by_weight);
    }
    qsort(results, knowledge->cause_count, sizeof *results, by_probability);
    return results;
}

/* How soon the causes of a state call for someone, and the share of them that does. What needs a
 * doctor within days counts in full wherever it plays a part. Of several lesser causes each is as
 * likely to be the one that matters: tight laces on a flat foot are half a reason for a visit. */
static ff_triage_level need_of_state(const ff_knowledge *knowledge, size_t state, double *share) {
    size_t present = 0, needing = 0, contributors = knowledge->contributor_count;
    size_t diagnosis = state >> contributors;
    ff_triage_level need = FF_SELF_CARE;
    for (size_t i = 0; i <= contributors; i++) {
        bool last = i == contributors;
        if (last ? diagnosis == 0 : !(state >> i & 1)) {
            continue;
        }
        ff_triage_level see = knowledge->causes[last ? i + diagnosis - 1 : i].see;
        present++;
        needing += see > FF_SELF_CARE;
        need = see > need ? see : need;
    }
    *share = need == FF_ROUTINE ? (double)needing / (double)present : 1;
    return state == 0 ? knowledge->causes[knowledge->cause_count - 1].see : need;
}

ff_triage_level ff_level_of_states(const ff_knowledge *knowledge, const double *posterior) {
    double mass[FF_TRIAGE_LEVEL_COUNT] = {0};
    for (size_t s = 0; s < ff_state_count(knowledge); s++) {
        double share;
        ff_triage_level need = need_of_state(knowledge, s, &share);
        mass[need] += posterior[s] * share;
    }
    double above = 0;
    for (int level = FF_EMERGENCY; level > FF_SELF_CARE; level--) {
        above += mass[level];
        if (above >= knowledge->model.level_mass[level]) {
            return (ff_triage_level)level;
        }
    }
    return FF_SELF_CARE;
}

double ff_class_c_share(const ff_network *network) {
    size_t all = 0, judged = 0;
    for (size_t i = 0; i < network->answer_count; i++) {
        const ff_fact *fact = network->answers[i].fact;
        for (size_t r = 0; r < fact->likelihood_count; r++) {
            all++;
            judged += fact->likelihoods[r].basis.evidence_class == 'c';
        }
    }
    return all ? (double)judged / (double)all : NAN;
}
