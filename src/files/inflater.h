/* zlib, fed from a part of a byte source: deflated data of any size, unpacked piece by piece. */
#ifndef FOOTFALL_FILES_INFLATER_H
#define FOOTFALL_FILES_INFLATER_H

#include <footfall/bytes.h>

#include <stdbool.h>

#define ZLIB_CONST
#include <zlib.h>

#define FF_INFLATE_RAW  (-MAX_WBITS)     /* nothing around it, as in a zip */
#define FF_INFLATE_GZIP (16 + MAX_WBITS) /* a gzip member, its checksum and length tested */

/* Not moved while in use: zlib keeps its address. */
typedef struct ff_inflater {
    z_stream zlib;
    const ff_allocator *allocator;
    ff_bytes *bytes;
    int64_t at, end; /* what was not handed to zlib yet */
    uint8_t *input;  /* NULL when the source is in memory */
} ff_inflater;

/* Over the bytes from `from` to `end` of a source, which stays the caller's and open. */
ff_code ff_inflater_begin(ff_inflater *inflater, const ff_allocator *allocator, ff_bytes *bytes,
                          int64_t from, int64_t end, int window_bits, ff_error *error);

/* Unpacks up to count bytes; fewer only at the end, which *ended tells, or before an error.
 * Errors: FF_ERR_TRUNCATED (the source's part is over before the data), FF_ERR_CHECKSUM (gzip:
 * checksum or length), FF_ERR_DAMAGED, FF_ERR_MEMORY and those of the source. *got bytes are good
 * with an error too, and the error comes again when asked again. */
ff_code ff_inflater_read(ff_inflater *inflater, void *buffer, size_t count, size_t *got,
                         bool *ended, ff_error *error);

/* Where in the source the first byte lies that was not used. */
int64_t ff_inflater_at(const ff_inflater *inflater);

/* Goes on at a byte of the source, with a new piece of deflated data. */
void ff_inflater_again(ff_inflater *inflater, int64_t from);

void ff_inflater_end(ff_inflater *inflater);

#endif
