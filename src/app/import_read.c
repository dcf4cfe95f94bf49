/* A leaf to its runs, on any thread. */
#include "app/importing.h"
#include "files/recognise.h"
#include "files/run_figures.h"

#include <string.h>
#include <strings.h>

/* Gzip in gzip: nobody packs so, but a loop needs an end. */
#define MOST_GZIPS 3

/* One leaf being read. */
typedef struct {
    const ff_importing *w;
    const ff_leaf *leaf;
    ff_leaf_read *read;
    bool alone; /* nothing else is being read: it may be large */
    bool in_gzip;
    ff_bytes bytes;       /* of the leaf, or of what a gzip holds */
    ff_error pack_damage; /* what is wrong with the pack, of which the bytes are what is left */
    ff_error trouble;
} reading;

static ff_code note_words(reading *r, ff_outcome outcome, const char *words) {
    r->read->file.outcome = outcome;
    r->read->file.message = words;
    return FF_OK;
}

static void note_error(reading *r, ff_outcome outcome, const ff_error *error) {
    ff_import_file *file = &r->read->file;
    file->outcome = outcome;
    file->code = error->code;
    file->message = ff_arena_copy(&r->read->arena, error->message);
    file->offset = error->offset;
}

/* ---- its bytes ---- */

static bool is_member(const ff_leaf *leaf) {
    return leaf->member != NULL;
}

/* The first bytes of a stream, which is closed then. */
static ff_code stream_head(reading *r, ff_stream *stream, uint8_t *head, size_t *count) {
    ff_code code = FF_OK;
    size_t got = 1;
    for (*count = 0; *count < FF_RECOGNISE_HEAD && got > 0 && code == FF_OK; *count += got) {
        code = ff_stream_read(stream, head + *count, FF_RECOGNISE_HEAD - *count, &got, &r->trouble);
        got = code == FF_OK ? got : 0;
    }
    ff_stream_close(stream);
    return *count > 0 ? FF_OK : code; /* whoever reads the rest meets the damage again */
}

/* The first bytes of a member that is too large to be unpacked for them. */
static ff_code member_head(reading *r, uint8_t *head, size_t *count) {
    ff_stream stream;
    ff_code code =
        ff_zip_stream(r->w->app->context, r->leaf->zip, r->leaf->member, &stream, &r->trouble);
    return code == FF_OK ? stream_head(r, &stream, head, count) : code;
}

static ff_code bytes_head(reading *r, uint8_t *head, size_t *count) {
    return r->bytes.read_at(&r->bytes, 0, head, FF_RECOGNISE_HEAD, count, &r->trouble);
}

/* All of a file on the disk that is not large: read once for its fingerprint and its runs. */
static ff_code file_in_memory(reading *r) {
    size_t size = (size_t)r->bytes.size;
    void *copy = ff_arena_room(&r->read->arena, size, 1);
    ff_code code = ff_arena_check(&r->read->arena, &r->trouble);
    size_t got = 0;
    if (code == FF_OK) {
        code = r->bytes.read_at(&r->bytes, 0, copy, size, &got, &r->trouble);
    }
    if (code == FF_OK) {
        ff_bytes_close(&r->bytes);
        ff_bytes_of_memory(&r->bytes, copy, got, r->leaf->path);
    }
    return code;
}

/* A recording that a pack gives in part is a damaged recording, and read as far as it goes. */
static ff_code keep_part(reading *r, ff_code code, const ff_bytes *bytes) {
    if (code == FF_OK || !ff_pack_kept(code) || bytes->size == 0) {
        return code;
    }
    if (r->pack_damage.code == FF_OK) {
        r->pack_damage = r->trouble;
    }
    return FF_OK;
}

static ff_code member_in_memory(reading *r) {
    ff_code code =
        ff_zip_read(r->leaf->zip, r->leaf->member, &r->read->arena, &r->bytes, &r->trouble);
    r->bytes.name = r->leaf->path;
    return keep_part(r, code, &r->bytes);
}

/* A list is read from front to back, so that it may be larger than is held in memory. */
static ff_code member_as_bytes(reading *r) {
    ff_code code = ff_leaf_bytes(r->w->app->context, r->leaf, &r->bytes, &r->trouble);
    return keep_part(r, code, &r->bytes);
}

/* "a.fit" for "a.fit.gz": what it holds goes by that name. */
static const char *inner_name(reading *r, const char *name) {
    size_t length = strlen(name);
    return length > 3 && strcasecmp(name + length - 3, ".gz") == 0
               ? ff_arena_copy_bytes(&r->read->arena, name, length - 3)
               : name;
}

/* What a gzip says it holds, in its last four bytes (RFC 1952): modulo 4 GB, and only of its last
 * member, so it tells what is large and never what is small; the reader has its own bound. */
static int64_t gzip_size(ff_bytes *bytes) {
    uint8_t tail[4];
    size_t got = 0;
    if (bytes->size < 18 || bytes->read_at(bytes, bytes->size - 4, tail, 4, &got, NULL) != FF_OK ||
        got < 4) {
        return 0;
    }
    return (int64_t)tail[0] | (int64_t)tail[1] << 8 | (int64_t)tail[2] << 16 |
           (int64_t)tail[3] << 24;
}

static ff_code gzip_head(reading *r, uint8_t *head, size_t *count) {
    ff_stream stream;
    ff_code code = ff_gzip_stream(r->w->app->context, &r->bytes, &stream, &r->trouble);
    return code == FF_OK ? stream_head(r, &stream, head, count) : code;
}

static ff_code gzip_in_memory(reading *r) {
    ff_bytes inner;
    ff_code code = ff_gzip_read(&r->bytes, &r->read->arena, &inner, &r->trouble);
    code = keep_part(r, code, &inner);
    if (code == FF_OK) {
        inner.name = inner_name(r, r->bytes.name);
        ff_bytes_close(&r->bytes);
        r->bytes = inner;
    }
    return code;
}

/* ---- its runs ---- */

/* Bytes after the declared end are worth a remark; the recording itself is whole. */
static bool is_remark(const ff_error *damage) {
    return damage->code == FF_OK || damage->code == FF_ERR_TRAILING;
}

static ff_code take_runs(reading *r, const ff_file_result *result) {
    if (result->kind == FF_FILE_NOT_RUNS) {
        return note_words(r, FF_OUTCOME_NOT_A_RUN, result->what);
    }
    const ff_error *damage = result->damage.code != FF_OK && is_remark(&r->pack_damage)
                                 ? &result->damage
                                 : &r->pack_damage;
    note_words(r, is_remark(damage) ? FF_OUTCOME_IMPORTED : FF_OUTCOME_DAMAGED, NULL);
    if (damage->code != FF_OK) {
        note_error(r, r->read->file.outcome, damage);
    }
    r->read->runs = result->runs;
    for (size_t i = 0; i < result->runs.count; i++) {
        result->runs.items[i].source = r->leaf->path; /* with all its packs */
        if (result->as_said) {
            ff_run_note(&r->read->arena, &result->runs.items[i],
                        "The file itself does not say that it is a run, or calls it something "
                        "else; the list of its export calls it a run.");
        }
    }
    return FF_OK;
}

/* The runner corrects in the list what the watch was not told. Of the parts of a multisport file
 * the list speaks elsewhere. */
static ff_code take_recording(reading *r, const ff_file_result *result) {
    bool other = r->leaf->said_other != NULL && !r->leaf->said_run &&
                 result->kind == FF_FILE_RUNS && result->runs.count == 1;
    return other ? note_words(r, FF_OUTCOME_NOT_A_RUN,
                              ff_arena_printf(&r->read->arena,
                                              "a run by its file, which the list of its export "
                                              "calls \"%.60s\"",
                                              r->leaf->said_other))
                 : take_runs(r, result);
}

/* Of a file that came before, so that it need not be read again. */
static ff_code take_fingerprint(reading *r, const ff_known_file **known) {
    char digest[FF_DIGEST_SIZE];
    ff_code code = ff_digest_of_bytes(&r->bytes, digest, &r->trouble);
    if (code == FF_OK) {
        r->read->file.sha256 = ff_arena_copy(&r->read->arena, digest);
        *known = ff_known_file_find(&r->w->known, digest);
    }
    return code;
}

static ff_code read_recording(reading *r) {
    const ff_known_file *known = NULL;
    ff_code code = take_fingerprint(r, &known);
    if (code == FF_OK && known != NULL && known->runs > 0) {
        return note_words(r, FF_OUTCOME_DUPLICATE, NULL);
    }
    ff_file_result result = {0};
    if (code == FF_OK) {
        code = (r->leaf->said_run ? ff_file_read_as_run : ff_file_read_runs)(
            r->w->app->context, &r->bytes, &r->read->arena, &result, &r->trouble);
    }
    return code == FF_OK ? take_recording(r, &result) : code;
}

/* What needs no more than the first bytes: a picture, a text, a file of an unknown kind. */
static ff_code read_other(reading *r, const uint8_t *head, size_t count) {
    ff_bytes bytes;
    ff_file_result result;
    ff_bytes_of_memory(&bytes, head, count, r->bytes.name);
    ff_code code =
        ff_file_read_runs(r->w->app->context, &bytes, &r->read->arena, &result, &r->trouble);
    return code == FF_OK ? take_runs(r, &result) : code;
}

/* Apple Health names itself as the maker of its GPX, within the first tag. */
static bool is_apple_route(const uint8_t *head, size_t count) {
    static const char maker[] = "Apple Health Export";
    size_t length = sizeof maker - 1;
    for (size_t i = 0; i + length <= count && i < 2048; i++) {
        if (memcmp(head + i, maker, length) == 0) {
            return true;
        }
    }
    return false;
}

static ff_code hold(reading *r, ff_leaf_kind kind) {
    r->read->kind = kind;
    return FF_OK;
}

static ff_code read_listing(reading *r, ff_listing_kind kind) {
    const ff_known_file *known;
    r->read->listing = kind;
    r->read->kind = FF_LEAF_LISTING;
    ff_code code = take_fingerprint(r, &known);
    if (r->pack_damage.code != FF_OK) {
        note_error(r, FF_OUTCOME_DAMAGED, &r->pack_damage);
    }
    r->read->bytes = r->bytes;
    r->bytes = (ff_bytes){.name = r->leaf->path};
    return code;
}

/* By what the first bytes are. in_memory: r->bytes holds all of it in memory, else the file on the
 * disk, or nothing. */
static ff_code read_by_head(reading *r, const uint8_t *head, size_t count, bool in_memory,
                            ff_code (*whole)(reading *)) {
    ff_recognised is = ff_recognise(head, count);
    if (r->in_gzip &&
        (is.format == FF_FORMAT_ZIP || (is.format == FF_FORMAT_APPLE && is_member(r->leaf)))) {
        return ff_fail(&r->trouble, FF_ERR_PACKED, r->leaf->path, FF_NO_OFFSET, "is %s in a gzip",
                       is.what);
    }
    if (is.format == FF_FORMAT_ZIP || is.format == FF_FORMAT_APPLE) {
        return hold(r, is.format == FF_FORMAT_ZIP ? FF_LEAF_PACK : FF_LEAF_APPLE);
    }
    /* What somebody wrote may hold a control character, which makes a text no text. */
    bool unknown = is.format == FF_FORMAT_OTHER || is.format == FF_FORMAT_UNREAD;
    ff_listing_kind listing = unknown ? ff_listing_recognise(head, count) : FF_LISTING_NONE;
    bool recording =
        is.format == FF_FORMAT_FIT || is.format == FF_FORMAT_TCX || is.format == FF_FORMAT_GPX;
    if (!recording && listing == FF_LISTING_NONE) {
        return read_other(r, head, count);
    }
    if (is.format == FF_FORMAT_GPX && !r->leaf->route_alone && is_apple_route(head, count)) {
        return hold(r, FF_LEAF_ROUTE);
    }
    if (!in_memory && !r->alone) {
        return hold(r, FF_LEAF_LARGE);
    }
    bool large_list = listing != FF_LISTING_NONE && is_member(r->leaf) && !r->in_gzip &&
                      r->leaf->member->size > FF_PACK_MOST_WHOLE;
    ff_code code = in_memory ? FF_OK : large_list ? member_as_bytes(r) : whole(r);
    if (code != FF_OK) {
        return code;
    }
    return listing != FF_LISTING_NONE ? read_listing(r, listing) : read_recording(r);
}

/* A gzip is small when it and what it holds are. */
static ff_code read_gzip(reading *r, uint8_t *head) {
    size_t count = 0;
    ff_code code = FF_OK;
    r->in_gzip = true;
    for (int i = 0; i < MOST_GZIPS && code == FF_OK; i++) {
        if (r->bytes.size > FF_LEAF_MOST_IN_TASK || gzip_size(&r->bytes) > FF_LEAF_MOST_IN_TASK) {
            code = r->alone ? gzip_head(r, head, &count) : FF_OK;
            if (code != FF_OK || !r->alone) {
                return code != FF_OK ? code : hold(r, FF_LEAF_LARGE);
            }
            return read_by_head(r, head, count, false, gzip_in_memory);
        }
        code = gzip_in_memory(r);
        if (code == FF_OK) {
            code = bytes_head(r, head, &count);
        }
        if (code == FF_OK && ff_recognise(head, count).format != FF_FORMAT_GZIP) {
            return read_by_head(r, head, count, true, NULL);
        }
    }
    return code != FF_OK ? code
                         : ff_fail(&r->trouble, FF_ERR_PACKED, r->leaf->path, FF_NO_OFFSET,
                                   "is gzip in gzip more than %d deep", MOST_GZIPS);
}

static ff_code stay_on_disk(reading *r) {
    (void)r;
    return FF_OK;
}

/* The bytes of a member that is large but not too large for a gzip, a list or a recording. */
static ff_code read_large(reading *r, uint8_t *head) {
    size_t count = 0;
    ff_code code = is_member(r->leaf) ? member_head(r, head, &count) : bytes_head(r, head, &count);
    if (code != FF_OK || ff_recognise(head, count).format != FF_FORMAT_GZIP) {
        return code != FF_OK ? code
                             : read_by_head(r, head, count, false,
                                            is_member(r->leaf) ? member_in_memory : stay_on_disk);
    }
    if (!r->alone) {
        return hold(r, FF_LEAF_LARGE);
    }
    code = is_member(r->leaf) ? member_in_memory(r) : FF_OK;
    return code == FF_OK ? read_gzip(r, head) : code;
}

static ff_code read_leaf(reading *r) {
    uint8_t head[FF_RECOGNISE_HEAD];
    size_t count = 0;
    ff_code code =
        is_member(r->leaf) ? FF_OK : ff_bytes_of_file(&r->bytes, r->leaf->disk, &r->trouble);
    r->bytes.name = r->leaf->path;
    if (code != FF_OK) {
        return code;
    }
    int64_t size = is_member(r->leaf) ? r->leaf->member->size : r->bytes.size;
    r->read->file.size = size;
    if (size == 0) {
        return ff_fail(&r->trouble, FF_ERR_EMPTY, r->leaf->path, 0, "holds no bytes");
    }
    if (size > FF_LEAF_MOST_IN_TASK) {
        return read_large(r, head);
    }
    code = is_member(r->leaf) ? member_in_memory(r) : file_in_memory(r);
    if (code == FF_OK) {
        code = bytes_head(r, head, &count);
    }
    if (code != FF_OK) {
        return code;
    }
    return ff_recognise(head, count).format == FF_FORMAT_GZIP
               ? read_gzip(r, head)
               : read_by_head(r, head, count, true, NULL);
}

void ff_leaf_read_runs(const ff_importing *w, const ff_leaf *leaf, bool alone, ff_leaf_read *read) {
    reading r = {.w = w, .leaf = leaf, .read = read, .alone = alone};
    ff_app_arena(w->app, &read->arena);
    ff_error_clear(&r.trouble);
    ff_error_clear(&r.pack_damage);
    ff_error_clear(&read->fatal);
    read->file = (ff_import_file){
        .import_id = w->import_id, .path = leaf->path, .size = -1, .offset = FF_NO_OFFSET};
    r.bytes.name = leaf->path;
    ff_code code =
        ff_context_cancelled(w->app->context)
            ? ff_fail(&r.trouble, FF_ERR_CANCELLED, NULL, FF_NO_OFFSET, "the import was stopped")
            : read_leaf(&r);
    ff_bytes_close(&r.bytes);
    if (code == FF_OK) {
        code = ff_arena_check(&read->arena, &r.trouble);
    }
    if (code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED) {
        read->fatal = r.trouble;
    } else if (code != FF_OK) {
        read->kind = FF_LEAF_READ;
        read->runs = (ff_run_list){0};
        /* Where the pack is at fault, that is what to mend. */
        note_error(&r, FF_OUTCOME_FAILED, is_remark(&r.pack_damage) ? &r.trouble : &r.pack_damage);
        ff_arena_check(&read->arena, &read->fatal); /* a failure without its words is none told */
    }
}

void ff_leaf_read_free(const ff_importing *w, ff_leaf_read *read) {
    const ff_allocator *allocator = ff_context_allocator(w->app->context);
    if (read != NULL) {
        ff_bytes_close(&read->bytes);
        ff_arena_free(&read->arena);
        allocator->release(allocator->user, read);
    }
}

ff_code ff_leaf_bytes(const ff_context *context, const ff_leaf *leaf, ff_bytes *bytes,
                      ff_error *error) {
    ff_code code = is_member(leaf) ? ff_zip_bytes(context, leaf->zip, leaf->member, bytes, error)
                                   : ff_bytes_of_file(bytes, leaf->disk, error);
    bytes->name = leaf->path;
    return code;
}
