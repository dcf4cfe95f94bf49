/* The plan and the step over requests: what the commands plan and step do. */
#include "app/request.h"

#include "base/number.h"

#include <math.h>

ff_code ff_answer_plan(ff_call *call, ff_error *error) {
    const ff_plan_request show = {.format = FF_AS_JSON};
    return ff_app_plan(call->app, &show, call->reply, error);
}

ff_code ff_answer_plan_write(ff_call *call, ff_error *error) {
    ff_plan_request plan = {.from_name = "text", .format = FF_AS_JSON};
    const ff_field fields[] = {
        {.name = "kind", .kind = FF_FIELD_TEXT, .to = &plan.kind},
        {.name = "goal", .kind = FF_FIELD_TEXT, .to = &plan.goal},
        {.name = "days", .kind = FF_FIELD_TEXT, .to = &plan.days},
        {.name = "start", .kind = FF_FIELD_TEXT, .to = &plan.start},
        {.name = "per_week", .kind = FF_FIELD_WHOLE, .to = &plan.per_week, .least = 1, .most = 100},
        {.name = "weeks", .kind = FF_FIELD_WHOLE, .to = &plan.weeks, .least = 1, .most = 52},
        {.name = "as_published", .kind = FF_FIELD_BOOL, .to = &plan.as_published},
        {.name = "cleared", .kind = FF_FIELD_BOOL, .to = &plan.cleared},
        {.name = "cadence", .kind = FF_FIELD_TEXT, .to = &plan.cadence},
        {.name = "text", .kind = FF_FIELD_TEXT, .to = &plan.from},
        {.name = "end", .kind = FF_FIELD_BOOL, .to = &plan.end},
    };
    ff_code code = ff_call_body(call, fields, sizeof fields / sizeof *fields, error);
    if (code == FF_OK) {
        code = ff_app_plan(call->app, &plan, call->reply, error);
        if (code == FF_ERR_VALUE) {
            ff_error_name_as_key(error);
        }
    }
    return code;
}

/* A number that stands in the query; NULL leaves it. */
static ff_code read_number(const char *name, const char *typed, double *x, ff_error *error) {
    return typed == NULL || ff_number_parse(typed, x)
               ? FF_OK
               : ff_fail(error, FF_ERR_VALUE, name, FF_NO_OFFSET, "'%s' must be a number", name);
}

ff_code ff_answer_step(ff_call *call, ff_error *error) {
    ff_step_request step = {
        .cadence_spm = NAN, .to_percent = NAN, .minutes = NAN, .format = FF_AS_JSON};
    const char *cadence = NULL;
    ff_query_field fields[] = {{.name = "cadence", .to = &cadence},
                               {.name = "pace", .to = &step.pace}};
    ff_code code =
        ff_query_read(call->query, fields, sizeof fields / sizeof *fields, call->arena, error);
    code = code == FF_OK ? read_number("cadence", cadence, &step.cadence_spm, error) : code;
    return code == FF_OK ? ff_app_step(call->app, &step, call->reply, error) : code;
}
