/* Whoever watches long work from between its parts. */
#ifndef FOOTFALL_APP_WATCH_H
#define FOOTFALL_APP_WATCH_H

#include <footfall/context.h>

#include <stdbool.h>

typedef struct ff_watch {
    bool (*told)(void *user, const ff_progress *progress); /* whether it is time to rest */
    void (*rest)(void *user);                              /* others use the journal meanwhile */
    bool (*stopped)(void *user);                           /* whether it is to end */
    void *user;
} ff_watch;

/* Tells the watcher how far it is, and rests where that is due; of work that nobody watches (NULL)
 * the context is told. Whether the work is to end. */
bool ff_watch_ends(const ff_context *context, const ff_watch *watch, const ff_progress *progress);

#endif
