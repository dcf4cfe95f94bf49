#include "files/run_laps.h"

#include "base/number.h"
#include "files/run_figures.h"
#include "files/run_mend.h"

#include <math.h>
#include <stdlib.h>

/* Laps that a device takes by itself have these lengths, to half a percent; nobody presses so well.
 * Half a mile, a mile and five miles among them. */
static const double own_laps_m[] = {500, 804.672, 1000, 1609.344, 2000, 5000, 8046.72, 10000};
#define OWN_LAP_OFF 0.005

/* Ends of laps this close to the end of the run are the stop button; and less than this two laps
 * may lie over each other, since some watches tell whole seconds. */
#define CLOSE_S 2.0

/* What goes on through the run from lap to lap, so that a thousand laps need one look at it. */
typedef struct {
    const ff_run *run;
    size_t pause;
    double paused_s; /* in the pauses passed */
    bool begun;
    size_t before, next; /* rows with a distance: the last that was passed, and the one behind it */
} cursor;

/* Running time at a time; times must not fall from call to call. */
static double timer_at(cursor *c, double time_s) {
    const ff_run *run = c->run;
    while (c->pause < run->pause_count && run->pauses[c->pause].end_s <= time_s) {
        c->paused_s += run->pauses[c->pause].end_s - run->pauses[c->pause].start_s;
        c->pause++;
    }
    double begun = c->pause < run->pause_count ? time_s - run->pauses[c->pause].start_s : 0;
    return fmin(time_s - c->paused_s - fmax(begun, 0), run->figures.duration_s);
}

/* The first row from there on with a distance; as many as there are rows when none has. */
static size_t told_from(const ff_series *series, size_t row) {
    while (row < series->rows && isnan(series->column[FF_DISTANCE][row])) {
        row++;
    }
    return row;
}

/* The distance at a time, between the rows that hold one; NAN without any. Likewise. */
static double distance_at(cursor *c, double time_s) {
    const ff_series *series = &c->run->series;
    const double *distance = series->column[FF_DISTANCE];
    if (distance == NULL) {
        return NAN;
    }
    if (!c->begun) {
        c->begun = true;
        c->before = c->next = told_from(series, 0);
    }
    while (c->next < series->rows && series->time_s[c->next] <= time_s) {
        c->before = c->next;
        c->next = told_from(series, c->next + 1);
    }
    if (c->before == series->rows) {
        return NAN;
    }
    if (c->next == series->rows ||
        c->next == c->before) { /* behind the last, or before the first */
        return distance[c->before];
    }
    double from = series->time_s[c->before], to = series->time_s[c->next];
    double share = (time_s - from) / (to - from);
    return distance[c->before] + share * (distance[c->next] - distance[c->before]);
}

/* What the laps do not tell of themselves. */
static void measure(const ff_run *run, ff_lap *laps, size_t count) {
    cursor starts = {.run = run}, ends = {.run = run};
    for (size_t i = 0; i < count; i++) {
        ff_lap *lap = &laps[i];
        double timer_start = timer_at(&starts, lap->start_s),
               timer_end = timer_at(&ends, lap->end_s);
        double start = distance_at(&starts, lap->start_s), end = distance_at(&ends, lap->end_s);
        lap->timer_s = isnan(lap->timer_s) ? timer_end - timer_start : lap->timer_s;
        if (isnan(lap->distance_m) || lap->distance_m < FF_NO_METRES * (end - start)) {
            lap->distance_m = end - start;
        }
    }
}

static int by_end(const void *a, const void *b) {
    const ff_lap *x = a, *y = b;
    if (x->end_s != y->end_s) {
        return x->end_s < y->end_s ? -1 : 1;
    }
    return (x->start_s > y->start_s) - (x->start_s < y->start_s);
}

/* Laps in the making. */
typedef struct {
    ff_run *run;
    ff_lap *laps; /* room for two of each told, and one */
    size_t count, overlapping, missing;
    double end_s, end_timer_s; /* of the last */
    double told_end_s;         /* of the last that is no mark */
    cursor at;
} settling;

/* What no lap covers is one, when one ran in it for longer than rounding makes. */
static bool add_missing(settling *s, double until_s, ff_lap_trigger trigger) {
    double timer = timer_at(&s->at, until_s);
    if (until_s - s->end_s <= 2 * FF_MEND_CLOSE_S || timer - s->end_timer_s <= FF_MEND_CLOSE_S) {
        return false;
    }
    s->laps[s->count++] = (ff_lap){.start_s = s->end_s,
                                   .end_s = until_s,
                                   .timer_s = NAN,
                                   .distance_m = NAN,
                                   .trigger = trigger};
    s->missing++;
    return true;
}

static void add(settling *s, const ff_lap *told) {
    ff_lap lap = *told;
    bool mark = isnan(lap.start_s), overlaps = lap.start_s < s->end_s - CLOSE_S;
    if (mark || lap.start_s < s->end_s) {
        lap.start_s = s->end_s;
    }
    if (overlaps) {
        lap.timer_s = lap.distance_m = NAN;
        s->overlapping += told->start_s < s->told_end_s - CLOSE_S;
        if (lap.end_s <= s->end_s && lap.trigger != FF_LAP_MANUAL) {
            return; /* told by others already */
        }
    }
    add_missing(s, lap.start_s, FF_LAP_UNKNOWN);
    s->laps[s->count++] = lap;
    s->end_s = lap.end_s;
    s->told_end_s = mark ? s->told_end_s : lap.end_s;
    s->end_timer_s = timer_at(&s->at, lap.end_s);
}

static void note(ff_arena *arena, const settling *s, bool last_missing) {
    ff_run_note_count(arena, s->run, s->overlapping,
                      "1 lap begins before the one before it ended; it was cut there.",
                      "laps begin before the ones before them ended; they were cut there.");
    ff_run_note_count(arena, s->run, s->missing - last_missing,
                      "1 lap is missing in the file; it was made of what no other covers.",
                      "laps are missing in the file; they were made of what no others cover.");
    if (last_missing) {
        ff_run_note(arena, s->run, "The file lacks the last lap; it was made of what is left.");
    }
}

/* The distance of the whole may go beyond its rows. */
static void measure_last(ff_run *run) {
    ff_lap *last = &run->laps[run->lap_count - 1];
    cursor c = {.run = run};
    last->distance_m = run->figures.distance_m - distance_at(&c, last->start_s);
}

static void end_at_stop(const ff_run *run, ff_lap *laps, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (laps[i].trigger == FF_LAP_MANUAL && laps[i].end_s >= run->figures.elapsed_s - CLOSE_S) {
            laps[i].trigger = FF_LAP_SESSION_END;
        }
    }
}

/* Who pressed? */

static bool is_own_length(double metres) {
    for (size_t i = 0; i < sizeof own_laps_m / sizeof own_laps_m[0]; i++) {
        if (fabs(metres - own_laps_m[i]) <= OWN_LAP_OFF * own_laps_m[i]) {
            return true;
        }
    }
    return false;
}

static bool all_of_one_length(const ff_lap *laps, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!is_own_length(laps[i].distance_m) ||
            fabs(laps[i].distance_m - laps[0].distance_m) > 2 * OWN_LAP_OFF * laps[0].distance_m) {
            return false;
        }
    }
    return count > 1;
}

/* Some exports call every lap one by hand. */
static void doubt_hands(ff_arena *arena, ff_run *run) {
    size_t inner = run->lap_count - 1;
    for (size_t i = 0; i < inner; i++) {
        if (run->laps[i].trigger != FF_LAP_MANUAL) {
            return;
        }
    }
    if (!all_of_one_length(run->laps, inner)) {
        return;
    }
    for (size_t i = 0; i < inner; i++) {
        run->laps[i].trigger = FF_LAP_DISTANCE;
    }
    ff_run_note(arena, run,
                ff_arena_printf(arena,
                                "The file says that its laps were pressed by hand, but each is "
                                "%s km long: they were taken by the device itself.",
                                FF_FIXED(run->laps[0].distance_m / 1000, 2)));
}

void ff_run_settle_laps(ff_arena *arena, ff_run *run) {
    size_t told = run->laps != NULL ? run->lap_count : 0;
    settling s = {.run = run, .at = {.run = run}};
    s.laps = told > 0 ? ff_arena_take(arena, 2 * told + 1, sizeof *s.laps) : NULL;
    if (s.laps == NULL) {
        return;
    }
    qsort(run->laps, told, sizeof *run->laps, by_end);
    end_at_stop(run, run->laps, told);
    for (size_t i = 0; i < told; i++) {
        add(&s, &run->laps[i]);
    }
    bool last_missing = add_missing(&s, run->figures.elapsed_s, FF_LAP_SESSION_END);
    run->laps = s.laps;
    run->lap_count = s.count;
    measure(run, run->laps, run->lap_count);
    if (last_missing) {
        measure_last(run);
    }
    note(arena, &s, last_missing);
    doubt_hands(arena, run);
}
