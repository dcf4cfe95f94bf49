/* Who measured: the sources of an Apple Health export's records, each with a small number. */
#ifndef FOOTFALL_FILES_APPLE_SOURCE_H
#define FOOTFALL_FILES_APPLE_SOURCE_H

#include "files/apple_value.h"

/* Number 0 stands for a source without a name, and for all beyond this many. */
#define FF_APPLE_MOST_SOURCES 4096u

typedef struct ff_apple_source {
    const char *name;
    ff_apple_wearer wearer;
} ff_apple_source;

typedef struct ff_apple_sources {
    ff_arena arena;
    ff_apple_source *items;                    /* FF_APPLE_MOST_SOURCES of them */
    uint16_t slots[2 * FF_APPLE_MOST_SOURCES]; /* by the hash of the name; 0: free */
    size_t count;
    uint16_t last; /* most records are by the source of the one before */
} ff_apple_sources;

ff_code ff_apple_sources_init(ff_apple_sources *sources, const ff_allocator *allocator,
                              ff_error *error);
void ff_apple_sources_free(ff_apple_sources *sources);

/* The number of a source, given one when it is new. name may be NULL. Names are told apart by
 * their first 200 bytes. */
uint16_t ff_apple_source_number(ff_apple_sources *sources, const char *name, const char *device);

#endif
