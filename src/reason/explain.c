#include "reason/explain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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
 * by its prior. score: that of every cause. */
static void weigh_drawing(const ff_network *network, const double *score, ff_cause_result *result) {
    const ff_knowledge *knowledge = network->knowledge;
    if (!network->sites.left && !network->sites.right) {
        return;
    }
    double own = score[result->cause->index], others = 0, weight = 0;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        if (cause != result->cause) {
            others += cause->prior * exp(score[i] - own);
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
    size_t most = 1; /* the drawing */
    for (size_t i = 0; i < network->answer_count; i++) {
        most += row_of(network->answers[i].fact, result->cause) != NULL;
    }
    result->speaks_for.items = ff_arena_take(network->arena, most, sizeof(ff_evidence));
    result->speaks_against.items = ff_arena_take(network->arena, most, sizeof(ff_evidence));
    return result->speaks_for.items && result->speaks_against.items;
}

/* Causes with equal numbers get the same p but for rounding, which must not decide their order. */
static double without_rounding(double p) {
    return floor(p * 0x1p44 + 0.5);
}

static int by_probability(const void *a, const void *b) {
    const ff_cause_result *x = a, *y = b;
    double p = without_rounding(x->p), q = without_rounding(y->p);
    if (p != q) {
        return p < q ? 1 : -1;
    }
    return (x->cause->index > y->cause->index) - (x->cause->index < y->cause->index);
}

/* low, high: p with the priors at either end; score: of the drawing, one a cause. */
typedef struct cause_ends {
    double low[FF_MOST_CAUSES], high[FF_MOST_CAUSES], score[FF_MOST_CAUSES];
} cause_ends;

static void explain(const ff_network *network, const cause_ends *ends, ff_cause_result *result) {
    double cap = network->knowledge->model.p_cap;
    size_t i = result->cause->index;
    double p = network->marginal[i], doubt = answer_doubt(network, result->cause);
    result->p = fmin(p, cap);
    result->low = fmin(end_of_range(p, ends->low[i], doubt, -1), cap);
    result->high = fmin(end_of_range(p, ends->high[i], doubt, 1), cap);
    weigh_answers(network, result);
    weigh_drawing(network, ends->score, result);
    qsort(result->speaks_for.items, result->speaks_for.count, sizeof(ff_evidence), by_weight);
    qsort(result->speaks_against.items, result->speaks_against.count, sizeof(ff_evidence),
          by_weight);
}

ff_cause_result *ff_explain_causes(const ff_network *network) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_cause_result *results =
        ff_arena_take(network->arena, knowledge->cause_count, sizeof *results);
    ff_beliefs before;
    cause_ends ends = {{0}, {0}, {0}};
    ff_network_prior(network, &before);
    ff_network_prior_ends(network, true, ends.low);
    ff_network_prior_ends(network, false, ends.high);
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        ends.score[i] = drawing_score(network, &knowledge->causes[i]);
    }
    for (size_t i = 0; results && i < knowledge->cause_count; i++) {
        results[i] = (ff_cause_result){.cause = &knowledge->causes[i], .prior = before.marginal[i]};
        if (!take_lists(network, &results[i])) {
            return NULL;
        }
        explain(network, &ends, &results[i]);
    }
    if (results) {
        qsort(results, knowledge->cause_count, sizeof *results, by_probability);
    }
    return results;
}

ff_triage_level ff_level_of_need(const ff_knowledge *knowledge, const double *need) {
    double above = 0;
    for (int level = FF_EMERGENCY; level > FF_SELF_CARE; level--) {
        above += need[level];
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
