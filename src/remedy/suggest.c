#include "remedy/suggest.h"

#include <stdlib.h>

/* A remedy worth less than this share of the best one is not named: it would only distract. */
static const double LEAST_SHARE = 0.2;

/* A remedy aims at causes on which it works at least this strongly, as a share of its strongest
 * effect: stretching may help a little with tight laces, but that is not what it is for. */
static const double AIM_SHARE = 0.5;

/* Whether it was tried with that outcome. */
static bool was_tried(const ff_case *runner, const ff_remedy *remedy, ff_tried_outcome outcome) {
    for (size_t i = 0; i < runner->tried_count; i++) {
        if (runner->tried[i].remedy == remedy && runner->tried[i].outcome == outcome) {
            return true;
        }
    }
    return false;
}

/* What helped so far is the first thing to go on with; what did not is not named again. */
static bool has_failed(const ff_case *runner, const ff_remedy *remedy) {
    return was_tried(runner, remedy, FF_TRIED_NO_HELP) || was_tried(runner, remedy, FF_TRIED_WORSE);
}

static double divisor(const ff_model *model, ff_cost cost) {
    return cost == FF_COST_FREE    ? model->cost_free
           : cost == FF_COST_CHEAP ? model->cost_cheap
                                   : model->cost_costly;
}

static double probability(const ff_assessment *assessment, const ff_cause *cause) {
    for (size_t i = 0; i < assessment->cause_count; i++) {
        if (assessment->causes[i].form == cause) {
            return assessment->causes[i].p;
        }
    }
    return 0;
}

static double strongest_effect(const ff_remedy *remedy) {
    double most = 0;
    for (size_t i = 0; i < remedy->effect_count; i++) {
        most = remedy->effects[i].mean > most ? remedy->effects[i].mean : most;
    }
    return most;
}

/* Expected worth: effects weighted by how likely their causes are, over the cost. */
static ff_suggestion weigh(const ff_knowledge *knowledge, const ff_assessment *assessment,
                           const ff_remedy *remedy) {
    ff_suggestion suggestion = {.remedy = remedy};
    double sum = 0, most = 0, least = strongest_effect(remedy) * AIM_SHARE;
    for (size_t i = 0; i < remedy->effect_count; i++) {
        const ff_effect *effect = &remedy->effects[i];
        double part = probability(assessment, effect->cause) * effect->mean;
        sum += part;
        if (part > most && effect->mean >= least) {
            most = part;
            suggestion.cause = effect->cause;
        }
    }
    suggestion.worth = sum / divisor(&knowledge->model, remedy->cost);
    return suggestion;
}

/* What helped so far comes first, then what is worth most. */
static int by_worth(const void *a, const void *b) {
    const ff_suggestion *x = a, *y = b;
    if (x->helped != y->helped) {
        return x->helped ? -1 : 1;
    }
    if (x->worth != y->worth) {
        return x->worth < y->worth ? 1 : -1;
    }
    return (x->remedy->index > y->remedy->index) - (x->remedy->index < y->remedy->index);
}

/* When the causes call for a doctor, seeing one comes before any change. */
static int visits_first(const void *a, const void *b) {
    const ff_suggestion *x = a, *y = b;
    if (x->remedy->visit != y->remedy->visit) {
        return x->remedy->visit ? -1 : 1;
    }
    return by_worth(a, b);
}

/* When nothing calls for a visit, what the runner can do himself comes first. */
static int changes_first(const void *a, const void *b) {
    const ff_suggestion *x = a, *y = b;
    if (x->remedy->visit != y->remedy->visit) {
        return x->remedy->visit ? 1 : -1;
    }
    return by_worth(a, b);
}

/* Whether a flag leaves no room for anything but acting on it: it is urgent, or running would harm
 * until someone has looked. */
static bool flag_alone(const ff_assessment *assessment) {
    bool alone = assessment->level_by_flag && assessment->level >= FF_SAME_DAY;
    for (size_t i = 0; i < assessment->flag_count; i++) {
        alone |= assessment->flags[i].flag->alone;
    }
    return alone;
}

static bool is_allowed(const ff_remedy *remedy, const ff_assessment *assessment, bool worsening) {
    bool fixed = assessment->level_by_flag || assessment->level_by_unsure;
    bool flagged = fixed && assessment->level >= FF_WITHIN_DAYS;
    return (!flagged || remedy->with_flag) && (!worsening || remedy->while_worsening);
}

/* Drops what is worth far less than the best, unless it helped already. Returns how many stay. */
static size_t keep_worthwhile(ff_suggestion *items, size_t count) {
    double best = 0;
    for (size_t i = 0; i < count; i++) {
        best = items[i].worth > best ? items[i].worth : best;
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (items[i].helped || items[i].worth >= LEAST_SHARE * best) {
            items[kept++] = items[i];
        }
    }
    return kept;
}

/* When someone should look at it in due course, a visit stands where its worth puts it. A flag that
 * hurries says itself whom to see: then changes are for the time until then. */
static bool lets_worth_decide(const ff_assessment *assessment) {
    return assessment->cause_level == FF_ROUTINE || assessment->level == FF_ROUTINE;
}

/* The remedies that are worth naming, the best first, from items[start] on. */
static void add_remedies(const ff_knowledge *knowledge, const ff_case *runner, bool worsening,
                         ff_assessment *assessment, ff_suggestion *items) {
    size_t n = 0;
    for (size_t i = 0; i < knowledge->remedy_count; i++) {
        const ff_remedy *remedy = &knowledge->remedies[i];
        ff_suggestion suggestion = weigh(knowledge, assessment, remedy);
        if (suggestion.worth > 0 && !has_failed(runner, remedy) &&
            is_allowed(remedy, assessment, worsening)) {
            suggestion.helped = was_tried(runner, remedy, FF_TRIED_HELPED);
            suggestion.limit = !remedy->visit && (worsening || assessment->level >= FF_WITHIN_DAYS);
            items[n++] = suggestion;
        }
    }
    n = keep_worthwhile(items, n);
    qsort(items, n, sizeof *items,
          assessment->cause_level >= FF_WITHIN_DAYS ? visits_first
          : lets_worth_decide(assessment)           ? by_worth
                                                    : changes_first);
    assessment->suggestion_count += n;
}

ff_code ff_suggest(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                   bool worsening, ff_assessment *assessment, ff_error *error) {
    ff_suggestion *items = ff_arena_take(arena, knowledge->remedy_count + 1, sizeof *items);
    if (!items) {
        return ff_arena_check(arena, error);
    }
    assessment->suggestions = items;
    assessment->suggestion_count = 0;
    if (assessment->level_by_flag && assessment->level >= FF_WITHIN_DAYS) {
        items[0].flag = assessment->flags[0].flag;
        assessment->suggestion_count = 1;
    }
    if (!flag_alone(assessment)) {
        add_remedies(knowledge, runner, worsening, assessment,
                     items + assessment->suggestion_count);
    }
    return FF_OK;
}
