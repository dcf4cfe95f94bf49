#include "measure/timing.h"

#include "measure/beginning.h"
#include "base/sorted.h"
#include "measure/told.h"

#include <math.h>
#include <stdlib.h>

#define WEEK_S 604800.0

/* When it came in a run: between low and high minutes. */
typedef struct {
    double low, high; /* equal: at that minute; high INFINITY: not by low */
    double week;
} told;

static bool tell(const ff_logged_run *logged, told *t) {
    const ff_onset *onset = logged->onset;
    if (onset == NULL || onset->kind == FF_ONSET_SOMETIME || logged->change_count > 0) {
        return false;
    }
    double end = !isnan(onset->from_s) ? onset->from_s / 60 : ff_run_minutes(logged->run);
    *t = onset->kind == FF_ONSET_NONE       ? (told){.low = end, .high = INFINITY}
         : onset->kind == FF_ONSET_AT_START ? (told){0}
                                            : (told){onset->from_s / 60, onset->to_s / 60, 0};
    t->week = (double)logged->run->start_s / WEEK_S;
    return !isnan(t->low) && !isnan(t->high);
}

/* Before it first came it came neither sooner nor later. */
static ff_logged_run_list since_it_came(const ff_logged_run_list *runs) {
    size_t first = 0;
    while (first < runs->count && !ff_is_numb(&runs->items[first])) {
        first++;
    }
    return (ff_logged_run_list){runs->items + first, runs->count - first};
}

static void count_lengths(const ff_logged_run_list *runs, ff_timing *timing) {
    for (size_t i = 0; i < runs->count; i++) {
        double minutes = ff_run_minutes(runs->items[i].run);
        if (runs->items[i].onset == NULL || isnan(minutes)) {
            continue;
        }
        size_t length = minutes < 30 ? 0 : minutes < 60 ? 1 : 2;
        timing->said[length]++;
        timing->numb[length] += ff_is_numb(&runs->items[i]);
    }
}

/* 1: later in b, -1: earlier, 0: what is known of them does not tell. */
static int order_of(const told *a, const told *b) {
    return b->low > a->high ? 1 : a->low > b->high ? -1 : 0;
}

/* The middle of the slopes between any two onsets, of runs that did not begin at once. */
static double slope_of(ff_arena *arena, const told *runs, size_t count) {
    double *slopes = ff_arena_room(arena, count * count / 2 + 1, sizeof *slopes);
    size_t n = 0;
    for (size_t i = 0; i < count && slopes != NULL; i++) {
        for (size_t k = i + 1; k < count; k++) {
            double weeks = runs[k].week - runs[i].week;
            if (!isinf(runs[i].high) && !isinf(runs[k].high) && weeks > 0) {
                slopes[n++] = (runs[k].low + runs[k].high - runs[i].low - runs[i].high) / 2 / weeks;
            }
        }
    }
    ff_sort_numbers(slopes, n);
    return ff_sorted_median(slopes, n);
}

/* Mann's test with the variance of times that can all be told apart, which is the greatest: where
 * many cannot, chance is overstated. */
static void test_order(ff_arena *arena, const told *runs, size_t count, ff_timing *timing) {
    timing->runs = count;
    timing->weeks = count > 0 ? runs[count - 1].week - runs[0].week : NAN;
    if (count < FF_TIMING_LEAST) {
        return;
    }
    double sum = 0, n = (double)count;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            sum += order_of(&runs[i], &runs[k]);
        }
    }
    double variance = n * (n - 1) * (2 * n + 5) / 18;
    timing->p = erfc(fmax(fabs(sum) - 1, 0) / sqrt(2 * variance));
    timing->later = sum > 0;
    timing->minutes_a_week = slope_of(arena, runs, count);
}

ff_code ff_timing_of(ff_arena *arena, const ff_logged_run_list *runs, ff_timing *timing,
                     ff_error *error) {
    *timing = (ff_timing){.p = NAN, .minutes_a_week = NAN, .weeks = NAN};
    told *known = ff_arena_take(arena, FF_TIMING_RUNS, sizeof *known);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    const ff_logged_run_list since = since_it_came(runs);
    runs = &since;
    count_lengths(runs, timing);
    size_t count = 0, first = FF_TIMING_RUNS;
    for (size_t i = runs->count; i-- > 0 && count < FF_TIMING_RUNS;) {
        if (tell(&runs->items[i], &known[first - 1])) {
            first--;
            count++;
        }
    }
    test_order(arena, known + first, count, timing);
    return ff_arena_check(arena, error);
}
