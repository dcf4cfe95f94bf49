#include "trial/kaplan_meier.h"

#include <math.h>
#include <stdlib.h>

#define NORMAL_95 1.6448536269514722 /* 95 % point of the normal law: limits of 90 % */
/* A time typed in whole minutes may fall a little after the end of the run. */
#define ROUNDING_S     60.0
#define HALF_TOLERANCE 1e-8 /* S is a product of fractions: one half to rounding is one half */

/* --- the table --- */

static int by_time(const void *a, const void *b) {
    double x = ((const ff_survival_time *)a)->minutes, y = ((const ff_survival_time *)b)->minutes;
    return (x > y) - (x < y);
}

static void set_limits(ff_survival_row *row, double greenwood) {
    row->free_low = NAN;
    row->free_high = NAN;
    if (row->free > 0 && row->free < 1) {
        double hazard = -log(row->free);
        double width = NORMAL_95 * sqrt(greenwood) / hazard;
        row->free_low = exp(-hazard * exp(width));
        row->free_high = exp(-hazard * exp(-width));
    }
}

/* times are sorted; rows have room for one each. */
static void fill_rows(const ff_survival_time *times, size_t count, ff_kaplan_meier *km) {
    double still_free = 1;
    double greenwood = 0; /* variance of log S */
    for (size_t i = 0; i < count;) {
        ff_survival_row *row = &km->rows[km->row_count++];
        row->minutes = times[i].minutes;
        row->at_risk = count - i;
        for (; i < count && !(times[i].minutes > row->minutes); i++) {
            row->began += times[i].began;
            row->ended += !times[i].began;
        }
        double n = (double)row->at_risk, d = (double)row->began;
        if (row->began > 0) {
            still_free *= (n - d) / n;
            greenwood += d / (n * (n - d)); /* infinite at the last one: S is 0 then */
        }
        row->free = still_free;
        set_limits(row, greenwood);
        km->began += row->began;
        km->ended += row->ended;
    }
    km->runs = count;
}

/* --- the median --- */

typedef double curve(const ff_survival_row *row);

static double free_of(const ff_survival_row *row) {
    return row->free;
}

static double low_of(const ff_survival_row *row) {
    return row->free_low;
}

static double high_of(const ff_survival_row *row) {
    return row->free_high;
}

/* Where a falling curve reaches one half. */
static double half_time(const ff_kaplan_meier *km, curve *value) {
    for (size_t i = 0; i < km->row_count; i++) {
        double at = value(&km->rows[i]);
        if (at < 0.5 - HALF_TOLERANCE) {
            return km->rows[i].minutes;
        }
        if (at <= 0.5 + HALF_TOLERANCE) {
            size_t next = i + 1;
            while (next + 1 < km->row_count && value(&km->rows[next]) >= 0.5 - HALF_TOLERANCE) {
                next++;
            }
            next = next < km->row_count ? next : i;
            return (km->rows[i].minutes + km->rows[next].minutes) / 2;
        }
    }
    return NAN;
}

static ff_code finish(ff_arena *arena, ff_survival_time *times, size_t count, ff_kaplan_meier *km,
                      ff_error *error) {
    km->rows = ff_arena_take(arena, count, sizeof *km->rows);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    qsort(times, count, sizeof *times, by_time);
    fill_rows(times, count, km);
    km->median_min = half_time(km, free_of);
    km->median_low_min = half_time(km, low_of);
    km->median_high_min = half_time(km, high_of);
    return FF_OK;
}

ff_code ff_kaplan_meier_of_times(ff_arena *arena, const ff_survival_time *times, size_t count,
                                 ff_kaplan_meier *result, ff_error *error) {
    *result = (ff_kaplan_meier){0};
    for (size_t i = 0; i < count; i++) {
        if (!(times[i].minutes >= 0) || isinf(times[i].minutes)) {
            return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET,
                           "time %zu of %zu is not a number of minutes", i + 1, count);
        }
    }
    ff_survival_time *sorted = ff_arena_grow(arena, times, count, count, sizeof *times);
    return finish(arena, sorted, count, result, error);
}

/* --- from runs --- */

/* False: there is no time in it, and the result counts why. */
static bool time_of(const ff_logged_run *logged, ff_survival_time *time, ff_kaplan_meier *km) {
    const ff_onset *onset = logged->onset;
    if (onset == NULL) {
        km->not_said++;
        return false;
    }
    double end_s = logged->run->figures.duration_s;
    double seconds = NAN;
    bool began = true;
    switch (onset->kind) {
    case FF_ONSET_EXACT:
        seconds = onset->from_s;
        break;
    case FF_ONSET_INTERVAL:
        /* fmin passes over an end that is not known, and that must stay so. */
        seconds = isnan(onset->to_s) ? NAN : (onset->from_s + fmin(onset->to_s, end_s)) / 2;
        break;
    case FF_ONSET_AT_START:
        seconds = 0;
        break;
    case FF_ONSET_NONE:
        seconds = !isnan(onset->from_s) ? onset->from_s : end_s;
        began = false;
        break;
    case FF_ONSET_SOMETIME:
        break;
    }
    if (began && seconds > end_s) {
        seconds = seconds <= end_s + ROUNDING_S ? end_s : NAN;
    }
    if (!(seconds >= 0) || isinf(seconds)) {
        km->left_out++;
        return false;
    }
    km->at_start += onset->kind == FF_ONSET_AT_START;
    km->between += onset->kind == FF_ONSET_INTERVAL;
    *time = (ff_survival_time){seconds / 60, began};
    return true;
}

ff_code ff_kaplan_meier_of_runs(ff_arena *arena, const ff_logged_run *runs, size_t count,
                                ff_kaplan_meier *result, ff_error *error) {
    *result = (ff_kaplan_meier){0};
    ff_survival_time *times = ff_arena_take(arena, count, sizeof *times);
    if (times == NULL) {
        return ff_arena_check(arena, error);
    }
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        used += time_of(&runs[i], &times[used], result);
    }
    return finish(arena, times, used, result, error);
}
