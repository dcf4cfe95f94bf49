/* ask: the interview, one step at a time. */
#include "app/interview.h"

#include "app/assess.h"
#include "app/collect.h"
#include "app/refuse.h"
#include "app/safety.h"
#include "app/sites.h"
#include "base/number.h"

#include <footfall/body.h>

#include <math.h>
#include <string.h>

struct ff_interview {
    ff_app *app;
    ff_arena arena;   /* of the step at hand */
    ff_arena skipped; /* ids that were skipped in this interview */
    const char **skips;
    size_t skip_count, skip_room;
    bool looked; /* whether the assessment was just given, and holds for the step after it */
    ff_collected collected;
    ff_assessment assessment;
    ff_question single; /* of ff_interview_again */
};

ff_code ff_interview_open(ff_app *app, ff_interview **interview, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(app->context);
    *interview = allocator->allocate(allocator->user, sizeof **interview);
    if (*interview == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    **interview = (ff_interview){.app = app};
    ff_app_arena(app, &(*interview)->arena);
    ff_app_arena(app, &(*interview)->skipped);
    return FF_OK;
}

void ff_interview_close(ff_interview *interview) {
    if (interview != NULL) {
        const ff_allocator *allocator = ff_context_allocator(interview->app->context);
        ff_arena_free(&interview->arena);
        ff_arena_free(&interview->skipped);
        allocator->release(allocator->user, interview);
    }
}

static bool was_skipped(const ff_interview *interview, const char *id) {
    for (size_t i = 0; i < interview->skip_count; i++) {
        if (strcmp(interview->skips[i], id) == 0) {
            return true;
        }
    }
    return false;
}

static ff_code note_skip(ff_interview *interview, const char *id, ff_error *error) {
    if (interview->skip_count == interview->skip_room) {
        size_t room = interview->skip_room > 0 ? interview->skip_room * 2 : 32;
        const char **grown = ff_arena_grow(&interview->skipped, interview->skips,
                                           interview->skip_count, room, sizeof *grown);
        if (grown == NULL) {
            return ff_arena_check(&interview->skipped, error);
        }
        interview->skips = grown;
        interview->skip_room = room;
    }
    const char *own = ff_arena_copy(&interview->skipped, id);
    if (own != NULL) {
        interview->skips[interview->skip_count++] = own;
    }
    return ff_arena_check(&interview->skipped, error);
}

static const ff_finding *answer_to(const ff_finding_list *answers, const char *id) {
    for (size_t i = 0; i < answers->count; i++) {
        if (strcmp(answers->items[i].id, id) == 0) {
            return &answers->items[i];
        }
    }
    return NULL;
}

/* Whether a flag of the checklist has to be asked now. */
static bool flag_is_due(const ff_interview *interview, const ff_finding_list *answers,
                        const ff_flag *flag) {
    if (flag->ask[0] == '\0' || was_skipped(interview, flag->id)) {
        return false;
    }
    const ff_finding *answer = answer_to(answers, flag->id);
    return answer == NULL || !ff_flag_answered(interview->app, answer);
}

/* The most urgent page of the checklist that has something left to ask; flag_count 0: none. */
static ff_code find_page(ff_interview *interview, const ff_finding_list *answers, ff_step *step,
                         ff_error *error) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    const ff_flag **page = ff_arena_take(&interview->arena, knowledge->flag_count, sizeof *page);
    if (page == NULL) {
        return ff_arena_check(&interview->arena, error);
    }
    step->flags = page;
    for (int level = FF_EMERGENCY; level > FF_SELF_CARE && step->flag_count == 0; level--) {
        step->level = (ff_triage_level)level;
        for (size_t i = 0; i < knowledge->flag_count; i++) {
            const ff_flag *flag = &knowledge->flags[i];
            if ((int)flag->level == level && flag_is_due(interview, answers, flag)) {
                page[step->flag_count++] = flag;
            }
        }
    }
    return FF_OK;
}

/* Whether the answer is found by a home test that loads the foot. */
static bool loads_the_foot(const ff_fact *fact) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    for (size_t i = 0; i < knowledge->home_test_count; i++) {
        if (knowledge->home_tests[i].fact == fact && knowledge->home_tests[i].loads) {
            return true;
        }
    }
    return false;
}

/* Whether it was neither skipped nor answered "not sure" before, and may be found out now: where a
 * bone may be hurt nobody is sent to do heel raises. */
static bool can_ask(const ff_interview *interview, const ff_finding_list *answers,
                    const ff_question *question) {
    if (question->fact == NULL || was_skipped(interview, question->fact->id) ||
        (loads_the_foot(question->fact) && ff_safety_only_seen(&interview->assessment))) {
        return false;
    }
    const ff_finding *answer = answer_to(answers, question->fact->id);
    return answer == NULL || answer->state == FF_NOT_ASKED;
}

/* The lines of the first question's page that are asked now. They stand in the order of the page: a
 * safety question comes before its neighbours in the assessment. */
static ff_code find_lines(ff_interview *interview, const ff_finding_list *answers, size_t first,
                          ff_step *step, ff_error *error) {
    const ff_assessment *assessment = &interview->assessment;
    const ff_page *page = assessment->questions[first].fact->page;
    const ff_question **lines = ff_arena_take(&interview->arena, page->line_count, sizeof *lines);
    if (lines == NULL) {
        return ff_arena_check(&interview->arena, error);
    }
    for (size_t l = 0; l < page->line_count; l++) {
        for (size_t i = first; i < assessment->question_count; i++) {
            const ff_question *question = &assessment->questions[i];
            if (question->fact == page->lines[l] && can_ask(interview, answers, question)) {
                lines[step->line_count++] = question;
            }
        }
    }
    step->page = page;
    step->lines = lines;
    return FF_OK;
}

/* The best question that can be asked; with others of its page it is a page. */
static ff_code find_question(ff_interview *interview, const ff_finding_list *answers, ff_step *step,
                             ff_error *error) {
    const ff_assessment *assessment = &interview->assessment;
    size_t first = 0;
    while (first < assessment->question_count &&
           !can_ask(interview, answers, &assessment->questions[first])) {
        first++;
    }
    if (first == assessment->question_count) {
        return FF_OK; /* done */
    }
    step->kind = FF_STEP_QUESTION;
    step->question = &assessment->questions[first];
    if (step->question->page_why == NULL) {
        return FF_OK;
    }
    ff_code code = find_lines(interview, answers, first, step, error);
    if (code == FF_OK && step->line_count > 1) {
        step->kind = FF_STEP_PAGE;
        step->question = NULL;
    }
    return code;
}

static ff_code look(ff_interview *interview, ff_error *error) {
    ff_collected *collected = &interview->collected;
    ff_code code = ff_collect(interview->app, &interview->arena, 0, collected, error);
    return code == FF_OK ? ff_assess_case(&interview->arena, &collected->runner,
                                          &interview->assessment, error)
                         : code;
}

/* Lets go of what was borrowed; with an assessment that was just given, of nothing. */
static bool begin_step(ff_interview *interview) {
    bool looked = interview->looked;
    interview->looked = false;
    if (!looked) {
        ff_arena_free(&interview->arena);
    }
    return looked;
}

/* Whether something that has no row in the knowledge (age, place) was never answered. */
static bool is_open(const ff_interview *interview, const ff_finding_list *answers, const char *id) {
    const ff_finding *answer = answer_to(answers, id);
    return (answer == NULL || answer->state == FF_NOT_ASKED) && !was_skipped(interview, id);
}

ff_code ff_interview_next(ff_interview *interview, ff_step *step, ff_error *error) {
    bool looked = begin_step(interview);
    *step = (ff_step){.kind = FF_STEP_DONE};
    ff_finding_list answers;
    ff_code code = ff_journal_answers(interview->app->journal, &interview->arena, &answers, error);
    if (code == FF_OK) {
        code = find_page(interview, &answers, step, error);
    }
    if (code != FF_OK || step->flag_count > 0) {
        step->kind = FF_STEP_CHECKLIST;
        return code;
    }
    if (is_open(interview, &answers, FF_ANSWER_AGE)) {
        step->kind = FF_STEP_AGE;
        return FF_OK;
    }
    code = looked ? FF_OK : look(interview, error);
    if (code != FF_OK) {
        return code;
    }
    const ff_sites *sites = &interview->collected.runner.sites;
    if (sites->left == 0 && sites->right == 0 && is_open(interview, &answers, FF_ANSWER_SITES)) {
        step->kind = FF_STEP_SITES;
        return FF_OK;
    }
    return find_question(interview, &answers, step, error);
}

ff_code ff_interview_again(ff_interview *interview, const char *id, ff_step *step,
                           ff_error *error) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    begin_step(interview);
    *step = (ff_step){.kind = FF_STEP_QUESTION};
    const ff_fact *fact = ff_knowledge_fact(knowledge, id);
    const ff_flag *flag = ff_knowledge_flag(knowledge, id);
    if (strcmp(id, FF_ANSWER_AGE) == 0 || strcmp(id, "age") == 0) {
        step->kind = FF_STEP_AGE; /* the band of ages follows from the years */
    } else if (strcmp(id, FF_ANSWER_HEIGHT) == 0 || strcmp(id, "height") == 0) {
        step->kind = FF_STEP_HEIGHT;
    } else if (fact != NULL) {
        interview->single = (ff_question){
            .fact = fact, .safety = fact->safety != NULL, .flag = fact->safety, .why = fact->why};
        step->question = &interview->single;
    } else if (flag != NULL && flag->ask[0] != '\0') {
        const ff_flag **page = ff_arena_take(&interview->arena, 1, sizeof *page);
        if (page == NULL) {
            return ff_arena_check(&interview->arena, error);
        }
        page[0] = flag;
        *step = (ff_step){
            .kind = FF_STEP_CHECKLIST, .level = flag->level, .flags = page, .flag_count = 1};
    } else if (strcmp(id, FF_ANSWER_SITES) == 0) {
        step->kind = FF_STEP_SITES;
    } else {
        return ff_refuse_question(FF_ERR_NOT_FOUND, id, error);
    }
    return FF_OK;
}

static bool is_whole_between(const char *value, double least, double most) {
    double number;
    return ff_number_parse(value, &number) && number >= least && number <= most &&
           number == floor(number);
}

static ff_code check_age(const char *value, ff_error *error) {
    return is_whole_between(value, FF_LEAST_YEARS, FF_MOST_YEARS)
               ? FF_OK
               : ff_refuse_age(FF_ANSWER_AGE, error);
}

static ff_code check_height(const char *value, ff_error *error) {
    return is_whole_between(value, FF_LEAST_CM, FF_MOST_CM)
               ? FF_OK
               : ff_fail(error, FF_ERR_VALUE, FF_ANSWER_HEIGHT, FF_NO_OFFSET,
                         "\"%s\" takes whole centimetres from %d to %d, such as 172",
                         FF_ANSWER_HEIGHT, FF_LEAST_CM, FF_MOST_CM);
}

static ff_code check_answer(const char *id, const char *value, ff_error *error) {
    if (value == NULL) {
        return ff_fail(error, FF_ERR_VALUE, id, FF_NO_OFFSET, "there is no answer to it");
    }
    const ff_fact *fact = ff_knowledge_fact(&ff_knowledge_built_in, id);
    const ff_flag *flag = ff_knowledge_flag(&ff_knowledge_built_in, id);
    ff_sites sites;
    if (strcmp(id, FF_ANSWER_SITES) == 0) {
        return ff_sites_parse(value, &sites, error);
    }
    if (strcmp(id, FF_ANSWER_AGE) == 0) {
        return check_age(value, error);
    }
    if (strcmp(id, FF_ANSWER_HEIGHT) == 0) {
        return check_height(value, error);
    }
    if (flag != NULL) {
        bool good = strcmp(value, "yes") == 0 || strcmp(value, "no") == 0;
        return good ? FF_OK
                    : ff_fail(error, FF_ERR_VALUE, id, FF_NO_OFFSET,
                              "\"%s\" takes \"yes\" or \"no\"", id);
    }
    return ff_fact_level(fact, value) >= 0 ? FF_OK : ff_refuse_answer(fact, value, error);
}

static bool is_question(const char *id) {
    return ff_knowledge_fact(&ff_knowledge_built_in, id) != NULL ||
           ff_knowledge_flag(&ff_knowledge_built_in, id) != NULL ||
           strcmp(id, FF_ANSWER_AGE) == 0 || strcmp(id, FF_ANSWER_HEIGHT) == 0 ||
           strcmp(id, FF_ANSWER_SITES) == 0;
}

ff_code ff_interview_check(const char *id, ff_answer_state state, const char *value,
                           ff_error *error) {
    if (!is_question(id)) {
        return ff_refuse_question(FF_ERR_KEY, id, error);
    }
    return state == FF_SAID ? check_answer(id, value, error) : FF_OK;
}

/* Two answers to one question: which is meant nobody knows. Ids are known ones, so the list ends
 * before it gets long. */
static ff_code check_once(const ff_finding *answers, size_t at, ff_error *error) {
    for (size_t i = 0; i < at; i++) {
        if (strcmp(answers[i].id, answers[at].id) == 0) {
            return ff_fail(error, FF_ERR_VALUE, answers[at].id, FF_NO_OFFSET,
                           "\"%s\" is answered twice; keep one", answers[at].id);
        }
    }
    return FF_OK;
}

/* Whether the runs answer it at this time, or the runner did in spite of them. */
static bool runs_answer(const ff_collected *collected, const char *id) {
    const ff_finding *told = answer_to(&collected->told.findings, id);
    if (strcmp(id, FF_ANSWER_SITES) == 0) {
        return collected->sites_by_runs;
    }
    return told != NULL && told->state != FF_NOT_ASKED;
}

/* The answers that are kept, as the journal takes them: a skip must not unsay what was said. */
static ff_code sort_out(ff_interview *interview, const ff_finding *answers, size_t count,
                        ff_finding_list *kept, ff_error *error) {
    ff_collected collected;
    kept->items = ff_arena_take(&interview->arena, count, sizeof *kept->items);
    ff_code code = ff_arena_check(&interview->arena, error);
    if (code == FF_OK) {
        code = ff_collect(interview->app, &interview->arena, 0, &collected, error);
    }
    for (size_t i = 0; i < count && code == FF_OK; i++) {
        const ff_finding *a = &answers[i];
        code = ff_interview_check(a->id, a->state, a->value, error);
        code = code == FF_OK ? check_once(answers, i, error) : code;
        if (code == FF_OK && a->state == FF_NOT_ASKED) {
            code = note_skip(interview, a->id, error);
        } else if (code == FF_OK) {
            kept->items[kept->count++] =
                (ff_finding){.id = a->id,
                             .state = a->state,
                             .value = a->state == FF_SAID ? a->value : NULL,
                             .said_by = "runner",
                             .from = runs_answer(&collected, a->id) ? FF_FROM_OVERRIDE : "typed"};
        }
    }
    return code;
}

ff_code ff_interview_answers(ff_interview *interview, const ff_finding *answers, size_t count,
                             ff_error *error) {
    ff_finding_list kept = {0};
    interview->looked = false;
    ff_code code = sort_out(interview, answers, count, &kept, error);
    return code == FF_OK && kept.count > 0
               ? ff_journal_put_answers(interview->app->journal, &kept, error)
               : code;
}

ff_code ff_interview_answer(ff_interview *interview, const char *id, ff_answer_state state,
                            const char *value, ff_error *error) {
    return ff_interview_answers(interview, &(ff_finding){.id = id, .state = state, .value = value},
                                1, error);
}

ff_code ff_interview_pass(ff_interview *interview, const char *id, ff_error *error) {
    ff_code code = ff_interview_check(id, FF_NOT_ASKED, NULL, error);
    return code == FF_OK ? note_skip(interview, id, error) : code;
}

ff_code ff_interview_assessment(ff_interview *interview, const ff_assessment **assessment,
                                ff_error *error) {
    ff_arena_free(&interview->arena);
    ff_code code = look(interview, error);
    interview->looked = code == FF_OK;
    *assessment = interview->looked ? &interview->assessment : NULL;
    return code;
}
