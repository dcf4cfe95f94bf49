/* The lacing over requests: what the command lace does, and its drawing. */
#include "app/request.h"

#include <string.h>

enum { WHERE, HEEL_SLIP, PATTERN, SEQUENCE, PAIRS, WIDTH, PITCH, ENDS, FRICTION, FIELD_COUNT };

/* The words of a field, put together again; NULL when it was not told. */
static const char *joined(const ff_query_field *field, const char *between, ff_arena *arena) {
    const char *text = field->ids.count > 0 ? field->ids.items[0] : NULL;
    for (size_t i = 1; i < field->ids.count && text != NULL; i++) {
        text = ff_arena_printf(arena, "%s%s%s", text, between, field->ids.items[i]);
    }
    return text;
}

static ff_code read_yes(const ff_query_field *field, bool *to, ff_error *error) {
    const char *word = field->ids.count == 1 ? field->ids.items[0] : "";
    if (field->ids.items != NULL && strcmp(word, "yes") != 0 && strcmp(word, "no") != 0) {
        return ff_fail(error, FF_ERR_VALUE, field->name, FF_NO_OFFSET, "'%s' is yes or no",
                       field->name);
    }
    *to = strcmp(word, "yes") == 0;
    return FF_OK;
}

static ff_code read_request(ff_call *call, ff_lace_request *request, ff_error *error) {
    ff_query_field fields[FIELD_COUNT] = {
        [WHERE] = {.name = "where"},      [HEEL_SLIP] = {.name = "heel_slip"},
        [PATTERN] = {.name = "pattern"},  [SEQUENCE] = {.name = "sequence"},
        [PAIRS] = {.name = "pairs"},      [WIDTH] = {.name = "width"},
        [PITCH] = {.name = "pitch"},      [ENDS] = {.name = "ends"},
        [FRICTION] = {.name = "friction"}};
    ff_code code = ff_query_read(call->query, fields, FIELD_COUNT, call->arena, error);
    code = code == FF_OK ? read_yes(&fields[HEEL_SLIP], &request->heel_slip, error) : code;
    if (code != FF_OK) {
        return code;
    }
    request->where = joined(&fields[WHERE], ",", call->arena);
    request->pattern = joined(&fields[PATTERN], ",", call->arena);
    request->sequence = joined(&fields[SEQUENCE], " ", call->arena);
    request->pairs = joined(&fields[PAIRS], ",", call->arena);
    request->width = joined(&fields[WIDTH], ",", call->arena);
    request->pitch = joined(&fields[PITCH], ",", call->arena);
    request->ends = joined(&fields[ENDS], ",", call->arena);
    request->friction = joined(&fields[FRICTION], ",", call->arena);
    return ff_arena_check(call->arena, error);
}

ff_code ff_answer_lace(ff_call *call, ff_error *error) {
    ff_lace_request request = {.with_svg = true, .format = FF_AS_JSON};
    ff_code code = read_request(call, &request, error);
    if (code != FF_OK) {
        return code;
    }
    return ff_app_lace(call->app, &request, call->reply, error);
}
