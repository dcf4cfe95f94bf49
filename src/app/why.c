/* why: what fits best so far, from everything the journal remembers. */
#include "app/app.h"

#include "app/assess.h"
#include "app/collect.h"
#include "report/assessment.h"
#include "report/explanation.h"
#include "report/interview_report.h"

void ff_step_text(const ff_step *step, ff_text *out) {
    ff_report_step_text(step, out);
}

void ff_step_json(const ff_step *step, ff_text *out) {
    ff_report_step_json(step, out);
}

void ff_flags_text(const ff_assessment *assessment, ff_text *out) {
    ff_report_flags_text(out, assessment);
}

static void write_json(const ff_collected *collected, const ff_assessment *assessment,
                       const ff_cause *explain, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_report_assessment_members(&json, &ff_knowledge_built_in, assessment, explain);
    ff_json_name(&json, "runs");
    ff_runs_summary_json(&json, &collected->runs);
    ff_patterns_in_short_json(&json, &collected->told);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

static void write_text(const ff_app *app, ff_arena *arena, const ff_collected *collected,
                       const ff_assessment *assessment, ff_text *out) {
    ff_report_assessment_text(out, &ff_knowledge_built_in, assessment);
    ff_text_add_char(out, '\n');
    ff_runs_summary_text(&collected->runs, out);
    ff_patterns_in_short_text(&collected->told, app->program, arena, out);
}

ff_code ff_app_explain(ff_app *app, const char *cause, ff_format format, ff_reply *reply,
                       ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_collected collected;
    ff_assessment assessment;
    const ff_cause *explain;
    bool json = format == FF_AS_JSON;
    ff_code code = ff_cause_named(cause, &explain, error);
    if (code == FF_OK) {
        code = ff_collect(app, &arena, 0, &collected, error);
    }
    if (code == FF_OK) {
        code = (json || explain ? ff_assess_case_explained
                                : ff_assess_case)(&arena, &collected.runner, &assessment, error);
    }
    if (code == FF_OK && json) {
        write_json(&collected, &assessment, explain, &reply->text);
    } else if (code == FF_OK && explain) {
        ff_report_explanation_text(&reply->text, &ff_knowledge_built_in, &assessment, explain);
    } else if (code == FF_OK) {
        write_text(app, &arena, &collected, &assessment, &reply->text);
    }
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_app_why(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    return ff_app_explain(app, NULL, format, reply, error);
}
