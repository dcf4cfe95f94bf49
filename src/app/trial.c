/* trial and next: a change tried in an order that is drawn, and what it showed so far. */
#include "app/app.h"

#include "app/assess.h"
#include "app/collect.h"
#include "app/onset_rows.h"
#include "app/runs_evidence.h"
#include "app/safety.h"
#include "app/trial_causes.h"
#include "app/trial_look.h"
#include "app/trial_runs.h"
#include "report/trial_report.h"
#include "report/words.h"
#include "trial/plan.h"

#include <math.h>
#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

/* Where nothing is known of the runner: the usual minutes to numbness and what is not known of them. */
#define USUAL_MINUTES   25.0
#define USUAL_LENGTH_SD 0.3

/* Everything that one request looks at. */
typedef struct {
    ff_app *app;
    ff_arena *arena;
    ff_error *error;
    ff_collected collected;
    ff_assessment assessment;
    ff_history history;
    ff_trial_list trials;
    const ff_trial *trial; /* the one that goes on, else the last one; NULL: there was none */
    ff_trial_draw_list draws;
    ff_trial_runs runs;
    ff_trial_analysis analysis;
    ff_trial_plan plan;
} standing;

/* ---- the causes ---- */

/* What was answered of a change that is now tried is in the runs too, and must not count twice. */
static void forget_what_is_tried(ff_case *runner, const ff_trial *trial) {
    for (size_t c = 0; c < trial->change_count; c++) {
        const char *told = ff_told_by_change(trial->changes[c]);
        for (size_t i = 0; i < runner->findings.count && told != NULL; i++) {
            if (strcmp(runner->findings.items[i].id, told) == 0) {
                runner->findings.items[i].state = FF_NOT_ASKED;
                runner->findings.items[i].value = NULL;
            }
        }
    }
}

static ff_code take_causes(standing *s) {
    ff_trial_question *q = &s->runs.question;
    const ff_assessment *a = &s->assessment;
    double sum = 0;
    ff_trial_cause *causes = ff_arena_take(s->arena, a->cause_count, sizeof *causes);
    if (causes == NULL) {
        return ff_arena_check(s->arena, s->error);
    }
    for (size_t c = 0; c < a->cause_count; c++) {
        sum += a->causes[c].p;
    }
    for (size_t c = 0; c < a->cause_count && q->cause_count < FF_MOST_TRIAL_CAUSES; c++) {
        const ff_cause *cause = a->causes[c].cause;
        bool other = strcmp(cause->id, "other") == 0;
        double share = a->causes[c].p / sum;
        ff_trial_cause made = {.id = cause->id, .prior = other ? fmax(share, FF_LEAST_OTHER) : share};
        ff_trial_cause_effects(cause, q->changes, q->change_count, &made);
        q->cause_count = ff_trial_add_cause(causes, q->cause_count, q->change_count, &made);
    }
    q->causes = causes;
    return FF_OK;
}

/* ---- looking ---- */

static ff_code read_trials(standing *s) {
    ff_code code = ff_journal_trials(s->app->journal, s->arena, &s->trials, s->error);
    if (code == FF_OK && s->trials.count > 0) {
        s->trial = &s->trials.items[s->trials.count - 1];
    }
    return code;
}

static ff_code assess(standing *s, const ff_trial *trial) {
    ff_code code = ff_collect(s->app, s->arena, trial->id, &s->collected, s->error);
    if (code == FF_OK) {
        forget_what_is_tried(&s->collected.runner, trial);
        code = ff_assess_case(s->arena, &s->collected.runner, &s->assessment, s->error);
    }
    if (code == FF_OK) {
        code = ff_history_read(s->app, s->arena, FF_WITHOUT_PARTS, &s->history, s->error);
    }
    return code;
}

static ff_code look(standing *s, const ff_trial *trial) {
    ff_code code = assess(s, trial);
    if (code == FF_OK && trial->id != 0) {
        code = ff_journal_draws(s->app->journal, s->arena, trial->id, &s->draws, s->error);
    }
    if (code == FF_OK) {
        code = ff_trial_runs_of(s->arena, &s->history, trial, &s->draws, &s->runs, s->error);
    }
    if (code == FF_OK) {
        ff_trial_runs_drop_strange(&s->runs);
        ff_trial_take_knowledge(&s->runs.question);
        code = take_causes(s);
    }
    if (code == FF_OK) {
        code = ff_trial_analyse(s->arena, &s->runs.question, &s->analysis, s->error);
    }
    s->plan = ff_trial_plan_of(s->runs.before, s->runs.before_count, trial->change_count);
    return code;
}

ff_code ff_trial_look(ff_app *app, ff_arena *arena, const ff_trial **trial,
                      const ff_trial_analysis **analysis, ff_error *error) {
    standing *s = ff_arena_take(arena, 1, sizeof *s);
    *trial = NULL;
    *analysis = NULL;
    if (s == NULL) {
        return ff_arena_check(arena, error);
    }
    *s = (standing){.app = app, .arena = arena, .error = error};
    ff_code code = read_trials(s);
    if (code == FF_OK && s->trial != NULL) {
        code = look(s, s->trial);
        *trial = s->trial;
        *analysis = &s->analysis;
    }
    return code;
}

/* ---- the next run ---- */

/* Before the first run of a trial each cause says by itself what to expect. */
static ff_outlook *expect(const standing *s, size_t *count) {
    const ff_trial_question *q = &s->runs.question;
    ff_outlook *all = ff_arena_take(s->arena, q->cause_count, sizeof *all);
    double usual = s->plan.median_min > 0 ? s->plan.median_min : USUAL_MINUTES;
    *count = all != NULL ? q->cause_count : 0;
    for (size_t c = 0; c < *count; c++) {
        ff_trial_expect(&q->causes[c], q->change_count, usual, &all[c]);
    }
    return all;
}

/* The lengths of the runner's own runs; where there are none, runs that reach the usual onset. */
static void expect_length(const standing *s, ff_next_run_question *q) {
    ff_trial_plan own = ff_trial_plan_of(s->history.runs, s->history.count, 1);
    q->log_minutes = isnan(own.log_minutes) ? log(USUAL_MINUTES) + USUAL_LENGTH_SD : own.log_minutes;
    q->log_minutes_sd = own.log_minutes_sd > 0 ? own.log_minutes_sd : USUAL_LENGTH_SD;
}

/* Whether a foot that gets worse from week to week must do without the change. */
static bool not_while_worsening(const standing *s, const char *change) {
    const ff_remedy *remedy = ff_knowledge_remedy(knowledge, change);
    return remedy != NULL && !remedy->while_worsening && ff_case_gets_worse(&s->collected.runner);
}

/* Whether the change must not be run with any more. */
static bool is_barred(const standing *s, const char *change, const ff_trial_effect *e) {
    bool harms = e->state == FF_EFFECT_KNOWN && e->verdict == FF_VERDICT_WORSE;
    return harms || not_while_worsening(s, change);
}

/* What was drawn and still waits for its run; NULL: nothing, or what has turned out since to do harm. */
static const ff_trial_draw *waiting_draw(const standing *s) {
    const ff_trial_draw *last = s->runs.waiting ? &s->draws.items[s->draws.count - 1] : NULL;
    for (size_t i = 0; i < s->trial->change_count && last != NULL; i++) {
        const char *change = s->trial->changes[i];
        if (strcmp(last->arm, change) == 0 && is_barred(s, change, &s->analysis.effects[i])) {
            return NULL;
        }
    }
    return last;
}

static ff_code choose(standing *s, const ff_trial *trial, ff_next_run *next) {
    int *before = ff_arena_take(s->arena, s->runs.day_count, sizeof *before);
    ff_next_run_question q = {.outlooks = s->analysis.outlooks,
                              .outlook_count = s->analysis.outlook_count,
                              .arm_count = trial->change_count + 1,
                              .before = before,
                              .before_count = s->runs.day_count,
                              .policy = trial->policy,
                              .seed = trial->seed,
                              .number = s->draws.count};
    if (q.outlook_count == 0) {
        q.outlooks = expect(s, &q.outlook_count);
    }
    ff_code code = ff_arena_check(s->arena, s->error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < s->runs.day_count; i++) {
        before[i] = s->runs.days[i].arm;
    }
    for (size_t i = 0; i < trial->change_count; i++) {
        const ff_trial_effect *e = &s->analysis.effects[i];
        q.helps[i + 1] = isnan(e->mixture_tenth) ? 0 : e->mixture_tenth;
        q.barred[i + 1] = is_barred(s, trial->changes[i], e);
    }
    expect_length(s, &q);
    return ff_choose_next_run(&q, next, s->error);
}

/* Draws for the next run, and keeps it. A draw that still waits for its run stays. */
static ff_code draw(standing *s, const ff_trial *trial, const char **arm, const char **why) {
    const ff_trial_draw *last = waiting_draw(s);
    if (last != NULL) {
        *arm = last->arm;
        *why = last->why;
        return FF_OK;
    }
    ff_next_run next;
    ff_code code = choose(s, trial, &next);
    if (code != FF_OK) {
        return code;
    }
    ff_text words;
    ff_text_init(&words, s->arena->allocator);
    ff_next_run_why(&(ff_next_run_report){trial->changes, trial->change_count, &next}, &words);
    *arm = next.arm == FF_ARM_USUAL ? FF_USUAL : trial->changes[next.arm - 1];
    *why = ff_arena_copy(s->arena, words.data);
    ff_text_free(&words);
    code = ff_arena_check(s->arena, s->error);
    ff_trial_draw made = {.trial_id = trial->id,
                          .arm = *arm,
                          .why = *why,
                          .lot = next.lot,
                          .other_half = next.reason == FF_NEXT_PAIR_SECOND};
    return code == FF_OK ? ff_journal_add_draw(s->app->journal, &made, NULL, s->error) : code;
}

/* ---- one request ---- */

typedef struct {
    const void *given;
    ff_format format;
    ff_reply *reply;
} call;

typedef ff_code trial_work(standing *s, const call *asked);

/* What is read and what is written belong together: nobody writes in between. */
static ff_code handle(ff_app *app, trial_work *work, const call *asked, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    standing s = {.app = app, .arena = &arena, .error = error};
    ff_code code = ff_journal_begin(app->journal, error);
    if (code == FF_OK) {
        code = read_trials(&s);
        code = code == FF_OK ? work(&s, asked) : code;
        code = ff_journal_finish(app->journal, code, error);
    }
    return ff_app_end(&arena, code, asked->reply, error);
}

/* by: the command that helps, for who reads text; NULL: there is none. */
static void say_flags(const standing *s, const call *asked, const char *words, const char *by) {
    ff_safety_refuse(&s->assessment, words, by, asked->format, asked->reply);
}

/* A flag ends the trial that goes on; what it showed stays. */
static ff_code end_by_flag(standing *s, const call *asked) {
    const char *why =
        s->assessment.flag_count > 0 ? s->assessment.flags[0].flag->id : "an answer is not sure";
    ff_code code =
        ff_journal_end_trial(s->app->journal, s->trial->id, FF_TRIAL_BY_RED_FLAG, why, s->error);
    if (code == FF_OK) {
        say_flags(s, asked,
                  "The trial is ended: this comes first. What your runs showed so far stays.",
                  "'trial' shows it.");
    }
    return code;
}

static bool goes_on(const standing *s) {
    return s->trial != NULL && s->trial->end == FF_TRIAL_GOES_ON;
}

static ff_code none_goes_on(ff_error *error) {
    return ff_fail(error, FF_ERR_NONE_YET, "trial", FF_NO_OFFSET,
                   "no trial goes on: 'trial start CHANGE' starts one");
}

/* ---- start ---- */

static ff_code check_change(const standing *s, const char *change) {
    const ff_remedy *remedy = ff_knowledge_remedy(knowledge, change);
    if (remedy != NULL && remedy->visit) {
        return ff_fail(s->error, FF_ERR_VALUE, "trial", FF_NO_OFFSET,
                       "\"%s\" is someone to see, not a change to run with", change);
    }
    if (not_while_worsening(s, change)) {
        return ff_fail(s->error, FF_ERR_VALUE, "trial", FF_NO_OFFSET,
                       "\"%s\" is not for a foot that gets worse from week to week", change);
    }
    return FF_OK;
}

/* Whether safety comes first; what is then said takes the place of the answer. */
static bool refuse(const standing *s, const call *asked) {
    bool seen = ff_safety_must_be_seen(&s->assessment);
    if (seen) {
        say_flags(s, asked, "No trial is started: this comes first.", NULL);
    } else if (!s->assessment.checklist_asked) {
        say_flags(s, asked,
                  "No trial is started before the safety questions are answered, and lately.",
                  "'ask' asks them.");
    }
    return seen || !s->assessment.checklist_asked;
}

static ff_trial_plan_report plan_report(const standing *s) {
    static const double ratios[FF_PLANNED_RATIOS] = {1.3, 1.5, 1.7, 2.5};
    ff_trial_plan_report report = {.trial = s->trial,
                                   .sigma = s->plan.sigma,
                                   .sigma_from = s->plan.sigma_from,
                                   .most_runs = FF_TRIAL_MOST_RUNS,
                                   .least_ratio =
                                       ff_trial_ratio_within(&s->plan, FF_TRIAL_MOST_RUNS)};
    for (size_t i = 0; i < FF_PLANNED_RATIOS; i++) {
        report.ratios[i] = ratios[i];
        report.runs[i] = ceil(ff_trial_runs_for(&s->plan, ratios[i]));
    }
    return report;
}

/* Whether more runs would tell hardly anything more. */
static bool nothing_left(const standing *s) {
    size_t open = 0;
    for (size_t i = 0; i < s->analysis.effect_count; i++) {
        const ff_trial_effect *e = &s->analysis.effects[i];
        open += e->state != FF_EFFECT_KNOWN || e->verdict == FF_VERDICT_NOT_SETTLED ||
                e->verdict == FF_VERDICT_PROMISING;
    }
    return s->analysis.effect_count > 0 && (open == 0 || s->analysis.usable >= FF_TRIAL_MOST_RUNS);
}

static void write_draw(const standing *s, const call *asked, const ff_trial_draw *drawn,
                       bool with_plan) {
    ff_text *out = &asked->reply->text;
    ff_trial_plan_report plan = plan_report(s);
    if (asked->format == FF_AS_TEXT) {
        if (with_plan) {
            ff_trial_plan_text(&plan, out);
        }
        if (nothing_left(s)) {
            ff_text_wrap(out, "",
                         "More runs will hardly tell more: 'trial' shows what they say, 'trial end' ends it.",
                         FF_TEXT_WIDTH);
        }
        ff_draw_text(drawn, out);
        ff_trial_harm_text(out);
        return;
    }
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    if (with_plan) {
        ff_trial_start_members(&json, &plan);
    }
    ff_draw_members(&json, drawn);
    ff_json_name(&json, "nothing_left");
    ff_json_bool(&json, nothing_left(s));
    ff_trial_harm_members(&json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

static ff_code draw_and_say(standing *s, const call *asked, bool with_plan) {
    ff_trial_draw drawn = {.trial_id = s->trial->id};
    ff_code code = draw(s, s->trial, &drawn.arm, &drawn.why);
    if (code == FF_OK) {
        write_draw(s, asked, &drawn, with_plan);
    }
    return code;
}

/* The trial that is asked for, if such changes can be tried by this runner. Whether any may be comes before
 * which: a red flag is never kept back by what else is wrong. */
static ff_code check_asked(standing *s, const call *asked, ff_trial *trial, bool *refused) {
    const ff_trial_start *given = asked->given;
    *refused = false;
    *trial = (ff_trial){.change_count = given->change_count,
                        .policy = given->comfort ? FF_TRIAL_COMFORT : FF_TRIAL_INFORMATION,
                        .seed = given->seed};
    for (size_t i = 0; i < given->change_count && i < FF_TRIAL_MOST_CHANGES; i++) {
        trial->changes[i] = given->changes[i];
    }
    ff_code code = ff_journal_check_trial(trial, s->error);
    if (code == FF_OK) {
        code = assess(s, &(ff_trial){0});
    }
    *refused = code == FF_OK && refuse(s, asked);
    for (size_t i = 0; i < given->change_count && code == FF_OK && !*refused; i++) {
        code = check_change(s, given->changes[i]);
    }
    return code;
}

static ff_code start(standing *s, const call *asked) {
    ff_trial trial;
    bool refused;
    ff_code code = check_asked(s, asked, &trial, &refused);
    if (code != FF_OK || refused) {
        return code;
    }
    code = ff_journal_start_trial(s->app->journal, &trial, NULL, s->error);
    if (code == FF_OK) {
        code = read_trials(s);
    }
    if (code == FF_OK) {
        code = look(s, s->trial);
    }
    return code == FF_OK ? draw_and_say(s, asked, true) : code;
}

ff_code ff_app_trial_start(ff_app *app, const ff_trial_start *given, ff_format format,
                           ff_reply *reply, ff_error *error) {
    return handle(app, start, &(call){given, format, reply}, error);
}

/* ---- plan ---- */

static void write_plan(const standing *s, const call *asked) {
    ff_text *out = &asked->reply->text;
    ff_trial_plan_report report = plan_report(s);
    if (asked->format == FF_AS_TEXT) {
        ff_trial_plan_text(&report, out);
        return;
    }
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_trial_plan_members(&json, &report);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

/* As if it were started now. */
static ff_code plan(standing *s, const call *asked) {
    ff_trial trial;
    bool refused;
    ff_code code = check_asked(s, asked, &trial, &refused);
    if (code != FF_OK || refused) {
        return code;
    }
    trial.started_at_s = ff_context_now(s->app->context);
    s->trial = &trial;
    code = ff_trial_runs_of(s->arena, &s->history, s->trial, &s->draws, &s->runs, s->error);
    if (code == FF_OK) {
        s->plan = ff_trial_plan_of(s->runs.before, s->runs.before_count, trial.change_count);
        write_plan(s, asked);
    }
    s->trial = NULL;
    return code;
}

ff_code ff_app_trial_plan(ff_app *app, const ff_trial_start *given, ff_format format,
                          ff_reply *reply, ff_error *error) {
    return handle(app, plan, &(call){given, format, reply}, error);
}

/* ---- next ---- */

static ff_code next(standing *s, const call *asked) {
    if (!goes_on(s)) {
        return none_goes_on(s->error);
    }
    ff_code code = look(s, s->trial);
    if (code == FF_OK && ff_safety_must_be_seen(&s->assessment)) {
        return end_by_flag(s, asked);
    }
    if (code == FF_OK && !s->assessment.checklist_asked) {
        say_flags(s, asked, "No run is drawn before the safety questions are answered again.",
                  "'ask' asks them.");
        return FF_OK;
    }
    if (code == FF_OK && s->analysis.worsens) {
        say_flags(s, asked,
                  "No run is drawn: the numbness comes sooner, or is stronger, from run to run. Run less or rest "
                  "until it does not, and have someone look at it.",
                  "'trial end' ends the trial.");
        return FF_OK;
    }
    return code == FF_OK ? draw_and_say(s, asked, false) : code;
}

ff_code ff_app_next(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    return handle(app, next, &(call){NULL, format, reply}, error);
}

/* ---- show ---- */

static ff_trial_day_report *report_days(const standing *s) {
    ff_trial_day_report *days = ff_arena_take(s->arena, s->runs.day_count, sizeof *days);
    for (size_t i = 0; i < s->runs.day_count && days != NULL; i++) {
        const ff_trial_day *day = &s->runs.days[i];
        const char *arm = day->arm < 0 ? NULL
                          : day->arm == FF_ARM_USUAL ? FF_USUAL
                                                     : s->trial->changes[day->arm - 1];
        days[i] = (ff_trial_day_report){.logged = day->logged,
                                        .arm = arm,
                                        .strange = day->strange,
                                        .drawn = day->source == FF_ARM_DRAWN,
                                        .said = day->source == FF_ARM_SAID,
                                        .counted = day->counted};
    }
    return days;
}

/* The runs of the analysis are told by their number in the journal. Who only looks changes nothing:
 * a trial under a red flag is told as stopped as long as the flag is up, and goes on where it was raised by
 * mistake; it is ended by who asks for its next run, or by the runner. */
static ff_code show(standing *s, const call *asked, bool always_valid) {
    if (s->trial == NULL) {
        return none_goes_on(s->error);
    }
    ff_code code = look(s, s->trial);
    if (code != FF_OK) {
        return code;
    }
    bool seen = ff_safety_must_be_seen(&s->assessment);
    bool stopped = seen && goes_on(s);
    int64_t *numbers = ff_arena_take(s->arena, s->runs.question.run_count, sizeof *numbers);
    ff_trial_report report = {.trial = s->trial,
                              .analysis = &s->analysis,
                              .days = report_days(s),
                              .day_count = s->runs.day_count,
                              .numbers = numbers,
                              .always_valid = always_valid,
                              .seen = seen ? &s->assessment : NULL,
                              .stopped = stopped};
    asked->reply->incomplete |= stopped;
    code = ff_arena_check(s->arena, s->error);
    for (size_t i = 0; i < s->runs.question.run_count && code == FF_OK; i++) {
        numbers[i] = s->runs.counted[i]->logged->run->id;
    }
    if (code == FF_OK) {
        report.waiting = goes_on(s) && !stopped && !s->analysis.worsens ? waiting_draw(s) : NULL;
        (asked->format == FF_AS_JSON ? ff_trial_report_json
                                     : ff_trial_report_text)(&report, s->arena, &asked->reply->text);
    }
    return code;
}

static ff_code look_at(standing *s, const call *asked) {
    return show(s, asked, *(const bool *)asked->given);
}

ff_code ff_app_trial(ff_app *app, bool always_valid, ff_format format, ff_reply *reply,
                     ff_error *error) {
    return handle(app, look_at, &(call){&always_valid, format, reply}, error);
}

/* ---- as a drawing ---- */

static const char *name_of_arm(const ff_trial *trial, size_t arm) {
    if (arm == 0) {
        return "as usual";
    }
    const char *words = ff_words_change(trial->changes[arm - 1]);
    return words != NULL ? words : trial->changes[arm - 1];
}

/* The runs of the trial, and a row for each of its arms. */
static void fill_chart(const standing *s, ff_onset_request *request) {
    const ff_trial_runs *t = &s->runs;
    size_t arms = s->trial->change_count + 1;
    ff_logged_run *runs = ff_arena_take(s->arena, t->day_count, sizeof *runs);
    ff_onset_row *rows = ff_arena_take(s->arena, arms, sizeof *rows);
    bool *with = ff_arena_take(s->arena, arms * (t->day_count + 1), sizeof *with);
    *request = (ff_onset_request){.title = "The runs of the trial, and when numbness began",
                                  .id = "trial"};
    if (runs == NULL || rows == NULL || with == NULL) {
        return;
    }
    for (size_t i = 0; i < t->day_count; i++) {
        runs[i] = *t->days[i].logged;
        if (t->days[i].arm >= 0 && (size_t)t->days[i].arm < arms) {
            with[(size_t)t->days[i].arm * t->day_count + i] = true;
        }
    }
    for (size_t a = 0; a < arms; a++) {
        rows[a] = (ff_onset_row){name_of_arm(s->trial, a), with + a * t->day_count};
    }
    request->runs = runs;
    request->count = t->day_count;
    request->rows = rows;
    request->row_count = arms;
}

static ff_code draw_chart(standing *s, const call *asked) {
    ff_text svg;
    ff_onset_request request;
    ff_onset_marks marks = {0};
    if (s->trial == NULL) {
        return none_goes_on(s->error);
    }
    ff_code code = look(s, s->trial);
    if (code != FF_OK) {
        return code;
    }
    ff_text_init(&svg, s->arena->allocator);
    fill_chart(s, &request);
    ff_onset_chart(&request, s->arena, &svg, &marks);
    code = ff_arena_check(s->arena, s->error);
    if (code == FF_OK) {
        ff_onset_reply(&svg, &marks, asked->format, asked->reply);
    }
    ff_text_free(&svg);
    return code;
}

ff_code ff_app_trial_chart(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    return handle(app, draw_chart, &(call){NULL, format, reply}, error);
}

/* ---- end ---- */

static ff_code end(standing *s, const call *asked) {
    if (!goes_on(s)) {
        return none_goes_on(s->error);
    }
    ff_code code = ff_journal_end_trial(s->app->journal, s->trial->id, FF_TRIAL_BY_RUNNER,
                                        asked->given, s->error);
    if (code == FF_OK) {
        code = read_trials(s);
    }
    return code == FF_OK ? show(s, asked, false) : code;
}

ff_code ff_app_trial_end(ff_app *app, const char *why, ff_format format, ff_reply *reply,
                         ff_error *error) {
    return handle(app, end, &(call){why, format, reply}, error);
}
