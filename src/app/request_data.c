/* The requests about everything that is kept. */
#include "app/data.h"
#include "app/request.h"

#include "base/json.h"
#include "journal/whole.h"

/* Small on purpose: an open page asks every minute. */
ff_code ff_answer_alive(ff_call *call, ff_error *error) {
    ff_json json;
    ff_json_init(&json, &call->reply->text);
    ff_json_object(&json);
    if (call->app != NULL) {
        ff_json_text_member(&json, "program", call->app->program);
        ff_json_text_member(&json, "journal", ff_journal_file(call->app->journal));
    }
    ff_json_end_object(&json);
    ff_text_add_char(&call->reply->text, '\n');
    return ff_text_check(&call->reply->text, error);
}

ff_code ff_answer_data(ff_call *call, ff_error *error) {
    return ff_app_data(call->app, FF_AS_JSON, call->reply, error);
}

/* Bytes that nobody should take for anything else. */
ff_code ff_answer_copy(ff_call *call, ff_error *error) {
    ff_code code = ff_copy_bytes(call->app, &call->bytes, error);
    if (code == FF_OK) {
        call->type = "application/octet-stream";
    }
    return code;
}

ff_code ff_answer_forget(ff_call *call, ff_error *error) {
    const char *words = NULL;
    const ff_field fields[] = {
        {.name = "words", .kind = FF_FIELD_TEXT, .to = &words, .needed = true}};
    ff_code code = ff_call_body(call, fields, 1, error);
    return code == FF_OK ? ff_app_forget(call->app, words, FF_AS_JSON, call->reply, error) : code;
}
