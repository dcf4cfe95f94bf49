#include "app/plan_look.h"

#include "app/takes.h"
#include "measure/told.h"
#include "remedy/plan_follow.h"
#include "remedy/plan_standing.h"
#include "remedy/plan_text.h"

#include <math.h>
#include <string.h>

static int64_t midnight(int64_t local_s) {
    int64_t into = (local_s % FF_PLAN_DAY_S + FF_PLAN_DAY_S) % FF_PLAN_DAY_S;
    return local_s - into;
}

/* By the zone that was told, else by the clock of the newest run's watch, else by UTC. */
static ff_code find_today(const ff_app *app, ff_arena *arena, ff_plan_look *look, ff_error *error) {
    const ff_history *history = &look->safety.collected.history;
    ff_app_zone zone;
    ff_code code = ff_app_zone_read(app, arena, &zone, error);
    if (code != FF_OK) {
        return code;
    }
    look->today_s = ff_app_zone_today(app, &zone);
    for (size_t i = history->count; i-- > 0 && zone.name == NULL;) {
        if (history->runs[i].run->utc_offset_known) {
            look->today_s =
                midnight(ff_context_now(app->context) + history->runs[i].run->utc_offset_s);
            break;
        }
    }
    return FF_OK;
}

/* The earliest minute at which it may have come; NAN: it did not. A run that was ended because it
 * was felt coming counts as numb at its end; one that went numb nobody knows when, at its middle
 * (judgement). */
static double numb_minute(const ff_onset *onset, double minutes) {
    switch (onset->kind) {
    case FF_ONSET_NONE:
        return onset->coming ? minutes : NAN;
    case FF_ONSET_AT_START:
        return 0;
    case FF_ONSET_SOMETIME:
        return minutes / 2;
    default:
        return isnan(onset->from_s) ? minutes / 2 : onset->from_s / 60;
    }
}

static ff_code read_done(ff_arena *arena, const ff_history *history, ff_done_run_list *done,
                         ff_error *error) {
    *done = (ff_done_run_list){ff_arena_take(arena, history->count, sizeof *done->items), 0};
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < history->count && code == FF_OK; i++) {
        const ff_logged_run *logged = &history->runs[i];
        double minutes = ff_run_minutes(logged->run);
        if (!ff_is_run(logged->run) || !(minutes > 0)) {
            continue;
        }
        done->items[done->count++] = (ff_done_run){
            .run_id = logged->run->id,
            .day_s = midnight(ff_run_local_start_s(logged->run)),
            .minutes = minutes,
            .distance_m = logged->run->figures.distance_m,
            .said = logged->onset != NULL,
            .numb_min = logged->onset != NULL ? numb_minute(logged->onset, minutes) : (double)NAN,
            .bout_min = NAN};
    }
    return code;
}

static ff_code read_kept(ff_app *app, ff_arena *arena, ff_plan_look *look, ff_error *error) {
    ff_code code = ff_journal_plan(app->journal, arena, &look->kept, &look->is_kept, error);
    if (code != FF_OK || !look->is_kept) {
        return code;
    }
    const ff_plan_text_terms terms = {.first_day_s = midnight(look->kept.made_at_s)};
    const char *text = look->kept.text;
    ff_error why;
    code = ff_plan_parse(arena, text, strlen(text), &terms, &look->plan, &why);
    if (code == FF_ERR_VALUE || code == FF_ERR_LIMIT) {
        return ff_fail(error, FF_ERR_DAMAGED_JOURNAL, ff_journal_path(app->journal), FF_NO_OFFSET,
                       "the plan in it does not read as one (%s: %s)", why.where, why.message);
    }
    return code != FF_OK ? ff_fail(error, code, why.where, why.offset, "%s", why.message)
                         : ff_plan_follow(arena, &look->plan, look->kept.kind, &look->runner.done,
                                          look->today_s, &look->followed, error);
}

ff_code ff_plan_look_at(ff_app *app, ff_arena *arena, ff_plan_look *look, ff_error *error) {
    *look = (ff_plan_look){0};
    ff_code code = ff_safety_look(app, arena, &look->safety, error);
    if (code == FF_OK) {
        code = read_done(arena, &look->safety.collected.history, &look->runner.done, error);
    }
    if (code == FF_OK) {
        code = find_today(app, arena, look, error);
    }
    if (code == FF_OK) {
        look->standing = ff_plan_standing_of(&look->runner.done, look->today_s);
        look->runner.seen_first = look->safety.must_be_seen || look->safety.worsening;
        code = read_kept(app, arena, look, error);
    }
    return code;
}

ff_code ff_plan_to_come(ff_arena *arena, const ff_plan_look *look, ff_plan *plan, ff_error *error) {
    *plan = look->plan;
    plan->count = 0;
    plan->runs = ff_arena_take(arena, look->followed.count, sizeof *plan->runs);
    ff_code code = ff_arena_check(arena, error);
    for (size_t i = 0; i < look->followed.count && code == FF_OK; i++) {
        if (look->followed.runs[i].state == FF_PLAN_TO_COME && !look->runner.seen_first) {
            plan->runs[plan->count++] = look->followed.runs[i].planned;
        }
    }
    return code;
}
