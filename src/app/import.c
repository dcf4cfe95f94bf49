/* import and imports: files into the journal, and what became of them. */
#include "app/app.h"

#include "base/digest.h"
#include "base/folder.h"
#include "files/import_runs.h"
#include "files/recognise.h"
#include "report/import_report.h"

typedef struct {
    ff_app *app;
    ff_arena *arena; /* of the whole import: paths and outcomes */
    ff_error *error;
    int64_t import_id;
    ff_import_summary summary;
    size_t room;
    size_t waiting; /* files without a new run whose lines wait to be kept together */
} import_work;

static ff_code note_file(import_work *work, const ff_import_file *file) {
    ff_import_file_list *files = &work->summary.files;
    if (files->count == work->room) {
        size_t room = work->room > 0 ? work->room * 2 : 64;
        ff_import_file *grown =
            ff_arena_grow(work->arena, files->items, files->count, room, sizeof *grown);
        if (grown == NULL) {
            return ff_arena_check(work->arena, work->error);
        }
        files->items = grown;
        work->room = room;
    }
    files->items[files->count++] = *file;
    return FF_OK;
}

static void note_error(ff_import_file *file, ff_outcome outcome, const ff_error *error,
                       ff_arena *arena) {
    file->outcome = outcome;
    file->code = error->code;
    file->message = ff_arena_copy(arena, error->message);
    file->offset = error->offset;
}

/* The fingerprint is taken only of what may be a recording: an endless file of zeros is known at
 * its first bytes. */
static ff_code take_digest(ff_bytes *bytes, char digest[FF_DIGEST_SIZE], ff_error *error) {
    uint8_t head[FF_RECOGNISE_HEAD];
    size_t got = 0;
    ff_code code = bytes->read_at(bytes, 0, head, sizeof head, &got, error);
    digest[0] = '\0';
    ff_format_kind kind = code == FF_OK ? ff_recognise(head, got).format : FF_FORMAT_OTHER;
    if (kind == FF_FORMAT_FIT || kind == FF_FORMAT_TCX || kind == FF_FORMAT_GPX) {
        code = ff_digest_of_bytes(bytes, digest, error);
    }
    return code;
}

/* Reads one opened file: its runs, and its line for the log in *file. A file that cannot be read is
 * an outcome, not an error. */
static ff_code read_runs(import_work *work, ff_bytes *bytes, ff_arena *scratch,
                         ff_import_file *file, ff_run_list *runs) {
    char digest[FF_DIGEST_SIZE];
    ff_error trouble;
    ff_error_clear(&trouble);
    ff_code code = take_digest(bytes, digest, &trouble);
    if (code == FF_OK && digest[0] != '\0') {
        bool known;
        file->sha256 = ff_arena_copy(work->arena, digest);
        code = ff_journal_knows_file(work->app->journal, digest, &known, work->error);
        if (code != FF_OK) {
            return code;
        }
        if (known) {
            file->outcome = FF_OUTCOME_DUPLICATE;
            return FF_OK;
        }
    }
    ff_file_result result = {0};
    if (code == FF_OK) {
        code = ff_file_read_runs(work->app->context, bytes, scratch, &result, &trouble);
    }
    if (code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED) {
        return ff_fail(work->error, code, trouble.where, trouble.offset, "%s", trouble.message);
    }
    if (code != FF_OK) {
        note_error(file, FF_OUTCOME_FAILED, &trouble, work->arena);
    } else if (result.kind == FF_FILE_NOT_RUNS) {
        file->outcome = FF_OUTCOME_NOT_A_RUN;
        file->message = ff_arena_copy(work->arena, result.what);
    } else {
        /* Bytes after the declared end are worth a remark; the recording itself is whole. */
        bool whole = result.damage.code == FF_OK || result.damage.code == FF_ERR_TRAILING;
        file->outcome = whole ? FF_OUTCOME_IMPORTED : FF_OUTCOME_DAMAGED;
        if (result.damage.code != FF_OK) {
            note_error(file, file->outcome, &result.damage, work->arena);
        }
        *runs = result.runs;
    }
    return ff_arena_check(work->arena, work->error);
}

/* What waits on the disk is what takes time: a folder that is imported every week brings thousands
 * of files without anything new. Their lines are kept together, at the latest after so many files;
 * a run is kept at once. Nobody else can write while lines wait, so they are few. */
#define MOST_WAITING 32

/* Keeps the lines that wait. */
static ff_code settle(import_work *work, ff_error *error) {
    bool any = work->waiting > 0;
    work->waiting = 0;
    return any ? ff_journal_finish(work->app->journal, FF_OK, error) : FF_OK;
}

/* A recording that the journal does not take, being larger than any run, is a failed file too. */
static ff_code put_file(import_work *work, ff_import_file *file, const ff_run_list *runs,
                        ff_import_file *stored, ff_error *error) {
    ff_journal *journal = work->app->journal;
    ff_code code = ff_journal_put_file(journal, work->arena, file, runs, stored, error);
    if (code == FF_ERR_LIMIT) {
        note_error(file, FF_OUTCOME_FAILED, error, work->arena);
        code = ff_journal_put_file(journal, work->arena, file, NULL, stored, error);
    }
    return code;
}

static ff_code store(import_work *work, ff_import_file *file, const ff_run_list *runs) {
    ff_import_file stored;
    ff_error trouble;
    ff_code code = FF_OK;
    if (work->waiting == 0) {
        code = ff_journal_begin(work->app->journal, &trouble);
        work->waiting = code == FF_OK;
    }
    if (code == FF_OK) {
        code = put_file(work, file, runs, &stored, &trouble);
    }
    if (code == FF_OK && (runs->count > 0 || ++work->waiting > MOST_WAITING)) {
        code = settle(work, &trouble);
    }
    return code == FF_OK
               ? note_file(work, &stored)
               : ff_fail(work->error, code, trouble.where, trouble.offset, "%s", trouble.message);
}

static ff_code import_file(import_work *work, const char *path) {
    ff_import_file file = {
        .import_id = work->import_id, .path = path, .size = -1, .offset = FF_NO_OFFSET};
    ff_error trouble;
    ff_bytes bytes;
    ff_run_list runs = {0};
    ff_arena scratch;
    ff_app_arena(work->app, &scratch);
    ff_code code = ff_bytes_of_file(&bytes, path, &trouble);
    if (code != FF_OK) {
        note_error(&file, FF_OUTCOME_FAILED, &trouble, work->arena);
        code = FF_OK;
    } else {
        file.size = bytes.size;
        code = read_runs(work, &bytes, &scratch, &file, &runs);
        ff_bytes_close(&bytes);
    }
    if (code == FF_OK) {
        code = store(work, &file, &runs);
    }
    ff_arena_free(&scratch);
    return code;
}

/* What cannot be looked at (a path that is not there, a folder that may not be read) is a failed
 * file like any other, and stops nothing. */
static ff_code store_unseen(import_work *work, const char *path, ff_code why, const char *message) {
    const ff_run_list none = {0};
    ff_import_file file = {.import_id = work->import_id,
                           .path = path,
                           .size = -1,
                           .outcome = FF_OUTCOME_FAILED,
                           .code = why,
                           .message = ff_arena_copy(work->arena, message),
                           .offset = FF_NO_OFFSET};
    return store(work, &file, &none);
}

static ff_code add_paths(import_work *work, const ff_path_list *found, ff_path_list *files,
                         size_t *room) {
    if (files->count + found->count > *room) {
        *room = (files->count + found->count) * 2;
        const char **grown =
            ff_arena_grow(work->arena, files->items, files->count, *room, sizeof *grown);
        if (grown == NULL) {
            return ff_arena_check(work->arena, work->error);
        }
        files->items = grown;
    }
    for (size_t i = 0; i < found->count; i++) {
        files->items[files->count++] = found->items[i];
    }
    return FF_OK;
}

static ff_code list_path(import_work *work, const char *path, ff_path_list *files, size_t *room) {
    ff_path_list found;
    ff_error trouble;
    ff_code code = ff_folder_files(work->arena, path, &found, &trouble);
    if (code == FF_ERR_MEMORY) {
        return ff_fail(work->error, code, path, FF_NO_OFFSET, "%s", trouble.message);
    }
    if (code != FF_OK) {
        return store_unseen(work, path, code, trouble.message);
    }
    for (size_t i = 0; i < found.trouble_count && code == FF_OK; i++) {
        const ff_path_trouble *unseen = &found.troubles[i];
        code = store_unseen(work, unseen->path, unseen->code, unseen->message);
    }
    return code == FF_OK ? add_paths(work, &found, files, room) : code;
}

static ff_code import_all(import_work *work, const ff_path_list *files) {
    const ff_context *context = work->app->context;
    for (size_t i = 0; i < files->count; i++) {
        ff_progress progress = {"importing", i, files->count, files->items[i]};
        ff_context_progress(context, &progress);
        ff_code code =
            ff_context_cancelled(context) ? FF_ERR_CANCELLED : import_file(work, files->items[i]);
        if (code == FF_ERR_CANCELLED) {
            work->summary.cancelled = true;
            work->summary.not_reached = files->count - i;
            return ff_fail(work->error, code, NULL, FF_NO_OFFSET, "the import was stopped");
        }
        if (code != FF_OK) {
            return code;
        }
    }
    ff_progress end = {"importing", files->count, files->count, NULL};
    ff_context_progress(context, &end);
    return FF_OK;
}

static ff_code list_paths(import_work *work, const ff_import_request *request,
                          ff_path_list *files) {
    size_t room = 0;
    ff_code code = FF_OK;
    for (size_t i = 0; i < request->path_count && code == FF_OK; i++) {
        code = list_path(work, request->paths[i], files, &room);
    }
    if (code == FF_OK && files->count + work->summary.files.count == 0) {
        code = ff_fail(work->error, FF_ERR_NO_FILES,
                       request->path_count > 0 ? request->paths[0] : NULL, FF_NO_OFFSET,
                       "there is no file in it");
    }
    return code;
}

ff_code ff_app_import(ff_app *app, const ff_import_request *request, ff_reply *reply,
                      ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    import_work work = {.app = app, .arena = &arena, .error = error};
    double began_s = ff_context_stopwatch(app->context);
    ff_path_list files = {0};
    ff_code code = ff_journal_begin_import(app->journal, &work.import_id, error);
    bool begun = code == FF_OK;
    if (begun) {
        code = list_paths(&work, request, &files);
    }
    if (code == FF_OK) {
        code = import_all(&work, &files);
    }
    ff_code settled = settle(&work, code == FF_OK ? error : NULL); /* the first error is the news */
    code = code == FF_OK ? settled : code;
    if (code == FF_OK) {
        code = ff_journal_end_import(app->journal, work.import_id, error);
    } else if (code == FF_ERR_NO_FILES) {
        ff_journal_end_import(app->journal, work.import_id, NULL);
    }
    work.summary.seconds = ff_context_stopwatch(app->context) - began_s;
    if (begun &&
        code != FF_ERR_NO_FILES) { /* also after an error: what was done is kept, and told */
        if (request->format == FF_AS_JSON) {
            ff_import_report_json(&work.summary, &reply->text);
        } else {
            ff_import_report_text(&work.summary, request->verbose, &arena, &reply->text);
        }
    }
    const ff_import_file_list *done = &work.summary.files;
    reply->incomplete = ff_import_count(done, FF_OUTCOME_FAILED) > 0 ||
                        ff_import_count(done, FF_OUTCOME_DAMAGED) > 0;
    return ff_app_end(&arena, code, reply, error);
}

static ff_code collect_imports(ff_app *app, ff_arena *arena, ff_import_entry **entries,
                               size_t *count, ff_error *error) {
    ff_import_list imports;
    ff_code code = ff_journal_imports(app->journal, arena, &imports, error);
    if (code != FF_OK) {
        return code;
    }
    *count = imports.count;
    *entries = ff_arena_take(arena, imports.count, sizeof **entries);
    if (*entries == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < imports.count && code == FF_OK; i++) {
        (*entries)[i].import = imports.items[i];
        code = ff_journal_import_files(app->journal, arena, imports.items[i].id,
                                       &(*entries)[i].files, error);
    }
    return code;
}

ff_code ff_app_imports(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_import_entry *entries = NULL;
    size_t count = 0;
    ff_code code = collect_imports(app, &arena, &entries, &count, error);
    if (code == FF_OK) {
        if (format == FF_AS_JSON) {
            ff_imports_report_json(entries, count, &reply->text);
        } else {
            ff_imports_report_text(entries, count, &arena, &reply->text);
        }
    }
    return ff_app_end(&arena, code, reply, error);
}
