#include "app/safety.h"

#include "app/assess.h"
#include "report/assessment.h"

#include <footfall/assess.h>
#include <footfall/remedy.h>

bool ff_safety_must_be_seen(const ff_assessment *a) {
    return (a->level_by_flag || a->level_by_unsure || a->level_by_contradiction) &&
           a->level >= FF_WITHIN_DAYS;
}

ff_code ff_safety_look(ff_app *app, ff_arena *arena, ff_safety *safety, ff_error *error) {
    ff_code code = ff_collect(app, arena, 0, &safety->collected, error);
    if (code == FF_OK) {
        code = ff_assess_case(arena, &safety->collected.runner, &safety->assessment, error);
    }
    if (code == FF_OK) {
        safety->must_be_seen = ff_safety_must_be_seen(&safety->assessment);
        safety->asked = safety->assessment.checklist_asked;
        safety->worsening = ff_case_gets_worse(&safety->collected.runner);
    }
    return code;
}

bool ff_safety_only_seen(const ff_assessment *a) {
    return (ff_safety_must_be_seen(a) && a->level >= FF_SAME_DAY) || ff_flag_stands_alone(a);
}

bool ff_safety_nothing_else(const ff_safety *safety) {
    return ff_safety_only_seen(&safety->assessment);
}

bool ff_safety_allows(const ff_safety *safety, const ff_remedy *remedy) {
    return !ff_safety_nothing_else(safety) && (!safety->must_be_seen || remedy->with_flag) &&
           (!safety->worsening || remedy->while_worsening);
}

void ff_safety_preface(const ff_safety *safety, const char *program, ff_text *out) {
    if (safety->must_be_seen) {
        ff_report_flags_text(out, &safety->assessment);
    } else if (!safety->asked) {
        ff_text line;
        ff_text_init(&line, out->allocator);
        ff_text_addf(&line,
                     "The safety questions have not been answered, or not lately: '%s ask' asks "
                     "them first. What follows is for a foot without red flags.",
                     program);
        ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
        out->failed |= line.failed;
        ff_text_free(&line);
    } else {
        return;
    }
    ff_text_add_char(out, '\n');
}

const char *ff_safety_notice(const ff_safety *safety, const char *program, ff_arena *arena) {
    if (!safety->must_be_seen && safety->asked) {
        return NULL;
    }
    return ff_arena_printf(arena,
                           safety->must_be_seen
                               ? "First: a red flag is up. '%s why' says whom to see, and how soon."
                               : "The safety questions are open: '%s ask' asks them first.",
                           program);
}

void ff_safety_member(const ff_safety *safety, ff_json *json) {
    ff_json_name(json, "triage");
    ff_report_triage_json(json, &safety->assessment);
}

static void refuse_in_words(const ff_assessment *assessment, const char *words, const char *by,
                            ff_text *out) {
    if (ff_safety_must_be_seen(assessment) || !assessment->checklist_asked) {
        ff_report_flags_text(out, assessment);
    }
    ff_text line;
    ff_text_init(&line, out->allocator);
    ff_text_addf(&line, "%s%s%s", words, by != NULL ? " " : "", by != NULL ? by : "");
    ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    out->failed |= line.failed;
    ff_text_free(&line);
}

void ff_safety_refuse(const ff_assessment *assessment, const char *words, const char *by,
                      ff_format format, ff_reply *reply) {
    reply->incomplete = true;
    if (format == FF_AS_TEXT) {
        refuse_in_words(assessment, words, by, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_json_name(&json, "triage");
    ff_report_triage_json(&json, assessment);
    ff_json_text_member(&json, "refused", words);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}
