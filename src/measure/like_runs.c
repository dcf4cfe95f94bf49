#include "measure/like_runs.h"
#include "base/sorted.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Beyond, the sum of so many draws is close enough to normal, and counting them out takes too long.
 */
#define MOST_STATES 4000.0
#define MOST_WORK   3e6
/* Fewer runs on either side of the cut: they hardly differ. */
#define LEAST_SIDE 2
#define Z_90       1.6448536269514722
/* It makes no great difference when less than three times the odds either way fits the runs. */
#define GREAT_ODDS 3.0

static double median_of(double *values, size_t count) {
    ff_sort_numbers(values, count);
    return ff_sorted_median(values, count);
}

double ff_like_length(ff_arena *arena, const ff_like_run *runs, size_t count) {
    double *minutes = ff_arena_take(arena, count, sizeof *minutes);
    size_t timed = 0;
    for (size_t i = 0; i < count && minutes != NULL; i++) {
        if (runs[i].numb && runs[i].timed) {
            minutes[timed++] = runs[i].minutes;
        }
    }
    return minutes != NULL ? median_of(minutes, timed) : NAN;
}

/* ---- the chance of an order ---- */

static double greatest_sum(const double *const *scores, const size_t *counts, size_t draws) {
    double sum = 0;
    for (size_t i = 0; i < draws; i++) {
        double greatest = 0;
        for (size_t k = 0; k < counts[i]; k++) {
            greatest = fmax(greatest, fabs(scores[i][k]));
        }
        sum += greatest;
    }
    return sum;
}

static double by_normal_curve(const double *const *scores, const size_t *counts, size_t draws,
                              double sum) {
    double variance = 0;
    for (size_t i = 0; i < draws; i++) {
        double squares = 0;
        for (size_t k = 0; k < counts[i]; k++) {
            squares += scores[i][k] * scores[i][k];
        }
        variance += squares / (double)counts[i];
    }
    return variance > 0 ? erfc(fabs(sum) / sqrt(2 * variance)) : 1;
}

/* chance[middle + s] of the sums s so far, after one more draw. */
static void convolve(const double *before, double *after, size_t states, const double *scores,
                     size_t count) {
    memset(after, 0, states * sizeof *after);
    for (size_t k = 0; k < count;) {
        size_t same = 1;
        while (k + same < count && scores[k + same] == scores[k]) {
            same++; /* they stand in order */
        }
        double share = (double)same / (double)count;
        ptrdiff_t by = (ptrdiff_t)scores[k];
        size_t from = by > 0 ? (size_t)by : 0;
        size_t to = by < 0 ? states - (size_t)-by : states;
        for (size_t s = from; s < to; s++) {
            after[s] += share * before[(size_t)((ptrdiff_t)s - by)];
        }
        k += same;
    }
}

static double counted_out(ff_arena *arena, const double *const *scores, const size_t *counts,
                          size_t draws, double sum, double greatest) {
    size_t middle = (size_t)greatest, states = 2 * middle + 1;
    double *now = ff_arena_take(arena, states, sizeof *now);
    double *next = ff_arena_take(arena, states, sizeof *next);
    if (now == NULL || next == NULL) {
        return NAN;
    }
    now[middle] = 1;
    for (size_t i = 0; i < draws; i++) {
        convolve(now, next, states, scores[i], counts[i]);
        double *swap = now;
        now = next;
        next = swap;
    }
    double chance = 0;
    size_t far = (size_t)(fabs(sum) + 0.5);
    for (size_t s = 0; s < states; s++) {
        size_t off = s > middle ? s - middle : middle - s;
        chance += off >= far ? now[s] : 0;
    }
    return fmin(chance, 1);
}

double ff_like_chance(ff_arena *arena, const double *const *scores, const size_t *counts,
                      size_t draws, double sum) {
    double greatest = greatest_sum(scores, counts, draws);
    double work = 0;
    for (size_t i = 0; i < draws; i++) {
        work += 2 * greatest * (double)counts[i];
    }
    return greatest <= MOST_STATES && work <= MOST_WORK
               ? counted_out(arena, scores, counts, draws, sum, greatest)
               : by_normal_curve(scores, counts, draws, sum);
}

/* ---- onsets against runs that were still going on ---- */

typedef struct {
    ff_arena *arena;
    const ff_like_run *runs;
    size_t count;
    const ff_exposure *exposure;
    const double **scores; /* by onset */
    size_t *counts;
    size_t onsets;
    double sum;
} comparison;

static double exposure_of(const comparison *c, size_t run, double minute) {
    return c->exposure->until(c->exposure->data, run, minute);
}

static bool is_at_risk(const ff_like_run *run, const ff_like_run *onset) {
    return run->block == onset->block && run->minutes >= onset->minutes &&
           (run->timed || !run->numb);
}

/* How many have less, less those that have more: for each, in order of its exposure. */
static double *scores_of(ff_arena *arena, const double *values, size_t count) {
    double *scores = ff_arena_room(arena, count, sizeof *scores);
    for (size_t k = 0; k < count && scores != NULL;) {
        size_t end = k + 1;
        while (end < count && values[end] == values[k]) {
            end++;
        }
        for (size_t i = k; i < end; i++) {
            scores[i] = (double)k - (double)(count - end);
        }
        k = end;
    }
    return scores;
}

static double score_of(const double *values, const double *scores, size_t count, double value) {
    size_t k = 0;
    while (k < count && values[k] < value) {
        k++;
    }
    return k < count ? scores[k] : 0;
}

static void add_onset(comparison *c, size_t onset, double *values) {
    double minute = c->runs[onset].minutes;
    double own = exposure_of(c, onset, minute);
    size_t count = 0;
    for (size_t i = 0; i < c->count && !isnan(own); i++) {
        double value = is_at_risk(&c->runs[i], &c->runs[onset]) ? exposure_of(c, i, minute) : NAN;
        if (!isnan(value)) {
            values[count++] = value;
        }
    }
    if (count < 2) {
        return;
    }
    ff_sort_numbers(values, count);
    double *scores = scores_of(c->arena, values, count);
    if (scores != NULL) {
        c->sum += score_of(values, scores, count, own);
        c->scores[c->onsets] = scores;
        c->counts[c->onsets++] = count;
    }
}

static void compare_onsets(comparison *c, ff_pattern *pattern) {
    double *values = ff_arena_room(c->arena, c->count, sizeof *values);
    c->scores = ff_arena_take(c->arena, c->count, sizeof *c->scores);
    c->counts = ff_arena_take(c->arena, c->count, sizeof *c->counts);
    for (size_t i = 0; i < c->count && !c->arena->failed; i++) {
        if (c->runs[i].numb && c->runs[i].timed) {
            add_onset(c, i, values);
        }
    }
    pattern->onsets = c->onsets;
    if (!c->arena->failed && c->onsets > 0) {
        pattern->p = ff_like_chance(c->arena, c->scores, c->counts, c->onsets, c->sum);
        pattern->with_more = c->sum > 0;
    }
}

/* ---- runs of like length, counted ---- */

typedef enum { NOT_LIKE, NUMB_BY_THEN, QUIET_UNTIL_THEN } status;

static status status_at(const ff_like_run *run, double minute) {
    if (run->numb && !run->timed) {
        return NOT_LIKE;
    }
    if (run->numb && run->minutes <= minute) {
        return NUMB_BY_THEN;
    }
    return run->minutes >= minute ? QUIET_UNTIL_THEN : NOT_LIKE;
}

static double cut_of(const comparison *c, const double *values, size_t count) {
    if (c->exposure->yes_or_no) {
        return 0.5;
    }
    double *sorted = ff_arena_room(c->arena, count, sizeof *sorted);
    if (sorted == NULL) {
        return NAN;
    }
    memcpy(sorted, values, count * sizeof *sorted);
    return median_of(sorted, count);
}

static void count_one(ff_pattern *p, bool more, bool numb) {
    size_t *cell =
        more ? (numb ? &p->more_numb : &p->more_quiet) : (numb ? &p->less_numb : &p->less_quiet);
    ++*cell;
}

static void set_odds(ff_pattern *p) {
    double a = (double)p->more_numb + 0.5, b = (double)p->more_quiet + 0.5;
    double c = (double)p->less_numb + 0.5, d = (double)p->less_quiet + 0.5;
    double half = Z_90 * sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    p->odds = a * d / (b * c);
    p->odds_low = p->odds * exp(-half);
    p->odds_high = p->odds * exp(half);
}

/* What a run is counted by: its status, and how much of it there was up to then. */
typedef struct {
    status status;
    double value; /* NAN: it is not counted */
} counted;

/* The runs behind it: numb by then on the side it goes with, not numb on the other. */
static void keep_runs(const comparison *c, const counted *of, double cut, ff_pattern *p) {
    p->numb.items = ff_arena_room(c->arena, c->count, sizeof *p->numb.items);
    p->quiet.items = ff_arena_room(c->arena, c->count, sizeof *p->quiet.items);
    for (size_t i = 0; i < c->count && !c->arena->failed; i++) {
        bool on_side = (of[i].value > cut) == p->with_more;
        if (isnan(of[i].value)) {
            continue;
        }
        if (of[i].status == NUMB_BY_THEN && on_side) {
            p->numb.items[p->numb.count++] = c->runs[i].id;
        } else if (of[i].status == QUIET_UNTIL_THEN && !on_side) {
            p->quiet.items[p->quiet.count++] = c->runs[i].id;
        }
    }
}

static size_t take_like(const comparison *c, double like_minutes, counted *of, double *known) {
    size_t count = 0;
    for (size_t i = 0; i < c->count; i++) {
        const ff_like_run *run = &c->runs[i];
        of[i].status = status_at(run, like_minutes);
        of[i].value =
            of[i].status != NOT_LIKE ? exposure_of(c, i, fmin(run->minutes, like_minutes)) : NAN;
        if (!isnan(of[i].value)) {
            known[count++] = of[i].value;
        }
    }
    return count;
}

static void count_like(const comparison *c, double like_minutes, ff_pattern *p) {
    counted *of = ff_arena_take(c->arena, c->count, sizeof *of);
    double *known = ff_arena_take(c->arena, c->count, sizeof *known);
    if (c->arena->failed) {
        return;
    }
    size_t known_count = take_like(c, like_minutes, of, known);
    double cut = known_count > 0 ? cut_of(c, known, known_count) : NAN;
    for (size_t i = 0; i < c->count; i++) {
        if (!isnan(of[i].value)) {
            count_one(p, of[i].value > cut, of[i].status == NUMB_BY_THEN);
            p->with += c->runs[i].numb;
            p->less_with += c->runs[i].numb && !(of[i].value > cut);
            p->without += !c->runs[i].numb;
        }
    }
    p->cut = c->exposure->yes_or_no ? NAN : cut;
    set_odds(p);
    keep_runs(c, of, cut, p);
}

static ff_pattern_state state_of(const ff_pattern *p) {
    size_t numb = p->more_numb + p->less_numb, quiet = p->more_quiet + p->less_quiet;
    if (numb + quiet < FF_LIKE_LEAST) {
        return FF_PATTERN_NOT_RECORDED;
    }
    if (numb < FF_LIKE_LEAST || quiet < FF_LIKE_LEAST) {
        return FF_PATTERN_TOO_FEW;
    }
    if (p->more_numb + p->more_quiet < LEAST_SIDE || p->less_numb + p->less_quiet < LEAST_SIDE) {
        return FF_PATTERN_ALIKE;
    }
    bool no_great = p->odds_high < GREAT_ODDS && p->odds_low > 1 / GREAT_ODDS;
    return no_great ? FF_PATTERN_ABSENT : FF_PATTERN_UNCLEAR;
}

ff_code ff_like_compare(ff_arena *arena, const ff_like_run *runs, size_t count, double like_minutes,
                        const ff_exposure *exposure, ff_pattern *pattern, ff_error *error) {
    comparison c = {.arena = arena, .runs = runs, .count = count, .exposure = exposure};
    pattern->p = pattern->p_of_all = NAN;
    compare_onsets(&c, pattern);
    count_like(&c, like_minutes, pattern);
    pattern->state = state_of(pattern);
    return ff_arena_check(arena, error);
}
