/* The lacing over requests: what the command lace does, and its drawing. */
#include "app/request.h"

/* The words, put together again; NULL when there are none. */
static const char *joined(const ff_texts *words, const char *between, ff_arena *arena) {
    const char *text = words->count > 0 ? words->items[0] : NULL;
    for (size_t i = 1; i < words->count && text != NULL; i++) {
        text = ff_arena_printf(arena, "%s%s%s", text, between, words->items[i]);
    }
    return text;
}

static ff_code read_request(ff_call *call, ff_lace_request *request, ff_error *error) {
    ff_texts where = {0}, sequence = {0};
    ff_query_field fields[] = {
        {.name = "where", .kind = FF_QUERY_WORDS, .to = &where},
        {.name = "sequence", .kind = FF_QUERY_WORDS, .to = &sequence},
        {.name = "heel_slip", .kind = FF_QUERY_YES, .to = &request->heel_slip},
        {.name = "pattern", .to = &request->pattern},
        {.name = "pairs", .to = &request->pairs},
        {.name = "width", .to = &request->width},
        {.name = "pitch", .to = &request->pitch},
        {.name = "ends", .to = &request->ends},
        {.name = "friction", .to = &request->friction}};
    ff_code code =
        ff_query_read(call->query, fields, sizeof fields / sizeof *fields, call->arena, error);
    if (code != FF_OK) {
        return code;
    }
    request->where = joined(&where, ",", call->arena);
    request->sequence = joined(&sequence, " ", call->arena);
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
