/* home-test: how one is done, and what its result says. A result in words is kept as an answer,
 * what was read as figures of the feet, which answer the same. */
#include "app/app.h"

#include "app/assess.h"
#include "app/feet.h"
#include "app/safety.h"
#include "app/show.h"
#include "base/civil.h"
#include "base/number.h"
#include "base/unit.h"
#include "report/assessment.h"
#include "report/body_report.h"
#include "report/figure.h"

#include <footfall/body.h>

#include <ctype.h>
#include <math.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* ---- finding the test, reading the result ---- */

static ff_code find(const char *name, const ff_home_test **test, ff_error *error) {
    ff_text ids;
    ff_text_init(&ids, NULL);
    *test = ff_knowledge_home_test(knowledge, name);
    for (size_t i = 0; i < knowledge->home_test_count; i++) {
        ff_text_addf(&ids, "%s%s", i > 0 ? ", " : "", knowledge->home_tests[i].id);
    }
    ff_code code = *test != NULL
                       ? FF_OK
                       : ff_fail(error, FF_ERR_NOT_FOUND, "home-test", FF_NO_OFFSET,
                                 "there is no home test \"%.40s\"; there are %s", name, ids.data);
    ff_text_free(&ids);
    return code;
}

static ff_code refuse_word(const ff_home_test *test, const char *word, ff_error *error) {
    ff_text ids;
    ff_text_init(&ids, NULL);
    for (size_t i = 0; i < test->fact->level_count; i++) {
        ff_text_addf(&ids, "%s, ", test->fact->levels[i].id);
    }
    ff_code code =
        ff_fail(error, FF_ERR_VALUE, "result", FF_NO_OFFSET,
                "\"%.40s\" is no result of %s; it takes %sunsure%s", word, test->id, ids.data,
                test->measure_count > 0 ? ", or what you read (--left, --right)" : "");
    ff_text_free(&ids);
    return code;
}

static ff_code read_word(const ff_home_test *test, const char *word, ff_home_test_outcome *outcome,
                         ff_error *error) {
    int level = ff_fact_level(test->fact, word);
    if (level < 0 && strcmp(word, "unsure") != 0 && strcmp(word, "?") != 0) {
        return refuse_word(test, word, error);
    }
    outcome->result = (ff_test_result){.level = level, .at = NAN, .whole = true};
    return FF_OK;
}

static ff_code refuse_reading(const ff_home_test *test, const char *side, const char *text,
                              ff_error *error) {
    ff_text takes;
    ff_text_init(&takes, NULL);
    for (size_t i = 0; i < test->measure_count; i++) {
        const ff_test_measure *m = &test->measures[i];
        ff_text_addf(&takes, "%s%s%s to %s %s", i > 0 ? " or " : "",
                     m->whole ? "a whole number, " : "", FF_FIXED(m->low, 0), FF_FIXED(m->high, 0),
                     m->unit);
    }
    ff_code code =
        ff_fail(error, FF_ERR_VALUE, side, FF_NO_OFFSET,
                "\"%.40s\" is no reading of %s; it takes %s", text, test->id, takes.data);
    ff_text_free(&takes);
    return code;
}

/* NULL: none has this unit. No unit is that of the first. */
static const ff_test_measure *measure_of(const ff_home_test *test, const char *unit) {
    for (size_t i = 0; i < test->measure_count; i++) {
        if (unit[0] == '\0' || strcmp(unit, test->measures[i].unit) == 0) {
            return &test->measures[i];
        }
    }
    return NULL;
}

/* "8.5", "8.5cm", "33 deg". *measure NULL: any unit will do. */
static ff_code read_side(const ff_home_test *test, const char *side, const char *text,
                         const ff_test_measure **measure, double *value, ff_error *error) {
    const char *unit = "";
    bool read = ff_unit_split(text, value, &unit);
    const ff_test_measure *found = read ? measure_of(test, unit) : NULL;
    if (found == NULL || *value < found->low || *value > found->high ||
        (found->whole && *value != floor(*value))) {
        return refuse_reading(test, side, text, error);
    }
    if (*measure != NULL && *measure != found) {
        return ff_fail(error, FF_ERR_VALUE, side, FF_NO_OFFSET,
                       "both sides must be read in the same unit, %s or %s", (*measure)->unit,
                       found->unit);
    }
    *measure = found;
    return FF_OK;
}

static ff_code read_numbers(const ff_home_test *test, const ff_home_test_request *request,
                            ff_home_test_outcome *outcome, ff_error *error) {
    if (test->measure_count == 0) {
        return ff_fail(error, FF_ERR_USAGE, "left", FF_NO_OFFSET,
                       "%s is told in words, not in numbers: yes, no or unsure", test->id);
    }
    ff_code code = FF_OK;
    if (request->left != NULL) {
        code = read_side(test, "left", request->left, &outcome->measure, &outcome->left, error);
    }
    if (code == FF_OK && request->right != NULL) {
        code = read_side(test, "right", request->right, &outcome->measure, &outcome->right, error);
    }
    if (code == FF_OK) {
        outcome->result = ff_home_test_judge(test, outcome->measure, outcome->left, outcome->right);
    }
    return code;
}

static ff_code read_result(const ff_home_test *test, const ff_home_test_request *request,
                           ff_home_test_outcome *outcome, ff_error *error) {
    bool numbers = request->left != NULL || request->right != NULL;
    *outcome = (ff_home_test_outcome){.test = test, .left = NAN, .right = NAN};
    if (numbers && request->answer != NULL) {
        return ff_fail(error, FF_ERR_USAGE, "result", FF_NO_OFFSET,
                       "give the result in words or what you read, not both");
    }
    return numbers ? read_numbers(test, request, outcome, error)
                   : read_word(test, request->answer, outcome, error);
}

/* ---- readings as figures of the feet ---- */

static int kind_of(const ff_home_test_outcome *o) {
    return o->measure != NULL ? ff_home_test_figure_kind(o->test, o->measure) : -1;
}

static ff_foot_figure figure_of(const ff_home_test_outcome *o, ff_side side, double value) {
    return (ff_foot_figure){.side = side,
                            .kind = (ff_foot_kind)kind_of(o),
                            .value = value,
                            .error = ff_home_test_figure_error(o->measure),
                            .method = FF_FOOT_BY_HOME_TEST,
                            .said_by = "runner"};
}

/* A side that was not told now is as it was read before, in the same unit. What is told of both
 * counts together. */
static ff_code complete(ff_app *app, ff_arena *arena, ff_home_test_outcome *o, ff_error *error) {
    ff_feet feet;
    int kind = kind_of(o);
    if (kind < 0) {
        return FF_OK;
    }
    ff_code code = ff_feet_read(app, arena, &feet, error);
    if (code != FF_OK) {
        return code;
    }
    double *values[] = {&o->left, &o->right};
    ff_foot_figure told[2];
    const ff_foot_figure *sides[2];
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        told[side] = figure_of(o, (ff_side)side, *values[side]);
        sides[side] = isnan(*values[side]) ? feet.counts[side][kind] : &told[side];
        if (isnan(*values[side]) && sides[side] != NULL) {
            char date[FF_ISO_SIZE];
            ff_iso_date(sides[side]->said_at_s, date);
            *values[side] = sides[side]->value;
            o->read_on[side] = ff_arena_copy(arena, date);
        }
    }
    o->result = ff_home_test_judge_figures(o->test, o->measure, sides[FF_LEFT], sides[FF_RIGHT]);
    return ff_arena_check(arena, error);
}

static ff_code put_figures(ff_app *app, ff_arena *arena, const ff_home_test_outcome *o,
                           ff_error *error) {
    const double values[] = {o->left, o->right};
    ff_foot_figure figures[2];
    ff_foot_figure_list list = {figures, 0};
    for (int side = FF_LEFT; side <= FF_RIGHT; side++) {
        if (!isnan(values[side]) && o->read_on[side] == NULL) {
            figures[list.count++] = figure_of(o, (ff_side)side, values[side]);
        }
    }
    return ff_feet_put(app, arena, &list, error);
}

/* ---- keeping it ---- */

static ff_finding finding_of(ff_arena *arena, const ff_home_test_outcome *o) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    ff_readings_text(o, &line);
    const char *from =
        ff_arena_printf(arena, "home test%s%s", line.length > 0 ? ": " : "", line.data);
    bool said = o->result.level >= 0;
    arena->failed |= line.failed;
    ff_text_free(&line);
    return (ff_finding){.id = o->test->fact->id,
                        .state = said ? FF_SAID : FF_NOT_SURE,
                        .value = said ? o->test->fact->levels[o->result.level].id : NULL,
                        .said_by = o->measure != NULL ? "measurement" : "runner",
                        .from = from};
}

static bool has_flag(const ff_assessment *a, const ff_flag *flag) {
    for (size_t i = 0; i < a->flag_count; i++) {
        if (a->flags[i].flag == flag) {
            return true;
        }
    }
    return false;
}

/* Whether the result would take back a red flag that is up. */
static bool calms(const ff_assessment *before, const ff_assessment *after) {
    for (size_t i = 0; i < before->flag_count; i++) {
        if (before->flags[i].flag->level >= FF_WITHIN_DAYS &&
            !has_flag(after, before->flags[i].flag)) {
            return true;
        }
    }
    return false;
}

/* The runner with this answer in place of an earlier one: red flags hear every one in the list. */
static ff_code suppose(ff_arena *arena, const ff_case *runner, const ff_finding *finding,
                       ff_assessment *assessment, ff_error *error) {
    ff_case with = *runner;
    with.findings = (ff_finding_list){
        ff_arena_take(arena, runner->findings.count + 1, sizeof *with.findings.items), 0};
    if (with.findings.items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < runner->findings.count; i++) {
        if (strcmp(runner->findings.items[i].id, finding->id) != 0) {
            with.findings.items[with.findings.count++] = runner->findings.items[i];
        }
    }
    with.findings.items[with.findings.count++] = *finding;
    return ff_assess_case(arena, &with, assessment, error);
}

/* One side alone may settle nothing: then its figure is kept, and an earlier answer stays. */
static bool answers(const ff_home_test_outcome *o) {
    return o->result.level >= 0 || o->result.whole;
}

/* Whether what counts now of the test was read, and not answered in words. */
static bool was_read(const ff_case *runner, const ff_home_test *test) {
    const ff_finding *counts = NULL;
    for (size_t i = 0; i < runner->findings.count; i++) {
        const ff_finding *f = &runner->findings.items[i];
        counts = strcmp(f->id, test->fact->id) == 0 ? f : counts;
    }
    return counts != NULL && strcmp(counts->said_by, "measurement") == 0;
}

static const char *too_calm(const ff_app *app, ff_arena *arena, const ff_home_test_outcome *o,
                            bool read) {
    const char *how =
        read ? ff_arena_printf(arena, "'%s foot left --forget %s', and the same of the right",
                               app->program,
                               ff_foot_kind_name((ff_foot_kind)ff_home_test_figure_kind(
                                   o->test, &o->test->measures[0])))
             : ff_arena_printf(arena, "'%s ask %s'", app->program, o->test->fact->id);
    return ff_arena_printf(arena,
                           "This result is not kept: it would take back a warning that an earlier "
                           "answer raised, and a home test does not do that. If the earlier answer "
                           "was wrong, say so: %s.",
                           how != NULL ? how : "");
}

static ff_code keep(ff_app *app, ff_arena *arena, ff_safety *safety, ff_home_test_outcome *o,
                    ff_error *error) {
    bool read = was_read(&safety->collected.runner, o->test);
    o->as_figures = kind_of(o) >= 0;
    o->answers = answers(o);
    if (!o->answers && !read) {
        return put_figures(app, arena, o, error);
    }
    ff_assessment after = {0};
    ff_finding finding = finding_of(arena, o);
    finding.state = o->answers ? finding.state : FF_NOT_ASKED;
    ff_code code = suppose(arena, &safety->collected.runner, &finding, &after, error);
    if (code == FF_OK && calms(&safety->assessment, &after)) {
        o->not_kept = too_calm(app, arena, o, read);
        return ff_arena_check(arena, error);
    }
    if (code == FF_OK) {
        code = o->as_figures ? put_figures(app, arena, o, error)
                             : ff_journal_put_answer(app->journal, &finding, error);
    }
    if (code == FF_OK) {
        safety->assessment = after;
        safety->must_be_seen = ff_safety_must_be_seen(&after);
    }
    return code;
}

/* ---- answering ---- */

/* While there is room for nothing but being seen, as where a bone may be hurt, what loads the foot
 * is not shown; a result that is there already is taken all the same, for it may tell of more. */
static bool refuses(const ff_safety *safety, const ff_home_test *test, ff_format format,
                    ff_reply *reply) {
    if (!test->loads || !ff_safety_nothing_else(safety)) {
        return false;
    }
    ff_safety_refuse(&safety->assessment,
                     "This test is not shown now: it loads the foot, and this comes first. Ask "
                     "there whether you may do it.",
                     "'home-test' lists those that need no load.", format, reply);
    return true;
}

static void reply_outcome(const ff_app *app, const ff_safety *safety, const ff_home_test_outcome *o,
                          ff_format format, ff_reply *reply) {
    if (format == FF_AS_TEXT) {
        if (safety->must_be_seen) {
            ff_report_flags_text(&reply->text, &safety->assessment);
            ff_text_add_char(&reply->text, '\n');
        }
        ff_home_test_outcome_text(o, app->program, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(safety, &json);
    ff_home_test_outcome_members(o, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

/* What is looked at and what is kept belong together: nobody writes in between. */
static ff_code take(ff_app *app, ff_arena *arena, const ff_home_test *test,
                    const ff_home_test_request *request, ff_reply *reply, ff_error *error) {
    ff_home_test_outcome outcome;
    ff_safety safety;
    ff_code code = read_result(test, request, &outcome, error);
    if (code == FF_OK) {
        code = ff_journal_begin(app->journal, error);
    }
    if (code != FF_OK) {
        return code;
    }
    code = ff_safety_look(app, arena, &safety, error);
    if (code == FF_OK) {
        code = complete(app, arena, &outcome, error);
    }
    if (code == FF_OK) {
        code = keep(app, arena, &safety, &outcome, error);
    }
    code = ff_journal_finish(app->journal, code, error);
    if (code == FF_OK) {
        outcome.act_waits = ff_safety_nothing_else(&safety);
        reply_outcome(app, &safety, &outcome, request->format, reply);
    }
    return code;
}

static void describe(const ff_app *app, ff_arena *arena, const ff_safety *safety,
                     const ff_home_test *test, ff_format format, ff_reply *reply) {
    if (refuses(safety, test, format, reply)) {
        return;
    }
    if (format == FF_AS_TEXT) {
        ff_safety_preface(safety, app->program, &reply->text);
        ff_home_test_text(test, app->program, arena, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(safety, &json);
    ff_home_test_json(test, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

/* What was answered to each test's question so far; NULL where nothing was. */
static const char **answers_of(ff_arena *arena, const ff_case *runner) {
    const char **answers = ff_arena_take(arena, knowledge->home_test_count, sizeof *answers);
    for (size_t t = 0; answers != NULL && t < knowledge->home_test_count; t++) {
        for (size_t i = 0; i < runner->findings.count; i++) {
            const ff_finding *f = &runner->findings.items[i];
            if (strcmp(f->id, knowledge->home_tests[t].fact->id) == 0) {
                answers[t] = f->state == FF_SAID       ? f->value
                             : f->state == FF_NOT_SURE ? "unsure"
                                                       : NULL;
            }
        }
    }
    return answers;
}

static void list(const ff_app *app, ff_arena *arena, const ff_safety *safety, ff_format format,
                 ff_reply *reply) {
    const char **answers = answers_of(arena, &safety->collected.runner);
    bool no_load = ff_safety_nothing_else(safety);
    if (answers == NULL) {
        return; /* the arena says so */
    }
    if (format == FF_AS_TEXT) {
        ff_safety_preface(safety, app->program, &reply->text);
        ff_home_tests_text(knowledge, answers, no_load, app->program, arena, &reply->text);
        return;
    }
    ff_json json;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_safety_member(safety, &json);
    ff_home_tests_json(knowledge, answers, no_load, &json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}

static ff_code look(ff_app *app, ff_arena *arena, const ff_home_test *test, ff_format format,
                    ff_reply *reply, ff_error *error) {
    ff_safety safety;
    ff_code code = ff_safety_look(app, arena, &safety, error);
    if (code == FF_OK && test != NULL) {
        describe(app, arena, &safety, test, format, reply);
    } else if (code == FF_OK) {
        list(app, arena, &safety, format, reply);
    }
    return code;
}

ff_code ff_app_home_test(ff_app *app, const ff_home_test_request *request, ff_reply *reply,
                         ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    const ff_home_test *test = NULL;
    bool result = request->answer != NULL || request->left != NULL || request->right != NULL;
    ff_code code = request->name != NULL ? find(request->name, &test, error)
                   : result              ? ff_fail(error, FF_ERR_USAGE, "home-test", FF_NO_OFFSET,
                                                   "a result needs the name of its test")
                                         : FF_OK;
    if (code == FF_OK) {
        code = result && test != NULL ? take(app, &arena, test, request, reply, error)
                                      : look(app, &arena, test, request->format, reply, error);
    }
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_app_home_test_picture(ff_app *app, const char *name, ff_format format, ff_reply *reply,
                                 ff_error *error) {
    ff_arena arena;
    ff_text svg;
    ff_app_arena(app, &arena);
    ff_text_init(&svg, arena.allocator);
    const ff_home_test *test;
    ff_safety safety;
    ff_code code = find(name, &test, error);
    code = code == FF_OK ? ff_safety_look(app, &arena, &safety, error) : code;
    if (code == FF_OK && !refuses(&safety, test, format, reply)) {
        const ff_figure figure = {test->picture, test->name, NULL};
        const char *id = ff_arena_printf(&arena, "home-test-%s", test->id);
        const ff_figure_sheet sheet = {&figure, 1, id != NULL ? id : "home-test", test->name,
                                       NULL}; /* it moves no foot, and may lead to a doctor */
        ff_figures_draw(&sheet, &svg);
        ff_app_reply_drawing(&svg, format, reply);
    }
    ff_text_free(&svg);
    return ff_app_end(&arena, code, reply, error);
}
