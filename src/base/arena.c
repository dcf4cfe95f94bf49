#include "base/arena.h"

#include "base/large_pages.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct ff_arena_block {
    ff_arena_block *next;
    size_t size; /* of data */
    size_t used;
    size_t from; /* what is before is left out */
    alignas(max_align_t) unsigned char data[];
};

/* Small enough to waste little on a tiny request, large enough that a run takes few blocks. */
#define FIRST_BLOCK 4096u
#define LARGEST_STEP (4u << 20)

void ff_arena_init(ff_arena *arena, const ff_allocator *allocator) {
    *arena = (ff_arena){.allocator = allocator != NULL ? allocator : ff_allocator_libc()};
}

void ff_arena_free(ff_arena *arena) {
    ff_arena_block *block = arena->blocks;
    while (block != NULL) {
        ff_arena_block *next = block->next;
        arena->allocator->release(arena->allocator->user, block);
        block = next;
    }
    arena->blocks = NULL;
    arena->failed = false;
}

void ff_arena_empty(ff_arena *arena) {
    ff_arena_block *largest = arena->blocks;
    for (ff_arena_block *block = largest; block != NULL; block = block->next) {
        largest = block->size > largest->size ? block : largest;
    }
    while (arena->blocks != NULL) {
        ff_arena_block *next = arena->blocks->next;
        if (arena->blocks != largest) {
            arena->allocator->release(arena->allocator->user, arena->blocks);
        }
        arena->blocks = next;
    }
    if (largest != NULL) {
        largest->next = NULL;
        largest->used = largest->from;
    }
    arena->blocks = largest;
    arena->failed = false;
}

static ff_arena_block *add_block(ff_arena *arena, size_t need) {
    size_t size = FIRST_BLOCK;
    if (arena->blocks != NULL) {
        size = arena->blocks->size < LARGEST_STEP ? arena->blocks->size * 2 : LARGEST_STEP;
    }
    if (size < need) {
        size = need;
    }
    if (size > SIZE_MAX - sizeof(ff_arena_block)) {
        return NULL;
    }
    ff_arena_block *block =
        arena->allocator->allocate(arena->allocator->user, sizeof(ff_arena_block) + size);
    if (block == NULL) {
        return NULL;
    }
    if (size >= FF_LARGE_PAGES_FROM) {
        ff_prefer_large_pages(block, sizeof(ff_arena_block) + size);
    }
    *block = (ff_arena_block){.next = arena->blocks, .size = size, .used = 0};
    arena->blocks = block;
    return block;
}

void ff_arena_reserve(ff_arena *arena, size_t size) {
    ff_arena_block *block = FF_HAS_LARGE_PAGES ? add_block(arena, size + FF_LARGE_PAGE) : NULL;
    if (block != NULL) {
        size_t past = (uintptr_t)block->data % FF_LARGE_PAGE;
        block->from = block->used = past > 0 ? FF_LARGE_PAGE - past : 0; /* such a page begins there */
    }
}

/* The bytes that count of a size take in an arena; false when they overflow. */
static bool room_needed(size_t count, size_t size, size_t *need) {
    const size_t align = alignof(max_align_t);
    if (size != 0 && count > (SIZE_MAX - align) / size) {
        return false;
    }
    *need = (count * size + align - 1) / align * align;
    *need = *need > 0 ? *need : align;
    return true;
}

void *ff_arena_room(ff_arena *arena, size_t count, size_t size) {
    size_t need;
    if (!room_needed(count, size, &need)) {
        arena->failed = true;
        return NULL;
    }
    ff_arena_block *block = arena->blocks;
    if (block == NULL || block->size - block->used < need) {
        block = add_block(arena, need);
        if (block == NULL) {
            arena->failed = true;
            return NULL;
        }
    }
    void *taken = block->data + block->used;
    block->used += need;
    return taken;
}

void *ff_arena_take(ff_arena *arena, size_t count, size_t size) {
    void *taken = ff_arena_room(arena, count, size);
    return taken != NULL ? memset(taken, 0, count * size) : NULL;
}

void *ff_arena_grow(ff_arena *arena, const void *old, size_t count, size_t new_count, size_t size) {
    void *taken = ff_arena_take(arena, new_count, size);
    if (taken != NULL && count > 0) {
        memcpy(taken, old, count * size);
    }
    return taken;
}

char *ff_arena_copy_bytes(ff_arena *arena, const void *bytes, size_t count) {
    char *copy = count < SIZE_MAX ? ff_arena_room(arena, count + 1, 1) : NULL;
    if (copy != NULL && count > 0) {
        memcpy(copy, bytes, count);
    }
    if (copy != NULL) {
        copy[count] = '\0';
    }
    return copy;
}

char *ff_arena_copy(ff_arena *arena, const char *string) {
    return string != NULL ? ff_arena_copy_bytes(arena, string, strlen(string)) : NULL;
}

/* Most texts are short: formatted once, on the stack, and copied. */
#define SHORT_TEXT 128

char *ff_arena_printf(ff_arena *arena, const char *format, ...) {
    char text[SHORT_TEXT];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length < sizeof text) {
        return length >= 0 ? ff_arena_copy_bytes(arena, text, (size_t)length) : NULL;
    }
    char *all = ff_arena_room(arena, (size_t)length + 1, 1);
    if (all != NULL) {
        va_start(arguments, format);
        vsnprintf(all, (size_t)length + 1, format, arguments);
        va_end(arguments);
    }
    return all;
}

char *ff_arena_keep(ff_arena *arena, ff_text *text) {
    char *kept = text->failed ? NULL : ff_arena_copy_bytes(arena, text->data, text->length);
    arena->failed |= text->failed;
    ff_text_free(text);
    return kept;
}

ff_code ff_arena_check(const ff_arena *arena, ff_error *error) {
    return arena->failed ? ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory")
                         : FF_OK;
}
