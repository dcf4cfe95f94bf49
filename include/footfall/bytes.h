/* A byte source: where every reader takes its input from.
 *
 * One interface over a file, memory and, later, a member of an archive. Readers never see a file
 * handle. A source is read by position, so a reader may look again at what it passed.
 */
#ifndef FOOTFALL_BYTES_H
#define FOOTFALL_BYTES_H

#include <footfall/context.h>
#include <footfall/error.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ff_bytes ff_bytes;
struct ff_bytes {
    /* Copies up to count bytes from offset (>= 0) into buffer; *got is how many, less than count
     * only at the end. Reading at or past the end gives 0 bytes and FF_OK. */
    ff_code (*read_at)(ff_bytes *bytes, int64_t offset, void *buffer, size_t count, size_t *got,
                       ff_error *error);
    void (*close)(ff_bytes *bytes); /* NULL: nothing to close */
    int64_t size;                   /* bytes in all */
    const char *name;               /* for messages; borrowed, outlives the source */
    const void *memory;             /* all size bytes at once, or NULL when not in memory */
    intptr_t handle;                /* of the source's own kind */
};

/* Over memory that stays valid and unchanged until closed; so must the name. data may be NULL when
 * size is 0. */
void ff_bytes_of_memory(ff_bytes *bytes, const void *data, size_t size, const char *name);

/* Over a regular file. FF_ERR_NOT_FOUND when there is none, FF_ERR_READ when it is a folder or a
 * device or cannot be opened. path is borrowed as the name. */
ff_code ff_bytes_of_file(ff_bytes *bytes, const char *path, ff_error *error);

/* Reads exactly count bytes; FF_ERR_TRUNCATED when there are fewer. */
ff_code ff_bytes_read(ff_bytes *bytes, int64_t offset, void *buffer, size_t count,
                      ff_error *error);
void ff_bytes_close(ff_bytes *bytes); /* once; what it was over stays the caller's */

#ifdef __cplusplus
}
#endif

#endif
