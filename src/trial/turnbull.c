#include "trial/turnbull.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_HALVINGS = 30 };
/* After as many steps without any rise all that is left is rounding. */
enum { MOST_IDLE = 100 };
/* Steps times rows: a minute or so. */
#define MOST_WORK 3e9

/* At one time the left end of an exact row comes first (the time itself is within), then right ends
 * (likewise), then left ends of others (only what comes after is within). */
typedef enum { LEFT_WITHIN, RIGHT, LEFT_WITHOUT } end_kind;

typedef struct {
    double time;
    end_kind kind;
} end;

static int by_place(const void *a, const void *b) {
    const end *x = a, *y = b;
    int times = (x->time > y->time) - (x->time < y->time);
    return times != 0 ? times : ((int)x->kind > (int)y->kind) - ((int)x->kind < (int)y->kind);
}

static end left_of(const ff_known_between *row) {
    return (end){row->left, row->left < row->right ? LEFT_WITHOUT : LEFT_WITHIN};
}

static end right_of(const ff_known_between *row) {
    return (end){row->right, RIGHT};
}

/* The masses that a row covers: first up to, not with, last. */
typedef struct {
    size_t first, last;
} reach;

typedef struct {
    size_t rows, masses;
    reach *reaches;
    end *lefts, *rights; /* of the innermost intervals; rising */
    /* All of these are of the masses before each, and of all: */
    double *sums;    /* from 0 to 1 */
    double *pulls;   /* what the log-likelihood gains by a little less of the sum */
    double *weights; /* how soon that pull gives way: minus its second derivative, without the mixed
                        ones */
    double *target, *trial;
    size_t *blocks;
} work;

static ff_code check(const ff_known_between *rows, size_t count, ff_error *error) {
    for (size_t i = 0; i < count; i++) {
        if (!(rows[i].left <= rows[i].right) || isinf(rows[i].left)) {
            return ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "row %zu of %zu is no interval",
                           i + 1, count);
        }
    }
    return count > 0 ? FF_OK : ff_fail(error, FF_ERR_VALUE, NULL, FF_NO_OFFSET, "there is no row");
}

static size_t find_innermost(ff_arena *arena, const ff_known_between *rows, work *w) {
    size_t count = 0;
    end *ends = ff_arena_take(arena, w->rows, 2 * sizeof *ends);
    if (ends == NULL) {
        return 0;
    }
    for (size_t i = 0; i < w->rows; i++) {
        ends[2 * i] = left_of(&rows[i]);
        ends[2 * i + 1] = right_of(&rows[i]);
    }
    qsort(ends, 2 * w->rows, sizeof *ends, by_place);
    for (size_t i = 0; i + 1 < 2 * w->rows; i++) {
        if (ends[i].kind != RIGHT && ends[i + 1].kind == RIGHT) {
            w->lefts[count] = ends[i];
            w->rights[count++] = ends[i + 1];
        }
    }
    return count;
}

/* How many of the ends come before this one. */
static size_t count_before(const end *ends, size_t count, end place) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        by_place(&ends[middle], &place) < 0 ? (low = middle + 1) : (high = middle);
    }
    return low;
}

static void find_reaches(const ff_known_between *rows, size_t count, work *w) {
    for (size_t i = 0; i < w->rows; i++) {
        end left = left_of(&rows[i]), right = right_of(&rows[i]);
        size_t last = count_before(w->rights, count, right);
        last += last < count && by_place(&w->rights[last], &right) == 0;
        w->reaches[i] = (reach){count_before(w->lefts, count, left), last};
    }
}

/* ---- to the peak ---- */

static double log_likelihood(const work *w, const double *sums) {
    double value = 0;
    for (size_t i = 0; i < w->rows; i++) {
        value += log(sums[w->reaches[i].last] - sums[w->reaches[i].first]);
    }
    return value;
}

/* Fills pulls and weights. */
static void differentiate(work *w) {
    memset(w->pulls, 0, (w->masses + 1) * sizeof *w->pulls);
    memset(w->weights, 0, (w->masses + 1) * sizeof *w->weights);
    for (size_t i = 0; i < w->rows; i++) {
        reach r = w->reaches[i];
        double per = 1 / (w->sums[r.last] - w->sums[r.first]);
        w->pulls[r.first] += per;
        w->pulls[r.last] -= per;
        w->weights[r.first] += per * per;
        w->weights[r.last] += per * per;
    }
}

/* The log-likelihood is concave: from here to any other masses it gains no more than the largest
 * pull on one of them less the present mean, which is the number of rows. */
static double most_to_gain(const work *w) {
    double pull = 0, most = 0;
    for (size_t j = 0; j < w->masses; j++) {
        pull += w->pulls[j];
        most = fmax(most, pull);
    }
    return fmax(0, most - (double)w->rows);
}

/* A step of Turnbull's own: each mass becomes the share of rows that is expected in it. */
static void expect(work *w) {
    double pull = 0, sum = 0, before = 0;
    for (size_t j = 0; j < w->masses; j++) {
        pull += w->pulls[j];
        double mass = w->sums[j + 1] - before;
        before = w->sums[j + 1];
        sum += mass * pull / (double)w->rows;
        w->sums[j + 1] = sum;
    }
    for (size_t j = 1; j <= w->masses; j++) {
        w->sums[j] = fmin(1, w->sums[j] / sum);
    }
}

/* The rising sums nearest to those that Newton would go to for each by itself, by weighted squares:
 * neighbours that fall are taken together [pool adjacent violators; Ayer et al. 1955]. */
static void find_target(work *w) {
    size_t count = 0;
    double *value = w->target, *weight = w->trial; /* block by block, before they are spread */
    for (size_t j = 1; j < w->masses; j++) {
        double own = w->weights[j], aim = w->sums[j] - w->pulls[j] / own;
        size_t size = 1;
        for (; count > 0 && value[count - 1] >= aim; count--) {
            double other = weight[count - 1];
            aim = (aim * own + value[count - 1] * other) / (own + other);
            own += other;
            size += w->blocks[count - 1];
        }
        value[count] = aim;
        weight[count] = own;
        w->blocks[count++] = size;
    }
    for (size_t j = w->masses; count-- > 0;) {
        double aim = fmin(1, fmax(0, value[count]));
        for (size_t i = 0; i < w->blocks[count]; i++) {
            w->target[--j] = aim;
        }
    }
}

/* As much of the way to the target as gains. */
static void walk(work *w, double value) {
    double part = 1;
    find_target(w);
    for (int i = 0; i < MOST_HALVINGS; i++, part /= 2) {
        for (size_t j = 1; j < w->masses; j++) {
            w->trial[j] = w->sums[j] + part * (w->target[j] - w->sums[j]);
        }
        w->trial[0] = 0;
        w->trial[w->masses] = 1;
        if (log_likelihood(w, w->trial) > value) {
            memcpy(w->sums, w->trial, (w->masses + 1) * sizeof *w->sums);
            return;
        }
    }
}

static void climb(work *w, ff_turnbull *t) {
    double best = -INFINITY;
    for (int idle = 0; idle < MOST_IDLE && (double)t->steps * (double)w->rows < MOST_WORK;
         t->steps++) {
        t->log_likelihood = log_likelihood(w, w->sums);
        idle = t->log_likelihood > best ? 0 : idle + 1;
        best = fmax(best, t->log_likelihood);
        differentiate(w);
        t->within = most_to_gain(w);
        if (t->within <= FF_TURNBULL_CLOSE) {
            break;
        }
        walk(w, t->log_likelihood);
        differentiate(w);
        expect(w);
    }
}

/* ---- all of it ---- */

static ff_code take_room(ff_arena *arena, size_t count, work *w, ff_error *error) {
    *w = (work){.rows = count,
                .reaches = ff_arena_take(arena, count, sizeof *w->reaches),
                .lefts = ff_arena_take(arena, count, sizeof *w->lefts),
                .rights = ff_arena_take(arena, count, sizeof *w->rights),
                .sums = ff_arena_take(arena, count + 1, sizeof *w->sums),
                .pulls = ff_arena_take(arena, count + 1, sizeof *w->pulls),
                .weights = ff_arena_take(arena, count + 1, sizeof *w->weights),
                .target = ff_arena_take(arena, count + 1, sizeof *w->target),
                .trial = ff_arena_take(arena, count + 1, sizeof *w->trial),
                .blocks = ff_arena_take(arena, count + 1, sizeof *w->blocks)};
    return ff_arena_check(arena, error);
}

ff_code ff_turnbull_of(ff_arena *arena, const ff_known_between *rows, size_t count,
                       ff_turnbull *result, ff_error *error) {
    work w;
    *result = (ff_turnbull){.rows = count, .within = INFINITY};
    ff_code code = check(rows, count, error);
    if (code == FF_OK) {
        code = take_room(arena, count, &w, error);
    }
    if (code != FF_OK) {
        return code;
    }
    w.masses = find_innermost(arena, rows, &w);
    result->count = w.masses;
    result->masses = ff_arena_take(arena, w.masses, sizeof *result->masses);
    if (arena->failed) {
        return ff_arena_check(arena, error);
    }
    find_reaches(rows, w.masses, &w);
    for (size_t j = 0; j <= w.masses; j++) {
        w.sums[j] = (double)j / (double)w.masses;
    }
    climb(&w, result);
    for (size_t j = 0; j < w.masses; j++) {
        double mass = w.sums[j + 1] - w.sums[j];
        result->masses[j] = (ff_turnbull_mass){w.lefts[j].time, w.rights[j].time, mass};
    }
    return FF_OK;
}
