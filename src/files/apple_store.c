#include "files/apple_store.h"

#include <stdlib.h>
#include <string.h>

/* 64 KB: small beside the whole, so that few samples outside a run's time are looked at. */
#define PIECE_SAMPLES 5460u

struct ff_apple_piece {
    size_t count;
    uint32_t first_s, last_s; /* of the starts */
    uint16_t longest_s;
    bool sorted; /* by start */
    ff_apple_sample samples[PIECE_SAMPLES];
};

void ff_apple_store_init(ff_apple_store *store, const ff_allocator *allocator, size_t most) {
    *store = (ff_apple_store){.allocator = allocator, .most = most};
}

static void drop_pieces(ff_apple_store *store, int kind, size_t left) {
    while (store->piece_count[kind] > left) {
        store->allocator->release(store->allocator->user,
                                  store->pieces[kind][--store->piece_count[kind]]);
    }
}

void ff_apple_store_free(ff_apple_store *store) {
    for (int kind = 0; kind < FF_APPLE_KIND_COUNT; kind++) {
        drop_pieces(store, kind, 0);
        store->allocator->release(store->allocator->user, store->pieces[kind]);
    }
    ff_apple_store_init(store, store->allocator, store->most);
}

static ff_apple_piece *new_piece(ff_apple_store *store, ff_apple_kind kind) {
    const ff_allocator *a = store->allocator;
    size_t count = store->piece_count[kind], room = store->piece_room[kind];
    if (count == room) {
        size_t wanted = room > 0 ? room * 2 : 16;
        void *old = store->pieces[kind];
        void *moved = old == NULL
                          ? a->allocate(a->user, wanted * sizeof(void *))
                          : a->resize(a->user, old, room * sizeof(void *), wanted * sizeof(void *));
        if (moved == NULL) {
            return NULL;
        }
        store->pieces[kind] = moved;
        store->piece_room[kind] = wanted;
    }
    ff_apple_piece *piece = a->allocate(a->user, sizeof *piece);
    if (piece != NULL) {
        piece->count = 0;
        store->pieces[kind][store->piece_count[kind]++] = piece;
    }
    return piece;
}

static void put(ff_apple_piece *piece, const ff_apple_sample *sample) {
    if (piece->count == 0) {
        piece->first_s = piece->last_s = sample->start_s;
        piece->longest_s = 0;
        piece->sorted = true;
    }
    piece->sorted = piece->sorted && sample->start_s >= piece->last_s;
    piece->first_s = sample->start_s < piece->first_s ? sample->start_s : piece->first_s;
    piece->last_s = sample->start_s > piece->last_s ? sample->start_s : piece->last_s;
    piece->longest_s =
        sample->duration_s > piece->longest_s ? sample->duration_s : piece->longest_s;
    piece->samples[piece->count++] = *sample;
}

ff_code ff_apple_store_add(ff_apple_store *store, ff_apple_kind kind,
                           const ff_apple_sample *sample) {
    if (store->count >= store->most) {
        return FF_ERR_LIMIT;
    }
    size_t count = store->piece_count[kind];
    ff_apple_piece *piece = count > 0 ? store->pieces[kind][count - 1] : NULL;
    if (piece == NULL || piece->count == PIECE_SAMPLES) {
        piece = new_piece(store, kind);
        if (piece == NULL) {
            return FF_ERR_MEMORY;
        }
    }
    put(piece, sample);
    store->count++;
    return FF_OK;
}

/* Spans */

bool ff_apple_spans_touch(const ff_apple_span *spans, size_t count, int64_t from_s, int64_t to_s) {
    size_t low = 0, high = count;
    while (low < high) { /* the first span that ends at or after from_s */
        size_t middle = low + (high - low) / 2;
        if (spans[middle].to_s < from_s) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && spans[low].from_s <= to_s;
}

static void keep_kind(ff_apple_store *store, int kind, const ff_apple_span *spans, size_t count) {
    size_t into = 0, fill = 0;
    for (size_t p = 0; p < store->piece_count[kind]; p++) {
        const ff_apple_piece *piece = store->pieces[kind][p];
        size_t held = piece->count; /* put() may begin this very piece anew */
        for (size_t i = 0; i < held; i++) {
            ff_apple_sample sample = piece->samples[i];
            if (!ff_apple_spans_touch(spans, count, sample.start_s,
                                      (int64_t)sample.start_s + sample.duration_s)) {
                store->count--;
                continue;
            }
            if (fill == PIECE_SAMPLES) {
                into++;
                fill = 0;
            }
            store->pieces[kind][into]->count = fill++;
            put(store->pieces[kind][into], &sample);
        }
    }
    drop_pieces(store, kind, fill > 0 ? into + 1 : 0);
}

void ff_apple_store_keep(ff_apple_store *store, const ff_apple_span *spans, size_t count) {
    for (int kind = 0; kind < FF_APPLE_KIND_COUNT; kind++) {
        keep_kind(store, kind, spans, count);
    }
}

/* Finding */

static int by_start(const void *a, const void *b) {
    uint32_t x = ((const ff_apple_sample *)a)->start_s, y = ((const ff_apple_sample *)b)->start_s;
    return (x > y) - (x < y);
}

static int in_order(const void *a, const void *b) {
    const ff_apple_sample *x = a, *y = b;
    if (x->source != y->source) {
        return x->source < y->source ? -1 : 1;
    }
    if (x->start_s != y->start_s) {
        return x->start_s < y->start_s ? -1 : 1;
    }
    if (x->duration_s != y->duration_s) {
        return x->duration_s < y->duration_s ? -1 : 1;
    }
    return (x->value > y->value) - (x->value < y->value);
}

/* The range of a sorted piece that may touch the span: starts from a sample's length before it. */
static void range_of(const ff_apple_piece *piece, const ff_apple_span *span, size_t *from,
                     size_t *to) {
    int64_t first = span->from_s - piece->longest_s;
    size_t low = 0, high = piece->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (piece->samples[middle].start_s < first) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *from = low;
    while (low < piece->count && piece->samples[low].start_s <= span->to_s) {
        low++;
    }
    *to = low;
}

/* Copies what touches the span to *out where it is not NULL; returns how many, bounded. */
static size_t walk(ff_apple_store *store, ff_apple_kind kind, const ff_apple_span *span,
                   ff_apple_sample *out) {
    size_t found = 0;
    for (size_t p = 0; p < store->piece_count[kind]; p++) {
        ff_apple_piece *piece = store->pieces[kind][p];
        if (piece->first_s > span->to_s ||
            (int64_t)piece->last_s + piece->longest_s < span->from_s) {
            continue;
        }
        if (!piece->sorted) {
            qsort(piece->samples, piece->count, sizeof piece->samples[0], by_start);
            piece->sorted = true;
        }
        size_t from, to;
        range_of(piece, span, &from, &to);
        for (size_t i = from; i < to && found < FF_APPLE_MOST_IN_RUN; i++) {
            const ff_apple_sample *sample = &piece->samples[i];
            if ((int64_t)sample->start_s + sample->duration_s >= span->from_s) {
                if (out != NULL) {
                    out[found] = *sample;
                }
                found++;
            }
        }
    }
    return found;
}

ff_code ff_apple_store_find(ff_apple_store *store, ff_apple_kind kind, const ff_apple_span *span,
                            ff_arena *arena, ff_apple_sample **samples, size_t *count) {
    *count = 0;
    *samples = NULL;
    size_t found = walk(store, kind, span, NULL);
    if (found == 0) {
        return FF_OK;
    }
    *samples = ff_arena_take(arena, found, sizeof **samples);
    if (*samples == NULL) {
        return FF_ERR_MEMORY;
    }
    walk(store, kind, span, *samples);
    qsort(*samples, found, sizeof **samples, in_order);
    size_t left = 0;
    for (size_t i = 0; i < found; i++) {
        if (left == 0 || in_order(&(*samples)[left - 1], &(*samples)[i]) != 0) {
            (*samples)[left++] = (*samples)[i];
        }
    }
    *count = left;
    return FF_OK;
}
