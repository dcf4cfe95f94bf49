/* A column of a series as a few compressed bytes, and back, without losing a bit.
 *
 * Values of a watch lie on a grid: FIT stores whole numbers and a scale. The grid is found by
 * trying (the value must come back bit for bit), then differences of those whole numbers are
 * stored. What lies on no grid is stored as 4-byte floats when that is exact, else as 8 bytes.
 * NAN is absent and takes next to no room.
 *
 * Layout of codec 1 (all whole numbers little-endian base 128, 7 bits a byte, as in protobuf):
 *   size of the payload; then the payload, as one zlib stream (its Adler-32 guards the bytes).
 * Payload:
 *   rows; kind (0 eight bytes, 1 four bytes, 2 grid); for a grid: grid number, order 0 to 2;
 *   lengths of stretches of rows with and without a value by turns, the first with, summing up
 *   to rows; then the values that are there:
 *   grid: zigzag of the whole numbers (order 0), their differences (1), the differences of those
 * (2); else: IEEE 754, all lowest bytes first, then all second ones, and so on.
 */
#ifndef FOOTFALL_JOURNAL_SERIES_CODEC_H
#define FOOTFALL_JOURNAL_SERIES_CODEC_H

#include "base/arena.h"

#include <footfall/error.h>

/* The codec that ff_series_encode writes. A stored column names its own; old ones stay readable. */
#define FF_SERIES_CODEC 1

/* Half a year at one row a second. More is refused in both directions. */
#define FF_SERIES_MAX_ROWS ((size_t)1 << 24)

/* values: rows doubles, NAN where absent. *blob is made in the arena. Every NaN comes back as NAN.
 * Errors: FF_ERR_LIMIT, FF_ERR_MEMORY. */
ff_code ff_series_encode(ff_arena *arena, const double *values, size_t rows,
                         const unsigned char **blob, size_t *size, ff_error *error);

/* The same for many columns: room and compressor are kept from one to the next. *blob is the
 * packer's, until the next call. */
typedef struct ff_series_packer {
    const ff_allocator *allocator;
    struct libdeflate_compressor *compressor;
    void *room;
    size_t size; /* of room */
} ff_series_packer;

void ff_series_packer_init(ff_series_packer *packer, const ff_allocator *allocator);
void ff_series_packer_free(ff_series_packer *packer);
ff_code ff_series_pack(ff_series_packer *packer, const double *values, size_t rows,
                       const unsigned char **blob, size_t *size, ff_error *error);

/* blob may hold anything; rows is what it must give. *values is made in the arena (rows doubles;
 * at least one). Memory is bounded by rows. Errors: FF_ERR_DAMAGED_JOURNAL (where is empty),
 * FF_ERR_LIMIT, FF_ERR_MEMORY. */
ff_code ff_series_decode(ff_arena *arena, int codec, const void *blob, size_t size, size_t rows,
                         double **values, ff_error *error);

#endif
