#include "app/app.h"

#include "app/incoming.h"
#include "app/outgoing.h"
#include "base/json.h"
#include "base/zone.h"

void ff_reply_init(ff_reply *reply, const ff_context *context) {
    ff_text_init(&reply->text, ff_context_allocator(context));
    reply->incomplete = false;
}

void ff_reply_free(ff_reply *reply) {
    ff_text_free(&reply->text);
}

void ff_json_error(ff_json *json, const ff_error *error) {
    ff_json_object(json);
    ff_json_text_member(json, "code", ff_code_name(error->code));
    ff_json_text_member(json, "message", error->message);
    if (error->where[0] != '\0') {
        ff_json_text_member(json, "where", error->where);
    }
    if (error->offset >= 0) {
        ff_json_name(json, "offset");
        ff_json_int(json, error->offset);
    }
    ff_json_text_member(json, "next", ff_code_next_step(error->code));
    ff_json_end_object(json);
}

void ff_reply_error(ff_reply *reply, const ff_error *error) {
    ff_text_free(&reply->text); /* which also makes room, if it was memory that failed */
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_json_name(&json, "error");
    ff_json_error(&json, error);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

ff_code ff_app_open(const ff_context *context, const char *path, ff_app **app, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(context);
    *app = allocator->allocate(allocator->user, sizeof **app);
    if (*app == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    **app = (ff_app){.context = context, .program = "footfall"};
    ff_app_arena(*app, &(*app)->own);
    ff_code code = ff_journal_open(context, path, FF_JOURNAL_WRITE, &(*app)->journal, error);
    if (code != FF_OK) {
        ff_app_close(*app);
        *app = NULL;
    }
    return code;
}

void ff_app_close(ff_app *app) {
    if (app != NULL) {
        ff_incoming_close(app);
        ff_outgoing_close(app);
        ff_journal_close(app->journal);
        ff_arena_free(&app->own);
        const ff_allocator *allocator = ff_context_allocator(app->context);
        allocator->release(allocator->user, app);
    }
}

void ff_app_call_me(ff_app *app, const char *program) {
    app->program = program;
}

ff_code ff_app_time_zone(ff_app *app, const char *name, const void *data, size_t size,
                         ff_error *error) {
    ff_arena arena;
    ff_zone zone;
    ff_app_arena(app, &arena);
    ff_code code = ff_zone_read(&arena, data, size, name, &zone, error);
    ff_arena_free(&arena);
    if (code == FF_OK) {
        app->time_zone.name = name;
        app->time_zone.data = data;
        app->time_zone.size = size;
    }
    return code;
}

void ff_app_arena(const ff_app *app, ff_arena *arena) {
    ff_arena_init(arena, ff_context_allocator(app->context));
}

ff_code ff_app_end(ff_arena *arena, ff_code code, const ff_reply *reply, ff_error *error) {
    if (code == FF_OK) {
        code = ff_arena_check(arena, error);
    }
    if (code == FF_OK) {
        code = ff_text_check(&reply->text, error);
    }
    ff_arena_free(arena);
    return code;
}
