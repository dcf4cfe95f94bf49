#include "files/apple_source.h"

#include <string.h>

#define NAME_MOST 200u

ff_code ff_apple_sources_init(ff_apple_sources *sources, const ff_allocator *allocator,
                              ff_error *error) {
    memset(sources, 0, sizeof *sources);
    ff_arena_init(&sources->arena, allocator);
    sources->items = ff_arena_take(&sources->arena, FF_APPLE_MOST_SOURCES, sizeof *sources->items);
    if (sources->items != NULL) {
        sources->items[0] = (ff_apple_source){.name = "", .wearer = FF_APPLE_OTHER};
        sources->count = 1;
    }
    return ff_arena_check(&sources->arena, error);
}

void ff_apple_sources_free(ff_apple_sources *sources) {
    ff_arena_free(&sources->arena);
}

/* FNV-1a (Fowler, Noll, Vo), 32 bits. */
static uint32_t hash_of(const char *name, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    }
    return hash;
}

static bool is_named(const ff_apple_source *source, const char *name, size_t length) {
    return strncmp(source->name, name, length) == 0 && source->name[length] == '\0';
}

uint16_t ff_apple_source_number(ff_apple_sources *sources, const char *name, const char *device) {
    size_t length = name != NULL ? strnlen(name, NAME_MOST) : 0;
    if (length == 0) {
        return 0;
    }
    if (is_named(&sources->items[sources->last], name, length)) {
        return sources->last;
    }
    const size_t slots = sizeof sources->slots / sizeof sources->slots[0];
    size_t slot = hash_of(name, length) % slots;
    while (sources->slots[slot] != 0) {
        if (is_named(&sources->items[sources->slots[slot]], name, length)) {
            return sources->last = sources->slots[slot];
        }
        slot = (slot + 1) % slots;
    }
    if (sources->count == FF_APPLE_MOST_SOURCES) {
        return 0;
    }
    char *copy = ff_arena_copy_bytes(&sources->arena, name, length);
    if (copy == NULL) {
        return 0; /* the arena remembers it */
    }
    sources->items[sources->count] =
        (ff_apple_source){.name = copy, .wearer = ff_apple_wearer_of(name, device)};
    sources->slots[slot] = (uint16_t)sources->count++;
    return sources->last = sources->slots[slot];
}
