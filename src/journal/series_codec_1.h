/* Series as they were stored up to version 3 of the journal; only read.
 *
 * Layout: size of the payload; then the payload, as one zlib stream (its Adler-32 guards the bytes).
 * Payload:
 *   rows; kind (0 eight bytes, 1 four bytes, 2 grid); for a grid: grid number, order 0 to 2;
 *   stretches; then the values that are there:
 *   grid: zigzag of the whole numbers (order 0), their differences (1), the differences of those
 *   (2); else: IEEE 754, all lowest bytes first, then all second ones, and so on.
 */
#ifndef FOOTFALL_JOURNAL_SERIES_CODEC_1_H
#define FOOTFALL_JOURNAL_SERIES_CODEC_1_H

#include "base/arena.h"

#include <footfall/error.h>

/* As ff_series_decode. */
ff_code ff_series_decode_1(ff_arena *arena, const void *blob, size_t size, size_t rows,
                           double **values, ff_error *error);

#endif
