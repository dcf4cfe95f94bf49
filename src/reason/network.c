#include "reason/network.h"

#include "reason/red_flags.h"
#include "reason/runs_evidence.h"

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

/* --- sets -------------------------------------------------------------------- */

/* Sum over the members of every set. */
static void sum_of_sets(size_t contributors, const double *one, double *out) {
    out[0] = 0;
    for (size_t i = 0; i < contributors; i++) {
        size_t sets = (size_t)1 << i;
        for (size_t s = 0; s < sets; s++) {
            out[sets + s] = out[s] + one[i];
        }
    }
}

static size_t size_of(uint64_t set) {
    size_t size = 0;
    for (; set; set &= set - 1) {
        size++;
    }
    return size;
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
    uint64_t all = UINT64_MAX >> (64 - knowledge->region_count), border = map->border & ~map->core;
    const struct {
        uint64_t regions;
        double p;
    } places[] = {{map->core, model->region_core * extent},
                  {border, model->region_border * extent},
                  {all & ~(map->core | border), model->region_outside * extent}};
    double sum = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t in = size_of(places[i].regions & marked), out = size_of(places[i].regions & ~marked);
        sum += (double)in * log(places[i].p) + (double)out * log1p(-places[i].p);
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

/* Regions hang together: k marks count like sqrt(k) of them, and many never for less than the power
 * of the model. A single mark is told only once. */
static double power_of(const ff_knowledge *knowledge, uint64_t marked) {
    int marks = 0;
    for (; marked; marked &= marked - 1) {
        marks++;
    }
    return fmax(knowledge->model.site_power, 1 / sqrt(fmax(marks, 1)));
}

double ff_cause_sites(const ff_knowledge *knowledge, const ff_cause *cause, uint64_t marked) {
    double slip = knowledge->model.site_slip, power = power_of(knowledge, marked);
    double sum = log(slip) + power * slip_score(knowledge, marked);
    for (size_t i = 0; i < cause->site_count; i++) {
        double weight = log((1 - slip) * cause->sites[i].weight);
        sum = log_sum(sum, weight + power * map_score(knowledge, cause->sites[i].map, marked));
    }
    return sum;
}

/* Adds log P(drawing of one foot | state), times share, to every state. sums: room for one number a
 * set of contributors. */
static void add_foot(const ff_knowledge *knowledge, uint64_t marked, double share, double *sums,
                     double *out) {
    double score[FF_MOST_CAUSES] = {0}, relative[FF_MOST_CAUSES] = {0}, best = -INFINITY;
    size_t contributors = knowledge->contributor_count, sets = (size_t)1 << contributors;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        score[i] = ff_cause_sites(knowledge, &knowledge->causes[i], marked);
        best = fmax(best, score[i]);
    }
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        relative[i] = exp(score[i] - best);
    }
    sum_of_sets(contributors, relative, sums);
    out[0] += share * score[knowledge->cause_count - 1];
    for (size_t s = 1; s < ff_state_count(knowledge); s++) {
        size_t set = s & (sets - 1), diagnosis = s >> contributors;
        double sum = sums[set] + (diagnosis ? relative[contributors + diagnosis - 1] : 0);
        double count = (double)size_of(set) + (diagnosis ? 1 : 0);
        out[s] += share * (best + log(sum / count));
    }
}

static void add_sites(const ff_knowledge *knowledge, const ff_sites *sites, double *sums,
                      double *out) {
    double share = sites->left && sites->right ? 0.5 : 1;
    if (sites->left) {
        add_foot(knowledge, sites->left, share, sums, out);
    }
    if (sites->right) {
        add_foot(knowledge, sites->right, share, sums, out);
    }
}

/* --- one case -------------------------------------------------------------------------------- */

static void collect_answers(ff_network *network, const ff_case *runner) {
    for (size_t i = 0; i < network->knowledge->fact_count; i++) {
        const ff_fact *fact = &network->knowledge->facts[i];
        int level = ff_case_level(runner, fact);
        if (level >= 0 && !ff_runs_tell(network->runs, fact)) {
            const ff_finding *finding = ff_case_finding(runner, fact->id);
            bool clinician = finding->said_by && strcmp(finding->said_by, "clinician") == 0;
            double strength =
                ff_answer_strength(network->knowledge, fact, (size_t)level, clinician);
            network->answers[network->answer_count++] =
                (ff_answer){fact, (size_t)level, clinician, strength, finding};
        }
    }
}

static bool take_workspace(ff_network *network) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_arena *arena = network->arena;
    size_t sets = (size_t)1 << knowledge->contributor_count;
    ff_workspace *space = ff_arena_take(arena, 1, sizeof *space);
    if (!space || !ff_chances_take(&space->chances, arena, knowledge) ||
        !ff_chances_take(&space->others, arena, knowledge)) {
        return false;
    }
    space->tilted = ff_arena_take(arena, network->state_count, sizeof(double));
    space->sets = ff_arena_take(arena, sets, sizeof(double));
    space->by_set = ff_arena_take(arena, sets, sizeof(double));
    space->by_need = ff_arena_take(arena, sets * FF_NEED_ROWS, sizeof(double));
    space->set_need = ff_arena_take(arena, sets, sizeof *space->set_need);
    network->workspace = space;
    return !arena->failed;
}

static bool take_memory(ff_network *network) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_arena *arena = network->arena;
    size_t states = network->state_count;
    network->log_likelihood = ff_arena_take(arena, states, sizeof(double));
    network->likelihood = ff_arena_take(arena, states, sizeof(double));
    network->drawing = ff_arena_take(arena, states, sizeof(double));
    network->runs_part = ff_arena_take(arena, states, sizeof(double));
    network->prior = ff_arena_take(arena, states, sizeof(double));
    network->posterior = ff_arena_take(arena, states, sizeof(double));
    network->group_sum = ff_arena_take(arena, knowledge->group_count + 1, sizeof(double *));
    network->overlaps = ff_arena_take(arena, knowledge->group_count + 1, sizeof(ff_overlap));
    network->marginal = ff_arena_take(arena, knowledge->cause_count, sizeof(double));
    network->answers = ff_arena_take(arena, knowledge->fact_count, sizeof(ff_answer));
    return !arena->failed;
}

double ff_answer_strength(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                          bool by_clinician) {
    double without = ff_background_likelihood(knowledge, fact, level, by_clinician), squares = 0;
    for (size_t i = 0; i < fact->likelihood_count; i++) {
        const ff_cause *cause = fact->likelihoods[i].cause;
        double with = ff_cause_likelihood(knowledge, fact, level, by_clinician, cause);
        squares += cause->prior * pow(log(with / without), 2);
    }
    return sqrt(squares);
}

ff_overlap ff_overlap_with(ff_overlap overlap, double strength) {
    overlap.sum += strength;
    overlap.squares += strength * strength;
    overlap.answers++;
    return overlap;
}

double ff_damping(ff_overlap overlap) {
    return overlap.sum > 0 ? sqrt(overlap.squares) / overlap.sum : 1;
}

/* Where the log chances of an answer are added up; NULL when memory is gone. */
static double *sum_of_group(ff_network *network, const ff_answer *answer) {
    const ff_group *group = answer->fact->group;
    if (!group) {
        return network->log_likelihood;
    }
    ff_overlap *overlap = &network->overlaps[group->index];
    if (!overlap->answers) {
        network->group_sum[group->index] =
            ff_arena_take(network->arena, network->state_count, sizeof(double));
    }
    *overlap = ff_overlap_with(*overlap, answer->strength);
    return network->group_sum[group->index];
}

static bool add_answers(ff_network *network) {
    ff_chances *chances = &network->workspace->chances;
    for (size_t a = 0; a < network->answer_count; a++) {
        const ff_answer *answer = &network->answers[a];
        double *sum = sum_of_group(network, answer);
        if (!sum) {
            return false;
        }
        ff_chances_of(chances, network->knowledge, answer->fact, answer->level,
                      answer->by_clinician);
        ff_chances_log(chances);
        ff_chances_add(chances, network->knowledge, sum);
    }
    for (size_t g = 0; g < network->knowledge->group_count; g++) {
        const double *sum = network->group_sum[g];
        double damping = ff_damping(network->overlaps[g]);
        for (size_t s = 0; sum && s < network->state_count; s++) {
            network->log_likelihood[s] += damping * sum[s];
        }
    }
    return true;
}

static void add_drawing(ff_network *network) {
    add_sites(network->knowledge, &network->sites, network->workspace->sets, network->drawing);
    for (size_t s = 0; s < network->state_count; s++) {
        network->log_likelihood[s] += network->drawing[s];
    }
}

static void add_runs(ff_network *network) {
    if (!network->runs) {
        return;
    }
    ff_runs_by_state(network->knowledge, network->runs, network->runs_part);
    for (size_t s = 0; s < network->state_count; s++) {
        network->log_likelihood[s] += network->runs_part[s];
    }
}

/* What each set of contributors calls for. */
static void find_needs(ff_network *network) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_set_need *need = network->workspace->set_need;
    need[0] = (ff_set_need){FF_SELF_CARE, 0, 0};
    for (size_t i = 0; i < knowledge->contributor_count; i++) {
        size_t sets = (size_t)1 << i;
        for (size_t s = 0; s < sets; s++) {
            ff_triage_level see = knowledge->causes[i].see;
            need[sets + s] =
                (ff_set_need){see > need[s].soonest ? see : need[s].soonest, need[s].size + 1,
                              need[s].needing + (see > FF_SELF_CARE)};
        }
    }
}

static void find_posterior(ff_network *network) {
    const ff_knowledge *knowledge = network->knowledge;
    double prior[FF_MOST_CAUSES] = {0}, best = -INFINITY;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        prior[i] = knowledge->causes[i].prior;
    }
    ff_state_weights(knowledge, prior, network->workspace->sets, network->prior);
    for (size_t s = 0; s < network->state_count; s++) {
        best = fmax(best, network->log_likelihood[s]);
    }
    for (size_t s = 0; s < network->state_count; s++) {
        network->likelihood[s] = exp(network->log_likelihood[s] - best);
        network->posterior[s] = network->prior[s] * network->likelihood[s];
    }
    ff_beliefs beliefs;
    ff_chances_of_nothing(&network->workspace->chances, knowledge);
    double sum =
        ff_network_beliefs(network, network->posterior, &network->workspace->chances, &beliefs);
    for (size_t s = 0; s < network->state_count; s++) {
        network->posterior[s] /= sum;
    }
    memcpy(network->marginal, beliefs.marginal, knowledge->cause_count * sizeof(double));
    memcpy(network->need, beliefs.need, sizeof network->need);
}

bool ff_network_counts(const ff_network *network, const ff_fact *fact) {
    for (size_t i = 0; i < network->answer_count; i++) {
        if (network->answers[i].fact == fact) {
            return true;
        }
    }
    return ff_runs_tell(network->runs, fact);
}

ff_code ff_network_build(ff_network *network, ff_arena *arena, const ff_knowledge *knowledge,
                         const ff_case *runner, ff_error *error) {
    *network = (ff_network){.knowledge = knowledge,
                            .arena = arena,
                            .state_count = ff_state_count(knowledge),
                            .sites = runner->sites,
                            .runs = runner->runs};
    if (knowledge->cause_count > FF_MOST_CAUSES) {
        return ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET, "more than %d causes",
                       FF_MOST_CAUSES);
    }
    if (!take_memory(network) || !take_workspace(network)) {
        return ff_arena_check(arena, error);
    }
    collect_answers(network, runner);
    if (!add_answers(network)) {
        return ff_arena_check(arena, error);
    }
    add_drawing(network);
    add_runs(network);
    find_needs(network);
    find_posterior(network);
    return FF_OK;
}
