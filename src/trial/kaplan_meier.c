#include "trial/kaplan_meier.h"

#include "trial/law.h"

#include <math.h>
#include <stdlib.h>

#define LEVEL 0.9
/* A time typed in whole minutes may fall a little after the end of the run. */
#define ROUNDING_S     60.0
/* S is a product of fractions: one half to rounding is one half. */
#define SHARE_TOLERANCE 1e-8

/* --- the table --- */

static int by_time(const void *a, const void *b) {
    double x = ((const ff_survival_time *)a)->minutes, y = ((const ff_survival_time *)b)->minutes;
    return (x > y) - (x < y);
}

/* Limits of S from the variance of log S, as far as they can be had [Kalbfleisch and Prentice 2002,
 * section 1.4]; none where S is 0, and on the log-log scale none where it is 1. */
static void set_limits(ff_survival_row *row, ff_limits limits, double width) {
    double free = row->free, error = width * sqrt(row->log_variance);
    row->free_low = NAN;
    row->free_high = NAN;
    if (!(free > 0) || (limits == FF_LIMITS_LOG_LOG && !(free < 1))) {
        return;
    }
    switch (limits) {
    case FF_LIMITS_LOG_LOG:
        row->free_low = pow(free, exp(error / -log(free)));
        row->free_high = pow(free, exp(-error / -log(free)));
        break;
    case FF_LIMITS_LOG:
        row->free_low = free * exp(-error);
        row->free_high = fmin(1, free * exp(error));
        break;
    case FF_LIMITS_PLAIN:
        row->free_low = fmax(0, free - error * free);
        row->free_high = fmin(1, free + error * free);
        break;
    }
}

void ff_kaplan_meier_set_limits(ff_kaplan_meier *km, ff_limits limits, double level) {
    double width = ff_law_quantile(FF_LAW_LOGNORMAL, (1 + level) / 2);
    for (size_t i = 0; i < km->row_count; i++) {
        set_limits(&km->rows[i], limits, width);
    }
}

/* times are sorted; rows have room for one each. */
static void fill_rows(const ff_survival_time *times, size_t count, ff_kaplan_meier *km) {
    double still_free = 1;
    double log_variance = 0; /* Greenwood's, of log S */
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
            log_variance += d / (n * (n - d)); /* infinite at the last one: S is 0 then */
        }
        row->free = still_free;
        row->log_variance = log_variance;
        km->began += row->began;
        km->ended += row->ended;
    }
    km->runs = count;
}

/* --- quantiles --- */

static double value_of(const ff_survival_row *row, ff_curve curve) {
    return curve == FF_CURVE_LOW ? row->free_low : curve == FF_CURVE_HIGH ? row->free_high : row->free;
}

double ff_kaplan_meier_time(const ff_kaplan_meier *km, ff_curve curve, double share) {
    double target = 1 - share;
    for (size_t i = 0; i < km->row_count; i++) {
        double at = value_of(&km->rows[i], curve);
        if (at < target - SHARE_TOLERANCE) {
            return km->rows[i].minutes;
        }
        if (at <= target + SHARE_TOLERANCE) {
            size_t next = i + 1;
            while (next + 1 < km->row_count &&
                   value_of(&km->rows[next], curve) >= target - SHARE_TOLERANCE) {
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
    ff_kaplan_meier_set_limits(km, FF_LIMITS_LOG_LOG, LEVEL);
    km->median_min = ff_kaplan_meier_time(km, FF_CURVE_FREE, 0.5);
    km->median_low_min = ff_kaplan_meier_time(km, FF_CURVE_LOW, 0.5);
    km->median_high_min = ff_kaplan_meier_time(km, FF_CURVE_HIGH, 0.5);
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
