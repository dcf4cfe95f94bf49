#include "measure/load_spike.h"

#include "base/civil.h"
#include "base/number.h"
#include "measure/beginning.h"
#include "measure/told.h"

#include <math.h>

#define DAY_S      INT64_C(86400)
#define WEEK_RATIO 1.3 /* Nielsen 2014 (S71): over 30 % more, hazard 1.59, not significant */

const char *ff_spike_level(double ratio) {
    return ratio <= 1.1 ? "le10" : ratio <= 1.3 ? "10_30" : ratio <= 2 ? "30_100" : "gt100";
}

typedef struct view {
    const ff_logged_run *runs;
    size_t count;
    int64_t began_s;
    const ff_logged_run *begin_run; /* the run in which it began; NULL: began_s was given */
    const char *not_first;          /* why that may not be the first; NULL */
    int64_t first_s;                /* start of the earliest run */
} view;

static view look(const ff_logged_run *runs, size_t count, int64_t began_s) {
    view v = {.runs = runs, .count = count, .began_s = began_s, .first_s = INT64_MAX};
    for (size_t i = 0; i < count; i++) {
        v.first_s = runs[i].run->start_s < v.first_s ? runs[i].run->start_s : v.first_s;
    }
    if (began_s == 0) {
        ff_beginning b = ff_beginning_of(runs, count);
        v.begin_run = b.run;
        v.began_s = b.began_s;
        v.not_first = b.why_not;
    }
    return v;
}

/* Metres run before the numbness began in that run; NAN when not known. */
static double distance_before_onset(const ff_logged_run *logged) {
    const ff_onset *onset = logged->onset;
    if (onset->kind == FF_ONSET_AT_START) {
        return 0;
    }
    bool has_time = onset->kind == FF_ONSET_EXACT || onset->kind == FF_ONSET_INTERVAL;
    if (!has_time) {
        return NAN;
    }
    return !isnan(onset->from_m) ? onset->from_m : ff_run_distance_at(logged->run, onset->from_s);
}

/* Runs that started in the days before it began: from_days (more) to to_days (less) before. */
typedef struct window {
    size_t runs;
    double longest_m; /* NAN: none with a distance */
    double sum_m;
} window;

static void add_run(window *w, double distance_m) {
    if (!isnan(distance_m)) {
        w->sum_m += distance_m;
        w->longest_m = fmax(w->longest_m, distance_m); /* passes over NAN */
    }
}

static window look_between(const view *v, int from_days, int to_days) {
    window w = {.longest_m = NAN};
    for (size_t i = 0; i < v->count; i++) {
        const ff_logged_run *logged = &v->runs[i];
        int64_t before_s = v->began_s - logged->run->start_s;
        if (before_s > to_days * DAY_S && before_s <= from_days * DAY_S) {
            w.runs++;
            add_run(&w, logged->run->figures.distance_m);
        }
    }
    if (to_days == 0 && v->begin_run != NULL) {
        add_run(&w, distance_before_onset(v->begin_run));
    }
    return w;
}

/* Why the runs cannot tell about the days before, or NULL when they can. */
static const char *why_not(ff_arena *arena, const view *v, int days) {
    if (v->not_first != NULL) {
        return v->not_first;
    }
    if (v->began_s - v->first_s < days * DAY_S) {
        return ff_arena_printf(arena,
                               "your runs do not reach far enough back: they would have to begin "
                               "%d days before the numbness",
                               days);
    }
    return NULL;
}

/* The local date of the first numb run, else the UTC date. */
static void date_of(const view *v, char buffer[FF_ISO_SIZE]) {
    ff_iso_date(v->begin_run != NULL ? ff_run_local_start_s(v->begin_run->run) : v->began_s,
                buffer);
}

static ff_finding judge_spike(ff_arena *arena, const view *v, ff_load_spike *s) {
    const char *reason = why_not(arena, v, FF_SPIKE_DAYS + FF_SPIKE_REFERENCE_DAYS);
    if (reason == NULL && s->reference_runs < FF_SPIKE_REFERENCE_RUNS) {
        reason = ff_arena_printf(arena,
                                 "too few runs to compare with: %zu in the 30 days, %d are needed",
                                 s->reference_runs, FF_SPIKE_REFERENCE_RUNS);
    }
    if (reason == NULL && (isnan(s->longest_m) || !(s->reference_m > 0))) {
        reason = "the distances of the runs before it began are not known";
    }
    if (reason != NULL) {
        return ff_watch_finding("w_spike", NULL, reason, s->began_s);
    }
    char date[FF_ISO_SIZE];
    date_of(v, date);
    s->ratio = s->longest_m / s->reference_m;
    return ff_watch_finding(
        "w_spike", ff_spike_level(s->ratio),
        ff_arena_printf(arena,
                        "longest run %s km in the 14 days before %s, %s km in the 30 "
                        "days before those (%zu runs)",
                        FF_FIXED(s->longest_m / 1000, 1), date, FF_FIXED(s->reference_m / 1000, 1),
                        s->reference_runs),
        s->began_s);
}

static ff_finding judge_week(ff_arena *arena, const view *v, ff_load_spike *s) {
    const char *reason = why_not(arena, v, FF_SPIKE_REFERENCE_DAYS);
    if (reason == NULL && !(s->week_before_m > 0)) {
        reason = "no distance is known of the week before";
    }
    if (reason != NULL) {
        return ff_watch_finding("w_week30", NULL, reason, s->began_s);
    }
    char date[FF_ISO_SIZE];
    date_of(v, date);
    s->week_ratio = s->week_m / s->week_before_m;
    return ff_watch_finding(
        "w_week30", s->week_ratio > WEEK_RATIO ? "yes" : "no",
        ff_arena_printf(arena, "%s km in the 7 days before %s, %s km in the 7 days before those",
                        FF_FIXED(s->week_m / 1000, 1), date, FF_FIXED(s->week_before_m / 1000, 1)),
        s->began_s);
}

ff_code ff_load_spike_of(ff_arena *arena, const ff_logged_run *runs, size_t count, int64_t began_s,
                         ff_load_spike *spike, ff_error *error) {
    view v = look(runs, count, began_s);
    *spike = (ff_load_spike){.began_s = v.began_s, .ratio = NAN, .week_ratio = NAN};
    window recent = look_between(&v, FF_SPIKE_DAYS, 0);
    window reference = look_between(&v, FF_SPIKE_DAYS + FF_SPIKE_REFERENCE_DAYS, FF_SPIKE_DAYS);
    spike->longest_m = recent.longest_m;
    spike->reference_m = reference.longest_m;
    spike->reference_runs = reference.runs;
    spike->week_m = look_between(&v, 7, 0).sum_m;
    spike->week_before_m = look_between(&v, 14, 7).sum_m;
    ff_finding *findings = ff_arena_take(arena, 2, sizeof *findings);
    if (findings == NULL) {
        return ff_arena_check(arena, error);
    }
    findings[0] = judge_spike(arena, &v, spike);
    findings[1] = judge_week(arena, &v, spike);
    spike->findings = (ff_finding_list){findings, 2};
    return ff_arena_check(arena, error);
}
