/* The times of the running workouts of an export, and which of them are still to be handed out. */
#ifndef FOOTFALL_FILES_APPLE_WINDOWS_H
#define FOOTFALL_FILES_APPLE_WINDOWS_H

#include "files/apple_store.h"

typedef struct ff_apple_window {
    ff_apple_span span;
    uint64_t key; /* who told it and when: an export that was told twice repeats its workouts */
    bool done;    /* handed out */
    bool active;  /* its samples are being held */
} ff_apple_window;

typedef struct ff_apple_windows {
    const ff_allocator *allocator;
    ff_apple_window *items; /* in the order of the export */
    size_t count, room;
    uint32_t *slots; /* by key: index + 1; 0: free */
    size_t slot_count;
    uint32_t *order; /* those to hand out by start, of the pass at hand */
    size_t order_count, active_count;
    ff_apple_span *spans; /* of the active, put together */
    size_t span_count;
} ff_apple_windows;

void ff_apple_windows_init(ff_apple_windows *windows, const ff_allocator *allocator);
void ff_apple_windows_free(ff_apple_windows *windows);

uint64_t ff_apple_window_key(const char *source_name, const ff_apple_span *span);

/* The window of a key; NULL when there is none. */
ff_apple_window *ff_apple_windows_find(ff_apple_windows *windows, uint64_t key);

/* Adds one that find does not know. FF_ERR_MEMORY. */
ff_code ff_apple_windows_add(ff_apple_windows *windows, const ff_apple_window *window);

/* Makes all that are not done active, and spans of those that are done (done) or active (not
 * done). FF_ERR_MEMORY. */
ff_code ff_apple_windows_activate(ff_apple_windows *windows);
ff_code ff_apple_windows_span_done(ff_apple_windows *windows);

/* Only the earlier half stays active; false when there is but one. */
bool ff_apple_windows_halve(ff_apple_windows *windows);

/* The active ones are done. */
void ff_apple_windows_finish(ff_apple_windows *windows);

#endif
