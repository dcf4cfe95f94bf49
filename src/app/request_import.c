#include "app/request_import.h"

#include "app/incoming.h"
#include "base/json.h"

#include <stdio.h>
#include <string.h>

/* What double, and so every page, holds exactly; eight million gigabytes. */
#define MOST_BYTES (INT64_C(1) << 53)

ff_code ff_answer_import(ff_call *call, ff_error *error) {
    ff_incoming_tell(call->app, &call->reply->text);
    return ff_text_check(&call->reply->text, error);
}

ff_code ff_answer_import_begin(ff_call *call, ff_error *error) {
    json_t *body;
    ff_code code = ff_body_load(call->request, &body, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_body_read(body, NULL, 0, call->arena, error);
    json_decref(body);
    if (code == FF_OK && call->app->sample) {
        code = ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "this is the made-up runner; go back to your own runs to bring more in");
    }
    code = code == FF_OK ? ff_incoming_begin(call->app, error) : code;
    return code == FF_OK ? ff_answer_import(call, error) : code;
}

/* ---- a file: its name, place and length in the query, its bytes as the body ---- */

static int hex_value(char c) {
    const char *at = c != '\0' ? strchr("0123456789abcdef0123456789ABCDEF", c) : NULL;
    return at != NULL ? (int)((at - "0123456789abcdef0123456789ABCDEF") % 16) : -1;
}

/* "%C3%BC" to what it stands for. The NUL that it may stand for is found by its length. */
static ff_code decode(ff_call *call, const char *from, size_t length, const char **to, size_t *size,
                      ff_error *error) {
    char *out = ff_arena_take(call->arena, length + 1, 1);
    *size = 0;
    if (out == NULL) {
        return ff_arena_check(call->arena, error);
    }
    for (size_t i = 0; i < length; i++) {
        if (from[i] != '%') {
            out[(*size)++] = from[i];
            continue;
        }
        int high = i + 2 < length ? hex_value(from[i + 1]) : -1;
        int low = i + 2 < length ? hex_value(from[i + 2]) : -1;
        if (high < 0 || low < 0) {
            return ff_fail(error, FF_ERR_VALUE, "name", FF_NO_OFFSET,
                           "a %% in the name is not followed by two hexadecimal digits");
        }
        out[(*size)++] = (char)(high * 16 + low);
        i += 2;
    }
    *to = out;
    return FF_OK;
}

static ff_code read_name(ff_call *call, const char *from, size_t length, const char **name,
                         ff_error *error) {
    size_t size;
    ff_code code = decode(call, from, length, name, &size, error);
    return code == FF_OK ? ff_incoming_check_name(*name, size, error) : code;
}

static ff_code read_count(const char *name, const char *from, size_t length, int64_t *count,
                          ff_error *error) {
    *count = 0;
    bool good = length > 0;
    for (size_t i = 0; i < length && good; i++) {
        good = from[i] >= '0' && from[i] <= '9' && *count < MOST_BYTES / 10;
        *count = good ? *count * 10 + (from[i] - '0') : 0;
    }
    return good ? FF_OK
                : ff_fail(error, FF_ERR_VALUE, name, FF_NO_OFFSET,
                          "'%s' must be a whole number, and not beyond all size", name);
}

typedef struct {
    const char *name;         /* NULL: not said */
    int64_t import, at, size; /* -1: not said */
} file_query;

static ff_code read_member(ff_call *call, const char *at, size_t name, size_t length,
                           file_query *query, ff_error *error) {
    struct {
        const char *name;
        int64_t *to;
    } counts[] = {{"import", &query->import}, {"at", &query->at}, {"size", &query->size}};
    const char *value = at + name + 1;
    size_t value_length = length > name ? length - name - 1 : 0;
    if (name == 4 && strncmp(at, "name", 4) == 0 && query->name == NULL) {
        return read_name(call, value, value_length, &query->name, error);
    }
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (strlen(counts[i].name) == name && strncmp(at, counts[i].name, name) == 0 &&
            *counts[i].to < 0) {
            return read_count(counts[i].name, value, value_length, counts[i].to, error);
        }
    }
    char word[64];
    snprintf(word, sizeof word, "%.*s", (int)(name < 60 ? name : 60), at);
    return ff_fail(error, FF_ERR_KEY, word, FF_NO_OFFSET,
                   "'%s' is not known here, or is said twice", word);
}

static ff_code read_file_query(ff_call *call, file_query *query, ff_error *error) {
    *query = (file_query){NULL, -1, -1, -1};
    ff_code code = FF_OK;
    for (const char *at = call->query; *at != '\0' && code == FF_OK;) {
        size_t length = strcspn(at, "&");
        code = read_member(call, at, strcspn(at, "=&"), length, query, error);
        at += length + (at[length] == '&');
    }
    if (code == FF_OK &&
        (query->name == NULL || query->import < 0 || query->at < 0 || query->size < 0)) {
        code = ff_fail(error, FF_ERR_KEY, "query", FF_NO_OFFSET,
                       "'import', 'name', 'at' and 'size' are needed");
    }
    return code;
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
    json_t *body;
    int number = 0;
    const ff_field fields[] = {{.name = "import",
                                .kind = FF_FIELD_WHOLE,
                                .to = &number,
                                .least = 1,
                                .most = 1000000000,
                                .needed = true}};
    ff_code code = ff_body_load(call->request, &body, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_body_read(body, fields, 1, call->arena, error);
    json_decref(body);
    code = code == FF_OK ? ff_incoming_check(call->app, number, error) : code;
    code = code == FF_OK ? act(call->app, error) : code;
    return code == FF_OK ? ff_answer_import(call, error) : code;
}

ff_code ff_answer_import_step(ff_call *call, ff_error *error) {
    return with_import(call, ff_incoming_step, error);
}

ff_code ff_answer_import_stop(ff_call *call, ff_error *error) {
    return with_import(call, ff_incoming_stop, error);
}
