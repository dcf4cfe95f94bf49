/* The routes of sizes, feet and shoes: what the commands size, foot, shoe and fit-shoe do. */
#include "app/request.h"

#include "base/number.h"

#include <string.h>

/* ---- a query's words ---- */

/* The one word of a field; NULL when it was not told. */
static ff_code one_word(const ff_query_field *field, const char **to, ff_error *error) {
    *to = field->ids.count == 1 ? field->ids.items[0] : NULL;
    return field->ids.items == NULL || field->ids.count == 1
               ? FF_OK
               : ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET, "'%s' takes one word",
                         field->name);
}

static ff_code yes_or_no(const ff_query_field *field, bool *to, ff_error *error) {
    const char *word;
    ff_code code = one_word(field, &word, error);
    *to = word != NULL && strcmp(word, "yes") == 0;
    return code != FF_OK || word == NULL || *to || strcmp(word, "no") == 0
               ? code
               : ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET, "'%s' is yes or no",
                         field->name);
}

ff_code ff_answer_size(ff_call *call, ff_error *error) {
    enum { FOOT, ERROR, SIZE, SYSTEM, WIDTH, GIRTH, SEX, INNER, SOCK, DOWNHILL, COUNT };
    ff_query_field fields[COUNT] = {
        [FOOT] = {.name = "foot"},        [ERROR] = {.name = "error"}, [SIZE] = {.name = "size"},
        [SYSTEM] = {.name = "system"},    [WIDTH] = {.name = "width"}, [GIRTH] = {.name = "girth"},
        [SEX] = {.name = "sex"},          [INNER] = {.name = "inner"}, [SOCK] = {.name = "sock"},
        [DOWNHILL] = {.name = "downhill"}};
    ff_size_request request = {.format = FF_AS_JSON};
    const char **const to[DOWNHILL] = {&request.foot,   &request.error, &request.size,
                                       &request.system, &request.width, &request.girth,
                                       &request.sex,    &request.inner, &request.sock};
    ff_code code = ff_query_read(call->query, fields, COUNT, call->arena, error);
    for (int i = 0; i < DOWNHILL && code == FF_OK; i++) {
        code = one_word(&fields[i], to[i], error);
    }
    if (code == FF_OK) {
        code = yes_or_no(&fields[DOWNHILL], &request.more_room, error);
    }
    return code == FF_OK ? ff_size(call->context, call->app, &request, call->reply, error) : code;
}

ff_code ff_answer_fit_shoe(ff_call *call, ff_error *error) {
    enum { SHOE, SOCK, DOWNHILL, COUNT };
    ff_query_field fields[COUNT] = {
        [SHOE] = {.name = "shoe"}, [SOCK] = {.name = "sock"}, [DOWNHILL] = {.name = "downhill"}};
    ff_fit_shoe_request request = {.format = FF_AS_JSON};
    ff_code code = ff_query_read(call->query, fields, COUNT, call->arena, error);
    code = code == FF_OK ? one_word(&fields[SHOE], &request.shoe, error) : code;
    code = code == FF_OK ? one_word(&fields[SOCK], &request.sock, error) : code;
    code = code == FF_OK ? yes_or_no(&fields[DOWNHILL], &request.more_room, error) : code;
    return code == FF_OK ? ff_app_fit_shoe(call->app, &request, call->reply, error) : code;
}

/* ---- a body's figures: numbers, or texts with a unit ---- */

static ff_code figure_text(ff_call *call, const ff_field *field, const json_t *value,
                           const char **to, ff_error *error) {
    if (json_is_number(value)) {
        char number[FF_NUMBER_SIZE];
        ff_number_format(json_number_value(value), number);
        *to = ff_arena_copy(call->arena, number);
        return ff_arena_check(call->arena, error);
    }
    if (!json_is_string(value) || json_string_length(value) == 0) {
        return ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET,
                       "'%s' is a number, or a text with its unit", field->name);
    }
    *to = json_string_value(value);
    return FF_OK;
}

/* Reads a body whose first `figures` fields are figures, kept as texts in to. */
static ff_code read_body(ff_call *call, const json_t *body, ff_field *fields, size_t count,
                         size_t figures, const char **const *to, ff_error *error) {
    const json_t *values[32] = {NULL};
    for (size_t i = 0; i < figures; i++) {
        fields[i].kind = FF_FIELD_JSON;
        fields[i].to = &values[i];
    }
    ff_code code = ff_body_read(body, fields, count, call->arena, error);
    for (size_t i = 0; i < figures && code == FF_OK; i++) {
        if (values[i] != NULL) {
            code = figure_text(call, &fields[i], values[i], to[i], error);
        }
    }
    return code;
}

static ff_code keep_foot(ff_call *call, const json_t *body, ff_error *error) {
    enum { FIGURES = FF_FOOT_KIND_COUNT + 1, COUNT = FIGURES + 4 };
    ff_foot_request request = {.format = FF_AS_JSON};
    ff_field fields[COUNT] = {0};
    const char **to[FIGURES];
    for (int i = 0; i < FF_FOOT_KIND_COUNT; i++) {
        fields[i].name = ff_foot_kind_name((ff_foot_kind)i);
        to[i] = &request.figures[i];
    }
    fields[FIGURES - 1].name = "error";
    to[FIGURES - 1] = &request.error;
    fields[FIGURES] =
        (ff_field){.name = "side", .kind = FF_FIELD_TEXT, .to = &request.side, .needed = true};
    fields[FIGURES + 1] =
        (ff_field){.name = "method", .kind = FF_FIELD_TEXT, .to = &request.method};
    fields[FIGURES + 2] = (ff_field){.name = "time", .kind = FF_FIELD_TEXT, .to = &request.time};
    fields[FIGURES + 3] =
        (ff_field){.name = "forget", .kind = FF_FIELD_TEXT, .to = &request.forget};
    ff_code code = read_body(call, body, fields, COUNT, FIGURES, to, error);
    return code == FF_OK ? ff_app_foot(call->app, &request, call->reply, error) : code;
}

static ff_code keep_shoe(ff_call *call, const json_t *body, ff_error *error) {
    enum {
        FIGURES = FF_SHOE_KIND_COUNT + 1,
        LABELS = FIGURES + FF_SHOE_LABEL_COUNT,
        COUNT = LABELS + 6
    };
    ff_shoe_request request = {.format = FF_AS_JSON};
    ff_field fields[COUNT] = {0};
    const char **to[FIGURES];
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        fields[i].name = ff_shoe_kind_name((ff_shoe_kind)i);
        to[i] = &request.figures[i];
    }
    fields[FIGURES - 1].name = "error";
    to[FIGURES - 1] = &request.error;
    for (int i = 0; i < FF_SHOE_LABEL_COUNT; i++) {
        fields[FIGURES + i] = (ff_field){.name = ff_shoe_label_name((ff_shoe_label_kind)i),
                                         .kind = FF_FIELD_TEXT,
                                         .to = &request.labels[i]};
    }
    const ff_field rest[] = {
        {.name = "shoe", .kind = FF_FIELD_TEXT, .to = &request.name, .needed = true},
        {.name = "method", .kind = FF_FIELD_TEXT, .to = &request.method},
        {.name = "forget", .kind = FF_FIELD_TEXT, .to = &request.forget},
        {.name = "rename", .kind = FF_FIELD_TEXT, .to = &request.rename},
        {.name = "retire", .kind = FF_FIELD_BOOL, .to = &request.retire},
        {.name = "unretire", .kind = FF_FIELD_BOOL, .to = &request.unretire}};
    memcpy(&fields[LABELS], rest, sizeof rest);
    ff_code code = read_body(call, body, fields, COUNT, FIGURES, to, error);
    return code == FF_OK ? ff_app_shoe(call->app, &request, call->reply, error) : code;
}

static ff_code with_body(ff_call *call,
                         ff_code (*keep)(ff_call *call, const json_t *body, ff_error *error),
                         ff_error *error) {
    json_t *body;
    ff_code code = ff_body_load(call->request, &body, error);
    if (code == FF_OK) {
        code = keep(call, body, error);
        json_decref(body);
    }
    return code;
}

/* ---- feet ---- */

ff_code ff_answer_feet(ff_call *call, ff_error *error) {
    return ff_app_foot(call->app, &(ff_foot_request){.format = FF_AS_JSON}, call->reply, error);
}

ff_code ff_answer_feet_history(ff_call *call, ff_error *error) {
    return ff_app_foot(call->app, &(ff_foot_request){.history = true, .format = FF_AS_JSON},
                       call->reply, error);
}

ff_code ff_answer_feet_picture(ff_call *call, ff_error *error) {
    return ff_foot_drawing(call->context, FF_AS_JSON, call->reply, error);
}

ff_code ff_answer_feet_keep(ff_call *call, ff_error *error) {
    return with_body(call, keep_foot, error);
}

/* ---- shoes ---- */

ff_code ff_answer_shoes(ff_call *call, ff_error *error) {
    return ff_app_shoe(call->app, &(ff_shoe_request){.format = FF_AS_JSON}, call->reply, error);
}

ff_code ff_answer_shoes_keep(ff_call *call, ff_error *error) {
    return with_body(call, keep_shoe, error);
}
