#include "app/request_export.h"

#include "app/outgoing.h"

static ff_code tell(ff_call *call, ff_error *error) {
    ff_outgoing_tell(call->app, &call->reply->text);
    return ff_text_check(&call->reply->text, error);
}

ff_code ff_answer_export_begin(ff_call *call, ff_error *error) {
    const char *kind = NULL;
    const ff_field fields[] = {
        {.name = "kind", .kind = FF_FIELD_TEXT, .to = &kind, .needed = true}};
    ff_code code = ff_call_body(call, fields, 1, error);
    code = code == FF_OK ? ff_outgoing_begin(call->app, kind, error) : code;
    return code == FF_OK ? tell(call, error) : code;
}

/* Reads {"export": N}: of the one that is made now. */
static ff_code read_number(ff_call *call, ff_error *error) {
    int number = 0;
    ff_code code = ff_call_number(call, "export", &number, error);
    return code == FF_OK ? ff_outgoing_check(call->app, number, error) : code;
}

ff_code ff_answer_export_step(ff_call *call, ff_error *error) {
    ff_code code = read_number(call, error);
    code = code == FF_OK ? ff_outgoing_step(call->app, error) : code;
    return code == FF_OK ? tell(call, error) : code;
}

ff_code ff_answer_export_stop(ff_call *call, ff_error *error) {
    ff_code code = read_number(call, error);
    if (code == FF_OK) {
        ff_outgoing_close(call->app);
        code = tell(call, error);
    }
    return code;
}

ff_code ff_answer_export_file(ff_call *call, ff_error *error) {
    int64_t number = 0;
    ff_query_field field = {.name = "export", .kind = FF_QUERY_COUNT, .to = &number};
    ff_code code = ff_query_read(call->query, &field, 1, call->arena, error);
    code = code == FF_OK ? ff_outgoing_check(call->app, number, error) : code;
    code = code == FF_OK ? ff_outgoing_take(call->app, &call->bytes, error) : code;
    if (code == FF_OK) {
        call->type = "application/octet-stream";
    }
    return code;
}
