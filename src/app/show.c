/* show: one run in full. */
#include "app/history.h"
#include "app/show.h"
#include "app/which_run.h"

#include "base/json.h"
#include "report/run_chart.h"
#include "report/run_show.h"

/* The run that a word means, with all that is known of it. */
static ff_code read_run(ff_app *app, ff_arena *arena, const char *word, ff_run *run,
                        ff_run_row *row, ff_error *error) {
    int64_t id;
    ff_code code = ff_which_run(app, arena, word, &id, error);
    if (code == FF_OK) {
        code = ff_journal_run(app->journal, arena, id, true, run, error);
    }
    return code == FF_OK ? ff_history_row(app, arena, run, row, error) : code;
}

static ff_code show(ff_app *app, ff_arena *arena, const char *word, ff_format format,
                    ff_reply *reply, ff_error *error) {
    ff_run run;
    ff_run_row row;
    ff_code code = read_run(app, arena, word, &run, &row, error);
    if (code == FF_OK) {
        code = ff_history_add_recordings(app, arena, &row, 1, error);
    }
    if (code == FF_OK && format == FF_AS_JSON) {
        ff_run_show_json(&row, arena, &reply->text);
    } else if (code == FF_OK) {
        ff_run_show_text(&row, app->program, arena, &reply->text);
    }
    return code;
}

ff_code ff_app_show(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                    ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_code code = show(app, &arena, run, format, reply, error);
    return ff_app_end(&arena, code, reply, error);
}

static ff_code draw(ff_app *app, ff_arena *arena, const char *word, ff_text *svg,
                    ff_run_frame *frame, ff_error *error) {
    ff_run run;
    ff_run_row row;
    ff_code code = read_run(app, arena, word, &run, &row, error);
    if (code == FF_OK) {
        ff_run_chart(&run, row.said->onset, arena, svg, frame);
    }
    return code;
}

void ff_app_reply_drawing(const ff_text *svg, ff_format format, ff_reply *reply) {
    ff_json json;
    reply->text.failed |= svg->failed;
    if (format != FF_AS_JSON) {
        ff_text_add_bytes(&reply->text, svg->data, svg->length);
        return;
    }
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_json_text_member(&json, "svg", svg->data);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static void write_frame(const ff_run_frame *frame, ff_json *json) {
    ff_json_name(json, "frame");
    if (!(frame->end_s > 0)) {
        ff_json_null(json);
        return;
    }
    ff_json_object(json);
    ff_json_result_member(json, "width", frame->width);
    ff_json_result_member(json, "height", frame->height);
    ff_json_result_member(json, "left", frame->left);
    ff_json_result_member(json, "right", frame->right);
    ff_json_result_member(json, "top", frame->top);
    ff_json_result_member(json, "bottom", frame->bottom);
    ff_json_result_member(json, "words_y", frame->words_y);
    ff_json_result_member(json, "end_s", frame->end_s);
    ff_json_end_object(json);
}

/* The drawing, and where it shows what, for who puts a handle over it. */
static void reply_chart(const ff_text *svg, const ff_run_frame *frame, ff_reply *reply) {
    ff_json json;
    reply->text.failed |= svg->failed;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_json_text_member(&json, "svg", svg->data);
    write_frame(frame, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

ff_code ff_app_run_chart(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                         ff_error *error) {
    ff_arena arena;
    ff_text svg;
    ff_run_frame frame;
    ff_app_arena(app, &arena);
    ff_text_init(&svg, arena.allocator);
    ff_code code = draw(app, &arena, run, &svg, &frame, error);
    if (code == FF_OK && format == FF_AS_JSON) {
        reply_chart(&svg, &frame, reply);
    } else if (code == FF_OK) {
        ff_app_reply_drawing(&svg, format, reply);
    }
    ff_text_free(&svg);
    return ff_app_end(&arena, code, reply, error);
}
