/* A zip in the making: files of ours, deflated, one after the other into a scratch file. The
 * format: APPNOTE.TXT of PKWARE, 6.3, in the part that every program reads: no 64-bit sizes. */
#ifndef FOOTFALL_REPORT_PACKING_H
#define FOOTFALL_REPORT_PACKING_H

#include <footfall/bytes.h>
#include <footfall/text.h>

#include <stddef.h>
#include <stdint.h>

#define FF_PACKING_MOST_FILES 65534u
#define FF_PACKING_MOST_BYTES (INT64_C(4294967294))

typedef struct ff_packing {
    const ff_allocator *allocator;
    ff_bytes *to;      /* borrowed */
    ff_text directory; /* as it grows */
    void *room;        /* for what is packed */
    size_t room_size;
    void *compressor;
    size_t count;
} ff_packing;

typedef struct ff_packing_file {
    const char *name; /* UTF-8, parts by '/'; shorter than 65,536 bytes */
    const void *data;
    size_t size;
    int64_t local_s; /* its date and time, local; beyond 1980 to 2107 the nearest */
} ff_packing_file;

/* to: an empty scratch file. After FF_OK exactly one ff_packing_finish. FF_ERR_MEMORY. */
ff_code ff_packing_begin(ff_packing *packing, const ff_allocator *allocator, ff_bytes *to,
                         ff_error *error);

/* FF_ERR_LIMIT: it would hold more than FF_PACKING_MOST_FILES, or FF_PACKING_MOST_BYTES. Else as of
 * ff_scratch_add; FF_ERR_MEMORY. */
ff_code ff_packing_add(ff_packing *packing, const ff_packing_file *file, ff_error *error);

/* Writes the directory if code is FF_OK, and lets go of the room. Returns code, or why that failed.
 */
ff_code ff_packing_finish(ff_packing *packing, ff_code code, ff_error *error);

#endif
