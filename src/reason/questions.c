#include "reason/questions.h"

#include "reason/red_flags.h"
#include "reason/worth.h"

#include <stdlib.h>

/* --- order ----------------------------------------------------------------------------------- */

/* Which come first. */
typedef enum ff_rank {
    FF_RANK_SAFETY,
    FF_RANK_WORTH,
    FF_RANK_EQUIPMENT, /* tests for which one needs what few have at hand */
    FF_RANK_DUE_COURSE /* signs that someone should look at it in due course */
} ff_rank;

typedef struct candidate {
    ff_question question;
    ff_flag_open open; /* what its answer alone could raise; no flag: nothing */
    ff_worth worth;
    ff_rank rank;
    double score;
} candidate;

static int by_rank(const void *a, const void *b) {
    const candidate *x = a, *y = b;
    if (x->rank != y->rank) {
        return x->rank < y->rank ? -1 : 1;
    }
    if (x->score != y->score) {
        return x->score < y->score ? 1 : -1;
    }
    size_t i = x->question.fact->index, j = y->question.fact->index;
    return (i > j) - (i < j);
}

/* Why a safety question is asked stands with the question, not with the flag: what a bad answer
 * would mean is said when it is given. It would only frighten everybody else.
 *
 * Safety questions: those of kind "safety" while the checklist, which asks the same, was not gone
 * through; and any whose answer could alone raise a flag above the level. */
static const ff_flag *flag_of(const ff_knowledge *knowledge, const ff_case *runner,
                              const ff_assessment *assessment, candidate *c) {
    const ff_fact *fact = c->question.fact;
    c->open = ff_red_flags_decided_by(knowledge, runner, fact, assessment->level);
    if (!c->open.flag && fact->safety && !runner->checklist_asked &&
        fact->safety->level > assessment->level) {
        return fact->safety;
    }
    return c->open.flag;
}

static bool is_answered(const ff_case *runner, const ff_fact *fact) {
    const ff_finding *finding = ff_case_finding(runner, fact->id);
    return finding && finding->state != FF_NOT_ASKED;
}

/* Fills in rank and score of one candidate that was weighed; false when it is not worth asking.
 * What is implied is only asked where a red flag waits for the answer itself. */
static bool consider(const ff_network *network, const ff_assessment *assessment, candidate *c) {
    const ff_fact *fact = c->question.fact;
    const ff_flag *flag = c->question.flag;
    bool urgent = assessment->level_by_flag && assessment->level >= FF_SAME_DAY;
    c->question.safety = flag && flag->level >= FF_WITHIN_DAYS;
    c->score = c->worth.value;
    if (c->question.safety) {
        c->rank = FF_RANK_SAFETY;
        c->score = flag->level;
        return true;
    }
    /* With a doctor today, only what could make it sooner is asked. The checklist covers the
     * questions of kind "safety" once it was gone through. */
    if (urgent || fact->safety || ff_network_counts(network, fact) || !(c->worth.matters || flag)) {
        return false;
    }
    c->rank = !c->worth.matters ? FF_RANK_DUE_COURSE
              : fact->tier < 3  ? FF_RANK_WORTH
                                : FF_RANK_EQUIPMENT;
    return true;
}

static ff_question checklist_first(void) {
    return (ff_question){
        .safety = true,
        .why = "Some signs mean that a doctor is needed first, whatever makes the foot numb."};
}

/* All questions without an answer, weighed; returns how many. */
static size_t weigh_all(const ff_network *network, const ff_case *runner,
                        const ff_assessment *assessment, candidate *all, ff_worth *worths) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_standing standing = ff_standing_of(network, runner, assessment);
    size_t n = 0;
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        if (is_answered(runner, fact)) {
            continue;
        }
        candidate *c = &all[n];
        *c = (candidate){.question = {.fact = fact, .why = fact->why}};
        c->question.flag = flag_of(knowledge, runner, assessment, c);
        if (!ff_network_counts(network, fact)) {
            ff_worth_of(&standing, fact, c->open.flag, c->open.levels, &worths[n]);
        }
        n++;
    }
    ff_worth_together(&standing, worths, n);
    for (size_t i = 0; i < n; i++) {
        all[i].worth = worths[i];
        all[i].question.expected_bits = worths[i].bits;
    }
    return n;
}

/* Its own words, and which two causes it decides between when both are in the running. */
static const char *why_of(const ff_network *network, size_t leader, const candidate *c) {
    const ff_knowledge *knowledge = network->knowledge;
    const double *p = network->marginal;
    size_t rival = c->worth.rival;
    if (c->question.safety || rival == leader || p[rival] < knowledge->model.change_together) {
        return c->question.why;
    }
    return ff_arena_printf(network->arena, "%s Now it is asked to tell \"%s\" from \"%s\".",
                           c->question.why, knowledge->causes[leader].name,
                           knowledge->causes[rival].name);
}

static bool take_room(ff_arena *arena, const ff_knowledge *knowledge, candidate **all,
                      ff_worth **worths) {
    size_t facts = knowledge->fact_count, causes = knowledge->cause_count;
    double *distances = ff_arena_take(arena, facts * causes, sizeof *distances);
    *all = ff_arena_take(arena, facts, sizeof **all);
    *worths = ff_arena_take(arena, facts, sizeof **worths);
    for (size_t i = 0; !arena->failed && i < facts; i++) {
        (*worths)[i].distances = distances + i * causes;
    }
    return !arena->failed;
}

ff_question *ff_questions(const ff_network *network, const ff_case *runner,
                          const ff_assessment *assessment, size_t *count) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_arena *arena = network->arena;
    ff_question *questions = ff_arena_take(arena, knowledge->fact_count + 1, sizeof *questions);
    candidate *all;
    ff_worth *worths;
    *count = 0;
    if (assessment->level == FF_EMERGENCY || !take_room(arena, knowledge, &all, &worths)) {
        return questions;
    }
    size_t n = weigh_all(network, runner, assessment, all, worths), kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (consider(network, assessment, &all[i])) {
            all[kept++] = all[i];
        }
    }
    qsort(all, kept, sizeof *all, by_rank);
    if (!runner->checklist_asked) {
        questions[(*count)++] = checklist_first();
    }
    size_t leader = ff_leader_of(knowledge, network->marginal);
    for (size_t i = 0; i < kept; i++) {
        questions[*count] = all[i].question;
        questions[(*count)++].why = why_of(network, leader, &all[i]);
    }
    return questions;
}
