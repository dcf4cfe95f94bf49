/* A stream: bytes read once, from the front.
 *
 * For what is too large to be held at once or cannot be read by position: a member of a zip, the
 * inside of a gzip, an export of several gigabytes. Over a byte source it reads that from its
 * beginning.
 */
#ifndef FOOTFALL_FILES_STREAM_H
#define FOOTFALL_FILES_STREAM_H

#include <footfall/bytes.h>

typedef struct ff_stream ff_stream;
struct ff_stream {
    /* Copies up to count (> 0) bytes into buffer; *got is how many, 0 only at the end. After an
     * error the stream is not read on. */
    ff_code (*read)(ff_stream *stream, void *buffer, size_t count, size_t *got, ff_error *error);
    void (*close)(ff_stream *stream); /* NULL: nothing to close */
    const char *name;                 /* for messages; borrowed, outlives the stream */
    int64_t position;                 /* bytes read so far */
    void *state;                      /* of the stream's own kind */
};

/* Over a byte source, which stays the caller's and open while the stream is read. */
void ff_stream_of_bytes(ff_stream *stream, ff_bytes *bytes);

ff_code ff_stream_read(ff_stream *stream, void *buffer, size_t count, size_t *got, ff_error *error);
void ff_stream_close(ff_stream *stream); /* once */

#endif
