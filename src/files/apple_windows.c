#include "files/apple_windows.h"

#include <stdlib.h>
#include <string.h>

/* Samples that begin a little before the run tell of its beginning. */
#define SLACK_S 30

void ff_apple_windows_init(ff_apple_windows *windows, const ff_allocator *allocator) {
    *windows = (ff_apple_windows){.allocator = allocator};
}

static void drop(const ff_apple_windows *windows, void *block) {
    windows->allocator->release(windows->allocator->user, block);
}

static void *make(const ff_apple_windows *windows, size_t size) {
    return windows->allocator->allocate(windows->allocator->user, size > 0 ? size : 1);
}

static void drop_spans(ff_apple_windows *windows) {
    drop(windows, windows->order);
    drop(windows, windows->spans);
    windows->order = NULL;
    windows->spans = NULL;
    windows->order_count = windows->active_count = windows->span_count = 0;
}

void ff_apple_windows_free(ff_apple_windows *windows) {
    drop_spans(windows);
    drop(windows, windows->items);
    drop(windows, windows->slots);
    ff_apple_windows_init(windows, windows->allocator);
}

/* FNV-1a (Fowler, Noll, Vo), 64 bits. */
static uint64_t hash_on(uint64_t hash, const void *bytes, size_t count) {
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; i++) {
        hash = (hash ^ at[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

uint64_t ff_apple_window_key(const char *source_name, const ff_apple_span *span) {
    uint64_t hash = UINT64_C(14695981039346656037);
    hash = hash_on(hash, source_name, source_name != NULL ? strlen(source_name) : 0);
    hash = hash_on(hash, &span->from_s, sizeof span->from_s);
    return hash_on(hash, &span->to_s, sizeof span->to_s);
}

static size_t slot_of(const ff_apple_windows *windows, uint64_t key) {
    size_t slot = (size_t)(key % windows->slot_count);
    while (windows->slots[slot] != 0 && windows->items[windows->slots[slot] - 1].key != key) {
        slot = (slot + 1) % windows->slot_count;
    }
    return slot;
}

ff_apple_window *ff_apple_windows_find(ff_apple_windows *windows, uint64_t key) {
    if (windows->count == 0) {
        return NULL;
    }
    uint32_t index = windows->slots[slot_of(windows, key)];
    return index > 0 ? &windows->items[index - 1] : NULL;
}

static ff_code grow(ff_apple_windows *windows) {
    size_t room = windows->room > 0 ? windows->room * 2 : 256;
    ff_apple_window *items = make(windows, room * sizeof *items);
    uint32_t *slots = make(windows, 2 * room * sizeof *slots);
    if (items == NULL || slots == NULL) {
        drop(windows, items);
        drop(windows, slots);
        return FF_ERR_MEMORY;
    }
    if (windows->count > 0) {
        memcpy(items, windows->items, windows->count * sizeof *items);
    }
    memset(slots, 0, 2 * room * sizeof *slots);
    drop(windows, windows->items);
    drop(windows, windows->slots);
    windows->items = items;
    windows->slots = slots;
    windows->room = room;
    windows->slot_count = 2 * room;
    for (size_t i = 0; i < windows->count; i++) {
        slots[slot_of(windows, items[i].key)] = (uint32_t)i + 1;
    }
    return FF_OK;
}

ff_code ff_apple_windows_add(ff_apple_windows *windows, const ff_apple_window *window) {
    if (windows->count == windows->room) {
        ff_code code = grow(windows);
        if (code != FF_OK) {
            return code;
        }
    }
    windows->items[windows->count++] = *window;
    windows->slots[slot_of(windows, window->key)] = (uint32_t)windows->count;
    return FF_OK;
}

/* Spans */

static int by_start(const void *a, const void *b) {
    const ff_apple_span *x = a, *y = b;
    return (x->from_s > y->from_s) - (x->from_s < y->from_s);
}

/* Puts overlapping spans together; they have room for themselves. */
static void put_together(ff_apple_windows *windows) {
    size_t count = windows->span_count, kept = 0;
    qsort(windows->spans, count, sizeof *windows->spans, by_start);
    for (size_t i = 0; i < count; i++) {
        ff_apple_span *last = kept > 0 ? &windows->spans[kept - 1] : NULL;
        if (last == NULL || windows->spans[i].from_s > last->to_s) {
            windows->spans[kept++] = windows->spans[i];
        } else if (windows->spans[i].to_s > last->to_s) {
            last->to_s = windows->spans[i].to_s;
        }
    }
    windows->span_count = kept;
}

static void add_span(ff_apple_windows *windows, const ff_apple_window *window) {
    windows->spans[windows->span_count++] =
        (ff_apple_span){window->span.from_s - SLACK_S, window->span.to_s + SLACK_S};
}

static void span_active(ff_apple_windows *windows) {
    windows->span_count = 0;
    for (size_t i = 0; i < windows->active_count; i++) {
        add_span(windows, &windows->items[windows->order[i]]);
    }
    put_together(windows);
}

typedef struct {
    int64_t from_s;
    uint32_t index;
} begun;

static int by_begin(const void *a, const void *b) {
    const begun *x = a, *y = b;
    if (x->from_s != y->from_s) {
        return x->from_s < y->from_s ? -1 : 1;
    }
    return (x->index > y->index) - (x->index < y->index);
}

static ff_code put_in_order(ff_apple_windows *windows) {
    begun *all = make(windows, windows->count * sizeof *all);
    if (all == NULL) {
        return FF_ERR_MEMORY;
    }
    size_t count = 0;
    for (size_t i = 0; i < windows->count; i++) {
        if (!windows->items[i].done) {
            windows->items[i].active = true;
            all[count++] = (begun){windows->items[i].span.from_s, (uint32_t)i};
        }
    }
    qsort(all, count, sizeof *all, by_begin);
    for (size_t i = 0; i < count; i++) {
        windows->order[i] = all[i].index;
    }
    windows->order_count = windows->active_count = count;
    drop(windows, all);
    return FF_OK;
}

static ff_code make_spans(ff_apple_windows *windows) {
    drop_spans(windows);
    windows->order = make(windows, windows->count * sizeof *windows->order);
    windows->spans = make(windows, windows->count * sizeof *windows->spans);
    return windows->order != NULL && windows->spans != NULL ? FF_OK : FF_ERR_MEMORY;
}

ff_code ff_apple_windows_activate(ff_apple_windows *windows) {
    ff_code code = make_spans(windows);
    if (code == FF_OK) {
        code = put_in_order(windows);
    }
    if (code == FF_OK) {
        span_active(windows);
    }
    return code;
}

ff_code ff_apple_windows_span_done(ff_apple_windows *windows) {
    ff_code code = make_spans(windows);
    for (size_t i = 0; code == FF_OK && i < windows->count; i++) {
        if (windows->items[i].done) {
            add_span(windows, &windows->items[i]);
        }
    }
    if (code == FF_OK) {
        put_together(windows);
    }
    return code;
}

bool ff_apple_windows_halve(ff_apple_windows *windows) {
    if (windows->active_count < 2) {
        return false;
    }
    size_t left = windows->active_count / 2;
    for (size_t i = left; i < windows->active_count; i++) {
        windows->items[windows->order[i]].active = false;
    }
    windows->active_count = left;
    span_active(windows);
    return true;
}

void ff_apple_windows_finish(ff_apple_windows *windows) {
    for (size_t i = 0; i < windows->count; i++) {
        windows->items[i].done = windows->items[i].done || windows->items[i].active;
        windows->items[i].active = false;
    }
}
