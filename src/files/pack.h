/* Packs: zip archives and gzip files, opened where they lie.
 *
 * Whole members are inflated by libdeflate, streams by zlib. Everything in a pack's directory is
 * checked before it is used; bombs are refused by their counts, ratios and overlaps
 * (FF_ERR_UNSAFE). The format: APPNOTE.TXT of PKWARE, 6.3; RFC 1951 and 1952.
 */
#ifndef FOOTFALL_FILES_PACK_H
#define FOOTFALL_FILES_PACK_H

#include "base/arena.h"
#include "files/stream.h"

/* More is refused with FF_ERR_LIMIT. A member read whole is one recording; 64 MB hold ten days. */
#define FF_PACK_MOST_MEMBERS 1000000u
#define FF_PACK_MOST_WHOLE   (INT64_C(64) << 20)
#define FF_PACK_MOST_DEPTH   4u /* zips in zips, the outermost counted */

/* Deflate cannot do better than 1032 to 1, and no run file packs better than 60 to 1. What unpacks
 * to less than FF_PACK_FREE is let through whatever its ratio: a file of zeros, which a watch that
 * ran out of power leaves, is no attack. Over all members of a zip on the disk FF_PACK_FREE_IN_ALL
 * is free; of a zip in a zip nothing is. */
#define FF_PACK_MOST_RATIO  250
#define FF_PACK_FREE        (INT64_C(1) << 20)
#define FF_PACK_FREE_IN_ALL (INT64_C(4) << 20)

typedef struct ff_member {
    const char *name; /* UTF-8, parts by '/', never leading out of the pack; told apart by " (2)"
                         when it comes again */
    int64_t packed_size, size;
    int64_t offset; /* of its local header */
    uint32_t crc;
    uint16_t method; /* 0 stored, 8 deflated; others are refused when read (FF_ERR_PACKED) */
    bool encrypted;  /* refused when read (FF_ERR_ENCRYPTED) */
    bool leads_out;  /* its name held ".."; refused when read (FF_ERR_UNSAFE) */
} ff_member;

typedef struct ff_zip {
    ff_bytes *bytes;    /* borrowed; outlives the zip */
    ff_member *members; /* in the order of the directory; folders, links, hidden files and macOS's
                           own ("__MACOSX/", ".DS_Store") are left out */
    size_t count;
    unsigned depth; /* 1, or how deep it lies in other zips */
    double behind;  /* bytes on the disk for each byte of this zip; 1 unless it lies in a zip */
} ff_zip;

/* Reads the directory; members live in the arena. Zip64, comments and bytes before the first
 * member are fine, and so are bytes behind the end up to 64 KB. Where the directory is lost (a
 * broken download) the members are found by their local headers, and *damage says so (its code is
 * FF_OK otherwise). outer and member: NULL, or the zip and the member of it that bytes is. */
ff_code ff_zip_open(const ff_context *context, ff_bytes *bytes, ff_arena *arena, ff_zip *zip,
                    ff_error *damage, ff_error *error);
ff_code ff_zip_open_inner(const ff_context *context, const ff_zip *outer, const ff_member *member,
                          ff_bytes *bytes, ff_arena *arena, ff_zip *zip, ff_error *damage,
                          ff_error *error);

/* Whether *out (of the functions below) may hold something after this code: all of it after FF_OK
 * and FF_ERR_TRAILING (a gzip that goes on after its end), as much as could be unpacked
 * (FF_ERR_TRUNCATED, FF_ERR_DAMAGED; perhaps nothing), or what does not have the checksum that was
 * to be (FF_ERR_CHECKSUM). After every other code it is empty; it may be closed after all. */
bool ff_pack_kept(ff_code code);

/* A whole member in memory of the arena, its checksum tested. name of *out is the member's, which
 * the caller may replace. A zip is only read, so that several threads may read members of one at
 * the same time, each into its own arena. */
ff_code ff_zip_read(const ff_zip *zip, const ff_member *member, ff_arena *arena, ff_bytes *out,
                    ff_error *error);

/* The member as a stream of any size; the checksum is tested at its end. What could be unpacked is
 * handed out before an error. To be closed when FF_OK is returned. */
ff_code ff_zip_stream(const ff_context *context, const ff_zip *zip, const ff_member *member,
                      ff_stream *stream, ff_error *error);

/* The member as a byte source, for zips in zips: a window over the zip when it is stored (its
 * checksum is not tested), else all of it in memory up to FF_PACK_MOST_WHOLE, else in an unlinked
 * file of the context's scratch_folder. Asks context whether to stop. To be closed. */
ff_code ff_zip_bytes(const ff_context *context, const ff_zip *zip, const ff_member *member,
                     ff_bytes *out, ff_error *error);

/* The same for a gzip, whose members (there may be several) are read as one. Zeros behind its end
 * are padding; other bytes there are FF_ERR_TRAILING, after all that was unpacked. */
ff_code ff_gzip_read(ff_bytes *bytes, ff_arena *arena, ff_bytes *out, ff_error *error);
ff_code ff_gzip_stream(const ff_context *context, ff_bytes *bytes, ff_stream *stream,
                       ff_error *error);

#endif
