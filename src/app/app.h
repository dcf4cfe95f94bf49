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
};

/* An arena for one request. */
void ff_app_arena(const ff_app *app, ff_arena *arena);

#endif
