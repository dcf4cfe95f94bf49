/* habits: the six ways to keep numbness away, each as it stands with this runner. */
#include "app/habits_look.h"

#include "app/sites.h"
#include "remedy/habits.h"
#include "report/shoe_fit_report.h"

#include <string.h>

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

typedef struct {
    ff_app *app;
    ff_arena *arena;
    ff_error *error;
    ff_safety safety;
    ff_habit_facts facts;
} job;

/* ---- the runs ---- */

static bool has_change(const ff_logged_run *run, const char *change) {
    for (size_t c = 0; c < run->change_count; c++) {
        if (strcmp(run->changes[c], change) == 0) {
            return true;
        }
    }
    return false;
}

static void count_runs(job *j) {
    const ff_history *history = &j->safety.collected.history;
    j->facts.runs = history->count;
    for (size_t i = 0; i < history->count; i++) {
        const ff_logged_run *run = &history->runs[i];
        j->facts.said += run->onset != NULL;
        j->facts.numb += run->onset != NULL && run->onset->kind != FF_ONSET_NONE;
        j->facts.lacing_said += run->gear[FF_GEAR_LACING] != NULL;
        j->facts.stretched += has_change(run, "stretch");
    }
}

static const ff_logged_run *last_said(const ff_history *history) {
    const ff_logged_run *last = NULL;
    for (size_t i = 0; i < history->count; i++) {
        last = history->runs[i].onset != NULL ? &history->runs[i] : last;
    }
    return last;
}

static bool was_changed(const ff_history *history, const char *change) {
    for (size_t i = 0; i < history->count; i++) {
        if (has_change(&history->runs[i], change)) {
            return true;
        }
    }
    return false;
}

/* What was changed on some runs and is as usual again. While a trial goes on it is the trial that
 * says what a run is like. */
static ff_code take_lapsed(job *j) {
    const ff_history *history = &j->safety.collected.history;
    const ff_logged_run *last = last_said(history);
    ff_trial_list trials;
    ff_code code = ff_journal_trials(j->app->journal, j->arena, &trials, j->error);
    if (code != FF_OK || (trials.count > 0 && trials.items[trials.count - 1].ended_at_s == 0)) {
        return code;
    }
    const char **lapsed = ff_arena_take(j->arena, knowledge->remedy_count, sizeof *lapsed);
    size_t count = 0;
    for (size_t i = 0; lapsed != NULL && last != NULL && i < knowledge->remedy_count; i++) {
        const char *id = knowledge->remedies[i].id;
        if (was_changed(history, id) && !has_change(last, id)) {
            lapsed[count++] = id;
        }
    }
    j->facts.lapsed = lapsed;
    j->facts.lapsed_count = count;
    return ff_arena_check(j->arena, j->error);
}

/* The wear of the shoe in use. */
static void take_wear(job *j) {
    const ff_collected *c = &j->safety.collected;
    bool any = false;
    for (size_t i = 0; i < c->told.wear.count; i++) {
        const ff_wear *wear = &c->told.wear.items[i];
        bool is_shoe = strcmp(wear->kind, "shoe") == 0;
        any |= is_shoe;
        if (is_shoe && c->shoe != NULL && strcmp(wear->name, c->shoe->name) == 0) {
            j->facts.wear = wear;
        }
    }
    j->facts.all_retired = any && c->shoe == NULL;
}

/* The room in it, as fit-shoe tells it. */
static void take_fit(job *j) {
    const ff_fit_answer *fit = j->safety.collected.fit;
    j->facts.fit = fit;
    if (fit != NULL) {
        const ff_fit_verdict *length =
            fit->longer >= 0 ? &fit->verdicts[fit->longer][FF_FIT_LENGTH] : NULL;
        j->facts.length_words = ff_shoe_fit_verdict_words(length, j->arena);
        j->facts.width_words = ff_shoe_fit_verdict_words(ff_fit_tightest(fit), j->arena);
    }
}

/* ---- the answer ---- */

static ff_code look(job *j) {
    ff_code code = ff_safety_look(j->app, j->arena, &j->safety, j->error);
    if (code != FF_OK) {
        return code;
    }
    const ff_collected *c = &j->safety.collected;
    j->facts = (ff_habit_facts){.findings = &c->runner.findings,
                                .tried = c->runner.tried,
                                .tried_count = c->runner.tried_count,
                                .form = &c->told.form,
                                .load = &c->told.load,
                                .numb_in_front = ff_sites_forefoot(&c->runner),
                                .must_be_seen = j->safety.must_be_seen,
                                .worsening = j->safety.worsening,
                                .asked = j->safety.asked,
                                .level = j->safety.assessment.level};
    count_runs(j);
    take_wear(j);
    take_fit(j);
    return take_lapsed(j);
}

/* What acts waits where the remedy may not be tried now, and building up while there is no plan;
 * all waits for what must be seen today. To see someone never does. */
static bool is_held(const job *j, const ff_habit_standing *s) {
    if (strcmp(s->habit->id, "seen") == 0) {
        return false;
    }
    if (ff_safety_nothing_else(&j->safety)) {
        return true;
    }
    bool first = j->safety.must_be_seen || j->facts.worsening;
    return s->state == FF_HABIT_ACT && (!ff_safety_allows(&j->safety, s->habit->remedy) ||
                                        (first && strcmp(s->habit->id, "load") == 0));
}

static ff_code judge(job *j, ff_habits_report *report) {
    ff_habit_standing *standings =
        ff_arena_take(j->arena, knowledge->habit_count, sizeof *standings);
    bool *held = ff_arena_take(j->arena, knowledge->habit_count, sizeof *held);
    if (standings == NULL || held == NULL) {
        return ff_arena_check(j->arena, j->error);
    }
    ff_habits_judge(knowledge, &j->facts, j->arena, standings);
    for (size_t i = 0; i < knowledge->habit_count; i++) {
        held[i] = is_held(j, &standings[i]);
        standings[i].trial &= !held[i] && !j->safety.must_be_seen;
    }
    *report = (ff_habits_report){
        standings,     held,          knowledge->habit_count,         j->facts.runs,
        j->facts.said, j->facts.numb, ff_context_now(j->app->context)};
    return ff_arena_check(j->arena, j->error);
}

ff_code ff_habits_look_at(ff_app *app, ff_arena *arena, ff_habits_look *looked, ff_error *error) {
    job j = {.app = app, .arena = arena, .error = error};
    ff_code code = look(&j);
    code = code == FF_OK ? judge(&j, &looked->report) : code;
    looked->safety = j.safety;
    return code;
}

void ff_habits_say(const ff_habits_look *looked, const char *program, ff_reply *reply) {
    ff_safety_preface(&looked->safety, program, &reply->text);
    ff_habits_text(&looked->report, program, &reply->text);
}

void ff_habits_look_members(const ff_habits_look *looked, const char *program, ff_json *json) {
    ff_safety_member(&looked->safety, json);
    ff_habits_members(&looked->report, program, json);
}

ff_code ff_app_habits(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    ff_habits_look looked;
    ff_code code = ff_habits_look_at(app, &arena, &looked, error);
    if (code == FF_OK && format == FF_AS_TEXT) {
        ff_habits_say(&looked, app->program, reply);
    } else if (code == FF_OK) {
        ff_json json;
        ff_json_init(&json, &reply->text);
        ff_json_object(&json);
        ff_habits_look_members(&looked, app->program, &json);
        ff_json_end_object(&json);
        ff_text_add_char(&reply->text, '\n');
    }
    return ff_app_end(&arena, code, reply, error);
}
