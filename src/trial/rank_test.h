/* Log-rank tests: whether numbness comes later in one group of runs than in another, without a
 * model of the times.
 *
 * At each time at which it began in some run, what began in a group is held against what would have
 * begun there if all groups were alike [Mantel 1966]. With weights S(t-)^rho of the pooled
 * Kaplan-Meier curve [Harrington and Fleming 1982], rho 1 is the test of Peto and Peto (1972),
 * which looks harder at early times; rho 0 is the log-rank test. Strata are compared within
 * themselves, and summed.
 */
#ifndef FOOTFALL_TRIAL_RANK_TEST_H
#define FOOTFALL_TRIAL_RANK_TEST_H

#include "trial/moments.h"

#include <stdbool.h>

#define FF_RANK_MOST_GROUPS 32

typedef struct ff_rank_data {
    ff_timed_rows rows;
    const unsigned char *groups; /* per row, below group_count */
    size_t group_count;          /* at most FF_RANK_MOST_GROUPS */
    double rho;                  /* as above, 0 or more */
} ff_rank_data;

typedef struct ff_rank_test {
    size_t rows[FF_RANK_MOST_GROUPS];
    double observed[FF_RANK_MOST_GROUPS]; /* weighted */
    double expected[FF_RANK_MOST_GROUPS];
    /* group_count x group_count: of observed less expected */
    double variance[FF_RANK_MOST_GROUPS * FF_RANK_MOST_GROUPS];
    /* Of freedom: how many groups can be told from others. 0: none was at risk with another while
     * it began, and there is no more. */
    size_t degrees;
    double chi_square;
    double p; /* chance of a chi-square as large when all groups are alike */
} ff_rank_test;

/* FF_ERR_MEMORY. */
ff_code ff_rank_test_of(ff_arena *arena, const ff_rank_data *data, ff_rank_test *test,
                        ff_error *error);

#endif
