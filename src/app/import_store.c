/* The one writer of an import: files and runs into the journal, outcomes into the summary. */
#include "app/importing.h"

/* What waits on the disk is what takes time: an archive brings thousands of files. Their lines are
 * kept together, at the latest after so many or so long; nobody else can write while lines wait, so
 * they are few, and so is what a kill undoes. A run weighs as much as several lines without one. */
#define MOST_WAITING   256
#define WEIGHT_OF_RUN  4
#define LONGEST_WAIT_S 0.5

ff_code ff_importing_settle(ff_importing *w, ff_error *error) {
    bool any = w->waiting > 0;
    w->waiting = 0;
    ff_code code = any ? ff_journal_finish(w->app->journal, FF_OK, error) : FF_OK;
    if (any && code == FF_OK) {
        w->kept = w->summary.files.count;
    }
    return code;
}

static ff_code begin_waiting(ff_importing *w, ff_error *error) {
    ff_code code = FF_OK;
    if (w->waiting == 0) {
        code = ff_journal_begin(w->app->journal, error);
        w->waiting = code == FF_OK;
        w->waiting_since_s = ff_context_stopwatch(w->app->context);
    }
    return code;
}

static ff_code add_waiting(ff_importing *w, size_t weight, ff_error *error) {
    w->waiting += weight;
    double waited_s = ff_context_stopwatch(w->app->context) - w->waiting_since_s;
    return w->waiting > MOST_WAITING || waited_s > LONGEST_WAIT_S ? ff_importing_settle(w, error)
                                                                  : FF_OK;
}

/* The error of the import: what was used until now may be one of its parts. */
static ff_code fail_with(ff_importing *w, ff_code code, const ff_error *trouble) {
    return code == FF_OK
               ? FF_OK
               : ff_fail(w->error, code, trouble->where, trouble->offset, "%s", trouble->message);
}

/* A file whose line is written: into the summary first, so that what is kept with it counts it. */
static ff_code note_file(ff_importing *w, const ff_import_file *file, size_t weight) {
    ff_import_file_list *files = &w->summary.files;
    if (files->count == w->room) {
        size_t room = w->room > 0 ? w->room * 2 : 64;
        ff_import_file *grown =
            ff_arena_grow(w->arena, files->items, files->count, room, sizeof *grown);
        if (grown == NULL) {
            return ff_arena_check(w->arena, w->error);
        }
        files->items = grown;
        w->room = room;
    }
    files->items[files->count++] = *file;
    ff_error trouble;
    return fail_with(w, add_waiting(w, weight, &trouble), &trouble);
}

/* A recording that the journal does not take, being larger than any run, is a failed file too. */
static ff_code put_file(ff_importing *w, const ff_import_file *file, const ff_run_list *runs,
                        ff_import_file *stored, ff_error *error) {
    ff_journal *journal = w->app->journal;
    ff_code code = ff_journal_put_file(journal, w->arena, file, runs, stored, error);
    if (code == FF_ERR_LIMIT) {
        ff_import_file failed = *file;
        failed.outcome = FF_OUTCOME_FAILED;
        failed.code = error->code;
        failed.message = ff_arena_copy(w->arena, error->message);
        failed.offset = error->offset;
        code = ff_journal_put_file(journal, w->arena, &failed, NULL, stored, error);
    }
    return code;
}

ff_code ff_importing_store(ff_importing *w, const ff_import_file *file, const ff_run_list *runs) {
    ff_import_file stored;
    ff_error trouble;
    ff_code code = begin_waiting(w, &trouble);
    if (code == FF_OK) {
        code = put_file(w, file, runs, &stored, &trouble);
    }
    return code == FF_OK ? note_file(w, &stored, 1 + WEIGHT_OF_RUN * runs->count)
                         : fail_with(w, code, &trouble);
}

ff_code ff_importing_store_words(ff_importing *w, const char *path, int64_t size,
                                 ff_outcome outcome, const ff_error *why) {
    const ff_run_list none = {0};
    ff_import_file file = {.import_id = w->import_id,
                           .path = path,
                           .size = size,
                           .outcome = outcome,
                           .code = why->code,
                           .message = why->message,
                           .offset = why->offset};
    return ff_importing_store(w, &file, &none);
}

ff_code ff_importing_begin_file(ff_importing *w, const ff_import_file *file, int64_t *file_id) {
    ff_error trouble;
    ff_code code = begin_waiting(w, &trouble);
    if (code == FF_OK) {
        code = ff_journal_begin_file(w->app->journal, file, file_id, &trouble);
    }
    return fail_with(w, code, &trouble);
}

ff_code ff_importing_put_run(ff_importing *w, int64_t file_id, size_t index, const ff_run *run,
                             int64_t belongs_to) {
    ff_error trouble;
    ff_arena scratch;
    ff_app_arena(w->app, &scratch);
    ff_code code = begin_waiting(w, &trouble);
    if (code == FF_OK) {
        code = ff_journal_put_recording(w->app->journal, &scratch, file_id, index, run, belongs_to,
                                        NULL, &trouble);
    }
    if (code == FF_OK) {
        code = add_waiting(w, run->series.rows > 0 ? WEIGHT_OF_RUN : 1, &trouble);
    }
    ff_arena_free(&scratch);
    return fail_with(w, code, &trouble);
}

ff_code ff_importing_end_file(ff_importing *w, int64_t file_id, const ff_import_file *file) {
    ff_import_file stored;
    ff_error trouble;
    ff_code code = begin_waiting(w, &trouble);
    if (code == FF_OK) {
        code = ff_journal_end_file(w->app->journal, w->arena, file_id, file, &stored, &trouble);
    }
    return code == FF_OK ? note_file(w, &stored, 1) : fail_with(w, code, &trouble);
}

ff_code ff_importing_put_shoe(ff_importing *w, const ff_listed_shoe *shoe) {
    ff_error trouble;
    ff_code code = begin_waiting(w, &trouble);
    if (code == FF_OK) {
        code = ff_journal_put_shoe(w->app->journal, shoe->name, shoe->retired, shoe->retired_at_s,
                                   &trouble);
    }
    if (code == FF_OK) {
        code = add_waiting(w, 1, &trouble);
    }
    return fail_with(w, code, &trouble);
}
