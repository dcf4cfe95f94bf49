/* runs: the list of runs; and what they are put together from. */
#include "app/history.h"
#include "app/onset_rows.h"
#include "app/which_run.h"

/* JSON tells of the recordings in any case; the text only where it was asked to. */
static void print(const ff_app *app, const ff_history *history, ff_format format, bool recordings,
                  ff_arena *arena, ff_reply *reply) {
    if (format == FF_AS_JSON) {
        ff_runs_report_json(history->rows, history->count, &reply->text);
        return;
    }
    ff_runs_report_text(history->rows, history->count, app->program, arena, &reply->text);
    if (recordings) {
        ff_recordings_report_text(history->rows, history->count, false, app->program, arena,
                                  &reply->text);
    }
}

static ff_code list(ff_app *app, ff_arena *arena, ff_format format, bool recordings,
                    ff_reply *reply, ff_error *error) {
    ff_history history;
    ff_run_parts parts = format == FF_AS_JSON ? FF_WITH_ALL_PARTS : FF_WITH_PRESSED_LAPS;
    ff_code code = ff_history_read(app, arena, parts, &history, error);
    if (code == FF_OK && (recordings || format == FF_AS_JSON)) {
        code = ff_history_add_recordings(app, arena, history.rows, history.count, error);
    }
    if (code == FF_OK) {
        print(app, &history, format, recordings, arena, reply);
    }
    return code;
}

ff_code ff_app_runs(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_code code = list(app, &arena, format, false, reply, error);
    return ff_app_end(&arena, code, reply, error);
}

static ff_code show(ff_app *app, ff_arena *arena, const char *word, ff_format format,
                    ff_reply *reply, ff_error *error) {
    int64_t id;
    ff_run run;
    ff_run_row row;
    ff_code code = ff_which_run(app, arena, word, &id, error);
    if (code == FF_OK) {
        code = ff_journal_run(app->journal, arena, id, false, &run, error);
    }
    if (code == FF_OK) {
        code = ff_history_row(app, arena, &run, &row, error);
    }
    if (code == FF_OK) {
        code = ff_history_add_recordings(app, arena, &row, 1, error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (format == FF_AS_JSON) {
        ff_run_report_json(&row, &reply->text);
    } else {
        ff_run_report_text(&row, arena, &reply->text);
        ff_recordings_report_text(&row, 1, true, app->program, arena, &reply->text);
    }
    return FF_OK;
}

ff_code ff_app_recordings(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                          ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_code code = run != NULL ? show(app, &arena, run, format, reply, error)
                               : list(app, &arena, format, true, reply, error);
    return ff_app_end(&arena, code, reply, error);
}

static ff_code draw(ff_app *app, ff_arena *arena, ff_text *svg, ff_onset_marks *marks,
                    ff_error *error) {
    ff_history history;
    ff_code code = ff_history_read(app, arena, FF_WITHOUT_PARTS, &history, error);
    if (code == FF_OK) {
        ff_onset_request request = {.title = "When numbness began, run by run",
                                    .id = "onsets",
                                    .runs = history.runs,
                                    .count = history.count};
        ff_onset_rows(arena, &request);
        ff_onset_chart(&request, arena, svg, marks);
    }
    return code;
}

ff_code ff_app_onset_chart(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_text svg;
    ff_onset_marks marks = {0};
    ff_app_arena(app, &arena);
    ff_text_init(&svg, arena.allocator);
    ff_code code = draw(app, &arena, &svg, &marks, error);
    if (code == FF_OK) {
        ff_onset_reply(&svg, &marks, format, reply);
    }
    ff_text_free(&svg);
    return ff_app_end(&arena, code, reply, error);
}
