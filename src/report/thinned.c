#include "report/thinned.h"

#include "report/timer_walk.h"

#include <math.h>

/* Rows further from the start are no running any more, but a broken clock. */
#define LONGEST_S 1e6
/* Rows at most so far apart have nothing between them that was left out. */
#define BRIDGE_S 60.0
/* Sensors take turns in some recordings: a value that is missing so long is no gap yet. */
#define LAPSE_S 20.0
/* Slower than that (33 minutes a km) is standing about; faster than that no foot is. */
#define SLOWEST_MPS 0.5
#define FASTEST_MPS 15.0
#define MOST_SPM    400.0
#define HIGHEST_M   10000.0

/* ---- the rows: when on the watch's timer, and how fast ---- */

/* NAN when the row has no time that can be drawn. A time that falls back (a clock set in the run)
 * counts from where the walk is: going back for each would take for ever in a broken file. */
static double timer_of(ff_timer_walk *walk, double elapsed_s) {
    if (!(elapsed_s >= 0 && elapsed_s <= LONGEST_S)) {
        return NAN;
    }
    return ff_timer_walk_at(walk, fmax(elapsed_s, walk->last_s));
}

static double *timers_of(const ff_run *run, ff_arena *arena, double *end_s) {
    double *timers = ff_arena_take(arena, run->series.rows, sizeof *timers);
    ff_timer_walk walk = ff_timer_walk_of(run);
    *end_s = 0;
    for (size_t i = 0; timers != NULL && i < run->series.rows; i++) {
        timers[i] = timer_of(&walk, run->series.time_s[i]);
        *end_s = fmax(*end_s, timers[i]); /* NAN counts for nothing */
    }
    return timers;
}

static double within(double value, double least, double most) {
    return value >= least && value <= most ? value : NAN;
}

static bool any_value(const double *column, size_t rows) {
    for (size_t i = 0; column != NULL && i < rows; i++) {
        if (isfinite(column[i])) {
            return true;
        }
    }
    return false;
}

/* Speed from the way covered since the last row that told it. */
static double *speeds_of_distance(const ff_series *series, const double *timers, ff_arena *arena) {
    const double *distance = series->column[FF_DISTANCE];
    double *speeds = ff_arena_take(arena, series->rows, sizeof *speeds);
    double last_m = NAN, last_s = NAN;
    for (size_t i = 0; speeds != NULL && i < series->rows; i++) {
        double passed_s = timers[i] - last_s;
        speeds[i] = passed_s > 0 && passed_s <= BRIDGE_S ? (distance[i] - last_m) / passed_s : NAN;
        if (isfinite(distance[i]) && isfinite(timers[i]) && !(passed_s <= 0)) {
            last_m = distance[i];
            last_s = timers[i];
        }
    }
    return speeds;
}

/* NULL: the recording holds neither speeds nor distances. */
static const double *speeds_of(const ff_series *series, const double *timers, ff_arena *arena) {
    if (any_value(series->column[FF_SPEED], series->rows)) {
        return series->column[FF_SPEED];
    }
    return any_value(series->column[FF_DISTANCE], series->rows)
               ? speeds_of_distance(series, timers, arena)
               : NULL;
}

/* ---- the columns ---- */

typedef struct {
    const double *timers;
    size_t rows, count;
    double width_s; /* of a column */
} grid;

static size_t column_of(const grid *g, double timer_s) {
    double at = timer_s / g->width_s;
    return at < (double)(g->count - 1) ? (size_t)at : g->count - 1;
}

/* Columns without a value between two that have one. seen: some row fell into the column. */
static void bridge(const grid *g, const bool *seen, double *mean) {
    size_t last = g->count; /* the last column with a value; count: none yet */
    bool left_out = false;  /* since then a row held no value */
    for (size_t c = 0; c < g->count; c++) {
        if (isnan(mean[c])) {
            left_out |= seen[c];
            continue;
        }
        double apart = (double)(c - last);
        double most_s = left_out ? LAPSE_S : BRIDGE_S;
        if (last < c && apart > 1 && (apart - 1) * g->width_s <= most_s) {
            for (size_t i = last + 1; i < c; i++) {
                mean[i] = mean[last] + (mean[c] - mean[last]) * (double)(i - last) / apart;
            }
        }
        last = c;
        left_out = false;
    }
}

/* The mean of what lies within bounds, column by column; *any: there was something. */
static double *means_of(const grid *g, const double *values, double least, double most,
                        ff_arena *arena, bool *any) {
    double *mean = ff_arena_take(arena, g->count, sizeof *mean);
    size_t *counts = ff_arena_take(arena, g->count, sizeof *counts);
    bool *seen = ff_arena_take(arena, g->count, sizeof *seen);
    if (mean == NULL || counts == NULL || seen == NULL) {
        return NULL;
    }
    for (size_t i = 0; values != NULL && i < g->rows; i++) {
        if (!isnan(g->timers[i])) {
            size_t c = column_of(g, g->timers[i]);
            double value = within(values[i], least, most);
            seen[c] = true;
            mean[c] += isnan(value) ? 0 : value;
            counts[c] += isnan(value) ? 0 : 1;
        }
    }
    for (size_t c = 0; c < g->count; c++) {
        *any |= counts[c] > 0;
        mean[c] = counts[c] > 0 ? mean[c] / (double)counts[c] : NAN;
    }
    bridge(g, seen, mean);
    return mean;
}

static void turn_to_pace(double *speeds, size_t count) {
    for (size_t i = 0; speeds != NULL && i < count; i++) {
        speeds[i] = 1000 / speeds[i];
    }
}

void ff_thinned_make(const ff_run *run, size_t most, ff_arena *arena, ff_thinned *thinned) {
    double end_s = 0;
    *thinned = (ff_thinned){0};
    if (run->series.rows == 0 || run->series.time_s == NULL) {
        return;
    }
    double *timers = timers_of(run, arena, &end_s);
    if (timers == NULL || !(end_s > 0)) {
        return; /* one moment is no chart */
    }
    /* A second is the finest that recordings have. */
    double width_s = fmax(end_s / (double)most, 1);
    grid g = {timers, run->series.rows, (size_t)ceil(end_s / width_s - 1e-9), width_s};
    g.count = g.count < 1 ? 1 : g.count > most ? most : g.count;
    const ff_series *series = &run->series;
    thinned->end_s = width_s * (double)g.count;
    thinned->minutes = ff_arena_take(arena, g.count, sizeof *thinned->minutes);
    thinned->pace_s_per_km = means_of(&g, speeds_of(series, timers, arena), SLOWEST_MPS,
                                      FASTEST_MPS, arena, &thinned->has_pace);
    turn_to_pace(thinned->pace_s_per_km, g.count);
    thinned->cadence_spm =
        means_of(&g, series->column[FF_CADENCE], 1, MOST_SPM, arena, &thinned->has_cadence);
    thinned->altitude_m = means_of(&g, series->column[FF_ALTITUDE], -HIGHEST_M, HIGHEST_M, arena,
                                   &thinned->has_altitude);
    if (arena->failed) {
        return;
    }
    for (size_t i = 0; i < g.count; i++) {
        thinned->minutes[i] = ((double)i + 0.5) * width_s / 60;
    }
    thinned->count = g.count;
}

/* The first row that is not before the moment; rows stand in the order of time. */
static size_t first_row(const ff_series *series, double at_s) {
    size_t low = 0, high = series->rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (series->time_s[middle] < at_s) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

double ff_thinned_cadence(const ff_series *series, double from_s, double to_s) {
    const double *cadence = series->column[FF_CADENCE];
    double sum = 0;
    size_t count = 0;
    if (cadence == NULL || series->time_s == NULL) {
        return NAN;
    }
    size_t first = first_row(series, from_s);
    for (size_t i = first; i < series->rows && series->time_s[i] <= to_s; i++) {
        double value = within(cadence[i], 1, MOST_SPM);
        sum += isnan(value) ? 0 : value;
        count += isnan(value) ? 0 : 1;
    }
    return count > 0 ? sum / (double)count : NAN;
}
