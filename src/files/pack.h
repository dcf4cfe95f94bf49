/* Packs: zip archives and gzip files, opened where they lie.
 *
 * Whole members are inflated by libdeflate, streams by zlib. Everything in a pack's directory is
 * checked before it is used; bombs are refused by their counts, ratios and overlaps.
 */
#ifndef FOOTFALL_FILES_PACK_H
#define FOOTFALL_FILES_PACK_H

#include "base/arena.h"
#include "files/stream.h"

/* More is refused with FF_ERR_LIMIT. A member read whole is one recording; 64 MB hold ten days. */
#define FF_PACK_MOST_MEMBERS 1000000u
#define FF_PACK_MOST_WHOLE   (INT64_C(64) << 20)
/* Deflate cannot do better than 1032 to 1, and no run file packs better than 60 to 1. */
#define FF_PACK_MOST_RATIO 250
#define FF_PACK_MOST_DEPTH 4u /* zips in zips */

typedef struct ff_member {
    const char *name; /* UTF-8, parts by '/', never leading out of the pack */
    int64_t packed_size, size;
    int64_t offset; /* of its local header */
    uint32_t crc;
    uint16_t method; /* 0 stored, 8 deflated; others are refused when read */
    bool encrypted;  /* likewise */
} ff_member;

typedef struct ff_zip {
    ff_bytes *bytes;    /* borrowed; outlives the zip */
    ff_member *members; /* files only, in the order of the directory */
    size_t count;
} ff_zip;

/* Reads the directory; members live in the arena. Zip64, comments and bytes before the first
 * member are fine. Where the directory is lost (a broken download) the members are found by
 * their local headers, and *damage says so (its code is FF_OK otherwise). */
ff_code ff_zip_open(const ff_context *context, ff_bytes *bytes, ff_arena *arena, ff_zip *zip,
                    ff_error *damage, ff_error *error);

/* A whole member in memory of the arena, its checksum tested. name of *out is the member's, which
 * the caller may replace. A zip is only read, so that several threads may read members of one. */
ff_code ff_zip_read(const ff_zip *zip, const ff_member *member, ff_arena *arena, ff_bytes *out,
                    ff_error *error);

/* The member as a stream of any size; the checksum is tested at its end. To be closed. */
ff_code ff_zip_stream(const ff_context *context, const ff_zip *zip, const ff_member *member,
                      ff_stream *stream, ff_error *error);

/* The member as a byte source that is not unpacked: a window over the zip when it is stored, else
 * all of it in memory up to FF_PACK_MOST_WHOLE, else in an unlinked file of the context's
 * scratch_folder. For zips in zips. To be closed. */
ff_code ff_zip_bytes(const ff_context *context, const ff_zip *zip, const ff_member *member,
                     ff_bytes *out, ff_error *error);

/* The same for a gzip, whose members (there may be several) are read as one. */
ff_code ff_gzip_read(ff_bytes *bytes, ff_arena *arena, ff_bytes *out, ff_error *error);
ff_code ff_gzip_stream(const ff_context *context, ff_bytes *bytes, ff_stream *stream,
                       ff_error *error);

#endif
