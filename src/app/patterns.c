/* patterns: what the runs say, in full. */
#include "app/app.h"

#include "app/assess.h"
#include "app/collect.h"
#include "app/runs_say.h"
#include "report/patterns_report.h"

ff_code ff_app_patterns(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_collected collected;
    ff_assessment assessment;
    ff_code code = ff_collect(app, &arena, 0, &collected, error);
    if (code == FF_OK) {
        code = ff_runs_say_medians(&arena, &collected.history, &collected.told.wear, error);
    }
    if (code == FF_OK) {
        code = ff_assess_case(&arena, &collected.runner, &assessment, error);
    }
    if (code == FF_OK && format == FF_AS_JSON) {
        ff_patterns_report_json(&assessment, &collected.runs, &collected.told, &reply->text);
    } else if (code == FF_OK) {
        ff_patterns_report_text(&assessment, &collected.runs, &collected.told, app->program, &arena,
                                &reply->text);
    }
    return ff_app_end(&arena, code, reply, error);
}
