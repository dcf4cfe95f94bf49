/* A column of a series as few bytes, and back, without losing a bit.
 *
 * Values of a watch lie on a grid (journal/number_grid.h): its whole numbers, or their differences, are
 * stored in as few bits as each block of them needs. What lies on no grid is stored as 4-byte floats
 * when that is exact, else as 8 bytes. NAN is absent and takes next to no room.
 *
 * Layout of codec 2 (whole numbers and stretches: journal/series_bytes.h):
 *   rows; kind (0 eight bytes, 1 four bytes, 2 grid); stretches of rows with and without a value;
 *   a grid: grid number; order 0 to 2; then of the places of the values that are there the first
 *     ones, as many as the order, zigzag; of the others (order 0), their differences from the one
 *     before (1) or the differences of those (2) blocks of 128: the smallest, zigzag; a byte, the
 *     width; and how much larger each is, in so many bits (base/bit_blocks.h);
 *   else: IEEE 754, all lowest bytes first, then all second ones, and so on, as one zlib stream;
 *   CRC-32 of all that (as in gzip, RFC 1952), four bytes, the lowest first.
 * Compressing the grids' bytes once more would save a fifth of them and double the time of storing a run.
 */
#ifndef FOOTFALL_JOURNAL_SERIES_CODEC_H
#define FOOTFALL_JOURNAL_SERIES_CODEC_H

#include "base/arena.h"
#include "journal/series_bytes.h"

#include <footfall/error.h>

/* The codec that ff_series_encode writes. A stored column names its own; old ones stay readable. */
#define FF_SERIES_CODEC 2

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

/* ---- for the codecs ---- */

/* The last whole number that is a double. */
#define FF_SERIES_LARGEST_PLACE 9007199254740992.0 /* 2^53 */

ff_code ff_series_damaged(ff_error *error);
ff_code ff_series_no_memory(ff_error *error);

/* Unpacks a zlib stream that fills all of packed, to exactly size bytes. */
ff_code ff_series_inflate(const ff_series_reader *packed, unsigned char *payload, size_t size,
                          ff_error *error);

#endif
