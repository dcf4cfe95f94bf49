#include "trial/rank_test.h"

#include "base/matrix.h"
#include "trial/chi_square.h"
#include "trial/law.h"

#include <math.h>

/* A group of which the others foretell everything has no variance of its own but rounding. */
#define LEAST_PIVOT 1e-10

/* Where the test stands in a stratum. */
typedef struct {
    double at_risk[FF_RANK_MOST_GROUPS], all;
    double still_free; /* Kaplan-Meier of the whole stratum */
} state;

static void count_rows(const ff_rank_data *data, const size_t *order, size_t count, double sign,
                       state *s) {
    for (size_t i = 0; i < count; i++) {
        s->at_risk[data->groups[order[i]]] += sign;
    }
    s->all += sign * (double)count;
}

static void add_observed(const ff_rank_data *data, const size_t *order, const ff_moment *m,
                         double weight, ff_rank_test *test) {
    for (size_t i = m->first; i < m->after; i++) {
        if (data->rows.kinds[order[i]] == FF_KNOWN_AT) {
            test->observed[data->groups[order[i]]] += weight;
        }
    }
}

static void add_expected(size_t groups, const state *s, double began, double weight,
                         ff_rank_test *test) {
    double n = s->all, spread = n > 1 ? weight * weight * began * (n - began) / (n - 1) : 0;
    for (size_t j = 0; j < groups; j++) {
        double share = s->at_risk[j] / n;
        test->expected[j] += weight * began * share;
        for (size_t k = 0; k < groups; k++) {
            test->variance[j * groups + k] += spread * share * ((j == k) - s->at_risk[k] / n);
        }
    }
}

static void add_moments(const ff_rank_data *data, const ff_moments *moments, ff_rank_test *test) {
    const size_t *order = moments->order;
    state s = {.still_free = 1};
    for (size_t i = 0; i < moments->count; i++) {
        const ff_moment *m = &moments->list[i];
        if (i == 0 || m->end != m[-1].end) {
            s = (state){.still_free = 1};
            count_rows(data, order + m->first, m->end - m->first, 1, &s);
        } else {
            count_rows(data, order + m[-1].first, m->first - m[-1].first, -1, &s);
        }
        double began = (double)m->began, weight = pow(s.still_free, data->rho);
        add_observed(data, order, m, weight, test);
        add_expected(data->group_count, &s, began, weight, test);
        s.still_free *= 1 - began / s.all;
    }
}

/* Groups that others foretell, as the last of those compared always is, say nothing new. */
static void compare(size_t groups, ff_rank_test *test) {
    double lower[FF_RANK_MOST_GROUPS * FF_RANK_MOST_GROUPS];
    double off[FF_RANK_MOST_GROUPS], solved[FF_RANK_MOST_GROUPS];
    bool dropped[FF_RANK_MOST_GROUPS];
    ff_cholesky(test->variance, groups, LEAST_PIVOT, lower, dropped);
    for (size_t j = 0; j < groups; j++) {
        off[j] = dropped[j] ? 0 : test->observed[j] - test->expected[j];
        test->degrees += !dropped[j];
    }
    ff_cholesky_solve(lower, groups, off, solved);
    for (size_t j = 0; j < groups; j++) {
        test->chi_square += off[j] * solved[j];
    }
    test->p = test->degrees > 0 ? ff_chi_square_tail(test->chi_square, test->degrees) : 1;
}

ff_code ff_rank_test_of(ff_arena *arena, const ff_rank_data *data, ff_rank_test *test,
                        ff_error *error) {
    *test = (ff_rank_test){.degrees = 0};
    ff_moments moments;
    ff_code code = ff_moments_of(arena, &data->rows, &moments, error);
    if (code != FF_OK) {
        return code;
    }
    for (size_t i = 0; i < data->rows.count; i++) {
        test->rows[data->groups[i]]++;
    }
    add_moments(data, &moments, test);
    compare(data->group_count, test);
    return FF_OK;
}
