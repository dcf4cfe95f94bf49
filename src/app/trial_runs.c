#include "app/trial_runs.h"

#include <math.h>
#include <string.h>

/* "There from the first step" means within these minutes. */
#define FIRST_MINUTES 3.0

/* A time typed in whole minutes may fall a little after the end of the run. */
#define ROUNDING_MIN 1.0

/* What is felt coming comes within this many times the run (METHOD of the trial, section 1.5). */
#define COMES_WITHIN 1.3

#define WEEK_S INT64_C(604800)

static bool is_run(const ff_run *run) {
    return run->sport != FF_SPORT_OTHER;
}

/* ---- what was done ---- */

static bool made(const ff_logged_run *logged, const char *change) {
    for (size_t i = 0; i < logged->change_count; i++) {
        if (strcmp(logged->changes[i], change) == 0) {
            return true;
        }
    }
    return false;
}

/* Bits of the trial's changes that the runner said; other changes make it no arm of the trial. */
static uint32_t said_changes(const ff_trial *trial, ff_trial_day *day) {
    uint32_t bits = 0;
    size_t known = 0;
    day->arm = FF_ARM_USUAL;
    for (size_t i = 0; i < trial->change_count; i++) {
        if (made(day->logged, trial->changes[i])) {
            bits |= UINT32_C(1) << i;
            day->arm = (int)i + 1;
            known++;
        }
    }
    day->strange = day->logged->change_count > known;
    day->arm = known > 1 || day->strange ? -1 : day->arm;
    return bits;
}

/* The draw that a run was for: the last one before it, if no other run came between. */
static const ff_trial_draw *draw_for(const ff_trial_draw_list *draws, const ff_logged_run *logged,
                                     int64_t last_start_s) {
    const ff_trial_draw *found = NULL;
    for (size_t i = 0; i < draws->count; i++) {
        if (draws->items[i].drawn_at_s <= logged->run->start_s) {
            found = &draws->items[i];
        }
    }
    return found != NULL && found->drawn_at_s > last_start_s ? found : NULL;
}

static int arm_named(const ff_trial *trial, const char *name) {
    for (size_t i = 0; i < trial->change_count; i++) {
        if (strcmp(trial->changes[i], name) == 0) {
            return (int)i + 1;
        }
    }
    return FF_ARM_USUAL;
}

static uint32_t settle_arm(const ff_trial *trial, ff_trial_day *day) {
    if (day->logged->changes_said) {
        day->source = FF_ARM_SAID;
        return said_changes(trial, day);
    }
    day->source = day->draw != NULL ? FF_ARM_DRAWN : FF_ARM_NOT_SAID;
    day->arm = day->draw != NULL ? arm_named(trial, day->draw->arm) : FF_ARM_USUAL;
    return day->arm > 0 ? UINT32_C(1) << (day->arm - 1) : 0;
}

/* ---- what was drawn ---- */

/* The draw that decided what was drawn for the day: its own, or the one before where it is the other half of a pair
 * whose first half was run as drawn. NULL: none, or what was run before decided. */
static const ff_trial_draw *deciding(const ff_trial *trial, const ff_trial_runs *runs,
                                     const ff_trial_day *day) {
    if (day->draw == NULL || !day->draw->other_half) {
        return day->draw;
    }
    const ff_trial_day *before = day > runs->days ? day - 1 : NULL;
    bool follows = before != NULL && before->draw != NULL && before->draw == day->draw - 1;
    bool as_drawn = follows && before->arm == arm_named(trial, before->draw->arm);
    return as_drawn && !before->draw->other_half ? before->draw : NULL;
}

static void settle_draw(const ff_trial *trial, const ff_trial_draw_list *draws, const ff_trial_runs *runs,
                        const ff_trial_day *day, ff_trial_run *run) {
    const ff_trial_draw *by = deciding(trial, runs, day);
    if (by != NULL && day->draw != NULL) {
        run->lot = by->lot;
        run->drawn = arm_named(trial, day->draw->arm);
        run->coin = (int)(by - draws->items);
    }
}

/* ---- when it began ---- */

static bool take_known(ff_trial_run *run, ff_known known, double low_s, double high_s) {
    run->known = known;
    run->low_min = low_s / 60;
    run->high_min = high_s / 60;
    double end = run->length_min;
    if (run->low_min > end && run->low_min <= end + ROUNDING_MIN) {
        run->low_min = end;
    }
    bool good = run->low_min > 0 && run->low_min <= end;
    return known == FF_KNOWN_BETWEEN ? good && run->high_min > run->low_min : good;
}

/* False where nothing can be made of it. */
static bool take_onset(const ff_logged_run *logged, ff_trial_run *run) {
    const ff_onset *onset = logged->onset;
    double end_s = logged->run->figures.duration_s;
    run->length_min = end_s / 60;
    if (onset == NULL || !(end_s > 0)) {
        return false;
    }
    switch (onset->kind) {
    case FF_ONSET_EXACT: return take_known(run, FF_KNOWN_AT, onset->from_s, onset->from_s);
    case FF_ONSET_INTERVAL:
        if (!(onset->from_s > 0)) { /* from the first step on is by its end */
            return take_known(run, FF_KNOWN_BEFORE, onset->to_s, onset->to_s);
        }
        return take_known(run, FF_KNOWN_BETWEEN, onset->from_s, onset->to_s);
    case FF_ONSET_AT_START: {
        double by_s = fmin(60 * FIRST_MINUTES, end_s);
        return take_known(run, FF_KNOWN_BEFORE, by_s, by_s);
    }
    case FF_ONSET_NONE: {
        double until_s = onset->from_s > 0 ? onset->from_s : end_s;
        return onset->coming ? take_known(run, FF_KNOWN_BETWEEN, until_s, COMES_WITHIN * until_s)
                             : take_known(run, FF_KNOWN_AFTER, until_s, until_s);
    }
    default: return take_known(run, FF_KNOWN_BEFORE, end_s, end_s);
    }
}

/* ---- what else a run was like ---- */

/* Kilometres of the seven days before the run. */
static double week_before(const ff_history *history, size_t at) {
    double sum = 0;
    int64_t start_s = history->runs[at].run->start_s;
    for (size_t i = at; i-- > 0;) {
        const ff_run *run = history->runs[i].run;
        if (run->start_s < start_s - WEEK_S) {
            break;
        }
        sum += is_run(run) && run->figures.distance_m > 0 ? run->figures.distance_m / 1000 : 0;
    }
    return sum;
}

/* The watch reads warm on the wrist: what the weather was goes first. */
static double temperature_of(const ff_run_figures *figures) {
    return isnan(figures->outdoor_temperature_c) ? figures->temperature_c
                                                 : figures->outdoor_temperature_c;
}

static void describe(const ff_history *history, size_t at, ff_trial_run *run) {
    const ff_run_figures *figures = &history->runs[at].run->figures;
    double km = figures->distance_m / 1000;
    run->by[FF_ADJUST_PACE] = km > 0 ? figures->duration_s / 60 / km : NAN;
    run->by[FF_ADJUST_TEMPERATURE] = temperature_of(figures);
    run->strength = history->runs[at].onset->strength; /* -1: not said */
    run->by[FF_ADJUST_CLIMB] = figures->ascent_m;
    run->by[FF_ADJUST_LOAD] = week_before(history, at);
    run->shoe = history->runs[at].shoe;
}

/* ---- the whole ---- */

/* Runs before the trial count from the first numb one on. */
static void find_before(const ff_history *history, size_t first, ff_trial_runs *runs) {
    size_t from = 0;
    while (from < first && (history->runs[from].onset == NULL ||
                            history->runs[from].onset->kind == FF_ONSET_NONE)) {
        from++;
    }
    runs->before = history->runs + from;
    runs->before_count = first - from;
}

static void take_day(const ff_history *history, size_t at, const ff_trial *trial,
                     const ff_trial_draw_list *draws, int64_t last_start_s, ff_trial_run *made_of,
                     ff_trial_runs *runs) {
    ff_trial_day *day = &runs->days[runs->day_count++];
    *day = (ff_trial_day){.logged = &history->runs[at],
                          .draw = draw_for(draws, &history->runs[at], last_start_s)};
    ff_trial_run run = {.changes = settle_arm(trial, day)};
    run.by_draw = day->draw != NULL;
    settle_draw(trial, draws, runs, day, &run);
    day->counted = take_onset(day->logged, &run);
    if (day->counted) {
        describe(history, at, &run);
        runs->counted[runs->question.run_count] = day;
        made_of[runs->question.run_count++] = run;
    }
}

void ff_trial_runs_drop_strange(ff_trial_runs *runs) {
    ff_trial_run *made_of = (ff_trial_run *)runs->question.runs; /* in the arena, of ff_trial_runs_of */
    size_t kept = 0;
    for (size_t i = 0; i < runs->question.run_count; i++) {
        if (!runs->counted[i]->strange) {
            made_of[kept] = made_of[i];
            runs->counted[kept++] = runs->counted[i];
        }
    }
    runs->question.run_count = kept;
    for (size_t i = 0; i < runs->day_count; i++) {
        runs->days[i].counted = runs->days[i].counted && !runs->days[i].strange;
    }
}

ff_code ff_trial_runs_of(ff_arena *arena, const ff_history *history, const ff_trial *trial,
                         const ff_trial_draw_list *draws, ff_trial_runs *runs, ff_error *error) {
    *runs = (ff_trial_runs){.question = {.changes = trial->changes,
                                         .change_count = trial->change_count}};
    size_t first = 0;
    while (first < history->count && history->runs[first].run->start_s < trial->started_at_s) {
        first++;
    }
    find_before(history, first, runs);
    ff_trial_run *made_of = ff_arena_take(arena, history->count - first, sizeof *made_of);
    runs->days = ff_arena_take(arena, history->count - first, sizeof *runs->days);
    runs->counted = ff_arena_take(arena, history->count - first, sizeof *runs->counted);
    ff_code code = ff_arena_check(arena, error);
    if (code != FF_OK) {
        return code;
    }
    int64_t last_start_s = trial->started_at_s - 1;
    for (size_t at = first; at < history->count; at++) {
        const ff_run *run = history->runs[at].run;
        bool over = trial->end != FF_TRIAL_GOES_ON && run->start_s > trial->ended_at_s;
        if (is_run(run) && !over) {
            take_day(history, at, trial, draws, last_start_s, made_of, runs);
            last_start_s = run->start_s;
        }
    }
    runs->question.runs = made_of;
    runs->waiting = draws->count > 0 && draws->items[draws->count - 1].drawn_at_s > last_start_s;
    return FF_OK;
}
