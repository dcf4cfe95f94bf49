/* CSV as RFC 4180 writes it, read record by record from a stream.
 *
 * Quoted fields may hold separators, line ends and doubled quotes; records end with LF, CR or
 * CRLF; a byte order mark is passed over. The separator is ',' or ';', whichever the first record
 * holds more of.
 */
#ifndef FOOTFALL_FILES_CSV_H
#define FOOTFALL_FILES_CSV_H

#include "files/stream.h"

/* A record that holds more is damaged. The longest text that an export lets a runner write is a
 * tenth of this. */
#define FF_CSV_MOST_FIELD   65535u
#define FF_CSV_MOST_RECORD  (UINT32_C(1) << 20) /* bytes */
#define FF_CSV_MOST_COLUMNS 1024u

typedef struct ff_csv {
    ff_stream *stream; /* borrowed */
    const ff_allocator *allocator;
    char *buffer; /* bytes [begin, end) are yet to be read as records */
    size_t begin, end, capacity;
    bool ended;       /* the stream has no more bytes */
    ff_code failed;   /* FF_OK, or how the stream broke off; what was read before comes first */
    ff_error failure; /* likewise */
    size_t line;
    char separator;
    char *text; /* the fields of the record at hand, each with a NUL */
    const char **fields;
} ff_csv;

/* One record; borrowed until the next one is read. */
typedef struct ff_csv_record {
    size_t line;               /* where it begins, from 1 */
    size_t count;              /* of fields */
    const char *const *fields; /* NUL-terminated; a NUL in the file stands as a blank */
    const char *trouble;       /* NULL, or what is wrong: then it has no fields */
} ff_csv_record;

/* To be closed, also after an error. allocator NULL: the C library's. */
ff_code ff_csv_open(ff_csv *csv, const ff_allocator *allocator, ff_stream *stream, ff_error *error);
void ff_csv_close(ff_csv *csv);

/* *more is false, and the record empty, at the end. Blank lines are passed over. A damaged record
 * is no error: reading goes on behind it where its end is certain, else behind its first line, so
 * that a quote left open does not swallow the rest; the caller then meets lines that are the rest
 * of the damaged record and must tell them from records by what they hold. Errors are those of
 * the stream, and FF_ERR_MEMORY. */
ff_code ff_csv_next(ff_csv *csv, ff_csv_record *record, bool *more, ff_error *error);

#endif
