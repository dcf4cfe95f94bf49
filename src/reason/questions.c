#include "reason/questions.h"

#include "reason/red_flags.h"
#include "reason/worth.h"

#include <stdlib.h>
#include <string.h>

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
    size_t rival;      /* the cause that its own answer tells most from the first */
    size_t unit;       /* whose worth counts: its own place, or that of its page */
    bool paged;
    ff_worth worth; /* of that */
    ff_rank rank;
    double score;
} candidate;

/* All that is weighed: questions without an answer, and the pages on which they are lines. */
typedef struct scales {
    candidate *all;
    size_t count;
    ff_worth *worths; /* one a question, then one a page of the knowledge */
} scales;

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

/* Whether it can be asked as a line: what was told otherwise is not asked again. */
static bool is_open_line(const ff_network *network, const candidate *c, const ff_page *page) {
    return c->question.fact->page == page && !ff_network_counts(network, c->question.fact);
}

/* Weighs a page as one, in place of its lines; with one line left it is a question like any other.
 * A page that a safety question opens is gone through whole, so that nobody meets it twice. */
static void weigh_page(const ff_standing *standing, const ff_page *page, scales *s) {
    const ff_knowledge *knowledge = standing->network->knowledge;
    size_t unit = s->count + page->index, open = 0;
    ff_worth *whole = &s->worths[unit];
    *whole = (ff_worth){.distances = whole->distances};
    memset(whole->distances, 0, knowledge->cause_count * sizeof *whole->distances);
    for (size_t i = 0; i < s->count; i++) {
        open += is_open_line(standing->network, &s->all[i], page);
    }
    for (size_t i = 0; open > 1 && i < s->count; i++) {
        if (is_open_line(standing->network, &s->all[i], page)) {
            ff_worth *line = &s->worths[i];
            ff_worth_add_line(standing, s->all[i].question.fact, line, whole);
            whole->matters |= s->all[i].question.safety; /* it is opened anyway */
            memset(line->distances, 0, knowledge->cause_count * sizeof *line->distances);
            s->all[i].unit = unit;
            s->all[i].paged = true;
        }
    }
    ff_worth_value_page(standing, whole);
}

/* All questions without an answer, weighed. */
static void weigh_all(const ff_network *network, const ff_case *runner,
                      const ff_assessment *assessment, scales *s) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_standing standing = ff_standing_of(network, runner, assessment);
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const ff_fact *fact = &knowledge->facts[i];
        if (is_answered(runner, fact)) {
            continue;
        }
        candidate *c = &s->all[s->count];
        ff_worth *worth = &s->worths[s->count];
        *c = (candidate){.question = {.fact = fact, .why = fact->why}, .unit = s->count++};
        c->question.flag = flag_of(knowledge, runner, assessment, c);
        c->question.safety = c->question.flag && c->question.flag->level >= FF_WITHIN_DAYS;
        if (!ff_network_counts(network, fact)) {
            ff_worth_of(&standing, fact, c->open.flag, c->open.levels, worth);
        }
        c->question.expected_bits = worth->bits;
        c->rival = worth->rival;
    }
    for (size_t p = 0; p < knowledge->page_count; p++) {
        weigh_page(&standing, &knowledge->pages[p], s);
    }
    ff_worth_together(&standing, s->worths, s->count + knowledge->page_count);
    for (size_t i = 0; i < s->count; i++) {
        s->all[i].worth = s->worths[s->all[i].unit];
    }
}

/* Words, and which two causes it decides between when both are in the running. */
static const char *why_of(const ff_network *network, size_t leader, size_t rival,
                          const char *words) {
    const ff_knowledge *knowledge = network->knowledge;
    const double *p = network->marginal;
    if (rival == leader || p[rival] < knowledge->model.change_together) {
        return words;
    }
    return ff_arena_printf(network->arena, "%s Now it is asked to tell \"%s\" from \"%s\".", words,
                           knowledge->causes[leader].name, knowledge->causes[rival].name);
}

/* The same text for all lines of a page; with a safety question among them, which comes first, it
 * names no cause. */
static const char *page_why_of(const ff_network *network, size_t leader, const candidate *c,
                               const ff_question *questions, size_t count) {
    const ff_page *page = c->question.fact->page;
    for (size_t i = 0; i < count; i++) {
        if (questions[i].fact && questions[i].page_why && questions[i].fact->page == page) {
            return questions[i].page_why;
        }
    }
    return c->question.safety ? page->why : why_of(network, leader, c->worth.rival, page->why);
}

/* Why a safety question is asked is said in its own words alone. */
static void add_question(const ff_network *network, size_t leader, const candidate *c,
                         ff_question *questions, size_t *count) {
    ff_question question = c->question;
    if (!question.safety) {
        question.why = why_of(network, leader, c->rival, question.why);
    }
    if (c->paged) {
        question.page_why = page_why_of(network, leader, c, questions, *count);
    }
    questions[(*count)++] = question;
}

static bool take_room(ff_arena *arena, const ff_knowledge *knowledge, scales *s) {
    size_t most = knowledge->fact_count + knowledge->page_count, causes = knowledge->cause_count;
    double *distances = ff_arena_take(arena, most * causes, sizeof *distances);
    *s = (scales){.all = ff_arena_take(arena, knowledge->fact_count, sizeof *s->all),
                  .worths = ff_arena_take(arena, most, sizeof *s->worths)};
    for (size_t i = 0; !arena->failed && i < most; i++) {
        s->worths[i].distances = distances + i * causes;
    }
    return !arena->failed;
}

ff_question *ff_questions(const ff_network *network, const ff_case *runner,
                          const ff_assessment *assessment, size_t *count) {
    const ff_knowledge *knowledge = network->knowledge;
    ff_arena *arena = network->arena;
    ff_question *questions = ff_arena_take(arena, knowledge->fact_count + 1, sizeof *questions);
    scales s;
    *count = 0;
    if (assessment->level == FF_EMERGENCY || !take_room(arena, knowledge, &s)) {
        return questions;
    }
    weigh_all(network, runner, assessment, &s);
    size_t kept = 0;
    for (size_t i = 0; i < s.count; i++) {
        if (consider(network, assessment, &s.all[i])) {
            s.all[kept++] = s.all[i];
        }
    }
    qsort(s.all, kept, sizeof *s.all, by_rank);
    if (!runner->checklist_asked) {
        questions[(*count)++] = checklist_first();
    }
    size_t leader = ff_leader_of(knowledge, network->marginal);
    for (size_t i = 0; i < kept; i++) {
        add_question(network, leader, &s.all[i], questions, count);
    }
    return questions;
}
