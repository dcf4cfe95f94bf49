/* What the stored forms of a series have in common: whole numbers, and which rows hold a value.
 *
 * Whole numbers are little-endian base 128, 7 bits a byte, as in protobuf. The rows that hold a value are
 * told by the lengths of the stretches of rows with and without one by turns, the first with. */
#ifndef FOOTFALL_JOURNAL_SERIES_BYTES_H
#define FOOTFALL_JOURNAL_SERIES_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FF_VARINT_MOST 10 /* bytes of a 64-bit number, 7 bits a byte */

/* How the values of a series are stored. */
typedef enum ff_series_kind { FF_SERIES_DOUBLES, FF_SERIES_FLOATS, FF_SERIES_GRID } ff_series_kind;

typedef struct ff_series_writer {
    unsigned char *data;
    size_t used;
} ff_series_writer;

typedef struct ff_series_reader {
    const unsigned char *data;
    size_t size, at;
    bool failed; /* something did not fit; what was read since is 0 */
} ff_series_reader;

void ff_series_write_number(ff_series_writer *w, uint64_t x);
uint64_t ff_series_read_number(ff_series_reader *r);

/* Small numbers of either sign become small numbers. Two's complement, without signed overflow. */
static inline uint64_t ff_zigzag(uint64_t x) {
    return (x << 1) ^ (0 - (x >> 63));
}

static inline uint64_t ff_unzigzag(uint64_t x) {
    return (x >> 1) ^ (0 - (x & 1));
}

/* Of a number in two's complement. */
static inline int64_t ff_signed(uint64_t x) {
    return x <= INT64_MAX ? (int64_t)x : -(int64_t)~x - 1;
}

/* The most bytes that ff_series_write_stretches writes. */
size_t ff_series_stretches_room(size_t rows);
void ff_series_write_stretches(ff_series_writer *w, const double *values, size_t rows);

/* Sets the absent rows of values to NAN and the others to 0; returns how many of these there are. */
size_t ff_series_read_stretches(ff_series_reader *r, double *values, size_t rows);

/* Bytes of numbers, all lowest first, then all second ones, and so on; into the rows that are not NAN.
 * width: 8, or 4 for floats. */
void ff_series_read_planes(ff_series_reader *r, size_t width, double *values, size_t rows, size_t count);

#endif
