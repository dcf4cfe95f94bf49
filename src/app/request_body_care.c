/* The routes of routines, home tests, the pad and habits: what the commands of these names do. */
#include "app/habits_look.h"
#include "app/request.h"

ff_code ff_answer_routines(ff_call *call, ff_error *error) {
    return ff_app_routine(call->app, NULL, FF_AS_JSON, call->reply, error);
}

ff_code ff_answer_routine(ff_call *call, ff_error *error) {
    return ff_app_routine(call->app, call->word, FF_AS_JSON, call->reply, error);
}

ff_code ff_answer_routine_picture(ff_call *call, ff_error *error) {
    return ff_app_routine_picture(call->app, call->word, FF_AS_JSON, call->reply, error);
}

ff_code ff_answer_home_tests(ff_call *call, ff_error *error) {
    return ff_app_home_test(call->app, &(ff_home_test_request){.format = FF_AS_JSON}, call->reply,
                            error);
}

ff_code ff_answer_home_test(ff_call *call, ff_error *error) {
    return ff_app_home_test(call->app,
                            &(ff_home_test_request){.name = call->word, .format = FF_AS_JSON},
                            call->reply, error);
}

ff_code ff_answer_home_test_picture(ff_call *call, ff_error *error) {
    return ff_app_home_test_picture(call->app, call->word, FF_AS_JSON, call->reply, error);
}

ff_code ff_answer_home_test_result(ff_call *call, ff_error *error) {
    ff_home_test_request request = {.name = call->word, .format = FF_AS_JSON};
    const ff_field fields[] = {
        {.name = "result", .kind = FF_FIELD_TEXT, .to = &request.answer},
        {.name = "left", .kind = FF_FIELD_FIGURE, .to = &request.left},
        {.name = "right", .kind = FF_FIELD_FIGURE, .to = &request.right},
    };
    ff_code code = ff_call_body(call, fields, sizeof fields / sizeof *fields, error);
    if (code == FF_OK && request.answer == NULL && request.left == NULL && request.right == NULL) {
        code = ff_fail(error, FF_ERR_KEY, "result", FF_NO_OFFSET,
                       "a result is needed: 'result', or what was read as 'left' and 'right'");
    }
    return code == FF_OK ? ff_app_home_test(call->app, &request, call->reply, error) : code;
}

/* The words of a query are ids, so the place that is sore cannot be told here: POST takes it. */
ff_code ff_answer_pad(ff_call *call, ff_error *error) {
    ff_pad_request request = {.format = FF_AS_JSON};
    ff_query_field fields[] = {{.name = "length", .to = &request.length},
                               {.name = "ball", .to = &request.ball},
                               {.name = "width", .to = &request.width},
                               {.name = "sex", .to = &request.sex},
                               {.name = "side", .to = &request.side}};
    ff_code code =
        ff_query_read(call->query, fields, sizeof fields / sizeof *fields, call->arena, error);
    return code == FF_OK ? ff_app_pad(call->app, &request, call->reply, error) : code;
}

ff_code ff_answer_pad_of(ff_call *call, ff_error *error) {
    ff_pad_request request = {.format = FF_AS_JSON};
    const ff_field fields[] = {
        {.name = "length", .kind = FF_FIELD_FIGURE, .to = &request.length},
        {.name = "ball", .kind = FF_FIELD_FIGURE, .to = &request.ball},
        {.name = "width", .kind = FF_FIELD_FIGURE, .to = &request.width},
        {.name = "sex", .kind = FF_FIELD_TEXT, .to = &request.sex},
        {.name = "site", .kind = FF_FIELD_TEXT, .to = &request.site},
        {.name = "side", .kind = FF_FIELD_TEXT, .to = &request.side},
        {.name = "svg", .kind = FF_FIELD_BOOL, .to = &request.svg},
    };
    ff_code code = ff_call_body(call, fields, sizeof fields / sizeof *fields, error);
    return code == FF_OK ? ff_app_pad(call->app, &request, call->reply, error) : code;
}

ff_code ff_answer_habits_calendar(ff_call *call, ff_error *error) {
    return ff_app_habits_calendar(call->app, call->reply, error);
}

ff_code ff_answer_habits(ff_call *call, ff_error *error) {
    return ff_app_habits(call->app, FF_AS_JSON, call->reply, error);
}
