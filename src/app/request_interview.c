/* The interview over requests: each opens it, passes over what was skipped, and closes it. */
#include "app/request.h"

#include "app/interview.h"
#include "base/json.h"
#include "report/interview_report.h"

#include <string.h>

static ff_code pass_over(ff_interview *interview, const ff_texts *skipped, ff_error *error) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < skipped->count && code == FF_OK; i++) {
        code = ff_interview_pass(interview, skipped->items[i], error);
    }
    return code;
}

static ff_code next_step(ff_call *call, ff_interview *interview, ff_step *step, ff_error *error) {
    ff_texts skipped = {0};
    const char *again = NULL;
    ff_query_field fields[] = {{.name = "skip", .kind = FF_QUERY_WORDS, .to = &skipped},
                               {.name = "again", .to = &again}};
    ff_code code = ff_query_read(call->query, fields, 2, call->arena, error);
    if (code != FF_OK) {
        return code;
    }
    if (again != NULL) {
        return ff_interview_again(interview, again, step, error);
    }
    code = pass_over(interview, &skipped, error);
    return code == FF_OK ? ff_interview_next(interview, step, error) : code;
}

ff_code ff_answer_question(ff_call *call, ff_error *error) {
    ff_interview *interview;
    ff_step step;
    ff_code code = ff_interview_open(call->app, &interview, error);
    if (code == FF_OK) {
        code = next_step(call, interview, &step, error);
    }
    if (code == FF_OK) {
        ff_report_step_json(&step, &call->reply->text);
    }
    ff_interview_close(interview);
    return code;
}

static ff_code read_state(ff_finding *answer, const char *state_name, ff_error *error) {
    static const char *const names[] = {
        [FF_NOT_ASKED] = "skipped", [FF_NOT_SURE] = "not_sure", [FF_SAID] = "said"};
    for (int state = FF_NOT_ASKED; state <= FF_SAID; state++) {
        if (strcmp(state_name, names[state]) == 0) {
            answer->state = (ff_answer_state)state;
            break;
        }
        if (state == FF_SAID) {
            return ff_fail(error, FF_ERR_VALUE, "state", FF_NO_OFFSET,
                           "'%s' is not a state: it is said, not_sure or skipped", state_name);
        }
    }
    if ((answer->state == FF_SAID) != (answer->value != NULL)) {
        return ff_fail(error, FF_ERR_KEY, "value", FF_NO_OFFSET,
                       answer->state == FF_SAID ? "'value' is missing"
                                                : "only a state of \"said\" has a value");
    }
    const ff_fact *fact = ff_knowledge_fact(&ff_knowledge_built_in, answer->id);
    if (answer->state == FF_SAID && fact != NULL && ff_fact_is_skip(fact, answer->value)) {
        answer->state = FF_NOT_SURE; /* "not tried": an option, and no evidence */
    }
    return ff_interview_check(answer->id, answer->state, answer->value, error);
}

static ff_code read_answer(const json_t *object, ff_arena *arena, ff_finding *answer,
                           ff_error *error) {
    const char *state_name = NULL;
    const ff_field fields[] = {
        {.name = "id", .kind = FF_FIELD_TEXT, .to = &answer->id, .needed = true},
        {.name = "state", .kind = FF_FIELD_TEXT, .to = &state_name, .needed = true},
        {.name = "value", .kind = FF_FIELD_TEXT, .to = &answer->value},
    };
    if (!json_is_object(object)) {
        return ff_fail(error, FF_ERR_VALUE, "answers", FF_NO_OFFSET, "an answer is an object");
    }
    ff_code code = ff_body_read(object, fields, 3, arena, error);
    return code == FF_OK ? read_state(answer, state_name, error) : code;
}

static size_t count_kept(const ff_finding *answers, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        kept += answers[i].state != FF_NOT_ASKED;
    }
    return kept;
}

/* What a request brings, and which questions it passes over; NULL: it does not ask for the next
 * one. */
typedef struct {
    const ff_finding *answers;
    size_t count;
    const ff_texts *skipped;
} ff_answered;

/* Keeps the answers and replies with the red flags as they are now: they come before any further
 * question, and are told also where the next one cannot be found; that trouble is met again by who
 * then asks for it. */
static ff_code keep_and_tell(ff_call *call, const ff_answered *brought, ff_error *error) {
    ff_interview *interview;
    const ff_assessment *assessment;
    ff_step step;
    ff_code code = ff_interview_open(call->app, &interview, error);
    if (code == FF_OK && brought->skipped != NULL) {
        code = pass_over(interview, brought->skipped, error);
    }
    if (code == FF_OK) {
        code = ff_interview_answers(interview, brought->answers, brought->count, error);
    }
    if (code == FF_OK) {
        code = ff_interview_assessment(interview, &assessment, error);
    }
    if (code == FF_OK) {
        bool has_next =
            brought->skipped != NULL && ff_interview_next(interview, &step, NULL) == FF_OK;
        ff_report_kept_json(count_kept(brought->answers, brought->count), assessment,
                            has_next ? &step : NULL, &call->reply->text);
    }
    ff_interview_close(interview);
    return code;
}

ff_code ff_answer_answer(ff_call *call, ff_error *error) {
    ff_finding answer = {0};
    ff_code code = ff_body_load(call, error);
    code = code == FF_OK ? read_answer(call->body, call->arena, &answer, error) : code;
    return code == FF_OK ? keep_and_tell(call, &(ff_answered){&answer, 1, NULL}, error) : code;
}

static ff_code read_list(const json_t *list, ff_arena *arena, ff_answered *brought,
                         ff_error *error) {
    size_t count = json_array_size(list);
    if (count == 0) {
        return ff_fail(error, FF_ERR_VALUE, "answers", FF_NO_OFFSET,
                       "'answers' must be a list with at least one answer");
    }
    ff_finding *answers = ff_arena_take(arena, count, sizeof *answers);
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < count && code == FF_OK; i++) {
        code = read_answer(json_array_get(list, i), arena, &answers[i], error);
    }
    brought->answers = answers;
    brought->count = count;
    return code;
}

ff_code ff_answer_answers(ff_call *call, ff_error *error) {
    const json_t *list = NULL;
    ff_texts skipped = {0};
    ff_answered brought = {0};
    const ff_field fields[] = {
        {.name = "answers", .kind = FF_FIELD_JSON, .to = &list, .needed = true},
        {.name = "skip", .kind = FF_FIELD_TEXTS, .to = &skipped},
    };
    ff_code code = ff_call_body(call, fields, 2, error);
    if (code == FF_OK) {
        code = read_list(list, call->arena, &brought, error);
    }
    if (json_object_get(call->body, "skip") != NULL) {
        brought.skipped = &skipped;
    }
    return code == FF_OK ? keep_and_tell(call, &brought, error) : code;
}
