#include "made_app.h"

#include "support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

int64_t made_clock(void *user) {
    return *(const int64_t *)user;
}

ff_app *made_app(const ff_context *context) {
    ff_app *app;
    assert_int_equal(ff_app_open(context, FF_JOURNAL_IN_MEMORY, &app, NULL), FF_OK);
    return app;
}

int64_t made_app_run(ff_app *app, int64_t start_s, double minutes) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_run run;
    ff_run_init(&run);
    run.start_s = start_s;
    run.sport = FF_SPORT_RUNNING;
    run.figures.duration_s = run.figures.elapsed_s = minutes * 60;
    run.figures.distance_m = minutes * 180;
    run.source = "made";
    run.format = "FIT";
    char digest[65];
    snprintf(digest, sizeof digest, "%064llx", (unsigned long long)start_s);
    int64_t import_id;
    assert_int_equal(ff_journal_begin_import(app->journal, &import_id, NULL), FF_OK);
    ff_import_file file = {.import_id = import_id,
                           .path = "made",
                           .size = 1,
                           .sha256 = digest,
                           .outcome = FF_OUTCOME_IMPORTED,
                           .offset = FF_NO_OFFSET};
    ff_import_file stored;
    ff_run_list runs = {&run, 1};
    assert_int_equal(ff_journal_put_file(app->journal, &arena, &file, &runs, &stored, NULL), FF_OK);
    assert_int_equal(ff_journal_end_import(app->journal, import_id, NULL), FF_OK);
    int64_t id = stored.runs[0].run_id;
    ff_arena_free(&arena);
    return id;
}

int64_t made_app_episode(ff_app *app, int64_t start_s, double minutes, double numb_min,
                         const char *sites, const char *change) {
    int64_t id = made_app_run(app, start_s, minutes);
    char number[24], numb[24];
    snprintf(number, sizeof number, "%lld", (long long)id);
    snprintf(numb, sizeof numb, "%.0fmin", numb_min);
    const char *changes[] = {change};
    ff_log_request request = {.run = number,
                              .numb = isnan(numb_min) ? NULL : numb,
                              .none = isnan(numb_min),
                              .sites = sites[0] != '\0' ? sites : NULL,
                              .strength = -1,
                              .changed = changes,
                              .changed_count = change != NULL};
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    assert_int_equal(ff_app_log(app, &request, &reply, NULL), FF_OK);
    ff_reply_free(&reply);
    return id;
}

void made_app_all_clear(ff_app *app, const char *except) {
    for (size_t i = 0; i < ff_knowledge_built_in.flag_count; i++) {
        const ff_flag *flag = &ff_knowledge_built_in.flags[i];
        if (flag->ask[0] == '\0' || (except != NULL && strcmp(flag->id, except) == 0)) {
            continue;
        }
        ff_finding no = {.id = flag->id, .state = FF_SAID, .value = "no"};
        assert_int_equal(ff_journal_put_answer(app->journal, &no, NULL), FF_OK);
    }
}
