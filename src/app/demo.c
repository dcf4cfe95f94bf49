/* demo: the whole way with a made-up runner. */
#include "app/app.h"

#include "app/demo_runner.h"
#include "app/log.h"
#include "base/folder.h"

#include <stdio.h>
#include <string.h>

/* Any fixed number makes the same runner every day. */
#define DEMO_SEED UINT64_C(25)

#define WHOLE   "whole" /* its value once all is there */
#define SETTING "demo"  /* marks a journal as the demo's own, which a later demo may replace */

typedef struct {
    const ff_context *context;
    ff_arena *arena;
    ff_error *error;
    const char *folder; /* of the demo */
    const char *files;  /* of the FIT files */
    const char *journal;
    ff_app *app;
    ff_demo_runner runner;
} demo;

/* Whether what stands in the folder was made by a demo; a folder that is not there counts as that
 * too. In doubt it was not: what follows takes the journal away. */
static ff_code check_own(demo *d) {
    ff_journal *journal;
    const char *mark = NULL;
    ff_path_list found = {0};
    ff_code code = ff_folder_files(d->arena, d->folder, &found, d->error);
    if (code == FF_ERR_NOT_FOUND || (code == FF_OK && found.count == 0)) {
        return FF_OK;
    }
    if (code == FF_OK) {
        code = ff_journal_open(d->context, d->journal, FF_JOURNAL_READ, &journal, d->error);
    }
    if (code == FF_OK) {
        code = ff_journal_setting(journal, d->arena, SETTING, &mark, d->error);
        ff_journal_close(journal);
    }
    if (code == FF_ERR_NOT_FOUND || code == FF_ERR_NOT_JOURNAL || (code == FF_OK && mark == NULL)) {
        return ff_fail(d->error, FF_ERR_USAGE, d->folder, FF_NO_OFFSET,
                       "this folder holds something that is not a demo's; move it away, or give "
                       "another place with --journal");
    }
    return code;
}

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), own = strlen(end);
    return length >= own && strcmp(text + length - own, end) == 0;
}

static ff_code remove_runs(demo *d) {
    ff_path_list found = {0};
    ff_code code = ff_folder_files(d->arena, d->files, &found, d->error);
    if (code == FF_ERR_NOT_FOUND) {
        return FF_OK;
    }
    for (size_t i = 0; i < found.count && code == FF_OK; i++) {
        if (ends_with(found.items[i], ".fit")) {
            code = ff_file_remove(found.items[i], d->error);
        }
    }
    return code;
}

/* Takes away what an earlier demo wrote: its FIT files and its journal, nothing else. The journal
 * goes last: it is what says that the folder is a demo's, should this be broken off. */
static ff_code remove_old(demo *d) {
    static const char *const parts[] = {"-wal", "-shm", ""};
    ff_code code = remove_runs(d);
    for (size_t i = 0; i < 3 && code == FF_OK; i++) {
        const char *path = ff_arena_printf(d->arena, "%s%s", d->journal, parts[i]);
        code = path != NULL ? ff_file_remove(path, d->error) : ff_arena_check(d->arena, d->error);
    }
    return code;
}

static ff_code open_new(demo *d, const char *program) {
    ff_code code = ff_folder_make(d->files, d->error);
    if (code == FF_OK) {
        code = ff_app_open(d->context, d->journal, &d->app, d->error);
    }
    if (code == FF_OK) {
        ff_app_call_me(d->app, program);
        code = ff_journal_set_setting(d->app->journal, SETTING, "1", d->error);
    }
    return code;
}

static ff_code write_files(demo *d) {
    ff_code code = FF_OK;
    for (size_t i = 0; i < d->runner.count && code == FF_OK; i++) {
        const ff_demo_run *run = &d->runner.runs[i];
        ff_progress progress = {"writing made-up runs", i + 1, d->runner.count, run->file_name, 0};
        const char *path = ff_arena_printf(d->arena, "%s/%s", d->files, run->file_name);
        code = path != NULL ? ff_file_write(path, run->bytes, run->size, d->error)
                            : ff_arena_check(d->arena, d->error);
        ff_context_progress(d->context, &progress);
    }
    return code;
}

static ff_code import_files(demo *d, ff_reply *reply) {
    const char *paths[] = {d->files};
    ff_import_request request = {.paths = paths, .path_count = 1};
    return ff_app_import(d->app, &request, reply, d->error);
}

/* Marks one run as the runner did: by the lap pressed, or as without numbness. */
static ff_code mark_run(demo *d, const ff_demo_run *run, int64_t id) {
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)id);
    const char *changed[] = {run->changed};
    ff_log_request request = {.run = number,
                              .strength = -1,
                              .shoe = run->shoe,
                              .changed = changed,
                              .changed_count = run->changed != NULL};
    if (run->said && run->onset == FF_ONSET_NONE) {
        request.none = true;
    } else if (run->said) {
        request.from_lap = (int)run->from_lap;
        request.sites = run->sites;
        request.strength = run->strength;
    }
    return ff_log_keep(d->app, d->arena, &request, d->error);
}

static ff_code find_made(demo *d, const ff_run_list *runs, const ff_demo_run *made, int64_t *id) {
    for (size_t r = 0; r < runs->count; r++) {
        if (runs->items[r].start_s == made->start_s) {
            *id = runs->items[r].id;
            return FF_OK;
        }
    }
    return ff_fail(d->error, FF_ERR_INTERNAL, made->file_name, FF_NO_OFFSET,
                   "a made-up run was not found again after its import");
}

static ff_code mark_runs(demo *d) {
    ff_run_list runs;
    ff_code code = ff_journal_runs(d->app->journal, d->arena, NULL, &runs, d->error);
    for (size_t i = 0; i < d->runner.count && code == FF_OK; i++) {
        const ff_demo_run *made = &d->runner.runs[i];
        ff_progress progress = {"marking numbness", i + 1, d->runner.count, made->file_name, 0};
        int64_t id = 0;
        code = find_made(d, &runs, made, &id);
        if (code == FF_OK) {
            code = mark_run(d, made, id);
        }
        ff_context_progress(d->context, &progress);
    }
    return code;
}

static void tell_next(const demo *d, const char *program, ff_text *out) {
    ff_text_addf(out,
                 "\nThat was a made-up runner. Its files and its journal are in\n  %s\n"
                 "To look around in it:\n  %s --journal '%s' runs\n"
                 "\nNow with your own runs:\n"
                 "  %s import FOLDER      read the .fit files of your watch\n"
                 "  %s log last --numb 25min --site left:toes\n"
                 "  %s ask                answer a few questions, safety first\n",
                 d->folder, program, d->journal, program, program, program);
}

/* The runs as files, in the folder and in the journal; what the import said is added to told. */
static ff_code bring_runs(demo *d, ff_reply *told) {
    ff_context seeded = d->context != NULL ? *d->context : (ff_context){0};
    seeded.seed = DEMO_SEED;
    ff_code code = ff_demo_runner_make(&seeded, d->arena, &d->runner, d->error);
    if (code == FF_OK) {
        code = write_files(d);
    }
    if (code == FF_OK) {
        ff_text_addf(&told->text,
                     "A made-up runner, %d years old: %zu runs, read from FIT files.\n\n",
                     d->runner.age, d->runner.count);
        code = import_files(d, told);
    }
    return code;
}

static ff_code make_all(demo *d, const char *program, ff_reply *told) {
    ff_code code = check_own(d);
    if (code == FF_OK) {
        code = remove_old(d);
    }
    if (code == FF_OK) {
        code = open_new(d, program);
    }
    if (code == FF_OK) {
        code = bring_runs(d, told);
    }
    if (code == FF_OK) {
        code = mark_runs(d);
    }
    if (code == FF_OK) {
        code = ff_journal_put_answers(d->app->journal, &d->runner.answers, d->error);
    }
    return code == FF_OK ? ff_journal_set_setting(d->app->journal, SETTING, WHOLE, d->error) : code;
}

/* As JSON the answer alone: one value and nothing else. */
static ff_code answer_json(demo *d, const char *program, ff_reply *reply) {
    ff_reply ignored;
    ff_reply_init(&ignored, d->context);
    ff_code code = make_all(d, program, &ignored);
    ff_reply_free(&ignored);
    return code == FF_OK ? ff_app_why(d->app, FF_AS_JSON, reply, d->error) : code;
}

static ff_code answer_text(demo *d, const char *program, ff_reply *reply) {
    ff_code code = make_all(d, program, reply);
    if (code == FF_OK) {
        ff_text_add(&reply->text, "\nThe answer:\n\n");
        code = ff_app_why(d->app, FF_AS_TEXT, reply, d->error);
    }
    if (code == FF_OK) {
        tell_next(d, program, &reply->text);
    }
    return code;
}

static demo begin_demo(const ff_context *context, const char *folder, ff_arena *arena,
                       ff_error *error) {
    return (demo){.context = context,
                  .arena = arena,
                  .error = error,
                  .folder = folder,
                  .files = ff_arena_printf(arena, "%s/runs", folder),
                  .journal = ff_arena_printf(arena, "%s/journal.footfall", folder)};
}

ff_code ff_demo(const ff_context *context, const char *folder, const char *program,
                ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    demo d = begin_demo(context, folder, &arena, error);
    ff_code code = ff_arena_check(&arena, error);
    if (code == FF_OK) {
        code = format == FF_AS_JSON ? answer_json(&d, program, reply)
                                    : answer_text(&d, program, reply);
    }
    ff_app_close(d.app);
    return ff_app_end(&arena, code, reply, error);
}

/* Whether the demo is there to its end. */
static bool is_whole(demo *d) {
    ff_journal *journal;
    ff_error none; /* what stands in the way is told by what then makes it anew */
    const char *mark = NULL;
    if (ff_journal_open(d->context, d->journal, FF_JOURNAL_READ, &journal, &none) != FF_OK) {
        return false;
    }
    ff_code code = ff_journal_setting(journal, d->arena, SETTING, &mark, &none);
    ff_journal_close(journal);
    return code == FF_OK && mark != NULL && strcmp(mark, WHOLE) == 0;
}

static ff_code make_sample(demo *d, const char *program) {
    ff_reply ignored;
    ff_reply_init(&ignored, d->context);
    ff_code code = is_whole(d) ? FF_OK : make_all(d, program, &ignored);
    ff_reply_free(&ignored);
    ff_app_close(d->app);
    d->app = NULL;
    return code;
}

ff_code ff_sample_open(const ff_context *context, const char *folder, const char *program,
                       ff_app **app, ff_error *error) {
    ff_arena arena;
    *app = NULL;
    ff_arena_init(&arena, ff_context_allocator(context));
    demo d = begin_demo(context, folder, &arena, error);
    ff_code code = ff_arena_check(&arena, error);
    code = code == FF_OK ? make_sample(&d, program) : code;
    code = code == FF_OK ? ff_app_open(context, d.journal, app, error) : code;
    if (code != FF_OK) {
        ff_arena_free(&arena);
        return code;
    }
    (*app)->own = arena; /* the journal's path is in it */
    (*app)->sample = true;
    ff_app_call_me(*app, program);
    return FF_OK;
}
