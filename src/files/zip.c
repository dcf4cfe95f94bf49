#include "files/pack.h"

#include "base/scratch.h"
#include "files/inflater.h"
#include "files/little.h"
#include "files/zip_directory.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#define PIECE 65536u

/* ---- opening ---- */

static int by_offset(const void *a, const void *b) {
    const ff_member *const *x = a, *const *y = b;
    return ((*x)->offset > (*y)->offset) - ((*x)->offset < (*y)->offset);
}

/* Of two with one name the earlier comes first: an array's order is that of its addresses. */
static int by_name(const void *a, const void *b) {
    const ff_member *const *x = a, *const *y = b;
    int order = strcmp((*x)->name, (*y)->name);
    return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* Members that share their bytes unpack to far more than there is (Fifield 2019: 46 MB to 4.5 PB).
 * Sorts the pointers. */
static ff_code refuse_overlaps(const ff_zip *zip, ff_member **sorted, ff_error *error) {
    qsort(sorted, zip->count, sizeof *sorted, by_offset);
    for (size_t i = 1; i < zip->count; i++) {
        const ff_member *before = sorted[i - 1];
        if (before->offset + FF_ZIP_LOCAL_SIZE + before->packed_size > sorted[i]->offset) {
            int64_t at = sorted[i]->offset;
            return ff_fail(error, FF_ERR_UNSAFE, zip->bytes->name,
                           at < zip->bytes->size ? at : FF_NO_OFFSET,
                           "its files lie over each other (\"%.100s\" over \"%.100s\"), as in a "
                           "zip made to do harm",
                           before->name, sorted[i]->name);
        }
    }
    return FF_OK;
}

/* "a.fit", "a (2).fit", "a (3).fit": a name says which file is meant. */
static void tell_apart(const ff_zip *zip, ff_member **sorted, ff_arena *arena) {
    qsort(sorted, zip->count, sizeof *sorted, by_name);
    const char *first = zip->count > 0 ? sorted[0]->name : NULL;
    for (size_t i = 1, nth = 1; i < zip->count; i++) {
        ff_member *member = sorted[i];
        if (strcmp(member->name, first) != 0) {
            first = member->name;
            nth = 1;
            continue;
        }
        const char *slash = strrchr(first, '/');
        const char *dot = strrchr(slash != NULL ? slash : first, '.');
        int stem = (int)(dot != NULL ? (size_t)(dot - first) : strlen(first));
        const char *name =
            ff_arena_printf(arena, "%.*s (%zu)%s", stem, first, ++nth, dot != NULL ? dot : "");
        member->name = name != NULL ? name : first; /* the arena remembers */
    }
}

/* What it unpacks to; of one that goes on behind the end of a cut zip, about what there is. */
static double size_in(const ff_zip *zip, const ff_member *member) {
    int64_t left = zip->bytes->size - member->offset;
    double there = left > 0 ? (double)left : 0, packed = (double)member->packed_size;
    return (double)member->size * (there < packed ? there / packed : 1);
}

/* All that the zip says it unpacks to, against what it takes on the disk. */
static ff_code refuse_bomb(const ff_zip *zip, ff_error *error) {
    double most = (double)zip->bytes->size * zip->behind * FF_PACK_MOST_RATIO, all = 0;
    if (zip->depth == 1 && most < (double)FF_PACK_FREE_IN_ALL) {
        most = (double)FF_PACK_FREE_IN_ALL;
    }
    for (size_t i = 0; i < zip->count; i++) {
        all += size_in(zip, &zip->members[i]);
    }
    if (all > most) {
        return ff_fail(error, FF_ERR_UNSAFE, zip->bytes->name, FF_NO_OFFSET,
                       "its files unpack to %.0f MB, more than %d times what it takes on the disk, "
                       "as in a zip made to do harm",
                       all / 1e6, FF_PACK_MOST_RATIO);
    }
    return FF_OK;
}

static ff_code check_members(const ff_zip *zip, ff_arena *arena, ff_error *error) {
    const ff_allocator *allocator = arena->allocator;
    ff_code code = refuse_bomb(zip, error);
    if (code != FF_OK || zip->count < 2) {
        return code;
    }
    ff_member **sorted = allocator->allocate(allocator->user, zip->count * sizeof *sorted);
    if (sorted == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, zip->bytes->name, FF_NO_OFFSET, "not enough memory");
    }
    for (size_t i = 0; i < zip->count; i++) {
        sorted[i] = &zip->members[i];
    }
    code = refuse_overlaps(zip, sorted, error);
    if (code == FF_OK) {
        tell_apart(zip, sorted, arena);
        code = ff_arena_check(arena, error);
    }
    allocator->release(allocator->user, sorted);
    return code;
}

/* Once the directory is known to be lost. */
static ff_code recover(const ff_context *context, ff_zip_list *list, ff_error *damage,
                       ff_error *error) {
    ff_zip *zip = list->zip;
    ff_error lost = *error;
    *list = (ff_zip_list){.arena = list->arena, .zip = zip};
    zip->members = NULL;
    zip->count = 0;
    ff_error_clear(error);
    ff_code code = ff_zip_recover(context, list, error);
    if (code != FF_OK) {
        return code;
    }
    if (list->seen == 0) {
        *error = lost;
        return lost.code;
    }
    ff_fail(damage, lost.code, zip->bytes->name, lost.offset, "%s; %zu file%s found without it",
            lost.message, zip->count, zip->count == 1 ? " was" : "s were");
    return FF_OK;
}

static ff_code open_zip(const ff_context *context, ff_arena *arena, ff_zip *zip, ff_error *damage,
                        ff_error *error) {
    ff_zip_list list = {.arena = arena, .zip = zip};
    ff_error own; /* recovering needs its words */
    ff_error_clear(&own);
    ff_error_clear(damage);
    ff_code code = ff_zip_read_directory(&list, &own);
    if (code == FF_ERR_TRUNCATED || code == FF_ERR_DAMAGED) {
        code = recover(context, &list, damage, &own);
    }
    if (code == FF_OK) {
        code = check_members(zip, arena, &own);
    }
    if (code != FF_OK) {
        zip->members = NULL;
        zip->count = 0;
        return ff_fail(error, code, own.where, own.offset, "%s", own.message);
    }
    return FF_OK;
}

ff_code ff_zip_open(const ff_context *context, ff_bytes *bytes, ff_arena *arena, ff_zip *zip,
                    ff_error *damage, ff_error *error) {
    *zip = (ff_zip){.bytes = bytes, .depth = 1, .behind = 1};
    return open_zip(context, arena, zip, damage, error);
}

ff_code ff_zip_open_inner(const ff_context *context, const ff_zip *outer, const ff_member *member,
                          ff_bytes *bytes, ff_arena *arena, ff_zip *zip, ff_error *damage,
                          ff_error *error) {
    if (outer == NULL) {
        return ff_zip_open(context, bytes, arena, zip, damage, error);
    }
    double packed = (double)member->packed_size, size = (double)member->size;
    *zip = (ff_zip){.bytes = bytes,
                    .depth = outer->depth + 1,
                    .behind = outer->behind * (size > packed ? packed / size : 1)};
    if (zip->depth > FF_PACK_MOST_DEPTH) {
        ff_error_clear(damage);
        return ff_fail(error, FF_ERR_LIMIT, bytes->name, FF_NO_OFFSET,
                       "zips lie more than %u deep in each other", FF_PACK_MOST_DEPTH);
    }
    return open_zip(context, arena, zip, damage, error);
}

/* ---- one member ---- */

bool ff_pack_kept(ff_code code) {
    return code == FF_OK || code == FF_ERR_TRAILING || code == FF_ERR_TRUNCATED ||
           code == FF_ERR_DAMAGED || code == FF_ERR_CHECKSUM;
}

static const char *method_name(unsigned method) {
    static const struct {
        unsigned method;
        const char *name;
    } names[] = {{1, "shrinking"}, {6, "imploding"}, {9, "Deflate64"}, {12, "bzip2"}, {14, "LZMA"},
                 {93, "zstd"},     {95, "xz"},       {97, "WavPack"},  {98, "PPMd"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i].method == method) {
            return names[i].name;
        }
    }
    return "an unknown method";
}

static ff_code refuse(const ff_member *m, ff_error *error) {
    if (m->leads_out) {
        return ff_fail(error, FF_ERR_UNSAFE, m->name, FF_NO_OFFSET,
                       "its name in the zip leads out of the zip (\"..\")");
    }
    if (m->encrypted) {
        return ff_fail(error, FF_ERR_ENCRYPTED, m->name, FF_NO_OFFSET,
                       "is locked with a password in the zip");
    }
    if (m->method != FF_ZIP_STORED && m->method != FF_ZIP_DEFLATED) {
        return ff_fail(error, FF_ERR_PACKED, m->name, FF_NO_OFFSET,
                       "is packed by %s (%u) in the zip, which footfall does not open",
                       method_name(m->method), m->method);
    }
    if (m->size > FF_PACK_FREE && m->size / FF_PACK_MOST_RATIO > m->packed_size) {
        return ff_fail(error, FF_ERR_UNSAFE, m->name, FF_NO_OFFSET,
                       "unpacks to %.0f MB, more than %d times its size in the zip, as in a zip "
                       "made to do harm",
                       (double)m->size / 1e6, FF_PACK_MOST_RATIO);
    }
    if (m->method == FF_ZIP_STORED && m->size != m->packed_size) {
        return ff_fail(error, FF_ERR_DAMAGED, m->name, FF_NO_OFFSET,
                       "is stored as it is in the zip, but with two sizes, %lld and %lld",
                       (long long)m->packed_size, (long long)m->size);
    }
    return FF_OK;
}

/* Where its data lie: from *from to *end, which is less than they should be in a cut zip. */
static ff_code locate(const ff_zip *zip, const ff_member *member, int64_t *from, int64_t *end,
                      ff_error *error) {
    uint8_t header[FF_ZIP_LOCAL_SIZE];
    ff_code code = refuse(member, error);
    if (code != FF_OK) {
        return code;
    }
    size_t got = 0;
    code = zip->bytes->read_at(zip->bytes, member->offset, header, sizeof header, &got, error);
    if (code != FF_OK) {
        return code;
    }
    if (got < sizeof header || ff_little32(header) != FF_ZIP_LOCAL_SIGNATURE ||
        ff_little16(header + 8) != member->method) {
        return ff_fail(error, FF_ERR_DAMAGED, member->name, FF_NO_OFFSET,
                       "does not lie where the zip's directory says");
    }
    *from =
        member->offset + FF_ZIP_LOCAL_SIZE + ff_little16(header + 26) + ff_little16(header + 28);
    int64_t left = zip->bytes->size - *from;
    *end = *from + (member->packed_size < left ? member->packed_size : left > 0 ? left : 0);
    return FF_OK;
}

static ff_code cut_short(const ff_member *member, int64_t at, ff_error *error) {
    return ff_fail(error, FF_ERR_TRUNCATED, member->name, at,
                   "the zip ends within it: %lld of %lld bytes could be unpacked", (long long)at,
                   (long long)member->size);
}

static ff_code wrong_sum(const ff_member *member, uint32_t crc, ff_error *error) {
    return ff_fail(error, FF_ERR_CHECKSUM, member->name, FF_NO_OFFSET,
                   "what was unpacked has the checksum %08x, and the zip says %08x", (unsigned)crc,
                   (unsigned)member->crc);
}

/* ---- as a stream ---- */

typedef struct {
    const ff_allocator *allocator;
    ff_member member;
    ff_bytes *bytes;
    int64_t at, end; /* stored: of what was not read */
    bool inflating;
    ff_inflater inflater;
    uint32_t crc;
} zip_stream;

/* Errors of the unpacking in words of the member. */
static ff_code member_fault(const zip_stream *s, ff_code code, int64_t at, ff_error *error) {
    if (code == FF_ERR_TRUNCATED) {
        return cut_short(&s->member, at, error);
    }
    if (code == FF_ERR_DAMAGED) {
        return ff_fail(error, code, s->member.name, at,
                       "the packed data are damaged: %lld of %lld bytes could be unpacked",
                       (long long)at, (long long)s->member.size);
    }
    return code;
}

static ff_code read_some(zip_stream *s, void *buffer, size_t count, size_t *got, bool *ended,
                         ff_error *error) {
    if (s->inflating) {
        return ff_inflater_read(&s->inflater, buffer, count, got, ended, error);
    }
    int64_t left = s->end - s->at;
    size_t want = left < (int64_t)count ? (size_t)left : count;
    ff_code code = s->bytes->read_at(s->bytes, s->at, buffer, want, got, error);
    s->at += (int64_t)*got;
    *ended = false; /* a stored member ends where its size says */
    return code == FF_OK && *got < count
               ? ff_fail(error, FF_ERR_TRUNCATED, s->member.name, FF_NO_OFFSET, "ends too early")
               : code;
}

/* All that should come has come: it must be over, and its checksum right. */
static ff_code check_end(zip_stream *s, ff_error *error) {
    uint8_t more;
    size_t got = 0;
    bool ended = false;
    if (s->inflating) {
        ff_code code = ff_inflater_read(&s->inflater, &more, 1, &got, &ended, error);
        if (code != FF_OK) {
            return member_fault(s, code, s->member.size, error);
        }
        if (got > 0) {
            return ff_fail(error, FF_ERR_DAMAGED, s->member.name, s->member.size,
                           "unpacks to more than the %lld bytes that the zip says",
                           (long long)s->member.size);
        }
    }
    return s->crc == s->member.crc ? FF_OK : wrong_sum(&s->member, s->crc, error);
}

static ff_code read_zip(ff_stream *stream, void *buffer, size_t count, size_t *got,
                        ff_error *error) {
    zip_stream *s = stream->state;
    int64_t left = s->member.size - stream->position;
    *got = 0;
    if (left <= 0) {
        return check_end(s, error);
    }
    bool ended = false;
    size_t want = left < (int64_t)count ? (size_t)left : count;
    ff_code code = read_some(s, buffer, want, got, &ended, error);
    s->crc = libdeflate_crc32(s->crc, buffer, *got);
    if (*got > 0) {
        return FF_OK; /* an error comes again at the next call */
    }
    if (code == FF_OK && ended) {
        return ff_fail(error, FF_ERR_DAMAGED, s->member.name, stream->position,
                       "unpacks to %lld bytes, and the zip says %lld", (long long)stream->position,
                       (long long)s->member.size);
    }
    return member_fault(s, code, stream->position, error);
}

static void close_zip(ff_stream *stream) {
    zip_stream *s = stream->state;
    if (s->inflating) {
        ff_inflater_end(&s->inflater);
    }
    s->allocator->release(s->allocator->user, s);
    *stream = (ff_stream){0};
}

static ff_code open_stream(const ff_allocator *allocator, const ff_zip *zip,
                           const ff_member *member, ff_stream *stream, ff_error *error) {
    *stream = (ff_stream){0};
    int64_t from = 0, end = 0;
    ff_code code = locate(zip, member, &from, &end, error);
    if (code != FF_OK) {
        return code;
    }
    zip_stream *s = allocator->allocate(allocator->user, sizeof *s);
    if (s == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, member->name, FF_NO_OFFSET, "not enough memory");
    }
    *s = (zip_stream){
        .allocator = allocator, .member = *member, .bytes = zip->bytes, .at = from, .end = end};
    s->inflating = member->method == FF_ZIP_DEFLATED;
    if (s->inflating) {
        code = ff_inflater_begin(&s->inflater, allocator, zip->bytes, from, end, FF_INFLATE_RAW,
                                 error);
    }
    if (code != FF_OK) {
        allocator->release(allocator->user, s);
        return code;
    }
    *stream = (ff_stream){.read = read_zip, .close = close_zip, .name = member->name, .state = s};
    return FF_OK;
}

ff_code ff_zip_stream(const ff_context *context, const ff_zip *zip, const ff_member *member,
                      ff_stream *stream, ff_error *error) {
    return open_stream(ff_context_allocator(context), zip, member, stream, error);
}

/* Reads a stream until it ends or the buffer is full; *got bytes are good with an error too. */
static ff_code fill(ff_stream *stream, uint8_t *buffer, size_t count, size_t *got,
                    ff_error *error) {
    uint8_t behind;
    for (*got = 0;;) {
        size_t n = 0;
        bool full = *got == count;
        ff_code code = ff_stream_read(stream, full ? &behind : buffer + *got,
                                      full ? 1 : count - *got, &n, error);
        if (code != FF_OK || n == 0) {
            return code;
        }
        *got += n;
    }
}

/* ---- as a whole ---- */

/* The packed data, in memory of the source or of the allocator (*own). */
static ff_code packed_data(const ff_allocator *allocator, ff_bytes *bytes, int64_t from,
                           size_t count, const uint8_t **data, uint8_t **own, ff_error *error) {
    *own = NULL;
    if (bytes->memory != NULL) {
        *data = (const uint8_t *)bytes->memory + from;
        return FF_OK;
    }
    *own = allocator->allocate(allocator->user, count);
    *data = *own;
    return *own == NULL
               ? ff_fail(error, FF_ERR_MEMORY, bytes->name, FF_NO_OFFSET, "not enough memory")
               : ff_bytes_read(bytes, from, *own, count, error);
}

/* True when it unpacked to exactly what the zip says; false when zlib shall say what is wrong. */
static ff_code unpack_fast(const ff_allocator *allocator, const ff_zip *zip,
                           const ff_member *member, uint8_t *out, bool *done, ff_error *error) {
    int64_t from = 0, end = 0;
    *done = false;
    ff_code code = locate(zip, member, &from, &end, error);
    if (code != FF_OK || end - from != member->packed_size || member->size == 0 ||
        member->packed_size > 2 * FF_PACK_MOST_WHOLE || member->method != FF_ZIP_DEFLATED) {
        return code;
    }
    const uint8_t *data = NULL;
    uint8_t *own = NULL;
    size_t packed = (size_t)member->packed_size, size = (size_t)member->size;
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    code = decompressor == NULL
               ? ff_fail(error, FF_ERR_MEMORY, member->name, FF_NO_OFFSET, "not enough memory")
               : packed_data(allocator, zip->bytes, from, packed, &data, &own, error);
    if (code == FF_OK) {
        *done = libdeflate_deflate_decompress(decompressor, data, packed, out, size, NULL) ==
                LIBDEFLATE_SUCCESS;
    }
    libdeflate_free_decompressor(decompressor);
    allocator->release(allocator->user, own);
    return code;
}

/* Unpacks all of a member into out, which has room for it; *got bytes of it are good. */
static ff_code unpack(const ff_allocator *allocator, const ff_zip *zip, const ff_member *member,
                      uint8_t *out, size_t *got, ff_error *error) {
    bool done = false;
    *got = 0;
    ff_code code = unpack_fast(allocator, zip, member, out, &done, error);
    if (code != FF_OK) {
        return code;
    }
    if (done) {
        *got = (size_t)member->size;
        uint32_t crc = libdeflate_crc32(0, out, *got);
        return crc == member->crc ? FF_OK : wrong_sum(member, crc, error);
    }
    ff_stream stream;
    code = open_stream(allocator, zip, member, &stream, error);
    if (code == FF_OK) {
        code = fill(&stream, out, (size_t)member->size, got, error);
        ff_stream_close(&stream);
    }
    return code;
}

ff_code ff_zip_read(const ff_zip *zip, const ff_member *member, ff_arena *arena, ff_bytes *out,
                    ff_error *error) {
    ff_bytes_of_memory(out, NULL, 0, member->name);
    ff_code code = refuse(member, error);
    if (code != FF_OK) {
        return code;
    }
    if (member->size > FF_PACK_MOST_WHOLE) {
        return ff_fail(error, FF_ERR_LIMIT, member->name, FF_NO_OFFSET,
                       "unpacks to %.0f MB; one recording may have %d MB",
                       (double)member->size / 1e6, (int)(FF_PACK_MOST_WHOLE >> 20));
    }
    uint8_t *data = ff_arena_room(arena, (size_t)member->size, 1);
    if (data == NULL) {
        return ff_arena_check(arena, error);
    }
    size_t got = 0;
    code = unpack(arena->allocator, zip, member, data, &got, error);
    if (ff_pack_kept(code)) {
        ff_bytes_of_memory(out, data, got, member->name);
    }
    return code;
}

/* ---- as a byte source ---- */

/* A part of another source, or memory of the allocator. */
typedef struct {
    const ff_allocator *allocator;
    ff_bytes *bytes;
    int64_t from;
    uint8_t memory[];
} held;

static held *held_of(const ff_bytes *bytes) {
    union {
        intptr_t handle;
        held *held;
    } both = {.handle = bytes->handle};
    return both.held;
}

static void close_held(ff_bytes *bytes) {
    held *h = held_of(bytes);
    h->allocator->release(h->allocator->user, h);
}

static ff_code read_window(ff_bytes *bytes, int64_t offset, void *buffer, size_t count, size_t *got,
                           ff_error *error) {
    const held *h = held_of(bytes);
    *got = 0;
    if (offset >= bytes->size) {
        return FF_OK;
    }
    int64_t left = bytes->size - offset;
    size_t want = left < (int64_t)count ? (size_t)left : count;
    return h->bytes->read_at(h->bytes, h->from + offset, buffer, want, got, error);
}

static ff_code new_held(const ff_allocator *allocator, size_t size, const ff_member *member,
                        ff_bytes *out, ff_error *error) {
    held *h = allocator->allocate(allocator->user, sizeof *h + size);
    if (h == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, member->name, FF_NO_OFFSET, "not enough memory");
    }
    *h = (held){.allocator = allocator};
    union {
        held *held;
        intptr_t handle;
    } both = {.held = h};
    *out = (ff_bytes){.close = close_held, .name = member->name, .handle = both.handle};
    return FF_OK;
}

static ff_code window(const ff_allocator *allocator, const ff_zip *zip, const ff_member *member,
                      ff_bytes *out, ff_error *error) {
    int64_t from = 0, end = 0;
    ff_code code = locate(zip, member, &from, &end, error);
    if (code == FF_OK) {
        code = new_held(allocator, 0, member, out, error);
    }
    if (code != FF_OK) {
        return code;
    }
    const uint8_t *memory = zip->bytes->memory;
    held_of(out)->bytes = zip->bytes;
    held_of(out)->from = from;
    out->read_at = read_window;
    out->size = end - from;
    out->memory = memory != NULL ? memory + from : NULL;
    return out->size < member->size ? cut_short(member, out->size, error) : FF_OK;
}

static ff_code in_memory(const ff_allocator *allocator, const ff_zip *zip, const ff_member *member,
                         ff_bytes *out, ff_error *error) {
    ff_code code = new_held(allocator, (size_t)member->size, member, out, error);
    if (code != FF_OK) {
        return code;
    }
    size_t got = 0;
    uint8_t *memory = held_of(out)->memory;
    code = unpack(allocator, zip, member, memory, &got, error);
    ff_bytes of_memory;
    ff_bytes_of_memory(&of_memory, memory, got, member->name);
    out->read_at = of_memory.read_at;
    out->size = of_memory.size;
    out->memory = of_memory.memory;
    return code;
}

static ff_code copy_to_scratch(const ff_context *context, ff_stream *stream, ff_bytes *out,
                               ff_error *error) {
    uint8_t piece[PIECE];
    for (;;) {
        size_t got = 0;
        if (ff_context_cancelled(context)) {
            return ff_fail(error, FF_ERR_CANCELLED, out->name, FF_NO_OFFSET, "stopped on request");
        }
        ff_code code = ff_stream_read(stream, piece, sizeof piece, &got, error);
        if (code == FF_OK && got > 0) {
            code = ff_scratch_add(out, piece, got, error);
        }
        if (code != FF_OK || got == 0) {
            return code;
        }
    }
}

static ff_code in_scratch(const ff_context *context, const ff_zip *zip, const ff_member *member,
                          ff_bytes *out, ff_error *error) {
    if (context == NULL || context->scratch_folder == NULL) {
        return ff_fail(error, FF_ERR_LIMIT, member->name, FF_NO_OFFSET,
                       "unpacks to %.0f MB, and there is no folder to unpack it to",
                       (double)member->size / 1e6);
    }
    ff_stream stream;
    ff_code code = ff_zip_stream(context, zip, member, &stream, error);
    if (code != FF_OK) {
        return code;
    }
    code = ff_scratch_open(out, context->scratch_folder, member->name, error);
    if (code == FF_OK) {
        code = copy_to_scratch(context, &stream, out, error);
    }
    ff_stream_close(&stream);
    if (code == FF_ERR_DISK_FULL) { /* of another disk than the journal's, often: which one? */
        ff_fail(error, code, member->name, FF_NO_OFFSET,
                "unpacks to %.0f MB, for which there is no room in %s", (double)member->size / 1e6,
                context->scratch_folder);
    }
    return code;
}

ff_code ff_zip_bytes(const ff_context *context, const ff_zip *zip, const ff_member *member,
                     ff_bytes *out, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(context);
    ff_bytes_of_memory(out, NULL, 0, member->name);
    ff_code code = refuse(member, error);
    if (code != FF_OK) {
        return code;
    }
    code = member->method == FF_ZIP_STORED      ? window(allocator, zip, member, out, error)
           : member->size <= FF_PACK_MOST_WHOLE ? in_memory(allocator, zip, member, out, error)
                                                : in_scratch(context, zip, member, out, error);
    if (!ff_pack_kept(code)) {
        ff_bytes_close(out);
        ff_bytes_of_memory(out, NULL, 0, member->name);
    }
    return code;
}
