#include "measure/form.h"

#include "base/number.h"
#include "measure/gait.h"
#include "measure/overstride.h"
#include "base/sorted.h"
#include "measure/told.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DAY_S    INT64_C(86400)
#define FINDINGS 4
/* A run tells of the form when so much of it was run where the relations hold. */
#define LEAST_RUN_S 600.0
/* A drift is looked for in runs of this length; early is after the first stretch, which is warming
 * up. */
#define LONG_RUN_S       2400.0
#define EARLY_FIRST      1
#define EARLY_LAST       3
#define LATE_COUNT       3
#define LEAST_STRETCH_S  150.0 /* run in a stretch for its mean to count */
#define LEAST_DRIFT_RUNS 3
/* For the height: the middle of men and women, to whom the relation of step rate was fitted. */
#define MEAN_HEIGHT_CM 171.0
/* The contact of the two feet differs by 5 % from here on: nothing under it is told (51.25 to
 * 48.75); 52 to 48 answers the question. */
#define UNEVEN_POINTS 1.25
#define ASKED_POINTS  2.0
#define EVEN_POINTS   1.0
#define DRIFT_POINTS  1.0

bool ff_form_takes(const ff_logged_run *logged) {
    return ff_is_run(logged->run) && !(logged->run->figures.duration_s < LEAST_RUN_S);
}

/* ---- one run ---- */

static double held(const ff_stretches *s, ff_gait what) {
    double sum = 0;
    for (size_t i = 0; i < s->count; i++) {
        sum += s->items[i].held_s[what];
    }
    return sum;
}

static double whole(const ff_stretches *s, ff_gait what) {
    return ff_stretches_mean(s, what, INFINITY);
}

static bool tells_form(const ff_measured_run *run) {
    const ff_stretches *s = run->stretches;
    return s != NULL && !s->indoors && s->cadence == FF_CADENCE_GOOD &&
           held(s, FF_GAIT_CADENCE_OVER) >= LEAST_RUN_S;
}

/* What can be compared between stretches at different speeds: of the heel, what is above the usual.
 */
static double at_like_speed(const ff_stretch *s, ff_gait what) {
    if (what != FF_GAIT_HEEL && what != FF_GAIT_POD_HEEL) {
        return s->mean[what];
    }
    double speed = s->mean[what == FF_GAIT_HEEL ? FF_GAIT_HEEL_SPEED : FF_GAIT_POD_HEEL_SPEED];
    return s->mean[what] - ff_heel_ahead(speed, ff_usual_stance(speed));
}

/* The mean of stretches from first up to and without end, of those with least_s of it; NAN: none.
 */
static double part(const ff_stretches *s, ff_gait what, double least_s, size_t first, size_t end) {
    double sum = 0, seconds = 0;
    for (size_t i = first; i < end && i < s->count; i++) {
        if (s->items[i].held_s[what] > 0 && s->items[i].held_s[what] >= least_s) {
            sum += at_like_speed(&s->items[i], what) * s->items[i].held_s[what];
            seconds += s->items[i].held_s[what];
        }
    }
    return seconds > 0 ? sum / seconds : NAN;
}

static double change(const ff_stretches *s, ff_gait what, size_t early_end, size_t late,
                     size_t end) {
    return part(s, what, LEAST_STRETCH_S, late, end) -
           part(s, what, LEAST_STRETCH_S, EARLY_FIRST, early_end);
}

/* Stretches that are over by a running time. */
static size_t over_by(const ff_stretches *s, double timer_s) {
    size_t count = 0;
    while (count < s->count && s->items[count].from_s + FF_STRETCH_S <= timer_s) {
        count++;
    }
    return count;
}

static double late_change(const ff_stretches *s, ff_gait what) {
    double length_s = s->count > 0 ? s->items[s->count - 1].from_s : 0;
    size_t end = over_by(s, length_s);
    if (length_s < LONG_RUN_S || end < EARLY_LAST + 1 + LATE_COUNT) {
        return NAN;
    }
    return change(s, what, EARLY_LAST + 1, end - LATE_COUNT, end);
}

/* From early to the two stretches before it began. */
static double onset_change(const ff_measured_run *run, ff_gait what) {
    const ff_onset *onset = run->logged->onset;
    if (onset == NULL || (onset->kind != FF_ONSET_EXACT && onset->kind != FF_ONSET_INTERVAL)) {
        return NAN;
    }
    size_t end = over_by(run->stretches, onset->from_s);
    return end >= EARLY_FIRST + 4 ? change(run->stretches, what, EARLY_FIRST + 2, end - 2, end)
                                  : NAN;
}

/* ---- several ---- */

typedef struct {
    double *items;
    size_t count;
} numbers;

static void add_known(numbers *list, double value) {
    if (!isnan(value)) {
        list->items[list->count++] = value;
    }
}

static double mean_of(const numbers *list) {
    double sum = 0;
    for (size_t i = 0; i < list->count; i++) {
        sum += list->items[i];
    }
    return list->count > 0 ? sum / (double)list->count : NAN;
}

static ff_drift drift_of(numbers *list) {
    ff_drift drift = {.runs = list->count, .median = NAN};
    if (list->count < LEAST_DRIFT_RUNS) {
        return drift;
    }
    ff_sort_numbers(list->items, list->count);
    drift.median = ff_sorted_median(list->items, list->count);
    for (size_t i = 0; i < list->count; i++) {
        drift.same_way += list->items[i] * drift.median > 0;
    }
    return drift;
}

typedef struct {
    const ff_measured_run **items; /* the newest first */
    size_t count;
    numbers scratch;
} chosen;

typedef double of_run(const ff_measured_run *run, ff_gait what);

static double whole_of(const ff_measured_run *run, ff_gait what) {
    return whole(run->stretches, what);
}

static double over_of(const ff_measured_run *run, ff_gait what) {
    return part(run->stretches, what, 0, 0, run->stretches->count);
}

static double late_of(const ff_measured_run *run, ff_gait what) {
    return late_change(run->stretches, what);
}

static const numbers *gather(chosen *c, of_run *of, ff_gait what) {
    c->scratch.count = 0;
    for (size_t i = 0; i < c->count; i++) {
        add_known(&c->scratch, of(c->items[i], what));
    }
    return &c->scratch;
}

static double mean(chosen *c, ff_gait what) {
    return mean_of(gather(c, whole_of, what));
}

static ff_drift drift(chosen *c, of_run *of, ff_gait what) {
    gather(c, of, what);
    return drift_of(&c->scratch);
}

/* ---- which runs ---- */

static ff_code choose(ff_arena *arena, const ff_measured_run_list *runs, chosen *c,
                      ff_error *error) {
    *c = (chosen){.items = ff_arena_take(arena, FF_FORM_RUNS, sizeof(const ff_measured_run *)),
                  .scratch.items = ff_arena_take(arena, FF_FORM_RUNS, sizeof(double))};
    int64_t newest_s = 0;
    for (size_t i = runs->count; i-- > 0 && !arena->failed && c->count < FF_FORM_RUNS;) {
        const ff_measured_run *run = &runs->items[i];
        newest_s = newest_s == 0 ? run->logged->run->start_s : newest_s;
        if (newest_s - run->logged->run->start_s > FF_FORM_DAYS * DAY_S) {
            break;
        }
        if (ff_form_takes(run->logged) && tells_form(run)) {
            c->items[c->count++] = run;
        }
    }
    return ff_arena_check(arena, error);
}

/* Why no run tells of the form: what the most recent one lacks. */
static const char *reason_of(const ff_measured_run_list *runs) {
    for (size_t i = runs->count; i-- > 0;) {
        const ff_stretches *s = runs->items[i].stretches;
        if (s == NULL) {
            continue;
        }
        if (!s->has_series) {
            return "the recordings hold figures of whole runs only; the watch's own FIT file holds "
                   "the step rate over time";
        }
        switch (s->cadence) {
        case FF_CADENCE_ABSENT:
            return "no step rate was recorded; a watch with a motion sensor or a foot pod records "
                   "it, and its FIT file holds it";
        case FF_CADENCE_LOCKED:
            return "the step rate stands still at one number: the sensor did not count";
        case FF_CADENCE_STRANGE:
            return "the step rate is none of running: of one foot, doubled, or of something else";
        case FF_CADENCE_GOOD:
            if (s->indoors) {
                return "it was run indoors, where the speed is a guess of the watch";
            }
            return held(s, FF_GAIT_SPEED) > 0
                       ? "too little was run at a speed for which the usual is known"
                       : "no speed of running was recorded";
        }
    }
    return "there is no run to tell it by";
}

/* ---- the form ---- */

/* A pod of another maker where the watch has no ground contact of its own. */
static void set_contact(chosen *c, ff_form *form, ff_stride *stride) {
    size_t own = gather(c, whole_of, FF_GAIT_HEEL)->count;
    form->by_pod = own == 0;
    ff_gait heel = form->by_pod ? FF_GAIT_POD_HEEL : FF_GAIT_HEEL;
    ff_gait at_speed = form->by_pod ? FF_GAIT_POD_HEEL_SPEED : FF_GAIT_HEEL_SPEED;
    double speed = mean(c, at_speed);
    form->stance_ms = mean(c, form->by_pod ? FF_GAIT_POD_STANCE : FF_GAIT_STANCE);
    form->usual_stance_ms = ff_usual_stance(speed);
    form->stance_runs = gather(c, whole_of, heel)->count;
    stride->heel_over_cm = mean_of(gather(c, over_of, heel));
    form->late_heel = drift(c, late_of, heel);
    form->onset_heel = drift(c, onset_change, heel);
    form->by_pod = form->by_pod && form->stance_runs > 0;
}

static void set_balance(chosen *c, ff_form *form) {
    form->balance_left = mean(c, FF_GAIT_BALANCE);
    form->balance_runs = gather(c, whole_of, FF_GAIT_BALANCE)->count;
    form->balance_drift = drift(c, late_of, FF_GAIT_BALANCE);
}

static void set_form(chosen *c, double height_cm, ff_form *form) {
    ff_stride stride = {.speed_mps = mean(c, FF_GAIT_SPEED)};
    double taller = isnan(height_cm) ? 0 : height_cm - MEAN_HEIGHT_CM;
    form->speed_mps = stride.speed_mps;
    form->cadence_spm = mean(c, FF_GAIT_CADENCE);
    stride.cadence_over = mean(c, FF_GAIT_CADENCE_OVER);
    stride.usual_shift = -FF_CADENCE_HEIGHT_SPM * taller;
    form->usual_cadence_spm = form->cadence_spm - stride.cadence_over + stride.usual_shift;
    form->oscillation_mm = mean(c, FF_GAIT_OSCILLATION);
    set_contact(c, form, &stride);
    ff_overstride_of(&stride, form);
    form->late_cadence = drift(c, late_of, FF_GAIT_CADENCE_OVER);
    form->onset_cadence = drift(c, onset_change, FF_GAIT_CADENCE_OVER);
    set_balance(c, form);
}

/* ---- findings ---- */

static ff_finding overstride_finding(ff_arena *arena, const ff_form *form, int64_t at_s) {
    if (form->overstride == FF_OVERSTRIDE_UNKNOWN) {
        return ff_watch_finding("w_overstride", NULL, form->why_not, at_s);
    }
    if (form->runs.count < FF_FORM_LEAST) {
        return ff_watch_finding(
            "w_overstride", NULL,
            ff_arena_printf(arena, "needs %d runs outdoors with a step rate; there %s %zu",
                            FF_FORM_LEAST, form->runs.count == 1 ? "is" : "are", form->runs.count),
            at_s);
    }
    const char *from = ff_arena_printf(
        arena,
        "%zu runs: %s steps a minute, %s is usual at that speed%s; chance of overstriding %s %%",
        form->runs.count, FF_FIXED(form->cadence_spm, 0), FF_FIXED(form->usual_cadence_spm, 0),
        form->stance_runs > 0 ? "; and ground contact" : "", FF_FIXED(100 * form->p, 0));
    const char *value = form->overstride == FF_OVERSTRIDE_LIKELY     ? "likely"
                        : form->overstride == FF_OVERSTRIDE_UNLIKELY ? "unlikely"
                                                                     : NULL;
    ff_finding made = ff_watch_finding("w_overstride", value, from, at_s);
    made.state = value != NULL ? FF_SAID : FF_NOT_SURE; /* looked at, and it cannot be told */
    return made;
}

/* What else is asked of the step is counted in the chance of overstriding: it is not asked again,
 * and no answer to it counts beside. */
static ff_finding counted_finding(const char *id, const ff_form *form, int64_t at_s) {
    bool counted = form->overstride != FF_OVERSTRIDE_UNKNOWN && form->runs.count >= FF_FORM_LEAST;
    ff_finding made = ff_watch_finding(id, NULL, "counted in the chance of overstriding", at_s);
    made.state = counted ? FF_NOT_SURE : FF_NOT_ASKED;
    return made;
}

static bool drifts(const ff_form *form) {
    return form->balance_drift.runs >= FF_FORM_LEAST &&
           fabs(form->balance_drift.median) > DRIFT_POINTS &&
           form->balance_drift.same_way * 4 >= form->balance_drift.runs * 3;
}

static ff_finding balance_finding(ff_arena *arena, const ff_form *form, int64_t at_s) {
    if (form->balance_runs < FF_FORM_LEAST) {
        return ff_watch_finding(
            "w_asym", NULL,
            "fewer than 4 runs with a chest strap or pod that tells left from right; a "
            "wrist watch alone does not",
            at_s);
    }
    double points = fabs(form->balance_left - 50);
    const char *from = ff_arena_printf(arena, "%zu runs: %s %% of the ground contact on the left",
                                       form->balance_runs, FF_FIXED(form->balance_left, 1));
    bool uneven = points >= ASKED_POINTS || (points >= UNEVEN_POINTS && drifts(form));
    const char *value = uneven ? "yes" : points <= EVEN_POINTS ? "no" : NULL;
    return ff_watch_finding("w_asym", value, from, at_s);
}

static ff_code keep_ids(ff_arena *arena, const chosen *c, ff_form *form, ff_error *error) {
    form->runs.items = ff_arena_take(arena, c->count, sizeof *form->runs.items);
    if (form->runs.items == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = c->count; i-- > 0;) {
        form->runs.items[form->runs.count++] = c->items[i]->logged->run->id;
    }
    return FF_OK;
}

ff_code ff_form_of(ff_arena *arena, const ff_measured_run_list *runs, double height_cm,
                   ff_form *form, ff_error *error) {
    chosen c;
    *form = (ff_form){0};
    ff_code code = choose(arena, runs, &c, error);
    if (code == FF_OK) {
        code = keep_ids(arena, &c, form, error);
    }
    form->findings.items = ff_arena_take(arena, FINDINGS, sizeof *form->findings.items);
    if (code != FF_OK || arena->failed) {
        return ff_arena_check(arena, error);
    }
    set_form(&c, height_cm, form);
    if (c.count < FF_FORM_LEAST) {
        form->overstride = FF_OVERSTRIDE_UNCLEAR; /* a few runs make no habit */
    }
    if (c.count == 0) {
        form->overstride = FF_OVERSTRIDE_UNKNOWN;
        form->why_not = reason_of(runs);
    }
    int64_t at_s = c.count > 0 ? c.items[0]->logged->run->start_s : 0;
    form->findings.items[0] = overstride_finding(arena, form, at_s);
    form->findings.items[1] = counted_finding("w_cad_low", form, at_s);
    form->findings.items[2] = counted_finding("w_gct_long", form, at_s);
    form->findings.items[3] = balance_finding(arena, form, at_s);
    form->findings.count = FINDINGS;
    return ff_arena_check(arena, error);
}
