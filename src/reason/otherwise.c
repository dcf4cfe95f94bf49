#include "reason/otherwise.h"

#include <math.h>

/* The cause that an assessment with these probabilities would list first. */
static const ff_cause *leader_of(const ff_knowledge *knowledge, const double *p) {
    size_t best = 0;
    for (size_t i = 1; i < knowledge->cause_count; i++) {
        best = !knowledge->causes[i].form_of && p[i] > p[best] ? i : best;
    }
    return &knowledge->causes[best];
}

/* Ways being written, and the place for the probabilities of the next one. */
typedef struct writer {
    const ff_network *network;
    ff_otherwise_list *list;
    double *next;
    ff_beliefs beliefs; /* what the next way makes of it */
} writer;

/* Room for so many ways; false when memory is gone. */
static bool begin(writer *w, const ff_network *network, ff_otherwise_list *list, size_t ways) {
    size_t causes = network->knowledge->cause_count;
    w->network = network;
    w->list = list;
    list->items = ff_arena_take(network->arena, ways, sizeof *list->items);
    w->next = ff_arena_take(network->arena, ways * causes, sizeof(double));
    return list->items && w->next;
}

/* Takes up one way; the probabilities are capped as they are in an assessment. */
static void add(writer *w, ff_otherwise way) {
    const ff_knowledge *knowledge = w->network->knowledge;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        w->next[i] = fmin(w->beliefs.marginal[i], knowledge->model.p_cap);
    }
    way.p = w->next;
    way.leader = leader_of(knowledge, w->next);
    w->list->items[w->list->count++] = way;
    w->next += knowledge->cause_count;
}

/* --- answers that were given ----------------------------------------------------------------- */

/* One answer at each other level of its finding, and left out. */
static void turn(writer *w, size_t place) {
    const ff_answer *answer = &w->network->answers[place];
    const ff_fact *fact = answer->fact;
    ff_otherwise way = {.fact = fact, .was = &fact->levels[answer->level], .chance = NAN};
    for (size_t level = 0; level < fact->level_count; level++) {
        if (level != answer->level) {
            way.answer = &fact->levels[level];
            ff_network_with_other_level(w->network, place, level, &w->beliefs);
            add(w, way);
        }
    }
    way.answer = NULL;
    ff_network_without_answer(w->network, place, &w->beliefs);
    add(w, way);
}

bool ff_otherwise_given(const ff_network *network, ff_assessment *assessment) {
    writer w;
    size_t ways = 1; /* the drawing */
    for (size_t i = 0; i < network->answer_count; i++) {
        ways += network->answers[i].fact->level_count;
    }
    if (!begin(&w, network, &assessment->if_other, ways)) {
        return false;
    }
    for (size_t i = 0; i < network->answer_count; i++) {
        turn(&w, i);
    }
    if (network->sites.left || network->sites.right) {
        ff_network_without_drawing(network, &w.beliefs);
        add(&w, (ff_otherwise){.chance = NAN});
    }
    return true;
}

/* --- answers that are missing ---------------------------------------------------------------- */

/* No answer counts: none was given, or one that contradicts another and is left out. */
static bool is_open(const ff_network *network, const ff_case *runner, const ff_fact *fact) {
    return !ff_network_counts(network, fact) && !(fact->safety && runner->checklist_asked);
}

bool ff_otherwise_missing(const ff_network *network, const ff_case *runner,
                          ff_assessment *assessment) {
    const ff_knowledge *knowledge = network->knowledge;
    writer w;
    size_t ways = 1;
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        ways +=
            is_open(network, runner, &knowledge->facts[i]) ? knowledge->facts[i].level_count : 0;
    }
    if (!begin(&w, network, &assessment->if_answered, ways)) {
        return false;
    }
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        size_t levels = is_open(network, runner, fact) ? fact->level_count : 0;
        for (size_t level = 0; level < levels; level++) {
            ff_otherwise way = {.fact = fact, .answer = &fact->levels[level]};
            way.chance = ff_network_with_answer(network, fact, level, false, &w.beliefs);
            add(&w, way);
        }
    }
    return true;
}
