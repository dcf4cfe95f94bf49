/* The trial over requests: what the commands trial, trial plan, trial start, trial end and next do.
 */
#include "app/request.h"

#include "base/json.h"

#include <limits.h>

/* That there was no trial yet is an answer here: whoever shows what there is asks before there is
 * one, and that is no trouble. */
ff_code ff_answer_trial(ff_call *call, ff_error *error) {
    ff_code code = ff_app_trial(call->app, false, FF_AS_JSON, call->reply, error);
    if (code != FF_ERR_NONE_YET) {
        return code;
    }
    ff_json json;
    ff_text_clear(&call->reply->text);
    ff_json_init(&json, &call->reply->text);
    ff_json_object(&json);
    ff_json_name(&json, "trial");
    ff_json_null(&json);
    ff_json_text_member(&json, "none", error->message);
    ff_json_end_object(&json);
    ff_text_add_char(&call->reply->text, '\n');
    return ff_text_check(&call->reply->text, error);
}

ff_code ff_answer_trial_chart(ff_call *call, ff_error *error) {
    return ff_app_trial_chart(call->app, FF_AS_JSON, call->reply, error);
}

typedef ff_code start_or_plan(ff_app *app, const ff_trial_start *start, ff_format format,
                              ff_reply *reply, ff_error *error);

/* Chance is the caller's to bring: a start needs the seed of its order, a plan draws nothing. */
static ff_code answer_changes(ff_call *call, start_or_plan *use, bool seeded, ff_error *error) {
    ff_trial_start start = {0};
    ff_texts changes = {0};
    int seed = 0;
    const ff_field fields[] = {
        {.name = "changes", .kind = FF_FIELD_TEXTS, .to = &changes, .needed = true},
        {.name = "comfort", .kind = FF_FIELD_BOOL, .to = &start.comfort},
        {.name = "seed", .kind = FF_FIELD_WHOLE, .to = &seed, .most = INT_MAX, .needed = true},
    };
    ff_code code = ff_call_body(call, fields, seeded ? 3 : 2, error);
    if (code == FF_OK) {
        start.changes = changes.items;
        start.change_count = changes.count;
        start.seed = (uint64_t)seed;
        code = use(call->app, &start, FF_AS_JSON, call->reply, error);
    }
    return code;
}

ff_code ff_answer_trial_plan(ff_call *call, ff_error *error) {
    return answer_changes(call, ff_app_trial_plan, false, error);
}

ff_code ff_answer_trial_start(ff_call *call, ff_error *error) {
    return answer_changes(call, ff_app_trial_start, true, error);
}

ff_code ff_answer_trial_end(ff_call *call, ff_error *error) {
    const char *because = NULL;
    const ff_field field = {.name = "because", .kind = FF_FIELD_TEXT, .to = &because};
    ff_code code = ff_call_body(call, &field, 1, error);
    return code == FF_OK ? ff_app_trial_end(call->app, because, FF_AS_JSON, call->reply, error)
                         : code;
}

ff_code ff_answer_next(ff_call *call, ff_error *error) {
    ff_code code = ff_call_body(call, NULL, 0, error);
    return code == FF_OK ? ff_app_next(call->app, FF_AS_JSON, call->reply, error) : code;
}
