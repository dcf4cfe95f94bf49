#include "reason/worth.h"

#include "reason/explain.h"

#include <footfall/remedy.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many questions, the best for the purpose, are taken together. */
enum { TOGETHER = 3 };

size_t ff_leader_of(const ff_knowledge *knowledge, const double *marginal) {
    size_t first = 0;
    for (size_t i = 1; i < knowledge->cause_count; i++) {
        first = marginal[i] > marginal[first] ? i : first;
    }
    return first;
}

/* --- the advice ------------------------------------------------------------------------------- */

/* Whether something other than the causes sets the level, which they can only raise then. */
static bool is_fixed(const ff_assessment *assessment) {
    return assessment->level_by_flag || assessment->level_by_unsure;
}

/* The level that the causes would call for; answers that contradict each other keep it up. */
static ff_triage_level level_of(const ff_standing *standing, const ff_beliefs *then) {
    const ff_assessment *assessment = standing->assessment;
    ff_triage_level level = ff_level_of_need(standing->network->knowledge, then->need);
    bool kept = assessment->level_by_contradiction && assessment->cause_level > level;
    return kept ? assessment->cause_level : level;
}

/* The level of the triage when the causes call for that one and a flag, if any, for its own. */
static ff_triage_level level_with(const ff_assessment *assessment, ff_triage_level by_causes,
                                  const ff_flag *flag) {
    ff_triage_level level =
        is_fixed(assessment) && assessment->level > by_causes ? assessment->level : by_causes;
    return flag && flag->level > level ? flag->level : level;
}

/* What would come first to try, and the chances of the causes it rests on. */
static const ff_remedy *first_remedy(const ff_standing *standing, const double *marginal,
                                     ff_triage_level by_causes, bool worsening, double *p) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    const ff_assessment *assessment = standing->assessment;
    memset(p, 0, knowledge->cause_count * sizeof *p);
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        if (!knowledge->causes[i].form_of) {
            const ff_cause *form = ff_best_form(knowledge, marginal, &knowledge->causes[i]);
            p[form->index] = fmin(marginal[i], knowledge->model.p_cap);
        }
    }
    ff_remedy_terms terms = ff_remedy_terms_at(level_with(assessment, by_causes, NULL), by_causes,
                                               is_fixed(assessment), worsening);
    return ff_remedy_first(knowledge, standing->runner, &terms, p);
}

static bool says_worse(const ff_network *network) {
    for (size_t i = 0; i < network->answer_count; i++) {
        const ff_answer *answer = &network->answers[i];
        if (ff_answer_worsens(answer->fact->id, answer->fact->levels[answer->level].id)) {
            return true;
        }
    }
    return false;
}

ff_standing ff_standing_of(const ff_network *network, const ff_case *runner,
                           const ff_assessment *assessment) {
    double p[FF_MOST_CAUSES];
    ff_standing standing = {.network = network,
                            .runner = runner,
                            .assessment = assessment,
                            .leader = ff_leader_of(network->knowledge, network->marginal),
                            .worsening = runner->sooner_by_runs || says_worse(network)};
    standing.remedy =
        first_remedy(&standing, network->marginal, assessment->cause_level, standing.worsening, p);
    return standing;
}

/* --- one answer ------------------------------------------------------------------------------- */

/* What an answer that has this chance is supposed to lead to. */
typedef struct supposed {
    double chance;
    const ff_fact *fact;
    size_t level;
    const ff_flag *flag; /* that it would raise; NULL for none */
    ff_beliefs then;
} supposed;

/* Whether another remedy comes first, and is clearly better: one that is hardly better is no reason
 * to ask. */
static bool changes_remedy(const ff_standing *standing, const supposed *answer,
                           ff_triage_level by_causes) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    double p[FF_MOST_CAUSES];
    bool worsening = standing->worsening ||
                     ff_answer_worsens(answer->fact->id, answer->fact->levels[answer->level].id);
    const ff_remedy *first = first_remedy(standing, answer->then.marginal, by_causes, worsening, p);
    if (first == standing->remedy || !first || !standing->remedy) {
        return first != standing->remedy;
    }
    double now = ff_remedy_worth(knowledge, standing->remedy, p);
    return first->visit != standing->remedy->visit ||
           ff_remedy_worth(knowledge, first, p) >= knowledge->model.try_margin * now;
}

static double square(double x) {
    return x * x;
}

/* Binary entropy in bits. */
static double entropy(double p) {
    return p > 0 && p < 1 ? -p * log2(p) - (1 - p) * log2(1 - p) : 0;
}

/* Adds how the causes would move. A form is counted with its diagnosis. */
static void add_moves(const ff_standing *standing, const supposed *answer, ff_worth *worth) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    const double *now = standing->network->marginal, *then = answer->then.marginal;
    size_t first = standing->leader;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        if (!knowledge->causes[i].form_of) {
            double move = then[i] - now[i];
            worth->movement += answer->chance * square(move);
            worth->distances[i] += answer->chance * square(move - (then[first] - now[first]));
        }
        worth->bits += answer->chance * (entropy(now[i]) - entropy(then[i]));
    }
}

static void add_answer(const ff_standing *standing, const supposed *answer, ff_worth *worth) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    ff_triage_level by_causes = level_of(standing, &answer->then);
    ff_triage_level level = level_with(standing->assessment, by_causes, answer->flag);
    int levels = (int)level - (int)standing->assessment->level;
    bool leads = ff_leader_of(knowledge, answer->then.marginal) != standing->leader;
    bool remedy = changes_remedy(standing, answer, by_causes);
    worth->levels += answer->chance * abs(levels);
    worth->leader += leads ? answer->chance : 0;
    worth->remedy += remedy ? answer->chance : 0;
    worth->matters |=
        (levels || leads || remedy) && answer->chance >= knowledge->model.change_chance;
    add_moves(standing, answer, worth);
}

/* The cause whose distance to the first is moved most, those that are nearer counting more. */
static size_t rival_of(const ff_standing *standing, const double *distances) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    const double *p = standing->network->marginal;
    size_t rival = standing->leader;
    double most = 0;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        double weight = i != standing->leader ? distances[i] * p[i] : 0;
        rival = weight > most ? i : rival;
        most = fmax(most, weight);
    }
    return rival;
}

static double value_of(const ff_model *model, const ff_worth *worth) {
    return (model->ask_level * worth->levels + model->ask_try * worth->remedy +
            model->ask_leader * worth->leader + model->ask_movement * worth->movement) /
           worth->seconds;
}

void ff_worth_of(const ff_standing *standing, const ff_fact *fact, const ff_flag *flag,
                 uint64_t levels, ff_worth *worth) {
    const ff_model *model = &standing->network->knowledge->model;
    double *distances = worth->distances;
    *worth = (ff_worth){.distances = distances};
    memset(distances, 0, standing->network->knowledge->cause_count * sizeof *distances);
    for (size_t level = 0; level < fact->level_count; level++) {
        supposed answer = {.fact = fact, .level = level};
        answer.flag = levels >> level & 1 ? flag : NULL;
        answer.chance = ff_network_with_answer(standing->network, fact, level, false, &answer.then);
        add_answer(standing, &answer, worth);
    }
    worth->bits = fmax(worth->bits, 0);
    worth->rival = rival_of(standing, distances);
    worth->seconds = fact->seconds;
    worth->value = value_of(model, worth);
}

void ff_worth_add_line(const ff_standing *standing, const ff_fact *fact, const ff_worth *line,
                       ff_worth *page) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    page->levels += line->levels;
    page->remedy += line->remedy;
    page->leader += line->leader;
    page->movement += line->movement;
    page->matters |= line->matters;
    page->seconds += ff_line_seconds(&knowledge->model, fact);
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        page->distances[i] += line->distances[i];
    }
}

void ff_worth_value_page(const ff_standing *standing, ff_worth *page) {
    const ff_model *model = &standing->network->knowledge->model;
    page->seconds += model->page_seconds;
    page->rival = rival_of(standing, page->distances);
    page->value = value_of(model, page);
}

/* --- several answers -------------------------------------------------------------------------- */

/* The places of the questions that are expected to move the distance of a cause most, the most
 * first; returns how many. */
static size_t strongest(const ff_worth *worths, size_t count, size_t cause,
                        size_t places[TOGETHER]) {
    size_t found = 0;
    for (size_t q = 0; q < count; q++) {
        size_t at = found < TOGETHER ? found++ : TOGETHER;
        double own = worths[q].distances[cause];
        for (; at > 0 && own > worths[places[at - 1]].distances[cause]; at--) {
            if (at < TOGETHER) {
                places[at] = places[at - 1];
            }
        }
        if (at < TOGETHER) {
            places[at] = q;
        }
    }
    return found;
}

/* Chance that a normal deviate is above x. */
static double above(double x) {
    return 0.5 * erfc(x / sqrt(2));
}

void ff_worth_together(const ff_standing *standing, ff_worth *worths, size_t count) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    const double *p = standing->network->marginal;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        size_t places[TOGETHER];
        double squares = 0;
        if (i == standing->leader || knowledge->causes[i].form_of) {
            continue;
        }
        size_t found = strongest(worths, count, i, places);
        for (size_t k = 0; k < found; k++) {
            squares += worths[places[k]].distances[i];
        }
        double overtakes = squares > 0 ? above((p[standing->leader] - p[i]) / sqrt(squares)) : 0;
        for (size_t k = 0; k < found && overtakes >= knowledge->model.change_together; k++) {
            worths[places[k]].matters = true;
        }
    }
}
