#include <footfall/remedy.h>

#include <stdlib.h>
#include <string.h>

/* A remedy worth less than this share of the best one is not named: it would only distract. */
static const double LEAST_SHARE = 0.2;

ff_remedy_terms ff_remedy_terms_at(ff_triage_level level, ff_triage_level cause_level, bool fixed,
                                   bool worsening) {
    /* When someone should look at it in due course, a visit stands where its worth puts it. A flag
     * that hurries says itself whom to see: then changes are for the time until then. */
    bool by_worth = cause_level == FF_ROUTINE || level == FF_ROUTINE;
    return (ff_remedy_terms){.flagged = fixed && level >= FF_WITHIN_DAYS,
                             .worsening = worsening,
                             .visits = cause_level >= FF_WITHIN_DAYS ? FF_VISITS_FIRST
                                       : by_worth                    ? FF_VISITS_BY_WORTH
                                                                     : FF_VISITS_LAST};
}

bool ff_flag_stands_alone(const ff_assessment *assessment) {
    bool alone = assessment->level_by_flag && assessment->level >= FF_SAME_DAY;
    for (size_t i = 0; i < assessment->flag_count; i++) {
        alone |= assessment->flags[i].flag->alone;
    }
    return alone;
}

bool ff_answer_worsens(const char *finding, const char *level) {
    return strcmp(finding, "progression") == 0 && strstr(level, "_worse") != NULL;
}

static double divisor(const ff_model *model, ff_cost cost) {
    return cost == FF_COST_FREE    ? model->cost_free
           : cost == FF_COST_CHEAP ? model->cost_cheap
                                   : model->cost_costly;
}

double ff_remedy_worth(const ff_knowledge *knowledge, const ff_remedy *remedy, const double *p) {
    double sum = 0;
    for (size_t i = 0; i < remedy->effect_count; i++) {
        sum += p[remedy->effects[i].cause->index] * remedy->effects[i].mean;
    }
    return sum / divisor(&knowledge->model, remedy->cost);
}

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
static bool is_offered(const ff_case *runner, const ff_remedy *remedy,
                       const ff_remedy_terms *terms) {
    bool failed =
        was_tried(runner, remedy, FF_TRIED_NO_HELP) || was_tried(runner, remedy, FF_TRIED_WORSE);
    return !failed && (!terms->flagged || remedy->with_flag) &&
           (!terms->worsening || remedy->while_worsening);
}

/* All that may be offered and is worth offering, in the order of the knowledge. */
static size_t offered(const ff_knowledge *knowledge, const ff_case *runner,
                      const ff_remedy_terms *terms, const double *p, ff_remedy_rank *ranks) {
    size_t count = 0, kept = 0;
    double best = 0;
    for (size_t i = 0; i < knowledge->remedy_count; i++) {
        const ff_remedy *remedy = &knowledge->remedies[i];
        double worth = ff_remedy_worth(knowledge, remedy, p);
        if (worth > 0 && is_offered(runner, remedy, terms)) {
            ranks[count++] =
                (ff_remedy_rank){remedy, worth, was_tried(runner, remedy, FF_TRIED_HELPED)};
            best = worth > best ? worth : best;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (ranks[i].helped || ranks[i].worth >= LEAST_SHARE * best) {
            ranks[kept++] = ranks[i];
        }
    }
    return kept;
}

static int by_worth(const void *a, const void *b) {
    const ff_remedy_rank *x = a, *y = b;
    if (x->helped != y->helped) {
        return x->helped ? -1 : 1;
    }
    if (x->worth != y->worth) {
        return x->worth < y->worth ? 1 : -1;
    }
    return (x->remedy->index > y->remedy->index) - (x->remedy->index < y->remedy->index);
}

static int visits_first(const void *a, const void *b) {
    const ff_remedy_rank *x = a, *y = b;
    return x->remedy->visit != y->remedy->visit ? (x->remedy->visit ? -1 : 1) : by_worth(a, b);
}

static int visits_last(const void *a, const void *b) {
    const ff_remedy_rank *x = a, *y = b;
    return x->remedy->visit != y->remedy->visit ? (x->remedy->visit ? 1 : -1) : by_worth(a, b);
}

typedef int (*order)(const void *a, const void *b);

static order order_of(const ff_remedy_terms *terms) {
    static const order orders[] = {[FF_VISITS_FIRST] = visits_first,
                                   [FF_VISITS_BY_WORTH] = by_worth,
                                   [FF_VISITS_LAST] = visits_last};
    return orders[terms->visits];
}

size_t ff_remedies_ranked(const ff_knowledge *knowledge, const ff_case *runner,
                          const ff_remedy_terms *terms, const double *p, ff_remedy_rank *ranks) {
    size_t count = offered(knowledge, runner, terms, p, ranks);
    qsort(ranks, count, sizeof *ranks, order_of(terms));
    return count;
}

const ff_remedy *ff_remedy_first(const ff_knowledge *knowledge, const ff_case *runner,
                                 const ff_remedy_terms *terms, const double *p) {
    ff_remedy_rank ranks[128];
    if (knowledge->remedy_count > sizeof ranks / sizeof ranks[0]) {
        return NULL;
    }
    size_t count = offered(knowledge, runner, terms, p, ranks), first = 0;
    for (size_t i = 1; i < count; i++) {
        first = order_of(terms)(&ranks[i], &ranks[first]) < 0 ? i : first;
    }
    return count ? ranks[first].remedy : NULL;
}
