#include "files/apple_series.h"

#include <math.h>

/* How well a source covers the span, in seconds; samples in order, those too long left out. */
static double coverage(const ff_apple_asked *asked, const ff_apple_sample *samples, size_t count,
                       int longest_s) {
    double covered = 0, until = (double)asked->span.from_s, last = (double)asked->span.to_s;
    for (size_t i = 0; i < count; i++) {
        if (samples[i].duration_s > longest_s) {
            continue;
        }
        double from = fmax(samples[i].start_s, until);
        double to = samples[i].start_s + fmax(samples[i].duration_s, FF_APPLE_READING_HOLDS_S);
        to = fmin(to, last);
        if (to > from) {
            covered += to - from;
            until = to;
        }
    }
    return covered;
}

/* Lower is heard first. */
static int rank(const ff_apple_asked *asked, uint16_t source) {
    if (source == asked->own) {
        return 0;
    }
    switch (asked->sources->items[source].wearer) {
    case FF_APPLE_WATCH:
        return 1;
    case FF_APPLE_PHONE:
        return 2;
    default:
        return 3;
    }
}

typedef struct {
    size_t from, count;
    double covered_s;
} stretch; /* of the samples of one source */

static stretch next_source(const ff_apple_asked *asked, const ff_apple_sample *samples,
                           size_t count, size_t from, int longest_s) {
    size_t to = from;
    while (to < count && samples[to].source == samples[from].source) {
        to++;
    }
    return (stretch){from, to - from, coverage(asked, samples + from, to - from, longest_s)};
}

static stretch best_source(const ff_apple_asked *asked, const ff_apple_sample *samples,
                           size_t count, int longest_s) {
    double most = 0;
    for (size_t i = 0; i < count;) {
        stretch s = next_source(asked, samples, count, i, longest_s);
        most = fmax(most, s.covered_s);
        i += s.count;
    }
    stretch best = {0};
    for (size_t i = 0; i < count;) {
        stretch s = next_source(asked, samples, count, i, longest_s);
        i += s.count;
        if (s.covered_s <= 0 || s.covered_s < most / 2) {
            continue;
        }
        if (best.count == 0 ||
            rank(asked, samples[s.from].source) < rank(asked, samples[best.from].source)) {
            best = s;
        }
    }
    return best;
}

/* A sum that begins before the one before it ended is cut at that end, in proportion. */
static bool cut(ff_apple_pick *pick, double until_s) {
    if (pick->from_s >= until_s) {
        return true;
    }
    if (pick->to_s <= until_s) {
        return false;
    }
    pick->value *= (pick->to_s - until_s) / (pick->to_s - pick->from_s);
    pick->from_s = until_s;
    return true;
}

/* Adds a sample of the source that is heard. One reading a second is enough, and what is summed up
 * within a second belongs to that second: so a run has no more picks than seconds. */
static void take(ff_apple_picks *picks, bool sum, ff_apple_pick pick) {
    ff_apple_pick *last = picks->count > 0 ? &picks->items[picks->count - 1] : NULL;
    if (sum && last != NULL && !cut(&pick, last->to_s)) {
        return;
    }
    if (sum && last != NULL && pick.from_s == pick.to_s && last->to_s == pick.from_s) {
        last->value += pick.value;
    } else if (!sum && last != NULL && last->from_s == pick.from_s) {
        *last = pick;
    } else {
        picks->items[picks->count++] = pick;
    }
}

static ff_code run_up(ff_arena *arena, ff_apple_picks *picks) {
    picks->before = ff_arena_take(arena, picks->count, sizeof *picks->before);
    picks->covered = ff_arena_take(arena, picks->count, sizeof *picks->covered);
    if (picks->before == NULL || picks->covered == NULL) {
        return FF_ERR_MEMORY;
    }
    double sum = 0, seconds = 0;
    for (size_t i = 0; i < picks->count; i++) {
        picks->before[i] = sum;
        picks->covered[i] = seconds;
        sum += picks->items[i].value;
        seconds += picks->items[i].to_s - picks->items[i].from_s;
    }
    return FF_OK;
}

/* Exactly as much memory as is needed, in the arena of the run. */
static ff_code settle(ff_arena *arena, bool sum, ff_apple_picks *picks) {
    if (picks->count == 0) {
        picks->items = NULL;
        return FF_OK;
    }
    picks->items =
        ff_arena_grow(arena, picks->items, picks->count, picks->count, sizeof *picks->items);
    if (picks->items == NULL) {
        return FF_ERR_MEMORY;
    }
    return sum ? run_up(arena, picks) : FF_OK;
}

static ff_code pick_samples(const ff_apple_asked *asked, ff_arena *scratch, ff_apple_kind kind,
                            int longest_s, ff_apple_picks *picks) {
    ff_apple_sample *samples;
    size_t count;
    ff_code code = ff_apple_store_find(asked->store, kind, &asked->span, scratch, &samples, &count);
    stretch best = code == FF_OK ? best_source(asked, samples, count, longest_s) : (stretch){0};
    if (code != FF_OK || best.count == 0) {
        return code;
    }
    picks->source = samples[best.from].source;
    picks->items = ff_arena_take(scratch, best.count, sizeof *picks->items);
    if (picks->items == NULL) {
        return FF_ERR_MEMORY;
    }
    for (size_t i = best.from; i < best.from + best.count; i++) {
        if (samples[i].duration_s <= longest_s) {
            double from = (double)((int64_t)samples[i].start_s - asked->span.from_s);
            take(picks, ff_apple_kind_is_sum(kind),
                 (ff_apple_pick){from, from + samples[i].duration_s, (double)samples[i].value});
        }
    }
    return settle(asked->arena, ff_apple_kind_is_sum(kind), picks);
}

ff_code ff_apple_pick_samples(const ff_apple_asked *asked, ff_apple_kind kind, int longest_s,
                              ff_apple_picks *picks) {
    ff_arena scratch;
    ff_arena_init(&scratch, asked->arena->allocator);
    *picks = (ff_apple_picks){0};
    ff_code code = pick_samples(asked, &scratch, kind, longest_s, picks);
    ff_arena_free(&scratch);
    return code;
}

double ff_apple_reading_at(const ff_apple_picks *picks, double second, size_t *at) {
    if (picks->count == 0 || picks->items[0].from_s > second) {
        return NAN;
    }
    while (*at + 1 < picks->count && picks->items[*at + 1].from_s <= second) {
        ++*at;
    }
    const ff_apple_pick *pick = &picks->items[*at];
    return second <= fmax(pick->to_s, pick->from_s + FF_APPLE_READING_HOLDS_S) ? pick->value : NAN;
}

/* The sum up to a second, and the seconds covered up to it. */
static double sum_to(const ff_apple_picks *picks, double second, double *covered_s) {
    size_t low = 0, high = picks->count;
    while (low < high) { /* the first that begins after it */
        size_t middle = low + (high - low) / 2;
        if (picks->items[middle].from_s <= second) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        *covered_s = 0;
        return 0;
    }
    const ff_apple_pick *pick = &picks->items[low - 1];
    double length = pick->to_s - pick->from_s, in = fmin(second - pick->from_s, length);
    *covered_s = picks->covered[low - 1] + in;
    return picks->before[low - 1] + (length > 0 ? pick->value * in / length : pick->value);
}

double ff_apple_sum_between(const ff_apple_picks *picks, double from_s, double to_s,
                            double *covered_s) {
    double covered_to, covered_from;
    double sum = sum_to(picks, to_s, &covered_to) - sum_to(picks, from_s, &covered_from);
    *covered_s = covered_to - covered_from;
    return sum;
}
