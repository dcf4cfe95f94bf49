/* What the use cases share: one journal, and how replies are made. */
#ifndef FOOTFALL_APP_APP_H
#define FOOTFALL_APP_APP_H

#include "base/arena.h"
#include "journal/journal.h"

#include <footfall/app.h>

struct ff_app {
    const ff_context *context;
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

/* Ends a request: frees the arena and returns code, or FF_ERR_MEMORY when the arena or the reply
 * ran out on the way: a reply that is not whole is never handed out as done. */
ff_code ff_app_end(ff_arena *arena, ff_code code, const ff_reply *reply, ff_error *error);

#endif
