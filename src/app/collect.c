#include "app/collect.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

#define YEAR_S 31556952 /* 365.2425 days */

/* The age now, from what was said then. */
static void take_age(const ff_app *app, const ff_finding *answer, ff_case *runner) {
    double years;
    if (answer->state == FF_SAID && ff_number_parse(answer->value, &years)) {
        int64_t since_s = ff_context_now(app->context) - answer->said_at_s;
        runner->age_years = years + (since_s > 0 ? (double)(since_s / YEAR_S) : 0);
    }
}

static size_t checklist_length(void) {
    size_t count = 0;
    for (size_t i = 0; i < ff_knowledge_built_in.flag_count; i++) {
        count += ff_knowledge_built_in.flags[i].ask[0] != '\0';
    }
    return count;
}

/* What the answers are sorted into. */
typedef struct {
    ff_collected *to;
    const ff_flag **ticked;
    size_t flags_answered;
} sorting;

static void sort_flag(sorting *s, const ff_flag *flag, const ff_finding *answer) {
    s->flags_answered += answer->state != FF_NOT_ASKED;
    if (answer->state == FF_NOT_SURE) {
        s->to->unsure[s->to->unsure_count++] = flag;
    } else if (answer->state == FF_SAID && strcmp(answer->value, "yes") == 0) {
        s->ticked[s->to->runner.ticked_count++] = flag;
    }
}

static void sort_answer(const ff_app *app, sorting *s, const ff_finding *answer) {
    ff_case *runner = &s->to->runner;
    const ff_flag *flag = ff_knowledge_flag(&ff_knowledge_built_in, answer->id);
    const ff_fact *fact = ff_knowledge_fact(&ff_knowledge_built_in, answer->id);
    if (strcmp(answer->id, FF_ANSWER_AGE) == 0) {
        take_age(app, answer, runner);
    } else if (flag != NULL) {
        sort_flag(s, flag, answer);
    } else if (fact != NULL &&
               (answer->state != FF_SAID || ff_fact_level(fact, answer->value) >= 0)) {
        runner->findings.items[runner->findings.count++] = *answer;
    }
}

static ff_code collect_answers(ff_app *app, ff_arena *arena, ff_collected *collected,
                               ff_error *error) {
    ff_finding_list answers;
    ff_code code = ff_journal_answers(app->journal, arena, &answers, error);
    if (code != FF_OK) {
        return code;
    }
    ff_case *runner = &collected->runner;
    size_t room = answers.count + ff_knowledge_built_in.fact_count; /* measured ones come too */
    runner->findings.items = ff_arena_take(arena, room, sizeof *runner->findings.items);
    collected->unsure = ff_arena_take(arena, answers.count, sizeof *collected->unsure);
    sorting s = {.to = collected,
                 .ticked = ff_arena_take(arena, answers.count, sizeof *s.ticked)};
    code = ff_arena_check(arena, error);
    for (size_t i = 0; i < answers.count && code == FF_OK; i++) {
        sort_answer(app, &s, &answers.items[i]);
    }
    runner->ticked = s.ticked;
    runner->checklist_asked = s.flags_answered >= checklist_length();
    return code;
}
