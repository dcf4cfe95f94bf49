/* The lists of an export: read when they are met, stored when all recordings are there, so that
 * each line finds its own. */
#include "app/importing.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_words[] = {
    [FF_LISTING_NONE] = "a list",
    [FF_LISTING_STRAVA_ACTIVITIES] = "a list of activities, without a run",
    [FF_LISTING_STRAVA_SHOES] = "a list of shoes",
    [FF_LISTING_GARMIN_ACTIVITIES] = "a list of activities, without a run",
    [FF_LISTING_GARMIN_GEAR] = "a list of shoes"};

static ff_list_file *add_list(ff_importing *w, ff_export *export) {
    if (export->list_count == export->list_room) {
        size_t room = export->list_room > 0 ? export->list_room * 2 : 8;
        ff_list_file *grown =
            ff_arena_grow(&export->arena, export->lists, export->list_count, room, sizeof *grown);
        if (grown == NULL) {
            ff_arena_check(&export->arena, w->error);
            return NULL;
        }
        export->lists = grown;
        export->list_room = room;
    }
    return &export->lists[export->list_count++];
}

static void begin_line(ff_export *export, ff_list_file *list, const ff_leaf_read *read) {
    ff_arena *arena = &export->arena;
    const char *slash = strrchr(read->file.path, '/');
    *list = (ff_list_file){.line = read->file,
                           .first = export->listing.run_count,
                           .first_note = export->listing.note_count,
                           .first_other = export->listing.other_file_count};
    list->line.path = ff_arena_copy(arena, read->file.path);
    list->line.sha256 = ff_arena_copy(arena, read->file.sha256);
    list->folder = slash != NULL ? ff_arena_copy_bytes(arena, read->file.path,
                                                       (size_t)(slash - read->file.path + 1))
                                 : "";
}

/* What a reader of the list should know, without the list's own name before each. */
static const char *notes_of(ff_export *export, const ff_list_file *list) {
    const ff_listing *listing = &export->listing;
    const char *all = NULL;
    size_t name = strlen(list->line.path);
    for (size_t i = list->first_note; i < listing->note_count; i++) {
        const char *note = listing->notes[i];
        if (strncmp(note, list->line.path, name) == 0 && strncmp(note + name, ": ", 2) == 0) {
            note += name + 2;
        }
        all = all == NULL ? note : ff_arena_printf(&export->arena, "%s; %s", all, note);
    }
    return all;
}

static void note_outcome(ff_export *export, ff_list_file *list, const ff_error *damage,
                         const char *words) {
    ff_import_file *line = &list->line;
    const char *notes = notes_of(export, list);
    line->outcome = list->count > 0 ? FF_OUTCOME_IMPORTED : FF_OUTCOME_NOT_A_RUN;
    line->message = notes;
    if (list->count == 0) { /* the kinds in it may be runs under a name that is not known */
        line->message =
            notes != NULL ? ff_arena_printf(&export->arena, "%s; %s", words, notes) : words;
    }
    if (damage != NULL) {
        line->outcome = list->count > 0 ? FF_OUTCOME_DAMAGED : FF_OUTCOME_FAILED;
        line->code = damage->code;
        line->message = ff_arena_copy(&export->arena, damage->message);
        line->offset = damage->offset;
    }
}

ff_code ff_importing_hold_list(ff_importing *w, ff_export *export, ff_leaf_read *read) {
    ff_list_file *list = add_list(w, export);
    if (list == NULL) {
        return FF_ERR_MEMORY;
    }
    ff_error trouble;
    ff_stream stream;
    begin_line(export, list, read);
    const ff_known_file *known = ff_known_file_find(&w->known, list->line.sha256);
    list->known = known != NULL;
    list->known_runs = known != NULL && known->runs > 0;
    ff_stream_of_bytes(&stream, &read->bytes);
    ff_code code = ff_listing_read(w->app->context, read->listing, &stream, &export->arena,
                                   &export->listing, &trouble);
    ff_stream_close(&stream);
    list->count = export->listing.run_count - list->first;
    if (code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED) {
        return ff_fail(w->error, code, trouble.where, trouble.offset, "%s", trouble.message);
    }
    if (code == FF_OK && read->file.code != FF_OK) { /* the pack gave a part of it */
        code = ff_fail(&trouble, read->file.code, NULL, read->file.offset, "%s",
                       read->file.message != NULL ? read->file.message : "");
    }
    note_outcome(export, list, code != FF_OK ? &trouble : NULL, kind_words[read->listing]);
    return ff_arena_check(&export->arena, w->error);
}

/* ---- what lists say of recordings that are yet to be read ---- */

typedef struct {
    ff_leaf **leaves; /* by path */
    size_t count;
    ff_arena *arena;
} leaf_index;

static int by_leaf_path(const void *a, const void *b) {
    return strcmp((*(ff_leaf *const *)a)->path, (*(ff_leaf *const *)b)->path);
}

static int path_to_leaf(const void *path, const void *leaf) {
    return strcmp(path, (*(ff_leaf *const *)leaf)->path);
}

/* The leaf that a list names; NULL when there is none, or no memory, which the arena remembers. */
static ff_leaf *leaf_named(const leaf_index *index, const char *folder, const char *file) {
    const char *path =
        file != NULL && *file != '\0' ? ff_arena_printf(index->arena, "%s%s", folder, file) : NULL;
    ff_leaf **found =
        path != NULL && index->count > 0
            ? bsearch(path, index->leaves, index->count, sizeof *index->leaves, path_to_leaf)
            : NULL;
    return found != NULL ? *found : NULL;
}

static void heed_list(const leaf_index *index, const ff_export *export, const ff_list_file *list,
                      size_t other_end) {
    const ff_listing *listing = &export->listing;
    for (size_t i = list->first_other; i < other_end; i++) {
        const ff_listed_other *other = &listing->other_files[i];
        ff_leaf *leaf = leaf_named(index, list->folder, other->file);
        if (leaf != NULL) {
            leaf->said_other = other->type;
        }
    }
    for (size_t i = list->first; i < list->first + list->count; i++) {
        ff_leaf *leaf = leaf_named(index, list->folder, listing->runs[i].file);
        if (leaf != NULL) {
            leaf->said_run = true;
        }
    }
}

ff_code ff_importing_heed_lists(ff_importing *w, const ff_export *export, ff_leaf_list *leaves) {
    if (export->list_count == 0) {
        return FF_OK;
    }
    ff_arena scratch;
    ff_app_arena(w->app, &scratch);
    leaf_index index = {.leaves = ff_arena_take(&scratch, leaves->count, sizeof *index.leaves),
                        .arena = &scratch};
    for (size_t i = 0; i < leaves->count && index.leaves != NULL; i++) {
        index.leaves[index.count++] = &leaves->items[i];
    }
    if (index.count > 1) {
        qsort(index.leaves, index.count, sizeof *index.leaves, by_leaf_path);
    }
    for (size_t i = 0; i < export->list_count; i++) {
        bool last = i + 1 == export->list_count;
        heed_list(&index, export, &export->lists[i],
                  last ? export->listing.other_file_count : export->lists[i + 1].first_other);
    }
    ff_code code = ff_arena_check(&scratch, w->error);
    ff_arena_free(&scratch);
    return code;
}

/* ---- the recordings that a list names ---- */

typedef struct {
    ff_importing *w;
    ff_export *export;
    const ff_import_file **files; /* of the export, by path */
    size_t file_count;
} joining;

static int by_path(const void *a, const void *b) {
    return strcmp((*(const ff_import_file *const *)a)->path,
                  (*(const ff_import_file *const *)b)->path);
}

static int path_to_file(const void *path, const void *file) {
    return strcmp(path, (*(const ff_import_file *const *)file)->path);
}

static ff_code index_files(joining *j) {
    const ff_import_file_list *all = &j->w->summary.files;
    size_t count = all->count - j->export->first_file;
    j->files = ff_arena_take(&j->export->arena, count, sizeof *j->files);
    if (j->files == NULL) {
        return ff_arena_check(&j->export->arena, j->w->error);
    }
    for (size_t i = 0; i < count; i++) {
        j->files[i] = &all->items[j->export->first_file + i];
    }
    j->file_count = count;
    qsort(j->files, count, sizeof *j->files, by_path);
    return FF_OK;
}

/* The run of the recording that a line names. A recording of several runs does not say which. */
static int64_t run_of_file(const joining *j, const char *path) {
    const ff_import_file *const *found =
        j->file_count > 0 ? bsearch(path, j->files, j->file_count, sizeof *j->files, path_to_file)
                          : NULL;
    if (found == NULL) {
        return 0;
    }
    const ff_import_file *file = *found;
    if (file->run_count > 0) {
        return file->run_count == 1 ? file->runs[0].run_id : 0;
    }
    const ff_known_file *known = file->outcome == FF_OUTCOME_DUPLICATE
                                     ? ff_known_file_find(&j->w->known, file->sha256)
                                     : NULL;
    return known != NULL && known->runs == 1 ? known->run_id : 0;
}

static ff_code put_line(const joining *j, const ff_list_file *list, int64_t file_id, size_t index) {
    const ff_listed_run *listed = &j->export->listing.runs[list->first + index];
    int64_t belongs_to = 0;
    if (listed->file != NULL && listed->file[0] != '\0') {
        ff_arena scratch;
        ff_app_arena(j->w->app, &scratch);
        const char *path = ff_arena_printf(&scratch, "%s%s", list->folder, listed->file);
        belongs_to = path != NULL ? run_of_file(j, path) : 0;
        ff_code code = ff_arena_check(&scratch, j->w->error);
        ff_arena_free(&scratch);
        if (code != FF_OK) {
            return code;
        }
    }
    return ff_importing_put_run(j->w, file_id, index, &listed->run, belongs_to);
}

static ff_code put_list(const joining *j, const ff_list_file *list) {
    int64_t file_id = 0;
    ff_code code = ff_importing_begin_file(j->w, &list->line, &file_id);
    for (size_t i = 0; i < list->count && code == FF_OK; i++) {
        code = i % 64 == 0 ? ff_importing_step(j->w, list->line.path) : FF_OK;
        code = code == FF_OK ? put_line(j, list, file_id, i) : code;
    }
    return code == FF_OK ? ff_importing_end_file(j->w, file_id, &list->line) : code;
}

/* What lists say of shoes hangs together: one of them new, and all are gone through again. */
static bool all_known(const ff_export *export) {
    for (size_t i = 0; i < export->list_count; i++) {
        if (!export->lists[i].known) {
            return false;
        }
    }
    return true;
}

static ff_code store_lists(const joining *j) {
    const ff_run_list none = {0};
    bool known = all_known(j->export);
    ff_code code = FF_OK;
    for (size_t i = 0; i < j->export->list_count && code == FF_OK; i++) {
        const ff_list_file *list = &j->export->lists[i];
        if (list->count > 0 && !(known && list->known_runs)) {
            code = put_list(j, list);
            continue;
        }
        ff_import_file line = list->line;
        if (list->count > 0) {
            line.outcome = FF_OUTCOME_DUPLICATE;
            line.code = FF_OK;
            line.message = NULL;
            line.offset = FF_NO_OFFSET;
        }
        code = ff_importing_store(j->w, &line, &none);
    }
    return code;
}

/* Shoes are put last: those that a run was run in are there by then, under the runs' name of them.
 */
static ff_code store_shoes(const joining *j) {
    const ff_listing *listing = &j->export->listing;
    ff_code code = FF_OK;
    for (size_t i = 0; i < listing->shoe_count && code == FF_OK; i++) {
        const ff_listed_shoe *shoe = &listing->shoes[i];
        if (shoe->name != NULL && shoe->name[0] != '\0') {
            code = ff_importing_put_shoe(j->w, shoe);
        }
    }
    return code;
}

ff_code ff_importing_lists(ff_importing *w, ff_export *export) {
    joining j = {.w = w, .export = export};
    ff_code code = FF_OK;
    if (export->list_count > 0) {
        ff_listing_join(&export->listing);
        code = index_files(&j);
        code = code == FF_OK ? store_lists(&j) : code;
        code = code == FF_OK ? store_shoes(&j) : code;
    }
    return code;
}
