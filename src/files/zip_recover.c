/* A zip without its directory: what its members say of themselves, from the front.
 *
 * Every byte is looked at about once: what a member claims is passed over, true or not.
 */
#include "files/zip_directory.h"

#include "files/inflater.h"
#include "files/little.h"

#include <libdeflate.h>
#include <string.h>

#define PIECE 65536

typedef struct {
    const ff_context *context;
    ff_zip_list *list;
    ff_bytes *bytes;
    uint8_t *piece;    /* PIECE bytes, to search in */
    int64_t piece_at;  /* which they are */
    size_t piece_size; /* how many of them there are */
    uint8_t *header;   /* of a member, with its name and extra field */
    uint8_t *unpacked; /* PIECE bytes */
    int64_t at;        /* looked at up to here */
} recovery;

/* Makes the piece hold what lies at `at`. One that holds it is kept, so that many false starts
 * close to each other cost little. */
static ff_code look_at(recovery *r, int64_t at, ff_error *error) {
    if (at >= r->piece_at && at + 4 <= r->piece_at + (int64_t)r->piece_size) {
        return FF_OK;
    }
    if (ff_context_cancelled(r->context)) {
        return ff_fail(error, FF_ERR_CANCELLED, r->bytes->name, FF_NO_OFFSET, "stopped on request");
    }
    r->piece_at = at;
    return r->bytes->read_at(r->bytes, at, r->piece, PIECE, &r->piece_size, error);
}

/* The next place from `at` on with that signature, or -1. */
static ff_code search(recovery *r, int64_t at, uint32_t signature, int64_t *found,
                      ff_error *error) {
    *found = -1;
    while (at + 4 <= r->bytes->size) {
        ff_code code = look_at(r, at, error);
        size_t from = (size_t)(at - r->piece_at);
        if (code != FF_OK || from + 4 > r->piece_size) {
            return code;
        }
        const uint8_t *p = memchr(r->piece + from, 'P', r->piece_size - 3 - from);
        if (p == NULL) {
            at = r->piece_at + (int64_t)r->piece_size - 3;
        } else if (ff_little32(p) == signature) {
            *found = r->piece_at + (p - r->piece);
            return FF_OK;
        } else {
            at = r->piece_at + (p - r->piece) + 1;
        }
    }
    return FF_OK;
}

/* The header at r->at: false when it makes no sense or is cut. */
static bool read_header(recovery *r, ff_zip_entry *entry, int64_t *data) {
    uint8_t *header = r->header;
    if (ff_bytes_read(r->bytes, r->at, header, FF_ZIP_LOCAL_SIZE, NULL) != FF_OK) {
        return false;
    }
    size_t name = ff_little16(header + 26), extra = ff_little16(header + 28);
    *data = r->at + FF_ZIP_LOCAL_SIZE + (int64_t)(name + extra);
    if (name == 0 || ff_bytes_read(r->bytes, r->at + FF_ZIP_LOCAL_SIZE, header + FF_ZIP_LOCAL_SIZE,
                                   name + extra, NULL) != FF_OK) {
        return false;
    }
    *entry = (ff_zip_entry){.name = header + FF_ZIP_LOCAL_SIZE,
                            .name_length = name,
                            .extra = header + FF_ZIP_LOCAL_SIZE + name,
                            .extra_length = extra,
                            .flags = ff_little16(header + 6),
                            .method = ff_little16(header + 8),
                            .crc = ff_little32(header + 14),
                            .packed = ff_little32(header + 18),
                            .size = ff_little32(header + 22),
                            .offset = (uint64_t)r->at};
    /* The two sizes stand in the other order when they are widened; the offset does not change. */
    uint64_t offset = entry->offset;
    entry->offset = 0;
    ff_zip_widen(entry);
    entry->offset = offset;
    return entry->packed <= FF_ZIP_LARGEST && entry->size <= FF_ZIP_LARGEST;
}

/* Unpacks a member whose sizes nobody tells, to learn where it ends. */
static ff_code measure(recovery *r, ff_zip_entry *entry, int64_t data, ff_error *error) {
    ff_inflater inflater;
    ff_code code = ff_inflater_begin(&inflater, r->list->arena->allocator, r->bytes, data,
                                     r->bytes->size, FF_INFLATE_RAW, error);
    if (code != FF_OK) {
        return code;
    }
    uint32_t crc = 0;
    bool ended = false;
    uint64_t used = 0;
    while (code == FF_OK && !ended) {
        size_t got = 0;
        code = ff_context_cancelled(r->context)
                   ? ff_fail(error, FF_ERR_CANCELLED, r->bytes->name, FF_NO_OFFSET,
                             "stopped on request")
                   : ff_inflater_read(&inflater, r->unpacked, PIECE, &got, &ended, error);
        crc = libdeflate_crc32(crc, r->unpacked, got);
        entry->size += got;
        used = (uint64_t)(ff_inflater_at(&inflater) - data);
        if (entry->size > (uint64_t)FF_PACK_FREE && entry->size / FF_PACK_MOST_RATIO > used) {
            break; /* a bomb, and refused as one when it is read */
        }
    }
    entry->packed = used;
    uint8_t behind[8];
    entry->crc = crc;
    if (ended && ff_bytes_read(r->bytes, data + (int64_t)used, behind, 8, NULL) == FF_OK) {
        bool signature = ff_little32(behind) == FF_ZIP_DESCRIPTOR_SIGNATURE;
        entry->crc = ff_little32(behind + (signature ? 4 : 0));
    }
    ff_inflater_end(&inflater);
    /* What is wrong with it is said when it is read. */
    return code == FF_ERR_TRUNCATED || code == FF_ERR_DAMAGED ? FF_OK : code;
}

/* A stored member whose size nobody tells ends where a record behind it fits the distance. */
static ff_code measure_stored(recovery *r, ff_zip_entry *entry, int64_t data, ff_error *error) {
    int64_t from = data, found = -1;
    for (;;) {
        ff_code code = search(r, from, FF_ZIP_DESCRIPTOR_SIGNATURE, &found, error);
        uint8_t record[16];
        if (code != FF_OK || found < 0) {
            entry->packed = entry->size = (uint64_t)(r->bytes->size - data);
            return code;
        }
        if (ff_bytes_read(r->bytes, found, record, sizeof record, NULL) == FF_OK &&
            ff_little32(record + 8) == (uint32_t)(found - data)) {
            entry->crc = ff_little32(record + 4);
            entry->packed = entry->size = (uint64_t)(found - data);
            return FF_OK;
        }
        from = found + 4;
    }
}

/* Takes the member at r->at, and moves r->at behind it. */
static ff_code take_member(recovery *r, ff_error *error) {
    ff_zip_entry entry;
    int64_t data = 0;
    if (!read_header(r, &entry, &data)) {
        r->at += 4;
        return FF_OK;
    }
    ff_code code = FF_OK;
    if ((entry.flags & FF_ZIP_DESCRIPTOR) != 0 && entry.packed == 0) {
        if (entry.method == FF_ZIP_DEFLATED && (entry.flags & FF_ZIP_ENCRYPTED) == 0) {
            entry.size = 0;
            code = measure(r, &entry, data, error);
        } else {
            code = measure_stored(r, &entry, data, error);
        }
    }
    int64_t left = r->bytes->size - data;
    r->at = entry.packed < (uint64_t)left ? data + (int64_t)entry.packed : r->bytes->size;
    return code == FF_OK ? ff_zip_add(r->list, &entry, error) : code;
}

static ff_code take_members(recovery *r, ff_error *error) {
    ff_code code = FF_OK;
    while (code == FF_OK && r->at + FF_ZIP_LOCAL_SIZE <= r->bytes->size) {
        int64_t found = -1;
        code = search(r, r->at, FF_ZIP_LOCAL_SIGNATURE, &found, error);
        if (code != FF_OK || found < 0) {
            break;
        }
        r->at = found;
        code = take_member(r, error);
    }
    return code;
}

ff_code ff_zip_recover(const ff_context *context, ff_zip_list *list, ff_error *error) {
    const ff_allocator *allocator = list->arena->allocator;
    recovery r = {.context = context, .list = list, .bytes = list->zip->bytes};
    size_t header = FF_ZIP_LOCAL_SIZE + 2 * 65535;
    uint8_t *memory = allocator->allocate(allocator->user, 2 * PIECE + header);
    if (memory == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, r.bytes->name, FF_NO_OFFSET, "not enough memory");
    }
    r.piece = memory;
    r.unpacked = memory + PIECE;
    r.header = memory + 2 * PIECE;
    ff_code code = take_members(&r, error);
    allocator->release(allocator->user, memory);
    return code;
}
