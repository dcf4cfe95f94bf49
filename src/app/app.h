/* What the use cases share: one journal, and how replies are made. */
#ifndef FOOTFALL_APP_APP_H
#define FOOTFALL_APP_APP_H

#include "base/arena.h"
#include "base/json.h"
#include "journal/journal.h"

#include <footfall/app.h>

typedef struct ff_incoming ff_incoming; /* incoming.h */
typedef struct ff_outgoing ff_outgoing; /* outgoing.h */

struct ff_app {
    const ff_context *context;
    ff_arena own;           /* what lives as long as it does */
    ff_incoming *incoming;  /* runs that a page brings in; NULL: none */
    int64_t incoming_count; /* those that were begun: the number of the last */
    ff_outgoing *outgoing;  /* an export that a page has made; NULL: none */
    int64_t outgoing_count;
    bool sample; /* the journal is that of the made-up runner */
    ff_journal *journal;
    const char *program; /* what texts call it */
    struct {
        const char *name; /* NULL: none was told */
        const void *data;
        size_t size;
    } time_zone;
};

/* An arena for one request. */
void ff_app_arena(const ff_app *app, ff_arena *arena);

/* An error as the value that is due: {"code","message","where","offset","next"}. */
void ff_json_error(ff_json *json, const ff_error *error);

/* Ends a request: frees the arena and returns code, or FF_ERR_MEMORY when the arena or the reply
 * ran out on the way: a reply that is not whole is never handed out as done. */
ff_code ff_app_end(ff_arena *arena, ff_code code, const ff_reply *reply, ff_error *error);

#endif
