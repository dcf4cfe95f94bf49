/* runs: the list of runs. */
#include "app/history.h"

ff_code ff_app_runs(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_history history;
    ff_code code = ff_history_read(app, &arena, &history, error);
    if (code == FF_OK) {
        if (format == FF_AS_JSON) {
            ff_runs_report_json(history.rows, history.count, &reply->text);
        } else {
            ff_runs_report_text(history.rows, history.count, app->program, &arena, &reply->text);
        }
    }
    return ff_app_end(&arena, code, reply, error);
}
