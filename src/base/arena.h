/* An arena: memory that is given back all at once, one a request.
 *
 * Nothing taken from an arena is freed alone. Blocks are aligned for any type. ff_arena_take
 * returns NULL when memory is gone and remembers it in `failed`, so that a builder may check once.
 */
#ifndef FOOTFALL_BASE_ARENA_H
#define FOOTFALL_BASE_ARENA_H

#include <footfall/context.h>
#include <footfall/error.h>
#include <footfall/text.h>

typedef struct ff_arena_block ff_arena_block;

typedef struct ff_arena {
    const ff_allocator *allocator;
    ff_arena_block *blocks; /* the newest first */
    bool failed;
} ff_arena;

void ff_arena_init(ff_arena *arena, const ff_allocator *allocator);
void ff_arena_free(ff_arena *arena); /* back to an empty, usable arena */

/* The same, but the largest block stays, for what is taken next: memory that was touched before costs no page
 * fault. */
void ff_arena_empty(ff_arena *arena);

/* Makes a block for what will be taken, in large pages where there are any; else, and where memory is short,
 * does nothing. */
void ff_arena_reserve(ff_arena *arena, size_t size);

/* Zeroed memory of count * size bytes; NULL when it overflows or there is none. */
void *ff_arena_take(ff_arena *arena, size_t count, size_t size);

/* The same without the zeros, for what is filled as a whole at once. */
void *ff_arena_room(ff_arena *arena, size_t count, size_t size);

/* A larger zero-filled copy of an array taken before: count items of size bytes become room for
 * more. The old array stays as it was. */
void *ff_arena_grow(ff_arena *arena, const void *old, size_t count, size_t new_count, size_t size);

/* Copies of text; NULL in gives NULL. */
char *ff_arena_copy(ff_arena *arena, const char *string);
char *ff_arena_copy_bytes(ff_arena *arena, const void *bytes, size_t count); /* NUL added */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
char *ff_arena_printf(ff_arena *arena, const char *format, ...);

/* What was added to a text, as a string of the arena; frees the text, which may be used again. NULL
 * when memory was short for either, which `failed` remembers. */
char *ff_arena_keep(ff_arena *arena, ff_text *text);

/* FF_OK, or FF_ERR_MEMORY when anything taken so far failed. */
ff_code ff_arena_check(const ff_arena *arena, ff_error *error);

#endif
