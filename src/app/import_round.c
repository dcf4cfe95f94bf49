/* A round of an import: the leaves of one pack, or of one folder, read in tasks and written in
 * their order; then what was held back. */
#include "app/importing.h"

#include <string.h>
#include <strings.h>

typedef struct {
    ff_importing *w;
    ff_export *export;
    ff_leaf_list *leaves;
    ff_leaf **held; /* those not read in their turn, with what they are */
    ff_leaf_kind *kinds;
    size_t held_count;
} import_round;

static ff_code keep_waiting(ff_importing *w) {
    ff_error trouble;
    return ff_importing_settle(w, &trouble) == FF_OK
               ? FF_OK
               : ff_fail(w->error, trouble.code, trouble.where, trouble.offset, "%s",
                         trouble.message);
}

/* The watcher's part of a step. */
static ff_code let_watch(ff_importing *w, const ff_progress *progress) {
    const ff_watch *watch = w->job->watch;
    if (watch->told(watch->user, progress)) {
        ff_code code = keep_waiting(w);
        if (code != FF_OK) {
            return code;
        }
        watch->rest(watch->user);
    }
    return watch->stopped(watch->user) ? FF_ERR_CANCELLED : FF_OK;
}

ff_code ff_importing_step(ff_importing *w, const char *item) {
    const ff_import_file_list *files = &w->summary.files;
    ff_progress progress = {.what = "importing",
                            .done = files->count,
                            .total = w->leaves_seen,
                            .item = item,
                            .share = w->bytes_total > 0 ? w->bytes_done / w->bytes_total : 0};
    ff_code code = FF_OK;
    if (w->job->watch != NULL) {
        code = let_watch(w, &progress);
    } else {
        ff_context_progress(w->app->context, &progress);
    }
    if (code != FF_OK && code != FF_ERR_CANCELLED) {
        return code;
    }
    return code == FF_ERR_CANCELLED || ff_context_cancelled(w->app->context)
               ? ff_fail(w->error, FF_ERR_CANCELLED, NULL, FF_NO_OFFSET, "the import was stopped")
               : FF_OK;
}

static void read_task(void *data, size_t index) {
    import_round *round = data;
    ff_leaf *leaf = &round->leaves->items[index];
    const ff_allocator *allocator = ff_context_allocator(round->w->app->context);
    leaf->read = allocator->allocate(allocator->user, sizeof *leaf->read);
    if (leaf->read != NULL) {
        memset(leaf->read, 0, sizeof *leaf->read);
        ff_leaf_read_runs(round->w, leaf, false, leaf->read);
    }
}

/* What was read of a leaf into the journal, or held back. */
static ff_code take(import_round *round, ff_leaf *leaf, ff_leaf_read *read) {
    if (read->fatal.code != FF_OK) {
        return ff_fail(round->w->error, read->fatal.code, read->fatal.where, read->fatal.offset,
                       "%s", read->fatal.message);
    }
    switch (read->kind) {
    case FF_LEAF_READ:
        round->w->bytes_done += leaf->weight;
        return ff_importing_store(round->w, &read->file, &read->runs);
    case FF_LEAF_LISTING:
        round->w->bytes_done += leaf->weight;
        return ff_importing_hold_list(round->w, round->export, read);
    default:
        round->held[round->held_count] = leaf;
        round->kinds[round->held_count++] = read->kind;
        return FF_OK;
    }
}

/* Reads a leaf that is too large for a task, or of which it is now known what it is. That may take long:
 * meanwhile others may write. */
static ff_code read_alone(import_round *round, ff_leaf *leaf) {
    ff_code kept = keep_waiting(round->w);
    if (kept != FF_OK) {
        return kept;
    }
    read_task(round, (size_t)(leaf - round->leaves->items));
    if (leaf->read != NULL && leaf->read->kind == FF_LEAF_LARGE &&
        leaf->read->fatal.code == FF_OK) {
        ff_arena_free(&leaf->read->arena);
        memset(leaf->read, 0, sizeof *leaf->read);
        ff_leaf_read_runs(round->w, leaf, true, leaf->read);
    }
    ff_code code = leaf->read != NULL ? take(round, leaf, leaf->read)
                                      : ff_fail(round->w->error, FF_ERR_MEMORY, leaf->path,
                                                FF_NO_OFFSET, "%s", ff_code_text(FF_ERR_MEMORY));
    ff_leaf_read_free(round->w, leaf->read);
    leaf->read = NULL;
    return code;
}

static ff_code read_done(void *data, size_t index) {
    import_round *round = data;
    ff_leaf *leaf = &round->leaves->items[index];
    ff_leaf_read *read = leaf->read;
    leaf->read = NULL;
    ff_code code = ff_importing_step(round->w, leaf->path);
    bool alone = read == NULL || read->kind == FF_LEAF_LARGE;
    if (code == FF_OK && !alone) {
        code = take(round, leaf, read);
    }
    ff_leaf_read_free(round->w, read);
    return code == FF_OK && alone ? read_alone(round, leaf) : code;
}

/* After a round that was broken off: what was read and not written. */
static void free_unwritten(import_round *round) {
    for (size_t i = 0; i < round->leaves->count; i++) {
        ff_leaf_read_free(round->w, round->leaves->items[i].read);
        round->leaves->items[i].read = NULL;
    }
}

/* Leaves in tasks: several are read while one is written. */
static ff_code read_all(import_round *round, ff_leaf_list *leaves) {
    ff_leaf_list *all = round->leaves;
    ff_tasks tasks = {.count = leaves->count,
                      .ahead = FF_LEAVES_AHEAD,
                      .work = read_task,
                      .done = read_done,
                      .data = round};
    round->leaves = leaves;
    ff_code code = ff_context_run_tasks(round->w->app->context, &tasks);
    free_unwritten(round);
    round->leaves = all;
    return code;
}

static bool is_table(const ff_leaf *leaf) {
    size_t length = strlen(leaf->path);
    return length > 4 && strcasecmp(leaf->path + length - 4, ".csv") == 0;
}

/* Tables first: one of them may be a list that says what the recordings are. Which of them is shows
 * in what they hold; their names only bring them forward. */
static ff_code read_in_order(import_round *round, ff_arena *arena) {
    ff_leaf_list *leaves = round->leaves;
    ff_leaf *sorted = ff_arena_take(arena, leaves->count, sizeof *sorted);
    if (sorted == NULL) {
        return ff_arena_check(arena, round->w->error);
    }
    size_t tables = 0, count = 0;
    for (int others = 0; others < 2; others++) {
        for (size_t i = 0; i < leaves->count; i++) {
            if (is_table(&leaves->items[i]) != others) {
                sorted[count++] = leaves->items[i];
            }
        }
        tables = others == 0 ? count : tables;
    }
    memcpy(leaves->items, sorted, count * sizeof *sorted);
    ff_leaf_list first = {leaves->items, tables}, rest = {leaves->items + tables, count - tables};
    ff_code code = read_all(round, &first);
    if (code == FF_OK) {
        code = ff_importing_heed_lists(round->w, round->export, &rest);
    }
    return code == FF_OK ? read_all(round, &rest) : code;
}

/* ---- what was held back ---- */

static bool lies_below(const char *path, const char *apple) {
    const char *slash = strrchr(apple, '/');
    return slash == NULL || strncmp(path, apple, (size_t)(slash - apple) + 1) == 0;
}

/* The GPX of Apple Health say neither the sport nor anything that the export beside them does not
 * say better; alone they are tracks like others. */
static ff_code take_route(import_round *round, ff_leaf *leaf, const char *apple) {
    if (apple == NULL || !lies_below(leaf->path, apple)) {
        leaf->route_alone = true;
        return read_alone(round, leaf);
    }
    ff_error words;
    ff_fail(&words, FF_OK, NULL, FF_NO_OFFSET, "a route that belongs to Apple Health's export");
    round->w->bytes_done += leaf->weight;
    return ff_importing_store_words(round->w, leaf->path,
                                    leaf->member != NULL ? leaf->member->size : -1,
                                    FF_OUTCOME_NOT_A_RUN, &words);
}

static ff_code take_pack(import_round *round, const ff_leaf *leaf) {
    ff_importing *w = round->w;
    ff_bytes bytes;
    ff_error trouble;
    int64_t size = leaf->member != NULL ? leaf->member->size : -1;
    ff_code code = ff_leaf_bytes(w->app->context, leaf, &bytes, &trouble);
    if (code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED) {
        return ff_fail(w->error, code, trouble.where, trouble.offset, "%s", trouble.message);
    }
    if (!ff_pack_kept(code)) {
        w->bytes_done += leaf->weight;
        return ff_importing_store_words(w, leaf->path, size, FF_OUTCOME_FAILED, &trouble);
    }
    /* What is wrong with the outer shows again in the inner, at the member it hit. */
    code = ff_importing_zip(w, round->export, &bytes, leaf);
    ff_bytes_close(&bytes);
    return code;
}

/* Apple Health's export first: it opens its routes; then the routes, then packs, which are rounds
 * of their own. */
static ff_code take_held(import_round *round) {
    const char *apple = NULL;
    ff_code code = FF_OK;
    size_t held = round->held_count; /* reading again may hold nothing back: what it is, is known */
    for (size_t i = 0; i < held && code == FF_OK; i++) {
        if (round->kinds[i] == FF_LEAF_APPLE) {
            bool whole = false;
            code = ff_importing_apple(round->w, round->held[i], round->leaves, &whole);
            apple = whole ? round->held[i]->path : apple;
        }
    }
    for (size_t i = 0; i < held && code == FF_OK; i++) {
        if (round->kinds[i] == FF_LEAF_ROUTE) {
            code = ff_importing_step(round->w, round->held[i]->path);
            code = code == FF_OK ? take_route(round, round->held[i], apple) : code;
        }
    }
    for (size_t i = 0; i < held && code == FF_OK; i++) {
        if (round->kinds[i] == FF_LEAF_PACK) {
            code = ff_importing_step(round->w, round->held[i]->path);
            code = code == FF_OK ? take_pack(round, round->held[i]) : code;
        }
    }
    return code;
}

ff_code ff_importing_leaves(ff_importing *w, ff_export *export, ff_leaf_list *leaves) {
    import_round round = {.w = w, .export = export, .leaves = leaves};
    ff_arena arena;
    ff_app_arena(w->app, &arena);
    round.held = ff_arena_take(&arena, leaves->count, sizeof *round.held);
    round.kinds = ff_arena_take(&arena, leaves->count, sizeof *round.kinds);
    ff_code code = ff_arena_check(&arena, w->error);
    if (code == FF_OK) {
        code = read_in_order(&round, &arena);
    }
    if (code == FF_OK) {
        code = take_held(&round);
    }
    ff_arena_free(&arena);
    return code;
}

/* ---- a zip ---- */

static ff_code zip_leaves(ff_importing *w, ff_export *export, const ff_zip *zip,
                          const ff_leaf *leaf, ff_arena *arena) {
    ff_leaf_list leaves;
    ff_code code = ff_leaves_of_zip(arena, leaf->path, zip, leaf->weight, &leaves, w->error);
    if (code != FF_OK) {
        return code;
    }
    if (leaves.count == 0) {
        ff_error words;
        ff_fail(&words, FF_OK, NULL, FF_NO_OFFSET, "an empty zip archive");
        return ff_importing_store_words(w, leaf->path, zip->bytes->size, FF_OUTCOME_NOT_A_RUN,
                                        &words);
    }
    w->leaves_seen += leaves.count - 1; /* the archive was counted as one */
    return ff_importing_leaves(w, export, &leaves);
}

ff_code ff_importing_zip(ff_importing *w, ff_export *export, ff_bytes *bytes, const ff_leaf *leaf) {
    ff_arena arena;
    ff_zip zip = {0};
    ff_error damage, trouble;
    ff_error_clear(&damage);
    ff_app_arena(w->app, &arena);
    ff_code code = ff_zip_open_inner(w->app->context, leaf->zip, leaf->member, bytes, &arena, &zip,
                                     &damage, &trouble);
    if (code == FF_ERR_MEMORY || code == FF_ERR_CANCELLED) {
        code = ff_fail(w->error, code, trouble.where, trouble.offset, "%s", trouble.message);
    } else if (code != FF_OK) {
        w->bytes_done += leaf->weight;
        code = ff_importing_store_words(w, leaf->path, bytes->size, FF_OUTCOME_FAILED, &trouble);
    } else {
        if (damage.code != FF_OK) { /* files may be missing, and nobody would know */
            w->leaves_seen += zip.count > 0;
            code = ff_importing_store_words(w, leaf->path, bytes->size, FF_OUTCOME_FAILED, &damage);
        }
        if (code == FF_OK && (zip.count > 0 || damage.code == FF_OK)) {
            code = zip_leaves(w, export, &zip, leaf, &arena);
        }
    }
    ff_arena_free(&arena);
    return code;
}
