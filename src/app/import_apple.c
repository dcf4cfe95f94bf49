/* Apple Health's export: gigabytes, streamed on the writer's thread, its runs put one by one. */
#include "app/importing.h"
#include "files/apple_runs.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    ff_importing *w;
    const ff_leaf *leaf;
    ff_arena *arena;        /* of this import */
    const ff_leaf **around; /* leaves of the same pack by path; NULL: on the disk */
    size_t around_count;
    ff_bytes bytes;  /* of a file on the disk */
    ff_stream inner; /* what is being read, under the stream that tells progress */
    int64_t told_at; /* its position when progress was told last */
    double began;    /* bytes on the disk that were done before */
    int64_t size;    /* of what inner reads; -1 when not known */
    int64_t file_id;
    size_t runs;
    ff_code stopped; /* what ended it from our side; the import's error says why */
} apple_import;

/* ---- the files it refers to ---- */

static int by_path(const void *a, const void *b) {
    return strcmp((*(const ff_leaf *const *)a)->path, (*(const ff_leaf *const *)b)->path);
}

static int path_to_leaf(const void *path, const void *leaf) {
    return strcmp(path, (*(const ff_leaf *const *)leaf)->path);
}

/* Whether a path stays below the folder it begins in: what an export says is not to be trusted. */
static bool stays_below(const char *path) {
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        part += *part == '/';
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0')) {
            return false;
        }
    }
    return true;
}

/* On the disk, which has another path than the name where what was given lies elsewhere. */
static ff_code open_beside(const apple_import *a, const char *path, const char *full,
                           ff_arena *arena, ff_bytes *out, ff_error *error) {
    const char *slash = strrchr(a->leaf->disk, '/');
    int folder = slash != NULL ? (int)(slash - a->leaf->disk + 1) : 0;
    const char *disk = ff_arena_printf(arena, "%.*s%s", folder, a->leaf->disk, path);
    if (disk == NULL) {
        return ff_arena_check(arena, error);
    }
    ff_code code = ff_bytes_of_file(out, disk, error);
    out->name = full;
    return code;
}

static ff_code open_sibling(void *user, const char *path, ff_arena *arena, ff_bytes *out,
                            ff_error *error) {
    const apple_import *a = user;
    const char *slash = strrchr(a->leaf->path, '/');
    int folder = slash != NULL ? (int)(slash - a->leaf->path + 1) : 0;
    path += *path == '/';
    const char *full = ff_arena_printf(arena, "%.*s%s", folder, a->leaf->path, path);
    if (full == NULL) {
        return ff_arena_check(arena, error);
    }
    if (!stays_below(path)) {
        return ff_fail(error, FF_ERR_NOT_FOUND, full, FF_NO_OFFSET, "leads out of its export");
    }
    if (a->leaf->member == NULL) {
        return open_beside(a, path, full, arena, out, error);
    }
    const ff_leaf **found = a->around_count > 0 ? bsearch(full, a->around, a->around_count,
                                                          sizeof(const ff_leaf *), path_to_leaf)
                                                : NULL;
    if (found == NULL) {
        return ff_fail(error, FF_ERR_NOT_FOUND, full, FF_NO_OFFSET, "is not in the export");
    }
    ff_code code = ff_zip_read((*found)->zip, (*found)->member, arena, out, error);
    out->name = full;
    return code;
}

/* ---- its runs ---- */

static ff_code take_run(void *user, const ff_run *run, ff_error *error) {
    apple_import *a = user;
    a->stopped = ff_importing_step(a->w, a->leaf->path);
    if (a->stopped == FF_OK) {
        a->stopped = ff_importing_put_run(a->w, a->file_id, a->runs, run, 0);
    }
    a->runs += a->stopped == FF_OK;
    return a->stopped == FF_OK
               ? FF_OK
               : ff_fail(error, a->stopped, a->leaf->path, FF_NO_OFFSET, "the import has ended");
}

/* ---- the stream, which tells how far it is ---- */

#define TELL_EVERY (INT64_C(1) << 20)

static ff_code read_telling(ff_stream *stream, void *buffer, size_t count, size_t *got,
                            ff_error *error) {
    apple_import *a = stream->state;
    ff_code code = ff_stream_read(&a->inner, buffer, count, got, error);
    if (code != FF_OK || a->inner.position - a->told_at < TELL_EVERY) {
        return code;
    }
    a->told_at = a->inner.position;
    double done = a->size > 0 ? (double)a->told_at / (double)a->size : 0;
    double bytes_done = a->began + a->leaf->weight * (done < 1 ? done : 1);
    /* Read a second time it begins again, and progress waits for it. */
    a->w->bytes_done = bytes_done > a->w->bytes_done ? bytes_done : a->w->bytes_done;
    a->stopped = ff_importing_step(a->w, a->leaf->path);
    return a->stopped == FF_OK
               ? FF_OK
               : ff_fail(error, a->stopped, a->leaf->path, FF_NO_OFFSET, "the import has ended");
}

static void close_telling(ff_stream *stream) {
    apple_import *a = stream->state;
    ff_stream_close(&a->inner);
}

/* Plain, or in a gzip; a member of a zip is plain. */
static ff_code open_inner(apple_import *a, ff_error *error) {
    const ff_context *context = a->w->app->context;
    uint8_t head[2] = {0};
    size_t got = 0;
    if (a->leaf->member != NULL) {
        a->size = a->leaf->member->size;
        return ff_zip_stream(context, a->leaf->zip, a->leaf->member, &a->inner, error);
    }
    ff_code code = a->bytes.read_at(&a->bytes, 0, head, sizeof head, &got, error);
    if (code == FF_OK && got == 2 && head[0] == 0x1F && head[1] == 0x8B) {
        a->size = -1;
        return ff_gzip_stream(context, &a->bytes, &a->inner, error);
    }
    a->size = a->bytes.size;
    ff_stream_of_bytes(&a->inner, &a->bytes);
    return code;
}

static ff_code open_telling(void *user, ff_stream *stream, ff_error *error) {
    apple_import *a = user;
    ff_code code = open_inner(a, error);
    a->told_at = 0;
    *stream = (ff_stream){
        .read = read_telling, .close = close_telling, .name = a->leaf->path, .state = a};
    return code;
}

/* ---- the whole ---- */

/* Words live in the import's arena: the line outlives the error. */
static void note(const apple_import *a, ff_import_file *line, ff_outcome outcome,
                 const ff_error *error) {
    line->outcome = outcome;
    line->code = error->code;
    line->message = ff_arena_copy(a->arena, error->message);
    line->offset = error->offset;
}

/* What came of it, in the line that is to be ended. */
static void note_result(const apple_import *a, const ff_file_result *result, ff_code code,
                        const ff_error *trouble, ff_import_file *line) {
    ff_outcome partly = a->runs > 0 ? FF_OUTCOME_DAMAGED : FF_OUTCOME_FAILED;
    if (code != FF_OK || result->damage.code != FF_OK) {
        note(a, line, partly, code != FF_OK ? trouble : &result->damage);
    } else {
        line->outcome = a->runs > 0 ? FF_OUTCOME_IMPORTED : FF_OUTCOME_NOT_A_RUN;
        line->message = a->runs > 0 ? NULL : result->what;
    }
}

static ff_code read_runs(apple_import *a, ff_import_file *line, bool *whole) {
    ff_importing *w = a->w;
    ff_error trouble;
    ff_file_result result = {0};
    const ff_siblings siblings = {open_sibling, a};
    const ff_run_sink sink = {take_run, a};
    const ff_apple_export export = {.open = open_telling, .user = a, .siblings = &siblings};
    ff_error_clear(&result.damage);
    ff_code code = ff_importing_begin_file(w, line, &a->file_id);
    if (code != FF_OK) {
        return code;
    }
    code = ff_apple_read_runs(w->app->context, &export, &sink, &result, &trouble);
    *whole = code == FF_OK && result.damage.code == FF_OK;
    if (a->stopped != FF_OK) {
        return a->stopped; /* the import's error says why */
    }
    if (code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED) {
        return ff_fail(w->error, code, trouble.where, trouble.offset, "%s", trouble.message);
    }
    note_result(a, &result, code, &trouble, line);
    return ff_importing_end_file(w, a->file_id, line);
}

/* Of a member the sum and size in its directory: gigabytes need not be unpacked to know them again.
 * Of a file on the disk all of its bytes. */
static ff_code take_fingerprint(const ff_leaf *leaf, ff_bytes *bytes, char digest[FF_DIGEST_SIZE],
                                ff_error *error) {
    struct {
        int64_t size, crc;
    } packed = {0};
    ff_bytes entry;
    if (leaf->member == NULL) {
        return ff_digest_of_bytes(bytes, digest, error);
    }
    packed.size = leaf->member->size;
    packed.crc = leaf->member->crc;
    ff_bytes_of_memory(&entry, &packed, sizeof packed, leaf->path);
    return ff_digest_of_bytes(&entry, digest, error);
}

static ff_code index_around(apple_import *a, const ff_leaf_list *around) {
    a->around = ff_arena_take(a->arena, around->count, sizeof *a->around);
    if (a->around == NULL) {
        return ff_arena_check(a->arena, a->w->error);
    }
    for (size_t i = 0; i < around->count; i++) {
        a->around[i] = &around->items[i];
    }
    a->around_count = around->count;
    qsort(a->around, a->around_count, sizeof *a->around, by_path);
    return FF_OK;
}

/* The export once its bytes are open. */
static ff_code import_open(apple_import *a, ff_import_file *line, bool *whole) {
    ff_importing *w = a->w;
    ff_error trouble;
    char digest[FF_DIGEST_SIZE];
    const ff_run_list none = {0};
    ff_code code = take_fingerprint(a->leaf, &a->bytes, digest, &trouble);
    if (code != FF_OK) {
        note(a, line, FF_OUTCOME_FAILED, &trouble);
        return ff_importing_store(w, line, &none);
    }
    line->sha256 = ff_arena_copy(a->arena, digest);
    const ff_known_file *known = ff_known_file_find(&w->known, digest);
    if (known != NULL && known->runs > 0) {
        line->outcome = FF_OUTCOME_DUPLICATE;
        *whole = true;
        return ff_importing_store(w, line, &none);
    }
    return read_runs(a, line, whole);
}

ff_code ff_importing_apple(ff_importing *w, const ff_leaf *leaf, const ff_leaf_list *around,
                           bool *whole) {
    ff_arena arena;
    ff_error trouble;
    const ff_run_list none = {0};
    apple_import a = {.w = w, .leaf = leaf, .arena = &arena, .began = w->bytes_done};
    ff_import_file line = {
        .import_id = w->import_id, .path = leaf->path, .size = -1, .offset = FF_NO_OFFSET};
    *whole = false;
    ff_code code = ff_importing_step(w, leaf->path);
    if (code != FF_OK) {
        return code;
    }
    ff_app_arena(w->app, &arena);
    if (leaf->member == NULL && ff_bytes_of_file(&a.bytes, leaf->disk, &trouble) != FF_OK) {
        note(&a, &line, FF_OUTCOME_FAILED, &trouble);
        code = ff_arena_check(&arena, w->error);
        code = code == FF_OK ? ff_importing_store(w, &line, &none) : code;
    } else {
        a.bytes.name = leaf->path;
        line.size = leaf->member != NULL ? leaf->member->size : a.bytes.size;
        code = leaf->member != NULL ? index_around(&a, around) : FF_OK;
        code = code == FF_OK ? import_open(&a, &line, whole) : code;
    }
    ff_bytes_close(&a.bytes);
    ff_arena_free(&arena);
    w->bytes_done = a.began + leaf->weight;
    return code;
}
