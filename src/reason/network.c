#include "reason/network.h"

#include "reason/red_flags.h"

#include <math.h>
#include <string.h>

size_t ff_state_count(const ff_knowledge *knowledge) {
    return ((size_t)1 << knowledge->contributor_count) * (knowledge->diagnosis_count + 1);
}

bool ff_state_has(const ff_knowledge *knowledge, size_t state, size_t cause) {
    size_t contributors = knowledge->contributor_count;
    if (cause < contributors) {
        return state >> cause & 1;
    }
    if (cause < contributors + knowledge->diagnosis_count) {
        return state >> contributors == cause - contributors + 1;
    }
    return state == 0;
}

enum { MOST_CAUSES = 64 };

/* The causes present in a state, the empty state's "no cause found" left out; returns how many. */
static size_t present_in(const ff_knowledge *knowledge, size_t state, size_t present[MOST_CAUSES]) {
    size_t contributors = knowledge->contributor_count, count = 0;
    for (size_t i = 0; i < contributors; i++) {
        if (state >> i & 1) {
            present[count++] = i;
        }
    }
    size_t diagnosis = state >> contributors;
    if (diagnosis) {
        present[count++] = contributors + diagnosis - 1;
    }
    return count;
}

/* --- chances of answers ---------------------------------------------------------------------- */

static const ff_likelihood *row_of(const ff_fact *fact, const ff_cause *cause) {
    for (size_t i = 0; i < fact->likelihood_count; i++) {
        if (fact->likelihoods[i].cause == cause) {
            return &fact->likelihoods[i];
        }
    }
    return NULL;
}

/* The false positives of a clinician's test when it is done at home. */
static double home_background(const ff_model *model, double p) {
    double more = fmin(p * model->home_false_positive, model->home_false_positive_cap);
    return fmax(p, more);
}

/* P(yes) of a clinician's test at home: what it finds is found less often, and whatever it finds
 * no more often than in anyone errs as the background does. */
static double home_yes(const ff_model *model, double p, double background) {
    double at_home = home_background(model, background);
    if (p > background) {
        return fmax(p * model->home_sensitivity, at_home);
    }
    return p * at_home / background;
}

double ff_background_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                                bool by_clinician) {
    if (!fact->clinician_figures || by_clinician) {
        return fact->background[level];
    }
    double yes = home_background(&knowledge->model, fact->background[0]);
    return level == 0 ? yes : 1 - yes;
}

double ff_cause_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                           bool by_clinician, const ff_cause *cause) {
    const ff_likelihood *row = row_of(fact, cause);
    if (!row) {
        return ff_background_likelihood(knowledge, fact, level, by_clinician);
    }
    if (!fact->clinician_figures || by_clinician) {
        return row->p[level];
    }
    double yes = home_yes(&knowledge->model, row->p[0], fact->background[0]);
    return level == 0 ? yes : 1 - yes;
}

/* P(yes | causes): noisy-OR of those that raise it above the background b,
 * 1 - (1 - b) * product of (1 - p_i) / (1 - b), times p_i / b of those that lower it.
 * Pearl 1988; with one cause it is p_i itself. */
static double yes_of_state(const double *p, double b, const size_t *present, size_t count) {
    double missed = 1 - b, kept = 1;
    for (size_t c = 0; c < count; c++) {
        double own = p[present[c]];
        if (own > b) {
            missed *= (1 - own) / (1 - b);
        } else {
            kept *= own / b;
        }
    }
    return (1 - missed) * kept;
}

/* P(level | causes): the mean of the causes present that speak about the finding. */
static double level_of_state(const double *p, const bool *speaks, double b, const size_t *present,
                             size_t count) {
    double sum = 0;
    int speaking = 0;
    for (size_t c = 0; c < count; c++) {
        if (speaks[present[c]]) {
            sum += p[present[c]];
            speaking++;
        }
    }
    return speaking ? sum / speaking : b;
}

void ff_fact_states(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                    bool by_clinician, double *out) {
    double p[MOST_CAUSES] = {0};
    bool speaks[MOST_CAUSES] = {false};
    size_t present[MOST_CAUSES] = {0};
    size_t asked = fact->yes_no ? 0 : level;
    double b = ff_background_likelihood(knowledge, fact, asked, by_clinician);
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        const ff_cause *cause = &knowledge->causes[i];
        p[i] = ff_cause_likelihood(knowledge, fact, asked, by_clinician, cause);
        speaks[i] = row_of(fact, cause) != NULL;
    }
    bool no = fact->yes_no && level == 1;
    for (size_t s = 0; s < ff_state_count(knowledge); s++) {
        size_t count = present_in(knowledge, s, present);
        double x = s == 0         ? p[knowledge->cause_count - 1]
                   : fact->yes_no ? yes_of_state(p, b, present, count)
                                  : level_of_state(p, speaks, b, present, count);
        out[s] = no ? 1 - x : x;
    }
}

/* --- the drawing ----------------------------------------------------------------------------- */

/* log(exp(a) + exp(b)) without leaving the range of double. */
static double log_sum(double a, double b) {
    double high = fmax(a, b), low = fmin(a, b);
    return high + log1p(exp(low - high));
}

/* log P(drawing | map) when each region is marked by itself, with the chance of its place in the
 * map times extent. */
static double map_extent_score(const ff_knowledge *knowledge, const ff_map *map, uint64_t marked,
                               double extent) {
    const ff_model *model = &knowledge->model;
    double sum = 0;
    for (size_t r = 0; r < knowledge->region_count; r++) {
        uint64_t bit = UINT64_C(1) << r;
        double p = map->core & bit     ? model->region_core
                   : map->border & bit ? model->region_border
                                       : model->region_outside;
        sum += log(marked & bit ? p * extent : 1 - p * extent);
    }
    return sum;
}

/* log P(drawing | map): some draw the whole field of a nerve, some only a part of it. */
static double map_score(const ff_knowledge *knowledge, const ff_map *map, uint64_t marked) {
    const ff_model *model = &knowledge->model;
    double whole = map_extent_score(knowledge, map, marked, 1);
    double part = map_extent_score(knowledge, map, marked, model->site_part_extent);
    return log_sum(log(1 - model->site_part) + whole, log(model->site_part) + part);
}

/* log P(drawing) when it tells nothing: each number of marked regions is equally likely, and each
 * choice of that many. That is 1 / (n + 1) / (n choose k) for k of n regions. */
static double slip_score(const ff_knowledge *knowledge, uint64_t marked) {
    size_t n = knowledge->region_count, k = 0;
    double choices = 0; /* log of n choose k */
    for (size_t r = 0; r < n; r++) {
        if (marked >> r & 1) {
            k++;
            choices += log((double)(n - k + 1)) - log((double)k);
        }
    }
    return -log((double)(n + 1)) - choices;
}

double ff_cause_sites(const ff_knowledge *knowledge, const ff_cause *cause, uint64_t marked) {
    double slip = knowledge->model.site_slip, power = knowledge->model.site_power;
    double sum = log(slip) + power * slip_score(knowledge, marked);
    for (size_t i = 0; i < cause->site_count; i++) {
        double weight = log((1 - slip) * cause->sites[i].weight);
        sum = log_sum(sum, weight + power * map_score(knowledge, cause->sites[i].map, marked));
    }
    return sum;
}

/* Adds log P(drawing of one foot | state), times share, to every state. */
static void add_foot(const ff_knowledge *knowledge, uint64_t marked, double share, double *out) {
    double score[MOST_CAUSES] = {0}, relative[MOST_CAUSES] = {0}, best = -INFINITY;
    size_t present[MOST_CAUSES] = {0};
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        score[i] = ff_cause_sites(knowledge, &knowledge->causes[i], marked);
        best = fmax(best, score[i]);
    }
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        relative[i] = exp(score[i] - best);
    }
    for (size_t s = 0; s < ff_state_count(knowledge); s++) {
        size_t count = present_in(knowledge, s, present);
        double sum = s == 0 ? relative[knowledge->cause_count - 1] : 0;
        for (size_t c = 0; c < count; c++) {
            sum += relative[present[c]];
        }
        out[s] += share * (best + log(sum / (double)(s == 0 ? 1 : count)));
    }
}

static void add_sites(const ff_knowledge *knowledge, const ff_sites *sites, double *out) {
    double share = sites->left && sites->right ? 0.5 : 1;
    if (sites->left) {
        add_foot(knowledge, sites->left, share, out);
    }
    if (sites->right) {
        add_foot(knowledge, sites->right, share, out);
    }
}

/* --- priors and posteriors ------------------------------------------------------------------- */

void ff_state_priors(const ff_knowledge *knowledge, const double *prior, double *out) {
    size_t contributors = knowledge->contributor_count;
    double none = 1, empty = 1;
    for (size_t d = 0; d < knowledge->diagnosis_count; d++) {
        none -= prior[contributors + d];
    }
    for (size_t s = 0; s < ff_state_count(knowledge); s++) {
        size_t diagnosis = s >> contributors;
        double weight = diagnosis ? prior[contributors + diagnosis - 1] : none;
        for (size_t i = 0; i < contributors; i++) {
            weight *= s >> i & 1 ? prior[i] : 1 - prior[i];
        }
        empty = s == 0 ? weight : empty;
        out[s] = log(weight);
    }
    double other = prior[knowledge->cause_count - 1];
    out[0] = log(other / (1 - other) * (1 - empty));
}

void ff_states_normalise(const ff_knowledge *knowledge, const double *log_prior,
                         const double *log_likelihood, double *posterior, double *marginal) {
    size_t states = ff_state_count(knowledge), contributors = knowledge->contributor_count;
    double best = -INFINITY, sum = 0;
    for (size_t s = 0; s < states; s++) {
        posterior[s] = log_prior[s] + (log_likelihood ? log_likelihood[s] : 0);
        best = fmax(best, posterior[s]);
    }
    for (size_t s = 0; s < states; s++) {
        posterior[s] = exp(posterior[s] - best);
        sum += posterior[s];
    }
    memset(marginal, 0, knowledge->cause_count * sizeof *marginal);
    for (size_t s = 0; s < states; s++) {
        double p = posterior[s] /= sum;
        for (size_t i = 0; i < contributors; i++) {
            marginal[i] += s >> i & 1 ? p : 0;
        }
        size_t diagnosis = s >> contributors;
        if (diagnosis) {
            marginal[contributors + diagnosis - 1] += p;
        }
    }
    marginal[knowledge->cause_count - 1] = posterior[0];
}

/* --- one case -------------------------------------------------------------------------------- */

static void collect_answers(ff_network *network, const ff_case *runner) {
    for (size_t i = 0; i < network->knowledge->fact_count; i++) {
        const ff_fact *fact = &network->knowledge->facts[i];
        int level = ff_case_level(runner, fact);
        if (level >= 0) {
            const ff_finding *finding = ff_case_finding(runner, fact->id);
            bool clinician = finding->said_by && strcmp(finding->said_by, "clinician") == 0;
            network->answers[network->answer_count++] =
                (ff_answer){fact, (size_t)level, clinician, finding};
        }
    }
}

static bool take_memory(ff_network *network) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_arena *arena = network->arena;
    size_t states = network->state_count;
    network->log_prior = ff_arena_take(arena, states, sizeof(double));
    network->log_likelihood = ff_arena_take(arena, states, sizeof(double));
    network->posterior = ff_arena_take(arena, states, sizeof(double));
    network->scratch = ff_arena_take(arena, states, sizeof(double));
    network->group_sum =
        ff_arena_take(arena, states * (knowledge->group_count + 1), sizeof(double));
    network->group_answers = ff_arena_take(arena, knowledge->group_count + 1, sizeof(size_t));
    network->marginal = ff_arena_take(arena, knowledge->cause_count, sizeof(double));
    network->answers = ff_arena_take(arena, knowledge->fact_count, sizeof(ff_answer));
    return !arena->failed;
}

double ff_damping(size_t answers) {
    return answers ? 1 / sqrt((double)answers) : 0;
}

static void add_answers(ff_network *network) {
    size_t states = network->state_count;
    for (size_t a = 0; a < network->answer_count; a++) {
        const ff_answer *answer = &network->answers[a];
        ff_fact_states(network->knowledge, answer->fact, answer->level, answer->by_clinician,
                       network->scratch);
        const ff_group *group = answer->fact->group;
        double *sum = group ? network->group_sum + group->index * states : network->log_likelihood;
        for (size_t s = 0; s < states; s++) {
            sum[s] += log(network->scratch[s]);
        }
        if (group) {
            network->group_answers[group->index]++;
        }
    }
    for (size_t g = 0; g < network->knowledge->group_count; g++) {
        double damping = ff_damping(network->group_answers[g]);
        for (size_t s = 0; s < states; s++) {
            network->log_likelihood[s] += damping * network->group_sum[g * states + s];
        }
    }
}

ff_code ff_network_build(ff_network *network, ff_arena *arena, const ff_knowledge *knowledge,
                         const ff_case *runner, ff_error *error) {
    *network = (ff_network){.knowledge = knowledge,
                            .arena = arena,
                            .state_count = ff_state_count(knowledge),
                            .sites = runner->sites};
    if (knowledge->cause_count > MOST_CAUSES) {
        return ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET, "more than %d causes",
                       MOST_CAUSES);
    }
    if (!take_memory(network)) {
        return ff_arena_check(arena, error);
    }
    collect_answers(network, runner);
    add_answers(network);
    add_sites(knowledge, &runner->sites, network->log_likelihood);
    double prior[MOST_CAUSES] = {0};
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        prior[i] = knowledge->causes[i].prior;
    }
    ff_state_priors(knowledge, prior, network->log_prior);
    ff_states_normalise(knowledge, network->log_prior, network->log_likelihood, network->posterior,
                        network->marginal);
    return FF_OK;
}
