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

static double damping_of(const ff_network *network, const ff_fact *fact) {
    return fact->group ? ff_damping(network->overlaps[fact->group->index]) : 1;
}

/* --- ranges ---------------------------------------------------------------------------------- */

/* How far the log odds may be off because the chance of one answer is: within the factor of its
 * class. */
static double class_doubt(const ff_network *network, const ff_basis *basis, double power) {
    return power * log(class_factor(&network->knowledge->model, basis->evidence_class));
}

/* The same for all answers: independent errors add in squares. */
static double answer_doubt(const ff_evidence_list *all) {
    double squares = 0;
    for (size_t i = 0; i < all->count; i++) {
        squares += all->items[i].doubt * all->items[i].doubt;
    }
    return sqrt(squares);
}

/* How far the priors alone move the log odds towards this end; 0 when they move it the other way.
 */
static double prior_doubt(double p, double end, int direction) {
    if (p <= 0 || p >= 1 || end <= 0 || end >= 1) {
        return 0;
    }
    return fmax(direction * (logit(end) - logit(p)), 0);
}

/* The doubt about priors and the doubt about answers are independent of each other: their distances
 * in log odds add in squares too. */
static double end_of_range(double p, double priors, double answers, int direction) {
    if (p <= 0 || p >= 1) {
        return p;
    }
    double reach = sqrt(priors * priors + answers * answers);
    return 1 / (1 + exp(-(logit(p) + direction * reach)));
}

/* --- evidence -------------------------------------------------------------------------------- */

/* How much it counts, either way. */
static double weight_of(const ff_evidence *evidence) {
    return evidence->counted >= 1 ? evidence->counted : 1 / evidence->counted;
}

/* The list of the result that this evidence belongs to: 0 for, 1 against, 2 hardly either. */
static int list_of(const ff_evidence *evidence) {
    if (weight_of(evidence) < LEAST_RATIO) {
        return 2;
    }
    return evidence->counted > 1 ? 0 : 1;
}

static int by_list_and_weight(const void *a, const void *b) {
    const ff_evidence *one = a, *other = b;
    if (list_of(one) != list_of(other)) {
        return list_of(one) - list_of(other);
    }
    if (weight_of(one) != weight_of(other)) {
        return weight_of(one) < weight_of(other) ? 1 : -1;
    }
    return strcmp(one->finding, other->finding);
}

/* The three lists of a result are stretches of one array. */
static void part_lists(ff_evidence_list all, ff_cause_result *result) {
    ff_evidence_list *lists[] = {&result->speaks_for, &result->speaks_against,
                                 &result->hardly_speaks};
    qsort(all.items, all.count, sizeof(ff_evidence), by_list_and_weight);
    for (size_t i = 0; i < all.count; i++) {
        ff_evidence_list *list = lists[list_of(&all.items[i])];
        list->items = list->count ? list->items : &all.items[i];
        list->count++;
    }
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

static void weigh_answers(const ff_network *network, const ff_cause *cause, ff_evidence_list *all) {
    const ff_knowledge *knowledge = network->knowledge;
    for (size_t i = 0; i < network->answer_count; i++) {
        const ff_answer *answer = &network->answers[i];
        const ff_fact *fact = answer->fact;
        const ff_likelihood *row = ff_cause_row(fact, cause);
        if (!row) {
            continue;
        }
        double with =
            ff_cause_likelihood(knowledge, fact, answer->level, answer->by_clinician, cause);
        double damping = damping_of(network, fact);
        double without =
            ff_background_likelihood(knowledge, fact, answer->level, answer->by_clinician);
        bool at_home = fact->clinician_figures && !answer->by_clinician;
        ff_evidence evidence = {.finding = fact->id,
                                .name = fact->name,
                                .question = fact->question,
                                .answer = fact->levels[answer->level].id,
                                .answer_text = fact->levels[answer->level].text,
                                .likelihood_ratio = with / without,
                                .counted = pow(with / without, damping),
                                .basis = &row->basis,
                                .evidence_class = weaker_of(fact, row, at_home),
                                .doubt = class_doubt(network, &row->basis, damping),
                                .said_by = answer->finding->said_by,
                                .from = answer->finding->from};
        all->items[all->count++] = evidence;
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

/* What has no background is compared with the mean of all other causes, each weighted by its prior.
 * score: the log likelihood under every cause. */
static double against_others(const ff_knowledge *knowledge, const double *score,
                             const ff_cause *cause) {
    double own = score[cause->index], others = 0, weight = 0;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *other = &knowledge->causes[i];
        if (other != cause) {
            others += other->prior * exp(score[i] - own);
            weight += other->prior;
        }
    }
    return weight / others;
}

static void weigh_drawing(const ff_network *network, const double *score, const ff_cause *cause,
                          ff_evidence_list *all) {
    const ff_knowledge *knowledge = network->knowledge;
    if (!network->sites.left && !network->sites.right) {
        return;
    }
    double ratio = against_others(knowledge, score, cause);
    ff_evidence evidence = {
        .finding = "sites",
        .name = "where it is numb",
        .question = "Where is it numb?",
        .answer = "drawn",
        .answer_text = "as drawn on the foot",
        .likelihood_ratio = ratio,
        .counted = ratio,
        .basis = &cause->site_basis,
        .evidence_class = 'c', /* how surely regions are marked is judged */
        .doubt = class_doubt(network, &cause->site_basis, knowledge->model.site_power)};
    all->items[all->count++] = evidence;
}

/* The basis of what the runs say of a cause: of the strongest effect that it expects of a change. */
static const ff_basis *basis_of_runs(const ff_network *network, const ff_cause *cause) {
    static const ff_basis judged = {
        'c', NULL, 0, "none of these changes is expected to do anything if this is the cause"};
    ff_expected_effect best = {0, 0, NULL};
    for (size_t k = 0; k < network->runs->change_count; k++) {
        ff_expected_effect effect =
            ff_knowledge_effect(network->knowledge, network->runs->changes[k], cause);
        best = effect.basis && (!best.basis || effect.mean > best.mean) ? effect : best;
    }
    return best.basis ? best.basis : &judged;
}

static void weigh_runs(const ff_network *network, const ff_cause *cause, ff_evidence_list *all) {
    if (!network->runs) {
        return;
    }
    const ff_basis *basis = basis_of_runs(network, cause);
    double ratio = against_others(network->knowledge, network->runs->log_evidence, cause);
    ff_evidence evidence = {.finding = "runs",
                            .name = "your runs with and without a change",
                            .question = "When did numbness come on runs with a change, and without it?",
                            .answer = "measured",
                            .answer_text = network->runs->words,
                            .likelihood_ratio = ratio,
                            .counted = ratio,
                            .basis = basis,
                            .evidence_class = 'c', /* what a change does under a cause is judged */
                            .doubt = class_doubt(network, basis, 1),
                            .said_by = "runs",
                            .from = "your trials"};
    all->items[all->count++] = evidence;
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

/* Room for the evidence of a cause: the answers that it has figures for, the drawing, and the runs. */
static ff_evidence_list take_list(const ff_network *network, const ff_cause *cause) {
    size_t most = 2;
    for (size_t i = 0; i < network->answer_count; i++) {
        most += ff_cause_row(network->answers[i].fact, cause) != NULL;
    }
    return (ff_evidence_list){ff_arena_take(network->arena, most, sizeof(ff_evidence)), 0};
}

/* Fills in one result; false when memory is gone. */
static bool explain(const ff_network *network, const cause_ends *ends, ff_cause_result *result) {
    const ff_cause *cause = result->cause;
    ff_evidence_list all = take_list(network, result->form);
    if (!all.items) {
        return false;
    }
    weigh_answers(network, result->form, &all);
    weigh_drawing(network, ends->score, result->form, &all);
    weigh_runs(network, result->form, &all);
    double p = network->marginal[cause->index], cap = network->knowledge->model.p_cap;
    double doubt = answer_doubt(&all);
    result->prior_doubt_low = prior_doubt(p, ends->low[cause->index], -1);
    result->prior_doubt_high = prior_doubt(p, ends->high[cause->index], 1);
    result->p = fmin(p, cap);
    result->low = fmin(end_of_range(p, result->prior_doubt_low, doubt, -1), cap);
    result->high = fmin(end_of_range(p, result->prior_doubt_high, doubt, 1), cap);
    part_lists(all, result);
    return true;
}

const ff_cause *ff_best_form(const ff_knowledge *knowledge, const double *marginal,
                             const ff_cause *cause) {
    const ff_cause *best = cause;
    double own = marginal[cause->index], most = 0;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *form = &knowledge->causes[i];
        if (form->form_of == cause) {
            own -= marginal[i];
            best = marginal[i] > most ? form : best;
            most = fmax(most, marginal[i]);
        }
    }
    return own >= most ? cause : best;
}

ff_cause_result *ff_explain_causes(const ff_network *network, size_t *count) {
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
    *count = 0;
    for (size_t i = 0; results && i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        if (cause->form_of) {
            continue;
        }
        ff_cause_result *result = &results[(*count)++];
        *result = (ff_cause_result){.cause = cause,
                                    .form = ff_best_form(knowledge, network->marginal, cause),
                                    .prior = before.marginal[i]};
        if (!explain(network, &ends, result)) {
            *count = 0;
            return NULL;
        }
    }
    if (results) {
        qsort(results, *count, sizeof *results, by_probability);
    }
    return results;
}

/* A cause that stays less likely than this is not named, however well the runs go with it. */
static const double LEAST_NAMED = 0.05;
/* Runs that speak less clearly than this do not speak. */
static const double LEAST_SPEAKING = 1.5;

ff_runs_speak ff_explain_runs(const ff_network *network, const ff_cause_result *results,
                              size_t count) {
    ff_runs_speak speak = {.cause = NULL};
    if (!network->runs) {
        return speak;
    }
    const ff_knowledge *knowledge = network->knowledge;
    const double *score = network->runs->log_evidence;
    size_t none = knowledge->cause_count - 1;
    for (size_t i = 0; i < count; i++) {
        const ff_cause *cause = results[i].cause;
        double times = exp(score[cause->index] - score[none]);
        if (results[i].p >= LEAST_NAMED && times >= fmax(LEAST_SPEAKING, speak.times) &&
            (!speak.cause || times > speak.times)) {
            speak.cause = cause;
            speak.times = times;
        }
    }
    if (speak.cause) {
        ff_beliefs without;
        ff_network_without_runs(network, &without);
        speak.p_without = fmin(without.marginal[speak.cause->index], knowledge->model.p_cap);
        speak.words = network->runs->words;
    }
    return speak;
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
