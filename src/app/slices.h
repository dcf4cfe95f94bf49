/* Long work that a page has done a slice at a time: others are answered in between. */
#ifndef FOOTFALL_APP_SLICES_H
#define FOOTFALL_APP_SLICES_H

#include "app/watch.h"

#include <stddef.h>

#define FF_SLICES_ITEM_ROOM 1024

typedef struct ff_slices {
    const ff_context *context;
    void (*work)(void *data, const ff_watch *watch);
    void *data;
    ff_watch watch;
    ff_strand *strand; /* NULL: it runs to its end in one go */
    bool stopped;
    double began_s; /* the slice */
    size_t steps;   /* in it */

    /* How far it is, as the work told it last. */
    uint64_t done, total;
    double share;
    char item[FF_SLICES_ITEM_ROOM];
} ff_slices;

/* Nothing of it runs before the first ff_slices_go. It must not be moved in memory from here on.
 * rests: whether it can be done in slices at all. */
void ff_slices_begin(ff_slices *slices, const ff_context *context, bool rests);

/* Works on for a tenth of a second. Whether that was the end, which comes once. */
bool ff_slices_go(ff_slices *slices);

/* Tells the work to end, and lets it run until it has. */
void ff_slices_stop(ff_slices *slices);

#endif
