#include "journal/series_codec_1.h"

#include "journal/number_grid.h"
#include "journal/series_bytes.h"
#include "journal/series_codec.h"

#include <math.h>
#include <libdeflate.h>

/* deflate cannot shrink by more than this (zlib's technical notes: 1032:1). */
#define DEFLATE_MAX_RATIO 1032

/* In the worst case a row takes 10 bytes as a number and 1 as a stretch. */
static size_t payload_room(size_t rows) {
    return 4 * FF_VARINT_MOST + ff_series_stretches_room(rows) + FF_VARINT_MOST * rows;
}

static void read_grid(ff_series_reader *r, const ff_grid *g, uint64_t order, double *values, size_t rows) {
    uint64_t last = 0, before = 0;
    size_t seen = 0;
    for (size_t i = 0; i < rows && !r->failed; i++) {
        if (isnan(values[i])) {
            continue;
        }
        uint64_t x = ff_unzigzag(ff_series_read_number(r));
        if (order >= 1) {
            x += last;
        }
        if (order == 2 && seen >= 2) {
            x += last - before;
        }
        before = last;
        last = x;
        seen++;
        double place = (double)ff_signed(x);
        r->failed = r->failed || fabs(place) > FF_SERIES_LARGEST_PLACE;
        values[i] = ff_grid_value(g, place);
    }
}

static ff_code read_payload(ff_arena *arena, ff_series_reader *r, size_t rows, double **values,
                            ff_error *error) {
    uint64_t stored_rows = ff_series_read_number(r);
    uint64_t kind = ff_series_read_number(r);
    const ff_grid *grid = kind == FF_SERIES_GRID ? ff_grid_of(ff_series_read_number(r)) : NULL;
    uint64_t order = kind == FF_SERIES_GRID ? ff_series_read_number(r) : 0;
    if (r->failed || stored_rows != rows || kind > FF_SERIES_GRID || order > 2 ||
        (kind == FF_SERIES_GRID && grid == NULL)) {
        return ff_series_damaged(error);
    }
    double *made = ff_arena_take(arena, rows > 0 ? rows : 1, sizeof *made);
    if (made == NULL) {
        return ff_arena_check(arena, error);
    }
    size_t count = ff_series_read_stretches(r, made, rows);
    if (!r->failed && grid != NULL) {
        read_grid(r, grid, order, made, rows);
    } else if (!r->failed) {
        ff_series_read_planes(r, kind == FF_SERIES_DOUBLES ? 8 : 4, made, rows, count);
    }
    if (r->failed || r->at != r->size) {
        return ff_series_damaged(error);
    }
    *values = made;
    return FF_OK;
}

ff_code ff_series_decode_1(ff_arena *arena, const void *blob, size_t size, size_t rows,
                           double **values, ff_error *error) {
    ff_series_reader packed = {.data = blob, .size = size};
    uint64_t payload_size = ff_series_read_number(&packed);
    if (packed.failed || payload_size > payload_room(rows) ||
        payload_size / DEFLATE_MAX_RATIO > packed.size - packed.at) {
        return ff_series_damaged(error);
    }
    unsigned char *payload =
        arena->allocator->allocate(arena->allocator->user, (size_t)payload_size + 1);
    if (payload == NULL) {
        return ff_series_no_memory(error);
    }
    packed.data += packed.at;
    packed.size -= packed.at;
    ff_code code = ff_series_inflate(&packed, payload, (size_t)payload_size, error);
    ff_series_reader r = {.data = payload, .size = (size_t)payload_size};
    code = code == FF_OK ? read_payload(arena, &r, rows, values, error) : code;
    arena->allocator->release(arena->allocator->user, payload);
    return code;
}
