#include "app/measures.h"

#include "measure/form.h"
#include "measure/patterns.h"

#include <string.h>

/* What is to be kept: the stretches of a run that the journal did not have. */
typedef struct {
    int64_t run_id;
    ff_measured bytes;
} fresh;

typedef struct {
    ff_app *app;
    ff_arena *arena;
    ff_measured_run_list *runs;
    bool *wanted;
    fresh *fresh;
    size_t fresh_count;
} measuring;

/* ---- which runs ---- */

/* The latest of each kind: both rooms look at no more. */
static size_t choose(measuring *m) {
    int64_t newest_s = ff_pattern_newest(m->runs);
    size_t patterns = 0, forms = 0, count = 0;
    for (size_t i = m->runs->count; i-- > 0;) {
        const ff_logged_run *logged = m->runs->items[i].logged;
        bool pattern = patterns < FF_PATTERN_RUNS && ff_pattern_takes(logged, newest_s);
        bool form = forms < FF_FORM_RUNS && ff_form_takes(logged);
        patterns += pattern;
        forms += form;
        m->wanted[i] = pattern || form;
        count += m->wanted[i];
    }
    return count;
}

/* ---- one run ---- */

static ff_code measure_now(measuring *m, int64_t run_id, ff_stretches *stretches, ff_error *error) {
    ff_arena scratch;
    ff_run run;
    ff_app_arena(m->app, &scratch);
    ff_code code = ff_journal_run(m->app->journal, &scratch, run_id, true, &run, error);
    if (code == FF_OK) {
        code = ff_stretches_of(m->arena, &run, stretches, error);
    }
    ff_arena_free(&scratch);
    if (code != FF_OK) {
        return code;
    }
    fresh *made = &m->fresh[m->fresh_count++];
    unsigned char *bytes;
    code = ff_stretches_pack(m->arena, stretches, &bytes, &made->bytes.size, error);
    if (code != FF_OK) {
        return code;
    }
    made->run_id = run_id;
    made->bytes = (ff_measured){FF_STRETCHES_VERSION, bytes, made->bytes.size};
    /* As it will be read the next time, so that the answer is the same to the last digit. */
    return ff_stretches_unpack(m->arena, bytes, made->bytes.size, stretches)
               ? FF_OK
               : ff_arena_check(m->arena, error);
}

static ff_code measure(measuring *m, ff_measured_run *run, ff_error *error) {
    int64_t run_id = run->logged->run->id;
    ff_stretches *stretches = ff_arena_take(m->arena, 1, sizeof *stretches);
    ff_measured kept;
    if (stretches == NULL) {
        return ff_arena_check(m->arena, error);
    }
    run->stretches = stretches;
    ff_code code =
        ff_journal_measured(m->app->journal, m->arena, run_id, FF_STRETCHES_VERSION, &kept, error);
    if (code != FF_OK || ff_stretches_unpack(m->arena, kept.data, kept.size, stretches)) {
        return code;
    }
    return m->arena->failed ? ff_arena_check(m->arena, error)
                            : measure_now(m, run_id, stretches, error);
}

/* ---- keeping it ---- */

/* A journal that cannot be written, or is being written by another, is no reason not to answer:
 * what is not kept is measured again the next time. */
static void keep_fresh(const measuring *m) {
    ff_journal *journal = m->app->journal;
    if (m->fresh_count == 0 || ff_journal_begin(journal, NULL) != FF_OK) {
        return;
    }
    ff_code code = FF_OK;
    for (size_t i = 0; i < m->fresh_count && code == FF_OK; i++) {
        code = ff_journal_put_measured(journal, m->fresh[i].run_id, &m->fresh[i].bytes, NULL);
    }
    ff_journal_finish(journal, code, NULL);
}

ff_code ff_measures_of(ff_app *app, ff_arena *arena, const ff_history *history,
                       ff_measured_run_list *runs, ff_error *error) {
    *runs = (ff_measured_run_list){ff_arena_take(arena, history->count, sizeof *runs->items),
                                   history->count};
    measuring m = {.app = app,
                   .arena = arena,
                   .runs = runs,
                   .wanted = ff_arena_take(arena, history->count, sizeof *m.wanted),
                   .fresh = ff_arena_take(arena, FF_PATTERN_RUNS + FF_FORM_RUNS, sizeof *m.fresh)};
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < history->count; i++) {
        runs->items[i].logged = &history->runs[i];
    }
    size_t count = choose(&m), done = 0;
    ff_code code = FF_OK;
    for (size_t i = 0; i < runs->count && code == FF_OK; i++) {
        if (m.wanted[i]) {
            code = measure(&m, &runs->items[i], error);
            done++;
        }
        if (m.wanted[i] && m.fresh_count > 0) {
            ff_context_progress(app->context,
                                &(ff_progress){.what = "measuring", .done = done, .total = count});
        }
    }
    if (code == FF_OK) {
        keep_fresh(&m);
    }
    return code;
}
