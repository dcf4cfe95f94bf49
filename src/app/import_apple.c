/* Apple Health's export: gigabytes, streamed on the writer's thread, its runs put one by one. */
#include "app/importing.h"
#include "files/apple_runs.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    ff_importing *w;
    const ff_leaf *leaf;
    const ff_leaf **around; /* leaves of the same pack by path; NULL: on the disk */
    size_t around_count;
    ff_stream *stream;
    double began; /* bytes that were done before */
    int64_t size; /* of the text, -1 when not known */
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
        return ff_bytes_of_file(out, full, error);
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
    if (a->size > 0) {
        double done = (double)a->stream->position / (double)a->size;
        a->w->bytes_done = a->began + a->leaf->weight * (done < 1 ? done : 1);
    }
    a->stopped = ff_importing_step(a->w, a->leaf->path);
    if (a->stopped == FF_OK) {
        a->stopped = ff_importing_put_run(a->w, a->file_id, a->runs, run, 0);
    }
    a->runs += a->stopped == FF_OK;
    return a->stopped == FF_OK
               ? FF_OK
               : ff_fail(error, a->stopped, a->leaf->path, FF_NO_OFFSET, "the import has ended");
}

static void note(ff_import_file *line, ff_outcome outcome, const ff_error *error) {
    line->outcome = outcome;
    line->code = error->code;
    line->message = error->message;
    line->offset = error->offset;
}

/* Reads the opened stream; *line becomes what came of it. */
static ff_code read_stream(apple_import *a, ff_import_file *line, bool *whole) {
    ff_importing *w = a->w;
    ff_arena arena;
    ff_error trouble;
    ff_file_result result = {0};
    const ff_siblings siblings = {open_sibling, a};
    const ff_run_sink sink = {take_run, a};
    ff_code code = ff_importing_begin_file(w, line, &a->file_id);
    if (code != FF_OK) {
        return code;
    }
    ff_app_arena(w->app, &arena);
    ff_error_clear(&result.damage);
    code = ff_apple_read_runs(w->app->context, a->stream, &siblings, &sink, &result, &trouble);
    *whole = code == FF_OK && result.damage.code == FF_OK;
    if (a->stopped != FF_OK) {
        code = a->stopped; /* the import's error says why */
    } else if (code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED) {
        ff_fail(w->error, code, trouble.where, trouble.offset, "%s", trouble.message);
    } else {
        if (code != FF_OK) {
            note(line, a->runs > 0 ? FF_OUTCOME_DAMAGED : FF_OUTCOME_FAILED, &trouble);
        } else if (result.damage.code != FF_OK) {
            note(line, a->runs > 0 ? FF_OUTCOME_DAMAGED : FF_OUTCOME_FAILED, &result.damage);
        } else {
            line->outcome = a->runs > 0 ? FF_OUTCOME_IMPORTED : FF_OUTCOME_NOT_A_RUN;
            line->message = a->runs > 0 ? NULL : result.what;
        }
        code = ff_importing_end_file(w, a->file_id, line);
    }
    ff_arena_free(&arena);
    return code;
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

/* Plain, or in a gzip. bytes is the file on the disk; a gzip in a zip is read by no more than a
 * member of it. */
static ff_code open_stream(const ff_importing *w, const ff_leaf *leaf, ff_bytes *bytes,
                           ff_stream *stream, int64_t *size, ff_error *error) {
    const ff_context *context = w->app->context;
    uint8_t head[2] = {0};
    size_t got = 0;
    ff_code code = FF_OK;
    if (leaf->member == NULL) {
        code = bytes->read_at(bytes, 0, head, sizeof head, &got, error);
    }
    *size = leaf->member != NULL ? leaf->member->size : bytes->size;
    if (code == FF_OK && leaf->member != NULL) {
        code = ff_zip_stream(context, leaf->zip, leaf->member, stream, error);
    } else if (code == FF_OK && got == 2 && head[0] == 0x1F && head[1] == 0x8B) {
        *size = -1;
        code = ff_gzip_stream(context, bytes, stream, error);
    } else if (code == FF_OK) {
        ff_stream_of_bytes(stream, bytes);
    }
    return code;
}

static ff_code index_around(apple_import *a, const ff_leaf_list *around, ff_arena *arena) {
    a->around = ff_arena_take(arena, around->count, sizeof *a->around);
    if (a->around == NULL) {
        return ff_arena_check(arena, a->w->error);
    }
    for (size_t i = 0; i < around->count; i++) {
        a->around[i] = &around->items[i];
    }
    a->around_count = around->count;
    qsort(a->around, a->around_count, sizeof *a->around, by_path);
    return FF_OK;
}

/* The export once it is open. */
static ff_code import_open(apple_import *a, ff_bytes *bytes, ff_import_file *line, bool *whole) {
    ff_importing *w = a->w;
    ff_stream stream;
    ff_error trouble;
    char digest[FF_DIGEST_SIZE];
    const ff_run_list none = {0};
    ff_code code = take_fingerprint(a->leaf, bytes, digest, &trouble);
    line->sha256 = code == FF_OK ? digest : NULL;
    const ff_known_file *known = code == FF_OK ? ff_known_file_find(&w->known, digest) : NULL;
    if (known != NULL && known->runs > 0) {
        line->outcome = FF_OUTCOME_DUPLICATE;
        *whole = true;
        return ff_importing_store(w, line, &none);
    }
    if (code == FF_OK) {
        code = open_stream(w, a->leaf, bytes, &stream, &a->size, &trouble);
    }
    if (code == FF_ERR_MEMORY) {
        return ff_fail(w->error, code, trouble.where, trouble.offset, "%s", trouble.message);
    }
    if (code != FF_OK) {
        note(line, FF_OUTCOME_FAILED, &trouble);
        return ff_importing_store(w, line, &none);
    }
    a->stream = &stream;
    code = read_stream(a, line, whole);
    ff_stream_close(&stream);
    return code;
}

ff_code ff_importing_apple(ff_importing *w, const ff_leaf *leaf, const ff_leaf_list *around,
                           bool *whole) {
    ff_arena arena;
    ff_bytes bytes = {0};
    ff_error trouble;
    const ff_run_list none = {0};
    apple_import a = {.w = w, .leaf = leaf, .began = w->bytes_done};
    ff_import_file line = {
        .import_id = w->import_id, .path = leaf->path, .size = -1, .offset = FF_NO_OFFSET};
    ff_app_arena(w->app, &arena);
    *whole = false;
    ff_code code = ff_importing_step(w, leaf->path);
    ff_code opened = FF_OK;
    if (code == FF_OK && leaf->member == NULL) {
        opened = ff_bytes_of_file(&bytes, leaf->path, &trouble);
    }
    line.size = leaf->member != NULL ? leaf->member->size : bytes.size;
    if (code == FF_OK && opened != FF_OK) {
        note(&line, FF_OUTCOME_FAILED, &trouble);
        code = ff_importing_store(w, &line, &none);
    } else if (code == FF_OK) {
        code = leaf->member != NULL ? index_around(&a, around, &arena) : FF_OK;
        code = code == FF_OK ? import_open(&a, &bytes, &line, whole) : code;
    }
    ff_bytes_close(&bytes);
    ff_arena_free(&arena);
    w->bytes_done = a.began + leaf->weight;
    return code;
}
