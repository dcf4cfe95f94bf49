#include "reason/questions.h"

#include "reason/explain.h"
#include "reason/red_flags.h"

#include <math.h>
#include <stdlib.h>

typedef struct leaders {
    size_t first, second;
} leaders;

static leaders leaders_of(const double *marginal, size_t count) {
    leaders l = {0, count > 1 ? 1 : 0};
    if (count > 1 && marginal[1] > marginal[0]) {
        l = (leaders){1, 0};
    }
    for (size_t i = 2; i < count; i++) {
        if (marginal[i] > marginal[l.first]) {
            l = (leaders){i, l.first};
        } else if (marginal[i] > marginal[l.second]) {
            l.second = i;
        }
    }
    return l;
}

/* Entropy of the causes in bits, each cause by itself. */
static double entropy(const double *marginal, size_t count) {
    double bits = 0;
    for (size_t i = 0; i < count; i++) {
        double p = marginal[i];
        if (p > 0 && p < 1) {
            bits -= p * log2(p) + (1 - p) * log2(1 - p);
        }
    }
    return bits;
}

/* Whether the answer would change what to do: another cause leads, a cause gets past or below one
 * half, or the causes call for another level (where no flag has set a sooner one). */
static bool changes(const ff_network *network, const ff_assessment *assessment,
                    const ff_beliefs *then) {
    const ff_knowledge *knowledge = network->knowledge;
    size_t count = knowledge->cause_count;
    if (leaders_of(then->marginal, count).first != leaders_of(network->marginal, count).first) {
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        if ((then->marginal[i] > 0.5) != (network->marginal[i] > 0.5)) {
            return true;
        }
    }
    ff_triage_level now = assessment->level;
    ff_triage_level next = ff_level_of_need(knowledge, then->need);
    bool fixed = assessment->level_by_flag || assessment->level_by_unsure ||
                 assessment->level_by_contradiction;
    return fixed ? next > now : next != now;
}

/* Fills in the expected gain of one question; false when no likely answer changes anything. */
static bool weigh(const ff_network *network, const ff_assessment *assessment,
                  ff_question *question) {
    const ff_knowledge *knowledge = network->knowledge;
    size_t count = knowledge->cause_count;
    double expected = 0;
    bool matters = false;
    for (size_t level = 0; level < question->fact->level_count; level++) {
        ff_beliefs then;
        double chance = ff_network_with_answer(network, question->fact, level, false, &then);
        expected += chance * entropy(then.marginal, count);
        matters |= chance >= knowledge->model.change_chance && changes(network, assessment, &then);
    }
    question->expected_bits = fmax(entropy(network->marginal, count) - expected, 0);
    return matters;
}

/* Whether one of its answers is far more likely under one of the two leading causes. */
static bool splits_leaders(const ff_network *network, const ff_fact *fact) {
    const ff_knowledge *knowledge = network->knowledge;
    leaders lead = leaders_of(network->marginal, knowledge->cause_count);
    const ff_cause *first = &knowledge->causes[lead.first];
    const ff_cause *second = &knowledge->causes[lead.second];
    for (size_t level = 0; level < fact->level_count; level++) {
        double ratio = ff_cause_likelihood(knowledge, fact, level, false, first) /
                       ff_cause_likelihood(knowledge, fact, level, false, second);
        if (fmax(ratio, 1 / ratio) >= knowledge->model.split_ratio) {
            return true;
        }
    }
    return false;
}

/* --- order ----------------------------------------------------------------------------------- */

typedef struct candidate {
    ff_question question;
    int rank; /* 0 the checklist, 1 safety, 2 ask, 3 only when nothing better is left, 4 signs that
                 someone should look at it in due course */
    double score;
} candidate;

static int by_rank(const void *a, const void *b) {
    const candidate *x = a, *y = b;
    if (x->rank != y->rank) {
        return x->rank - y->rank;
    }
    if (x->score != y->score) {
        return x->score < y->score ? 1 : -1;
    }
    size_t i = x->question.fact ? x->question.fact->index : 0;
    size_t j = y->question.fact ? y->question.fact->index : 0;
    return (i > j) - (i < j);
}

/* Why a safety question is asked stands with the question, not with the flag: what a bad answer
 * would mean is said when it is given. It would only frighten everybody else.
 *
 * Safety questions: those of kind "safety" while the checklist, which asks the same, was not gone
 * through; and any whose answer could alone raise a flag above the level. */
static bool is_safety(const ff_network *network, const ff_case *runner,
                      const ff_assessment *assessment, candidate *c) {
    const ff_fact *fact = c->question.fact;
    const ff_flag *flag =
        ff_red_flags_decided_by(network->knowledge, runner, fact, assessment->level);
    if (!flag && fact->safety && !runner->checklist_asked &&
        fact->safety->level > assessment->level) {
        flag = fact->safety;
    }
    if (!flag) {
        return false;
    }
    c->question.flag = flag;
    if (flag->level < FF_WITHIN_DAYS) {
        return false;
    }
    c->question.safety = true;
    c->rank = 1;
    c->score = flag->level;
    return true;
}

static bool is_answered(const ff_case *runner, const ff_fact *fact) {
    const ff_finding *finding = ff_case_finding(runner, fact->id);
    return finding && finding->state != FF_NOT_ASKED;
}

/* Fills in one candidate; false when the question is not worth asking. */
static bool consider(const ff_network *network, const ff_case *runner,
                     const ff_assessment *assessment, candidate *c) {
    const ff_fact *fact = c->question.fact;
    bool urgent = assessment->level_by_flag && assessment->level >= FF_SAME_DAY;
    bool matters = weigh(network, assessment, &c->question);
    if (is_safety(network, runner, assessment, c)) {
        return true;
    }
    /* With a doctor today, only what could make it sooner is asked. The checklist covers the
     * questions of kind "safety" once it was gone through. */
    if (urgent || fact->safety || !(matters || c->question.flag)) {
        return false;
    }
    c->rank = !matters ? 4 : fact->tier == 1 || splits_leaders(network, fact) ? 2 : 3;
    c->score = c->question.expected_bits / fact->burden;
    return true;
}

static candidate checklist_first(void) {
    candidate c = {.rank = 0};
    c.question.safety = true;
    c.question.why = "Some signs mean that a doctor is needed first, whatever makes the foot numb.";
    return c;
}

ff_question *ff_questions(const ff_network *network, const ff_case *runner,
                          const ff_assessment *assessment, size_t *count) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_arena *arena = network->arena;
    candidate *all = ff_arena_take(arena, knowledge->fact_count + 1, sizeof *all);
    ff_question *questions = ff_arena_take(arena, knowledge->fact_count + 1, sizeof *questions);
    *count = 0;
    if (arena->failed || assessment->level == FF_EMERGENCY) {
        return questions;
    }
    size_t n = 0;
    if (!runner->checklist_asked) {
        all[n++] = checklist_first();
    }
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        all[n] = (candidate){.question = {.fact = fact, .why = fact->why}};
        if (!is_answered(runner, fact) && consider(network, runner, assessment, &all[n])) {
            n++;
        }
    }
    qsort(all, n, sizeof *all, by_rank);
    for (size_t i = 0; i < n; i++) {
        questions[i] = all[i].question;
    }
    *count = n;
    return questions;
}
