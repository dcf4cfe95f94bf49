#include "app/incoming.h"

#include "app/bring_back.h"
#include "app/importing.h"
#include "app/slices.h"
#include "base/folder.h"
#include "base/json.h"
#include "base/number.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

#define NAME_PART_MOST 255 /* what file systems allow */
#define DEPTH_MOST     32

typedef enum {
    RECEIVING,
    READING,
    FOUND, /* a copy was looked into, and waits for a yes */
    DONE
} state;

struct ff_incoming {
    ff_app *app;
    ff_arena arena; /* of the paths */
    int64_t number;
    ff_incoming_kind kind;
    state state;
    const char *folder; /* "journal.footfall.incoming" */
    const char *files;  /* in it: what was received whole */
    const char *part;   /* in it: what is being received in pieces */
    const char *aside;  /* in it: the folder of the journal that a copy is put into first */
    int lock;

    int64_t received, received_bytes; /* whole files */
    char *part_name;                  /* in the arena; "" when there is none */
    int64_t part_size;
    char *copy_name; /* in the arena: of a copy that was received whole; "" */

    ff_slices slices; /* of the reading */
    bool brought_back;
    double began_s, seconds; /* of the reading; after it how long it took */
    ff_reply reply;          /* what the import answers */
    ff_code code;
    ff_error error;
};

/* ---- names ---- */

static ff_code bad_name(ff_error *error, const char *why) {
    return ff_fail(error, FF_ERR_VALUE, "name", FF_NO_OFFSET, "%s", why);
}

/* U+0000 to U+001F, U+007F to U+009F. */
static bool is_control(const char *c, size_t length) {
    unsigned char first = (unsigned char)c[0];
    return first < 0x20 || first == 0x7F ||
           (length == 2 && first == 0xC2 && (unsigned char)c[1] < 0xA0);
}

static ff_code check_text(const char *name, size_t length, ff_error *error) {
    for (size_t i = 0; i < length;) {
        size_t own = ff_utf8_length(name + i, length - i);
        if (own == 0) {
            return bad_name(error, "the name is not UTF-8");
        }
        if (is_control(name + i, own)) {
            return bad_name(error, "the name holds a control character");
        }
        i += own;
    }
    return FF_OK;
}

/* One of the words between slashes. */
static ff_code check_part(const char *part, size_t length, ff_error *error) {
    if (length == 0) {
        return bad_name(error, "the name begins or ends with a slash, or has two in a row");
    }
    if (part[0] == '.') {
        return bad_name(error,
                        "a part of the name begins with a dot: it would lead elsewhere or be "
                        "hidden, and hidden files are left out of imports");
    }
    return length > NAME_PART_MOST ? bad_name(error, "a part of the name has more than 255 bytes")
                                   : FF_OK;
}

ff_code ff_incoming_check_name(const char *name, size_t length, ff_error *error) {
    if (length == 0) {
        return bad_name(error, "the name is empty");
    }
    if (length > FF_INCOMING_NAME_MOST) {
        return ff_fail(error, FF_ERR_VALUE, "name", FF_NO_OFFSET, "the name has more than %d bytes",
                       FF_INCOMING_NAME_MOST);
    }
    ff_code code = check_text(name, length, error);
    size_t depth = 0;
    for (size_t i = 0; i <= length && code == FF_OK; depth++) {
        const char *slash = memchr(name + i, '/', length - i);
        size_t end = slash != NULL ? (size_t)(slash - name) : length;
        code = check_part(name + i, end - i, error);
        i = end + 1;
    }
    return code == FF_OK && depth > DEPTH_MOST ? bad_name(error, "folders lie more than 32 deep")
                                               : code;
}

/* ---- the folder ---- */

static ff_code make_paths(ff_incoming *in, const char *journal, ff_error *error) {
    in->folder = ff_arena_printf(&in->arena, "%s.incoming", journal);
    in->files = ff_arena_printf(&in->arena, "%s.incoming/files", journal);
    in->part = ff_arena_printf(&in->arena, "%s.incoming/part", journal);
    in->aside = ff_arena_printf(&in->arena, "%s.incoming/aside", journal);
    in->part_name = ff_arena_take(&in->arena, FF_INCOMING_NAME_MOST + 1, 1);
    in->copy_name = ff_arena_take(&in->arena, FF_INCOMING_NAME_MOST + 1, 1);
    return ff_arena_check(&in->arena, error);
}

/* The lock's file is in the folder, so that the folder goes while the lock still holds. */
static ff_code clear_folder(const ff_incoming *in, ff_error *error) {
    ff_code code = ff_folder_remove(in->files, error);
    code = code == FF_OK ? ff_folder_remove(in->aside, error) : code;
    return code == FF_OK ? ff_file_remove(in->part, error) : code;
}

static void leave_folder(ff_incoming *in) {
    ff_error error;
    if (in->lock >= 0 && ff_folder_remove(in->folder, &error) != FF_OK) {
        ff_context_log(in->app->context, FF_LOG_WARNING, "%s: %s", error.where, error.message);
    }
    ff_folder_unlock(in->lock);
    in->lock = -1;
}

static void free_incoming(ff_incoming *in) {
    const ff_allocator *allocator = ff_context_allocator(in->app->context);
    leave_folder(in);
    ff_reply_free(&in->reply);
    ff_arena_free(&in->arena);
    allocator->release(allocator->user, in);
}

static ff_code open_folder(ff_incoming *in, ff_error *error) {
    ff_code code = ff_folder_lock(in->folder, &in->lock, error);
    if (code == FF_ERR_BUSY) {
        return ff_fail(error, code, NULL, FF_NO_OFFSET,
                       "another footfall is bringing in runs for this journal");
    }
    code = code == FF_OK ? clear_folder(in, error) : code;
    return code == FF_OK ? ff_folder_make(in->files, error) : code;
}

/* NULL with the error. */
static ff_incoming *make_incoming(ff_app *app, ff_incoming_kind kind, ff_error *error) {
    const ff_allocator *allocator = ff_context_allocator(app->context);
    ff_incoming *in = allocator->allocate(allocator->user, sizeof *in);
    if (in == NULL) {
        ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
        return NULL;
    }
    *in = (ff_incoming){.app = app, .kind = kind, .lock = -1};
    ff_app_arena(app, &in->arena);
    ff_reply_init(&in->reply, app->context);
    ff_code code = make_paths(in, ff_journal_path(app->journal), error);
    code = code == FF_OK ? open_folder(in, error) : code;
    if (code != FF_OK) {
        free_incoming(in);
        return NULL;
    }
    return in;
}

ff_code ff_incoming_begin(ff_app *app, ff_incoming_kind kind, ff_error *error) {
    if (app->incoming != NULL && app->incoming->state != DONE) {
        return ff_fail(error, FF_ERR_BUSY, NULL, FF_NO_OFFSET,
                       app->incoming->kind == FF_INCOMING_RUNS
                           ? "runs are being brought in already, in this tab or in another; wait "
                             "until that is done, or stop it"
                           : "a copy is being brought back already, in this tab or in another; "
                             "wait until that is done, or stop it");
    }
    if (strcmp(ff_journal_path(app->journal), ":memory:") == 0) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "a journal in memory has no folder to receive files in");
    }
    ff_incoming_close(app);
    app->incoming = make_incoming(app, kind, error);
    if (app->incoming == NULL) {
        return error->code;
    }
    app->incoming->number = ++app->incoming_count;
    return FF_OK;
}

void ff_app_sweep(ff_app *app) {
    ff_error error;
    const char *journal = ff_journal_path(app->journal);
    ff_incoming left = {.app = app, .lock = -1};
    ff_app_arena(app, &left.arena);
    if (make_paths(&left, journal, &error) == FF_OK && ff_folder_is(left.folder) &&
        ff_folder_lock(left.folder, &left.lock, &error) == FF_OK) {
        leave_folder(&left);
    }
    ff_arena_free(&left.arena);
}

ff_code ff_incoming_check(const ff_app *app, int64_t number, ff_error *error) {
    if (app->incoming == NULL || app->incoming->number != number) {
        return ff_fail(error, FF_ERR_VALUE, "import", FF_NO_OFFSET,
                       "that import is over, or another one has begun; begin again");
    }
    return FF_OK;
}

/* ---- receiving ---- */

static ff_code check_piece(const ff_incoming *in, const ff_incoming_piece *piece, ff_error *error) {
    if (in->state != RECEIVING) {
        return ff_fail(
            error, FF_ERR_USAGE, "import", FF_NO_OFFSET,
            "its files are being read already; what comes now needs an import of its own");
    }
    if (piece->at > piece->size || (int64_t)piece->length > piece->size - piece->at) {
        return ff_fail(error, FF_ERR_VALUE, "size", FF_NO_OFFSET,
                       "the piece goes beyond the end of its file");
    }
    if (in->kind == FF_INCOMING_COPY && piece->size > FF_INCOMING_COPY_MOST) {
        return ff_fail(error, FF_ERR_LIMIT, "size", FF_NO_OFFSET,
                       "a copy of more than %d GB is not taken by this way; bring it back with "
                       "'%s restore FILE'",
                       (int)(FF_INCOMING_COPY_MOST >> 30), in->app->program);
    }
    if (in->received >= FF_INCOMING_FILES_MOST) {
        return ff_fail(error, FF_ERR_LIMIT, "name", FF_NO_OFFSET,
                       "more than %d files at once; bring in a part of them first",
                       FF_INCOMING_FILES_MOST);
    }
    return ff_incoming_check_name(piece->name, strlen(piece->name), error);
}

/* An error of writing is told of the name that the runner knows. */
static ff_code name_error(const ff_incoming_piece *piece, ff_code code, ff_error *error) {
    return code == FF_OK ? FF_OK
                         : ff_fail(error, code, piece->name, FF_NO_OFFSET, "%s", error->message);
}

static ff_code make_folder_of(const ff_incoming *in, const char *path, ff_error *error) {
    ff_arena arena;
    ff_app_arena(in->app, &arena);
    const char *folder = ff_arena_copy_bytes(&arena, path, (size_t)(strrchr(path, '/') - path));
    ff_code code = folder != NULL ? ff_folder_make(folder, error) : ff_arena_check(&arena, error);
    ff_arena_free(&arena);
    return code;
}

static void note_received(ff_incoming *in, const ff_incoming_piece *piece) {
    in->received++;
    in->received_bytes += piece->size;
    snprintf(in->copy_name, FF_INCOMING_NAME_MOST + 1, "%s", piece->name);
}

static ff_code take_whole(ff_incoming *in, const ff_incoming_piece *piece, const char *path,
                          ff_error *error) {
    ff_code code = make_folder_of(in, path, error);
    code = code == FF_OK ? ff_file_append(path, 0, piece->data, piece->length, error) : code;
    if (code == FF_OK) {
        note_received(in, piece);
    }
    return code;
}

/* How much of a file in pieces is here; another file's pieces are let go of when one begins. */
static int64_t have_of_part(const ff_incoming *in, const ff_incoming_piece *piece) {
    bool same = strcmp(in->part_name, piece->name) == 0 && in->part_size == piece->size;
    int64_t size = same ? ff_file_size(in->part) : 0;
    return size > 0 ? size : 0;
}

static ff_code take_part(ff_incoming *in, const ff_incoming_piece *piece, const char *path,
                         int64_t *have, size_t *taken, ff_error *error) {
    *have = have_of_part(in, piece);
    if (piece->at != *have) {
        return FF_OK;
    }
    if (piece->at == 0) {
        ff_code code = ff_file_remove(in->part, error);
        if (code != FF_OK) {
            return code;
        }
        snprintf(in->part_name, FF_INCOMING_NAME_MOST + 1, "%s", piece->name);
        in->part_size = piece->size;
    }
    ff_code code = ff_file_append(in->part, *have, piece->data, piece->length, error);
    if (code != FF_OK) {
        return code;
    }
    *have += (int64_t)piece->length;
    *taken = piece->length;
    if (*have == piece->size) {
        code = make_folder_of(in, path, error);
        code = code == FF_OK ? ff_file_rename(in->part, path, error) : code;
        in->part_name[0] = '\0';
        if (code == FF_OK) {
            note_received(in, piece);
        }
    }
    return code;
}

static ff_code take_new(ff_incoming *in, const ff_incoming_piece *piece, const char *path,
                        int64_t *have, size_t *taken, ff_error *error) {
    bool whole = piece->at == 0 && (int64_t)piece->length == piece->size;
    if (in->kind == FF_INCOMING_COPY && in->received > 0) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET, "a copy is one file");
    }
    if (!whole) {
        return take_part(in, piece, path, have, taken, error);
    }
    ff_code code = take_whole(in, piece, path, error);
    *have = code == FF_OK ? piece->size : 0;
    *taken = code == FF_OK ? piece->length : 0;
    return code;
}

ff_code ff_incoming_take(ff_app *app, const ff_incoming_piece *piece, int64_t *have, size_t *taken,
                         ff_error *error) {
    ff_incoming *in = app->incoming;
    ff_arena arena;
    *taken = 0;
    *have = 0;
    ff_code code = check_piece(in, piece, error);
    if (code != FF_OK) {
        return code;
    }
    ff_app_arena(app, &arena);
    const char *path = ff_arena_printf(&arena, "%s/%s", in->files, piece->name);
    if (path == NULL) {
        code = ff_arena_check(&arena, error);
    } else {
        int64_t there = ff_file_size(path);
        if (there >= 0 && there != piece->size) {
            code = ff_fail(error, FF_ERR_VALUE, "name", FF_NO_OFFSET,
                           "another file of that name is here already");
        } else if (there >= 0) { /* the answer to it was lost on its way */
            *have = there;
        } else {
            code = name_error(piece, take_new(in, piece, path, have, taken, error), error);
        }
    }
    ff_arena_free(&arena);
    return code;
}

/* ---- reading ---- */

static double seconds_of(const ff_incoming *in) {
    return ff_context_stopwatch(in->app->context) - in->began_s;
}

static void read_runs(ff_incoming *in, const ff_watch *watch) {
    ff_arena arena;
    ff_app_arena(in->app, &arena);
    const char *paths[] = {in->files};
    const ff_import_request request = {
        .paths = paths, .path_count = 1, .verbose = true, .format = FF_AS_JSON};
    const ff_import_job job = {
        .request = &request, .below = ff_arena_printf(&arena, "%s/", in->files), .watch = watch};
    in->code = ff_arena_check(&arena, &in->error);
    if (in->code == FF_OK) {
        in->code = ff_import_do(in->app, &job, &in->reply, &in->error);
    }
    ff_arena_free(&arena);
}

static const char *aside_journal(const ff_incoming *in, ff_arena *arena) {
    return ff_arena_printf(arena, "%s/journal.footfall", in->aside);
}

static void look_into_copy(ff_incoming *in, const ff_watch *watch) {
    ff_arena arena;
    ff_app_arena(in->app, &arena);
    const ff_restore_job job = {.path = ff_arena_printf(&arena, "%s/%s", in->files, in->copy_name),
                                .name = in->copy_name,
                                .watch = watch};
    const char *aside = aside_journal(in, &arena);
    in->code = ff_arena_check(&arena, &in->error);
    if (in->code == FF_OK) {
        in->code = ff_bring_back_look(in->app, &job, aside, &in->reply.text, &in->error);
    }
    ff_arena_free(&arena);
}

static void read_all(void *data, const ff_watch *watch) {
    ff_incoming *in = data;
    (in->kind == FF_INCOMING_RUNS ? read_runs : look_into_copy)(in, watch);
}

static void finish(ff_incoming *in) {
    in->seconds = seconds_of(in);
    if (in->kind == FF_INCOMING_COPY && in->code == FF_OK) {
        in->state = FOUND;
        return;
    }
    in->state = DONE;
    leave_folder(in);
}

ff_code ff_incoming_step(ff_app *app, ff_incoming_kind kind, ff_error *error) {
    ff_incoming *in = app->incoming;
    if (in->kind != kind) {
        return ff_fail(error, FF_ERR_USAGE, "import", FF_NO_OFFSET,
                       kind == FF_INCOMING_RUNS ? "it is a copy that is brought back, not runs"
                                                : "it is runs that are brought in, not a copy");
    }
    if (in->state == RECEIVING && in->received == 0) {
        return ff_fail(error, FF_ERR_NO_FILES, NULL, FF_NO_OFFSET, "no file was received");
    }
    if (in->state == RECEIVING) {
        in->state = READING;
        in->began_s = ff_context_stopwatch(app->context);
        in->slices = (ff_slices){.work = read_all, .data = in, .total = (uint64_t)in->received};
        ff_slices_begin(&in->slices, app->context, true);
    }
    if (in->state == READING && ff_slices_go(&in->slices)) {
        finish(in);
    }
    return FF_OK;
}

/* ---- the end ---- */

ff_code ff_incoming_bring_back(ff_app *app, ff_error *error) {
    ff_incoming *in = app->incoming;
    ff_arena arena;
    if (in->state != FOUND) {
        return ff_fail(error, FF_ERR_USAGE, "import", FF_NO_OFFSET,
                       "no copy was looked into that could be brought back");
    }
    ff_app_arena(app, &arena);
    const char *aside = aside_journal(in, &arena);
    ff_code code = ff_arena_check(&arena, error);
    if (code == FF_OK) {
        code = ff_bring_back(app, aside, in->copy_name, error);
    }
    ff_arena_free(&arena);
    if (code == FF_OK) {
        in->brought_back = true;
        in->state = DONE;
        leave_folder(in);
    }
    return code;
}

static void stop_reading(ff_incoming *in) {
    if (in->state == READING) {
        ff_slices_stop(&in->slices);
        finish(in);
    }
}

ff_code ff_incoming_stop(ff_app *app, ff_error *error) {
    ff_incoming *in = app->incoming;
    (void)error;
    if (in->state == RECEIVING || in->state == FOUND) {
        ff_incoming_close(app);
    } else {
        stop_reading(in);
    }
    return FF_OK;
}

void ff_incoming_close(ff_app *app) {
    if (app->incoming != NULL) {
        stop_reading(app->incoming);
        free_incoming(app->incoming);
        app->incoming = NULL;
    }
}

/* ---- how it stands ---- */

static void tell_receiving(const ff_incoming *in, ff_json *json) {
    ff_json_text_member(json, "state", "receiving");
    ff_json_name(json, "files");
    ff_json_int(json, in->received);
    ff_json_name(json, "bytes");
    ff_json_int(json, in->received_bytes);
}

static void tell_reading(const ff_incoming *in, ff_json *json) {
    ff_json_text_member(json, "state", "reading");
    ff_json_name(json, "done");
    ff_json_uint(json, in->slices.done);
    ff_json_name(json, "total");
    ff_json_uint(json, in->slices.total);
    ff_json_name(json, "share");
    ff_json_number(json, ff_round_places(in->slices.share < 1 ? in->slices.share : 1, 4));
    ff_json_text_member(json, "item", in->slices.item[0] != '\0' ? in->slices.item : NULL);
    ff_json_name(json, "seconds");
    ff_json_number(json, ff_round_places(seconds_of(in), 3));
}

/* One value, with or without a newline. */
static void tell_result(const ff_incoming *in, ff_json *json) {
    size_t length = in->reply.text.length;
    if (length > 0) {
        ff_json_name(json, "result");
        ff_json_raw(json, in->reply.text.data, length - (in->reply.text.data[length - 1] == '\n'));
    }
}

static void tell_found(const ff_incoming *in, ff_json *json) {
    ff_json_text_member(json, "state", "found");
    ff_json_text_member(json, "file", in->copy_name);
    tell_result(in, json);
}

/* What was done is told after an error too; a stop is none. */
static void tell_done(const ff_incoming *in, ff_json *json) {
    ff_json_text_member(json, "state", "done");
    if (in->kind == FF_INCOMING_COPY) {
        ff_json_name(json, "brought_back");
        ff_json_bool(json, in->brought_back);
    }
    ff_json_name(json, "stopped");
    ff_json_bool(json, in->code == FF_ERR_CANCELLED);
    if (in->code != FF_OK && in->code != FF_ERR_CANCELLED) {
        ff_json_name(json, "error");
        ff_json_error(json, &in->error);
    }
    tell_result(in, json);
}

void ff_incoming_tell(const ff_app *app, ff_text *out) {
    const ff_incoming *in = app->incoming;
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    if (in == NULL) {
        ff_json_text_member(&json, "state", "none");
    } else {
        ff_json_name(&json, "import");
        ff_json_int(&json, in->number);
        if (in->kind == FF_INCOMING_COPY) {
            ff_json_name(&json, "copy");
            ff_json_bool(&json, true);
        }
        static void (*const of_state[])(const ff_incoming *,
                                        ff_json *) = {[RECEIVING] = tell_receiving,
                                                      [READING] = tell_reading,
                                                      [FOUND] = tell_found,
                                                      [DONE] = tell_done};
        of_state[in->state](in, &json);
    }
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}
