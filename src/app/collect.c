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

ff_code ff_collect_answers(ff_app *app, ff_arena *arena, ff_case *runner, ff_error *error) {
    const ff_knowledge *knowledge = &ff_knowledge_built_in;
    *runner = (ff_case){.age_years = NAN};
    ff_finding_list answers;
    ff_code code = ff_journal_answers(app->journal, arena, &answers, error);
    if (code != FF_OK) {
        return code;
    }
    runner->findings.items = ff_arena_take(arena, answers.count, sizeof *runner->findings.items);
    const ff_flag **ticked = ff_arena_take(arena, answers.count, sizeof *ticked);
    if (ff_arena_check(arena, error) != FF_OK) {
        return FF_ERR_MEMORY;
    }
    size_t flags_answered = 0;
    for (size_t i = 0; i < answers.count; i++) {
        const ff_finding *answer = &answers.items[i];
        const ff_flag *flag = ff_knowledge_flag(knowledge, answer->id);
        const ff_fact *fact = ff_knowledge_fact(knowledge, answer->id);
        if (strcmp(answer->id, FF_ANSWER_AGE) == 0) {
            take_age(app, answer, runner);
        } else if (flag != NULL) {
            flags_answered += answer->state != FF_NOT_ASKED;
            if (answer->state == FF_SAID && strcmp(answer->value, "yes") == 0) {
                ticked[runner->ticked_count++] = flag;
            }
        } else if (fact != NULL &&
                   (answer->state != FF_SAID || ff_fact_level(fact, answer->value) >= 0)) {
            runner->findings.items[runner->findings.count++] = *answer;
        }
    }
    runner->ticked = ticked;
    runner->checklist_asked = flags_answered >= checklist_length();
    return FF_OK;
}
