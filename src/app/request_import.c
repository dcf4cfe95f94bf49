#include "app/request_import.h"

#include "app/incoming.h"
#include "base/json.h"

#include <string.h>

ff_code ff_answer_import(ff_call *call, ff_error *error) {
    ff_incoming_tell(call->app, &call->reply->text);
    return ff_text_check(&call->reply->text, error);
}

ff_code ff_answer_import_begin(ff_call *call, ff_error *error) {
    bool copy = false;
    const ff_field fields[] = {{.name = "copy", .kind = FF_FIELD_BOOL, .to = &copy}};
    ff_code code = ff_call_body(call, fields, 1, error);
    if (code == FF_OK && call->app->sample) {
        code = ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "this is the made-up runner; go back to your own runs to bring more in");
    }
    if (code == FF_OK) {
        code = ff_incoming_begin(call->app, copy ? FF_INCOMING_COPY : FF_INCOMING_RUNS, error);
    }
    return code == FF_OK ? ff_answer_import(call, error) : code;
}

/* ---- a file: its name, place and length in the query, its bytes as the body ---- */

typedef struct {
    const char *name;
    int64_t import, at, size;
} file_query;

static ff_code read_file_query(ff_call *call, file_query *query, ff_error *error) {
    ff_query_field fields[] = {{.name = "import", .kind = FF_QUERY_COUNT, .to = &query->import},
                               {.name = "name", .kind = FF_QUERY_TEXT, .to = &query->name},
                               {.name = "at", .kind = FF_QUERY_COUNT, .to = &query->at},
                               {.name = "size", .kind = FF_QUERY_COUNT, .to = &query->size}};
    enum { COUNT = sizeof fields / sizeof *fields };
    ff_code code = ff_query_read(call->query, fields, COUNT, call->arena, error);
    for (int i = 0; i < COUNT && code == FF_OK; i++) {
        if (!fields[i].told) {
            code = ff_fail(error, FF_ERR_KEY, "query", FF_NO_OFFSET,
                           "'import', 'name', 'at' and 'size' are needed");
        }
    }
    return code == FF_OK ? ff_incoming_check_name(query->name, strlen(query->name), error) : code;
}

static void tell_taken(ff_call *call, const char *name, int64_t size, int64_t have, size_t taken) {
    ff_json json;
    ff_json_init(&json, &call->reply->text);
    ff_json_object(&json);
    ff_json_text_member(&json, "name", name);
    ff_json_name(&json, "size");
    ff_json_int(&json, size);
    ff_json_name(&json, "have");
    ff_json_int(&json, have);
    ff_json_name(&json, "taken");
    ff_json_uint(&json, taken);
    ff_json_end_object(&json);
    ff_text_add_char(&call->reply->text, '\n');
}

ff_code ff_answer_import_file(ff_call *call, ff_error *error) {
    file_query query;
    int64_t have = 0;
    size_t taken = 0;
    ff_code code = read_file_query(call, &query, error);
    code = code == FF_OK ? ff_incoming_check(call->app, query.import, error) : code;
    if (code == FF_OK) {
        const ff_incoming_piece piece = {query.name, query.at, query.size, call->request->body,
                                         call->request->length};
        code = ff_incoming_take(call->app, &piece, &have, &taken, error);
    }
    if (code == FF_OK) {
        tell_taken(call, query.name, query.size, have, taken);
    }
    return code;
}

/* ---- on with it, or an end of it ---- */

/* Reads {"import": N} and does that with it. */
static ff_code with_import(ff_call *call, ff_code (*act)(ff_app *, ff_error *), ff_error *error) {
    int number = 0;
    ff_code code = ff_call_number(call, "import", &number, error);
    code = code == FF_OK ? ff_incoming_check(call->app, number, error) : code;
    code = code == FF_OK ? act(call->app, error) : code;
    return code == FF_OK ? ff_answer_import(call, error) : code;
}

static ff_code read_on_in_runs(ff_app *app, ff_error *error) {
    return ff_incoming_step(app, FF_INCOMING_RUNS, error);
}

ff_code ff_answer_import_step(ff_call *call, ff_error *error) {
    return with_import(call, read_on_in_runs, error);
}

ff_code ff_answer_import_stop(ff_call *call, ff_error *error) {
    return with_import(call, ff_incoming_stop, error);
}

/* ---- a copy ---- */

static ff_code look_on_in_copy(ff_app *app, ff_error *error) {
    return ff_incoming_step(app, FF_INCOMING_COPY, error);
}

ff_code ff_answer_restore_look(ff_call *call, ff_error *error) {
    return with_import(call, look_on_in_copy, error);
}

ff_code ff_answer_restore(ff_call *call, ff_error *error) {
    return with_import(call, ff_incoming_bring_back, error);
}
