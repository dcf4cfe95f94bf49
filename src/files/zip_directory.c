#include "files/zip_directory.h"

#include "files/little.h"
#include "files/pack_name.h"

#include <libdeflate.h>
#include <string.h>

#define END_SIGNATURE       0x06054B50u
#define END_SIZE            22
#define END64_SIGNATURE     0x06064B50u
#define END64_SIZE          56
#define LOCATOR64_SIGNATURE 0x07064B50u
#define LOCATOR64_SIZE      20
#define SIGNED_SIGNATURE    0x05054B50u /* a digital signature, behind the last entry */
#define MOST_COMMENT        65535
#define WIDE                0xFFFFFFFFu

#define EXTRA_ZIP64        0x0001
#define EXTRA_UNICODE_PATH 0x7075 /* Info-ZIP */

/* Windows for the end and for entries: either holds the largest there can be. */
#define WINDOW 262144u

/* Where the directory lies. */
typedef struct {
    int64_t start, end;
    int64_t prefix; /* bytes before the zip's own beginning */
    uint64_t count;
} place;

/* One extra field by its number, or NULL. */
static const uint8_t *find_extra(const ff_zip_entry *entry, unsigned number, size_t *length) {
    const uint8_t *at = entry->extra;
    for (size_t left = entry->extra_length; left >= 4;) {
        size_t size = ff_little16(at + 2);
        if (size > left - 4) {
            return NULL;
        }
        if (ff_little16(at) == number) {
            *length = size;
            return at + 4;
        }
        at += 4 + size;
        left -= 4 + size;
    }
    return NULL;
}

void ff_zip_widen(ff_zip_entry *entry) {
    size_t length = 0;
    const uint8_t *at = find_extra(entry, EXTRA_ZIP64, &length);
    uint64_t *wide[] = {&entry->size, &entry->packed, &entry->offset};
    for (size_t i = 0; i < 3 && at != NULL; i++) {
        if (*wide[i] == WIDE && length >= 8) {
            *wide[i] = ff_little64(at);
            at += 8;
            length -= 8;
        }
    }
}

/* The name in the extra field counts when it is of this name. */
static ff_pack_name name_of(ff_arena *arena, const ff_zip_entry *entry) {
    size_t length = 0;
    const uint8_t *extra = find_extra(entry, EXTRA_UNICODE_PATH, &length);
    if (extra != NULL && length > 5 && extra[0] == 1 &&
        ff_little32(extra + 1) == libdeflate_crc32(0, entry->name, entry->name_length)) {
        return ff_pack_name_of(arena, extra + 5, length - 5);
    }
    return ff_pack_name_of(arena, entry->name, entry->name_length);
}

static ff_code make_room(ff_zip_list *list, ff_error *error) {
    ff_zip *zip = list->zip;
    if (zip->count == list->room) {
        size_t room = list->room > 0 ? list->room * 2 : 64;
        ff_member *members =
            ff_arena_grow(list->arena, zip->members, zip->count, room, sizeof *members);
        if (members == NULL) {
            return ff_arena_check(list->arena, error);
        }
        zip->members = members;
        list->room = room;
    }
    return FF_OK;
}

ff_code ff_zip_add(ff_zip_list *list, const ff_zip_entry *entry, ff_error *error) {
    ff_zip *zip = list->zip;
    if (list->seen++ >= FF_PACK_MOST_MEMBERS) {
        return ff_fail(error, FF_ERR_LIMIT, zip->bytes->name, FF_NO_OFFSET,
                       "holds more than %u files", FF_PACK_MOST_MEMBERS);
    }
    if (entry->packed > FF_ZIP_LARGEST || entry->size > FF_ZIP_LARGEST ||
        entry->offset > FF_ZIP_LARGEST) {
        return ff_fail(error, FF_ERR_DAMAGED, zip->bytes->name, FF_NO_OFFSET,
                       "a size in the zip's directory is beyond all sense");
    }
    ff_code code = make_room(list, error);
    if (code != FF_OK) {
        return code;
    }
    ff_pack_name name = name_of(list->arena, entry);
    if (name.text == NULL) {
        return ff_arena_check(list->arena, error);
    }
    if (!entry->no_file && !name.folder && !name.hidden) {
        zip->members[zip->count++] =
            (ff_member){.name = name.text,
                        .packed_size = (int64_t)entry->packed,
                        .size = (int64_t)entry->size,
                        .offset = (int64_t)entry->offset,
                        .crc = entry->crc,
                        .method = entry->method,
                        .encrypted = (entry->flags & FF_ZIP_ENCRYPTED) != 0,
                        .leads_out = name.leads_out};
    }
    return FF_OK;
}

/* The end record of zip64 is where its locator says or, with bytes before the zip, just before
 * that. Returns where it lies, or -1. */
static int64_t find_end64(ff_bytes *bytes, int64_t end_at, uint8_t record[END64_SIZE]) {
    uint8_t locator[LOCATOR64_SIZE];
    int64_t at = end_at - LOCATOR64_SIZE;
    if (at < END64_SIZE || ff_bytes_read(bytes, at, locator, sizeof locator, NULL) != FF_OK ||
        ff_little32(locator) != LOCATOR64_SIGNATURE) {
        return -1;
    }
    uint64_t told = ff_little64(locator + 8);
    int64_t tries[] = {told <= (uint64_t)(at - END64_SIZE) ? (int64_t)told : -1, at - END64_SIZE};
    for (size_t i = 0; i < 2; i++) {
        if (tries[i] >= 0 && ff_bytes_read(bytes, tries[i], record, END64_SIZE, NULL) == FF_OK &&
            ff_little32(record) == END64_SIGNATURE) {
            return tries[i];
        }
    }
    return -1;
}

static bool is_entry(ff_bytes *bytes, int64_t at) {
    uint8_t signature[4];
    return ff_bytes_read(bytes, at, signature, sizeof signature, NULL) == FF_OK &&
           ff_little32(signature) == FF_ZIP_ENTRY_SIGNATURE;
}

/* Whether the record at end_at is the zip's end: a directory lies where it says. */
static bool locate(ff_bytes *bytes, int64_t end_at, const uint8_t *end, place *found) {
    uint8_t end64[END64_SIZE];
    uint64_t count = ff_little16(end + 10), size = ff_little32(end + 12),
             offset = ff_little32(end + 16);
    found->end = end_at;
    if (count == 0xFFFF || size == WIDE || offset == WIDE) {
        int64_t end64_at = find_end64(bytes, end_at, end64);
        if (end64_at >= 0) {
            found->end = end64_at;
            count = ff_little64(end64 + 32);
            size = ff_little64(end64 + 40);
            offset = ff_little64(end64 + 48);
        }
    }
    found->count = count;
    if (size > (uint64_t)found->end || offset > (uint64_t)found->end) {
        return false;
    }
    found->start = found->end - (int64_t)size;
    found->prefix = found->start - (int64_t)offset;
    if (size < FF_ZIP_ENTRY_SIZE) {
        return size == 0 && count == 0;
    }
    if (found->prefix >= 0 && is_entry(bytes, found->start)) {
        return true;
    }
    /* Something lies between the directory and its end. */
    found->start = (int64_t)offset;
    found->end = found->start + (int64_t)size;
    found->prefix = 0;
    return found->end <= end_at && is_entry(bytes, found->start);
}

/* Looks for the end from behind. */
static ff_code find_directory(ff_bytes *bytes, uint8_t *window, place *found, ff_error *error) {
    int64_t most = END_SIZE + 2 * MOST_COMMENT; /* a comment, and as much that was put behind */
    int64_t count = bytes->size < most ? bytes->size : most, from = bytes->size - count;
    ff_code code = ff_bytes_read(bytes, from, window, (size_t)count, error);
    for (int64_t i = count - END_SIZE; i >= 0 && code == FF_OK; i--) {
        const uint8_t *end = window + i;
        if (ff_little32(end) != END_SIGNATURE) {
            continue;
        }
        unsigned disk = ff_little16(end + 4);
        if (disk != 0 && disk != 0xFFFF &&
            from + i + END_SIZE + ff_little16(end + 20) == bytes->size) {
            return ff_fail(error, FF_ERR_PACKED, bytes->name, from + i,
                           "is one part of a zip that was split into several");
        }
        if (locate(bytes, from + i, end, found)) {
            return FF_OK;
        }
    }
    return code != FF_OK ? code
                         : ff_fail(error, FF_ERR_TRUNCATED, bytes->name, bytes->size,
                                   "the zip's directory, which is its end, is missing");
}

/* Links, and folders that are not named as such. The system is in the upper byte of `made by`. */
static bool is_no_file(const uint8_t *entry) {
    uint32_t attributes = ff_little32(entry + 38);
    unsigned type = entry[5] == 3 || entry[5] == 19 ? attributes >> 28 : 0; /* Unix, macOS */
    return type == 0xA || type == 0x4;
}

/* Reads through the directory, entry by entry. */
typedef struct {
    ff_bytes *bytes;
    uint8_t *window;
    size_t begin, filled;
    int64_t next, end; /* of what was not read yet */
} cursor;

/* Makes count bytes lie at window + begin; false when there are not as many. */
static bool have(cursor *c, size_t count) {
    if (c->filled - c->begin >= count) {
        return true;
    }
    memmove(c->window, c->window + c->begin, c->filled - c->begin);
    c->filled -= c->begin;
    c->begin = 0;
    int64_t left = c->end - c->next;
    size_t more = WINDOW - c->filled, got = 0;
    more = left < (int64_t)more ? (size_t)left : more;
    if (c->bytes->read_at(c->bytes, c->next, c->window + c->filled, more, &got, NULL) != FF_OK) {
        return false;
    }
    c->next += (int64_t)got;
    c->filled += got;
    return c->filled >= count;
}

static ff_code read_entry(cursor *c, ff_zip_list *list, int64_t prefix, ff_error *error) {
    const uint8_t *at = c->window + c->begin;
    size_t name = ff_little16(at + 28), extra = ff_little16(at + 30),
           comment = ff_little16(at + 32);
    size_t whole = FF_ZIP_ENTRY_SIZE + name + extra + comment;
    if (!have(c, whole)) {
        return ff_fail(error, FF_ERR_DAMAGED, c->bytes->name, FF_NO_OFFSET,
                       "the zip's directory is damaged");
    }
    at = c->window + c->begin;
    ff_zip_entry entry = {.name = at + FF_ZIP_ENTRY_SIZE,
                          .name_length = name,
                          .extra = at + FF_ZIP_ENTRY_SIZE + name,
                          .extra_length = extra,
                          .flags = ff_little16(at + 8),
                          .method = ff_little16(at + 10),
                          .crc = ff_little32(at + 16),
                          .packed = ff_little32(at + 20),
                          .size = ff_little32(at + 24),
                          .offset = ff_little32(at + 42),
                          .no_file = is_no_file(at)};
    ff_zip_widen(&entry);
    entry.offset += (uint64_t)prefix;
    c->begin += whole;
    return ff_zip_add(list, &entry, error);
}

static ff_code read_entries(const place *where, uint8_t *window, ff_zip_list *list,
                            ff_error *error) {
    cursor c = {
        .bytes = list->zip->bytes, .window = window, .next = where->start, .end = where->end};
    ff_code code = FF_OK;
    while (code == FF_OK && have(&c, 4) && ff_little32(c.window + c.begin) != SIGNED_SIGNATURE) {
        if (!have(&c, FF_ZIP_ENTRY_SIZE) ||
            ff_little32(c.window + c.begin) != FF_ZIP_ENTRY_SIGNATURE) {
            code = ff_fail(error, FF_ERR_DAMAGED, c.bytes->name,
                           c.next - (int64_t)(c.filled - c.begin),
                           "the zip's directory is damaged after %zu files", list->seen);
        } else {
            code = read_entry(&c, list, where->prefix, error);
        }
    }
    /* Writers without zip64 count up to 65,535 and begin again. */
    if (code == FF_OK && (list->seen & 0xFFFF) != (where->count & 0xFFFF)) {
        code = ff_fail(error, FF_ERR_DAMAGED, c.bytes->name, where->end,
                       "the zip's directory lists %zu file%s and says that it lists %llu",
                       list->seen, list->seen == 1 ? "" : "s", (unsigned long long)where->count);
    }
    return code;
}

ff_code ff_zip_read_directory(ff_zip_list *list, ff_error *error) {
    const ff_allocator *allocator = list->arena->allocator;
    ff_bytes *bytes = list->zip->bytes;
    place where = {0};
    uint8_t *window = allocator->allocate(allocator->user, WINDOW);
    if (window == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, bytes->name, FF_NO_OFFSET, "not enough memory");
    }
    ff_code code = find_directory(bytes, window, &where, error);
    if (code == FF_OK && where.count > FF_PACK_MOST_MEMBERS) {
        code = ff_fail(error, FF_ERR_LIMIT, bytes->name, FF_NO_OFFSET,
                       "says that it holds %llu files; footfall opens up to %u",
                       (unsigned long long)where.count, FF_PACK_MOST_MEMBERS);
    }
    if (code == FF_OK) {
        code = read_entries(&where, window, list, error);
    }
    allocator->release(allocator->user, window);
    return code;
}
