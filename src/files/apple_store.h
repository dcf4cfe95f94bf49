/* The samples of an Apple Health export that a run can use, held until the runs come.
 *
 * An export tells its measurements first, by kind, and its workouts behind them, and nothing in a
 * measurement says to which workout it belongs. So all of the useful kinds are held, 12 bytes each,
 * in pieces that are looked through by time. The number is bounded: where it is reached, the reader
 * knows what to do (see apple_runs.h).
 */
#ifndef FOOTFALL_FILES_APPLE_STORE_H
#define FOOTFALL_FILES_APPLE_STORE_H

#include "files/apple_value.h"

/* 72 MB. A year of wearing a watch all day is some 400,000 samples of these kinds. */
#define FF_APPLE_MOST_SAMPLES 6000000u

/* Of one kind in one run: three a second for two days. What is beyond is left out. */
#define FF_APPLE_MOST_IN_RUN 524288u

/* Longer measurements say nothing of a moment in a run. */
#define FF_APPLE_LONGEST_SAMPLE_S 65535

typedef struct ff_apple_sample {
    uint32_t start_s; /* UTC seconds since 1970 */
    float value;      /* in the unit of the kind's measure; 24 bits are more than a sensor tells */
    uint16_t duration_s;
    uint16_t source;
} ff_apple_sample;

typedef struct ff_apple_piece ff_apple_piece;

typedef struct ff_apple_store {
    const ff_allocator *allocator;
    ff_apple_piece **pieces[FF_APPLE_KIND_COUNT];
    size_t piece_count[FF_APPLE_KIND_COUNT], piece_room[FF_APPLE_KIND_COUNT];
    size_t count; /* samples in all */
    size_t most;
} ff_apple_store;

void ff_apple_store_init(ff_apple_store *store, const ff_allocator *allocator, size_t most);
void ff_apple_store_free(ff_apple_store *store); /* back to an empty, usable store */

/* FF_ERR_LIMIT, without words, when the store is full; FF_ERR_MEMORY. */
ff_code ff_apple_store_add(ff_apple_store *store, ff_apple_kind kind,
                           const ff_apple_sample *sample);

/* Leaves only what touches one of the spans, which are in order and apart. */
typedef struct ff_apple_span {
    int64_t from_s, to_s; /* both within */
} ff_apple_span;

bool ff_apple_spans_touch(const ff_apple_span *spans, size_t count, int64_t from_s, int64_t to_s);
void ff_apple_store_keep(ff_apple_store *store, const ff_apple_span *spans, size_t count);

/* The samples of a kind that touch a span, ordered by source, start, duration and value, each once
 * (an export that was told twice repeats all of them), at most FF_APPLE_MOST_IN_RUN; in the
 * arena. */
ff_code ff_apple_store_find(ff_apple_store *store, ff_apple_kind kind, const ff_apple_span *span,
                            ff_arena *arena, ff_apple_sample **samples, size_t *count);

#endif
