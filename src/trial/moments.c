#include "trial/moments.h"

#include "trial/law.h"

#include <stdlib.h>

double ff_stratum_of(const ff_timed_rows *rows, size_t row) {
    return rows->strata != NULL ? rows->strata[row] : 0;
}

typedef struct {
    double stratum, time;
    size_t row;
} place;

static int by_place(const void *a, const void *b) {
    const place *x = a, *y = b;
    int strata = (x->stratum > y->stratum) - (x->stratum < y->stratum);
    int times = (x->time > y->time) - (x->time < y->time);
    return strata != 0 ? strata : times != 0 ? times : (x->row > y->row) - (x->row < y->row);
}

size_t *ff_rows_in_order(ff_arena *arena, const ff_timed_rows *rows, const double *times) {
    size_t *order = ff_arena_take(arena, rows->count, sizeof *order);
    place *places = ff_arena_take(arena, rows->count, sizeof *places);
    if (order == NULL || places == NULL) {
        return NULL;
    }
    for (size_t i = 0; i < rows->count; i++) {
        places[i] = (place){ff_stratum_of(rows, i), times[i], i};
    }
    qsort(places, rows->count, sizeof *places, by_place);
    for (size_t i = 0; i < rows->count; i++) {
        order[i] = places[i].row;
    }
    return order;
}

/* The rows from place first on that share its time. */
static ff_moment moment_at(const ff_timed_rows *rows, const size_t *order, size_t first,
                           size_t end) {
    ff_moment m = {.first = first, .after = first, .end = end};
    double time = rows->times[order[first]];
    for (; m.after < end && !(rows->times[order[m.after]] > time); m.after++) {
        m.began += rows->kinds[order[m.after]] == FF_KNOWN_AT;
    }
    return m;
}

static size_t end_of_stratum(const ff_timed_rows *rows, const size_t *order, size_t first) {
    size_t end = first;
    double stratum = ff_stratum_of(rows, order[first]);
    while (end < rows->count && !(ff_stratum_of(rows, order[end]) > stratum)) {
        end++;
    }
    return end;
}

ff_code ff_moments_of(ff_arena *arena, const ff_timed_rows *rows, ff_moments *moments,
                      ff_error *error) {
    *moments = (ff_moments){.order = ff_rows_in_order(arena, rows, rows->times),
                            .list = ff_arena_take(arena, rows->count, sizeof *moments->list)};
    if (moments->order == NULL || moments->list == NULL) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < rows->count;) {
        for (size_t end = end_of_stratum(rows, moments->order, i); i < end;) {
            ff_moment m = moment_at(rows, moments->order, i, end);
            if (m.began > 0) {
                moments->list[moments->count++] = m;
            }
            i = m.after;
        }
    }
    return FF_OK;
}
