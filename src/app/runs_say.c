#include "app/runs_say.h"

#include "app/measures.h"
#include "base/number.h"
#include "measure/course.h"
#include "measure/form.h"
#include "measure/load_now.h"
#include "measure/patterns.h"
#include "measure/resolve_time.h"
#include "measure/timing.h"
#include "measure/wear.h"
#include "trial/kaplan_meier.h"

#include <math.h>
#include <string.h>

/* ---- shoes ---- */

/* By when half of the runs with it are numb: nothing changed on purpose, since it first came. */
static ff_code set_median(ff_arena *arena, const ff_logged_run_list *runs, ff_logged_run *room,
                          ff_wear *w, ff_error *error) {
    size_t count = 0;
    for (size_t i = 0; i < runs->count; i++) {
        const ff_logged_run *run = &runs->items[i];
        if (run->change_count == 0 && ff_wear_has(w, run)) {
            room[count++] = *run;
        }
    }
    ff_kaplan_meier km;
    ff_code code = ff_kaplan_meier_of_runs(arena, room, count, &km, error);
    if (code == FF_OK) {
        w->median_min = ff_round_result(km.median_min);
        w->median_low_min = ff_round_result(km.median_low_min);
        w->median_high_min = ff_round_result(km.median_high_min);
    }
    return code;
}

static ff_code read_wear(ff_app *app, ff_arena *arena, const ff_logged_run_list *runs,
                         ff_wear_list *wear, ff_finding_list *findings, ff_error *error) {
    ff_shoe_list shoes;
    ff_code code = ff_journal_shoes(app->journal, arena, &shoes, error);
    if (code == FF_OK) {
        code = ff_wear_of(arena, runs, &shoes, wear, findings, error);
    }
    return code;
}

ff_code ff_runs_say_medians(ff_arena *arena, const ff_history *history, ff_wear_list *wear,
                            ff_error *error) {
    const ff_logged_run_list runs = {history->runs, history->count};
    ff_logged_run *room = ff_arena_take(arena, runs.count, sizeof *room);
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < wear->count && code == FF_OK; i++) {
        code = wear->items[i].numb > 0 ? set_median(arena, &runs, room, &wear->items[i], error)
                                       : FF_OK;
    }
    return code;
}

/* ---- how long until it is gone ---- */

/* The runs of which it was said when it was gone, with their pauses where these are needed. */
static ff_code read_gone(ff_app *app, ff_arena *arena, const ff_logged_run_list *runs,
                         ff_logged_run_list *gone, ff_error *error) {
    size_t room = 0;
    for (size_t i = 0; i < runs->count; i++) {
        room += runs->items[i].onset != NULL && !isnan(runs->items[i].onset->gone_s);
    }
    *gone = (ff_logged_run_list){ff_arena_take(arena, room, sizeof *gone->items), 0};
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < runs->count && code == FF_OK && gone->count < room; i++) {
        const ff_logged_run *logged = &runs->items[i];
        if (logged->onset == NULL || isnan(logged->onset->gone_s)) {
            continue;
        }
        ff_logged_run *kept = &gone->items[gone->count++];
        *kept = *logged;
        ff_run *whole = ff_arena_take(arena, 1, sizeof *whole);
        code = ff_arena_check(arena, error);
        if (code == FF_OK && ff_resolve_needs_pauses(logged)) {
            code = ff_journal_run(app->journal, arena, logged->run->id, false, whole, error);
            kept->run = whole;
        }
    }
    return code;
}

static ff_code read_resolve(ff_app *app, ff_arena *arena, const ff_logged_run_list *runs,
                            ff_finding_list *finding, ff_error *error) {
    ff_logged_run_list gone;
    ff_resolve_time *resolve = ff_arena_take(arena, 1, sizeof *resolve);
    ff_code code = ff_arena_check(arena, error);
    if (code == FF_OK) {
        code = read_gone(app, arena, runs, &gone, error);
    }
    if (code == FF_OK) {
        code = ff_resolve_time_of(arena, gone.items, gone.count, resolve, error);
        *finding = (ff_finding_list){&resolve->finding, 1};
    }
    return code;
}

/* ---- findings ---- */

static bool is_there(const ff_finding_list *list, const char *id) {
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* Each once: patterns, which come first, tell only what they are sure of. */
static void add_all(ff_finding_list *to, const ff_finding_list *from) {
    for (size_t i = 0; i < from->count; i++) {
        if (!is_there(to, from->items[i].id)) {
            to->items[to->count++] = from->items[i];
        }
    }
}

static ff_code gather(ff_arena *arena, const ff_finding_list *const *lists, size_t count,
                      ff_finding_list *findings, ff_error *error) {
    size_t room = 0;
    for (size_t i = 0; i < count; i++) {
        room += lists[i]->count;
    }
    *findings = (ff_finding_list){ff_arena_take(arena, room, sizeof *findings->items), 0};
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < count && code == FF_OK; i++) {
        add_all(findings, lists[i]);
    }
    return code;
}

/* ---- all of it ---- */

static ff_code measure_all(ff_app *app, ff_arena *arena, const ff_history *history,
                           double height_cm, ff_runs_say *say, ff_error *error) {
    const ff_logged_run_list runs = {history->runs, history->count};
    ff_measured_run_list measured;
    ff_runs_told *told = &say->told;
    told->load = ff_load_now_of(&runs);
    ff_code code = ff_onset_pattern_of(arena, runs.items, runs.count, &say->onset, error);
    if (code == FF_OK) {
        code = ff_timing_of(arena, &runs, &told->timing, error);
    }
    if (code == FF_OK) {
        code = ff_measures_of(app, arena, history, &measured, error);
    }
    if (code == FF_OK) {
        code = ff_patterns_of(arena, &measured, &told->patterns, error);
    }
    return code == FF_OK ? ff_form_of(arena, &measured, height_cm, &told->form, error) : code;
}

ff_code ff_runs_say_of(ff_app *app, ff_arena *arena, const ff_history *history, double height_cm,
                       ff_runs_say *say, ff_error *error) {
    const ff_logged_run_list runs = {history->runs, history->count};
    ff_finding_list resolve, course, wear;
    *say = (ff_runs_say){0};
    ff_code code = measure_all(app, arena, history, height_cm, say, error);
    if (code == FF_OK) {
        code = read_resolve(app, arena, &runs, &resolve, error);
    }
    if (code == FF_OK) {
        code = ff_course_of(arena, &runs, &course, error);
    }
    if (code == FF_OK) {
        code = read_wear(app, arena, &runs, &say->told.wear, &wear, error);
    }
    if (code != FF_OK) {
        return code;
    }
    const ff_finding_list *const lists[] = {
        &say->onset.findings,     &resolve, &say->told.patterns.findings,
        &say->told.form.findings, &course,  &wear};
    return gather(arena, lists, sizeof lists / sizeof *lists, &say->told.findings, error);
}
