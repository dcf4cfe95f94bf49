/* import: files, folders and archives into the journal. */
#include "app/importing.h"
#include "base/folder.h"
#include "files/recognise.h"

#include <string.h>

/* What was given, sorted out: all files below the paths that are no archives, and the archives. */
typedef struct {
    ff_leaf_list leaves;
    ff_leaf_list zips;
} import_plan;

/* The name of what lies at a path. */
static const char *name_of(const ff_importing *w, const char *path) {
    const char *below = w->job->below;
    size_t length = below != NULL ? strlen(below) : 0;
    return length > 0 && strncmp(path, below, length) == 0 ? path + length : path;
}

/* What cannot be looked at (a path that is not there, a folder that may not be read) is a failed
 * file like any other, and stops nothing. */
static ff_code store_unseen(ff_importing *w, const char *path, ff_code why, const char *message) {
    ff_error trouble;
    ff_fail(&trouble, why, NULL, FF_NO_OFFSET, "%s", message);
    w->leaves_seen++;
    return ff_importing_store_words(w, name_of(w, path), -1, FF_OUTCOME_FAILED, &trouble);
}

static ff_code add_paths(ff_importing *w, const ff_path_list *found, ff_path_list *files,
                         size_t *room) {
    if (files->count + found->count > *room) {
        *room = (files->count + found->count) * 2;
        const char **grown =
            ff_arena_grow(w->arena, files->items, files->count, *room, sizeof *grown);
        if (grown == NULL) {
            return ff_arena_check(w->arena, w->error);
        }
        files->items = grown;
    }
    for (size_t i = 0; i < found->count; i++) {
        files->items[files->count++] = found->items[i];
    }
    return FF_OK;
}

static ff_code list_path(ff_importing *w, const char *path, ff_path_list *files, size_t *room) {
    ff_path_list found;
    ff_error trouble;
    ff_code code = ff_folder_files(w->arena, path, &found, &trouble);
    if (code == FF_ERR_MEMORY) {
        return ff_fail(w->error, code, path, FF_NO_OFFSET, "%s", trouble.message);
    }
    if (code != FF_OK) {
        return store_unseen(w, path, code, trouble.message);
    }
    for (size_t i = 0; i < found.trouble_count && code == FF_OK; i++) {
        const ff_path_trouble *unseen = &found.troubles[i];
        code = store_unseen(w, unseen->path, unseen->code, unseen->message);
    }
    return code == FF_OK ? add_paths(w, &found, files, room) : code;
}

static ff_code list_paths(ff_importing *w, ff_path_list *files) {
    const ff_import_request *request = w->job->request;
    size_t room = 0;
    ff_code code = FF_OK;
    for (size_t i = 0; i < request->path_count && code == FF_OK; i++) {
        code = list_path(w, request->paths[i], files, &room);
    }
    if (code == FF_OK && files->count + w->summary.files.count == 0) {
        code =
            ff_fail(w->error, FF_ERR_NO_FILES,
                    request->path_count > 0 ? name_of(w, request->paths[0]) : NULL, FF_NO_OFFSET, "there is no file in it");
    }
    return code;
}

/* Whether it is a zip, and how large; what cannot be opened is found out in its turn. */
static bool look_at(const char *path, int64_t *size) {
    ff_bytes bytes;
    uint8_t head[8] = {0};
    size_t got = 0;
    *size = 0;
    if (ff_bytes_of_file(&bytes, path, NULL) != FF_OK) {
        return false;
    }
    ff_code code = bytes.read_at(&bytes, 0, head, sizeof head, &got, NULL);
    *size = bytes.size;
    ff_bytes_close(&bytes);
    return code == FF_OK && ff_recognise(head, got).format == FF_FORMAT_ZIP;
}

static ff_code make_plan(ff_importing *w, const ff_path_list *files, import_plan *plan) {
    plan->leaves.items = ff_arena_take(w->arena, files->count, sizeof *plan->leaves.items);
    plan->zips.items = ff_arena_take(w->arena, files->count, sizeof *plan->zips.items);
    ff_code code = ff_arena_check(w->arena, w->error);
    for (size_t i = 0; i < files->count && code == FF_OK; i++) {
        int64_t size;
        ff_leaf_list *list = look_at(files->items[i], &size) ? &plan->zips : &plan->leaves;
        list->items[list->count++] = (ff_leaf){.path = name_of(w, files->items[i]),
                                               .disk = files->items[i],
                                               .weight = (double)size};
        w->bytes_total += (double)size;
    }
    w->leaves_seen += files->count;
    return code;
}

static void begin_export(const ff_importing *w, ff_export *export) {
    *export = (ff_export){.first_file = w->summary.files.count};
    ff_app_arena(w->app, &export->arena);
}

static ff_code end_export(ff_importing *w, ff_export *export, ff_code code) {
    code = code == FF_OK ? ff_importing_lists(w, export) : code;
    ff_arena_free(&export->arena);
    return code;
}

static ff_code import_zip(ff_importing *w, const ff_leaf *leaf) {
    ff_export export;
    ff_bytes bytes;
    ff_error trouble;
    ff_code code = ff_importing_step(w, leaf->path);
    if (code != FF_OK) {
        return code;
    }
    if (ff_bytes_of_file(&bytes, leaf->disk, &trouble) != FF_OK) {
        return ff_importing_store_words(w, leaf->path, -1, FF_OUTCOME_FAILED, &trouble);
    }
    bytes.name = leaf->path;
    begin_export(w, &export);
    code = ff_importing_zip(w, &export, &bytes, leaf);
    code = end_export(w, &export, code);
    ff_bytes_close(&bytes);
    return code;
}

/* Files first, then archives, then the lists among the files: the recordings that these name may
 * lie in the archives beside them. */
static ff_code import_plan_all(ff_importing *w, import_plan *plan) {
    ff_export export;
    begin_export(w, &export);
    ff_code code = ff_importing_leaves(w, &export, &plan->leaves);
    for (size_t i = 0; i < plan->zips.count && code == FF_OK; i++) {
        code = import_zip(w, &plan->zips.items[i]);
    }
    code = end_export(w, &export, code);
    ff_progress end = {.what = "importing",
                       .done = w->summary.files.count,
                       .total = w->summary.files.count,
                       .share = 1};
    if (code == FF_OK && w->job->watch == NULL) {
        ff_context_progress(w->app->context, &end);
    }
    return code;
}

static ff_code import_all(ff_importing *w) {
    ff_path_list files = {0};
    import_plan plan = {0};
    ff_code code = list_paths(w, &files);
    if (code == FF_OK) {
        code = ff_journal_known_files(w->app->journal, w->arena, &w->known, w->error);
    }
    if (code == FF_OK) {
        code = make_plan(w, &files, &plan);
    }
    if (code == FF_OK) {
        code = import_plan_all(w, &plan);
    }
    w->summary.cancelled = code == FF_ERR_CANCELLED;
    return code;
}

static void tell(const ff_importing *w, ff_reply *reply) {
    const ff_import_request *request = w->job->request;
    if (request->format == FF_AS_JSON) {
        ff_import_report_json(&w->summary, request->verbose, &reply->text);
    } else {
        ff_import_report_text(&w->summary, request->verbose, w->arena, &reply->text);
    }
}

ff_code ff_import_do(ff_app *app, const ff_import_job *job, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_error first; /* the first error is the news, not what went wrong in its wake */
    ff_app_arena(app, &arena);
    ff_error_clear(&first);
    ff_importing w = {.app = app, .job = job, .arena = &arena, .error = &first};
    double began_s = ff_context_stopwatch(app->context);
    ff_code code = ff_journal_begin_import(app->journal, &w.import_id, &first);
    bool begun = code == FF_OK;
    if (begun) {
        code = import_all(&w);
    }
    ff_code settled = ff_importing_settle(&w, code == FF_OK ? &first : NULL);
    code = code == FF_OK ? settled : code;
    w.summary.files.count = w.kept; /* a full disk undoes what waited: it is not told as done */
    if (w.summary.cancelled) {
        w.summary.not_reached = w.leaves_seen - w.kept;
    }
    if (code == FF_OK) {
        code = ff_journal_end_import(app->journal, w.import_id, &first);
    } else if (code == FF_ERR_NO_FILES) {
        ff_journal_end_import(app->journal, w.import_id, NULL);
    }
    w.summary.seconds = ff_context_stopwatch(app->context) - began_s;
    if (begun &&
        code != FF_ERR_NO_FILES) { /* also after an error: what was done is kept, and told */
        tell(&w, reply);
    }
    const ff_import_file_list *done = &w.summary.files;
    reply->incomplete = ff_import_count(done, FF_OUTCOME_FAILED) > 0 ||
                        ff_import_count(done, FF_OUTCOME_DAMAGED) > 0;
    if (code != FF_OK) {
        ff_fail(error, code, first.where, first.offset, "%s", first.message);
    }
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_app_import(ff_app *app, const ff_import_request *request, ff_reply *reply,
                      ff_error *error) {
    const ff_import_job job = {.request = request};
    return ff_import_do(app, &job, reply, error);
}
