/* Like runs: does numbness come sooner on runs with more of something?
 *
 * Each onset is compared with the runner's other runs that were still going on at that minute: a
 * run that ended sooner says nothing about it, and a long run is compared with long runs. Of those,
 * how many had more of it up to that minute, how many less? When it makes no difference, each of
 * them was as likely to be the one on which numbness came, which gives the chance of so clear an
 * order without any model (the score test of Cox's regression on ranks; Mann and Whitney's where
 * all runs are equally long). Runs of other blocks are never compared, so that what changes slowly,
 * such as the season or the shoes, does not stand for something else.
 */
#ifndef FOOTFALL_MEASURE_LIKE_RUNS_H
#define FOOTFALL_MEASURE_LIKE_RUNS_H

#include "base/arena.h"

#include <footfall/patterns.h>

/* So many runs with numbness, and so many without, must be known (DOSSIER, own-control rule). */
#define FF_LIKE_LEAST 4

typedef struct ff_like_run {
    int64_t id;
    double minutes; /* of running until numbness began, or until the run ended */
    bool numb;
    bool timed; /* numbness began at minutes; false with numb: at a time not known */
    int block;
} ff_like_run;

/* How much of it there was in run number `run` up to that minute; NAN: not known. */
typedef struct ff_exposure {
    double (*until)(const void *data, size_t run, double minute);
    const void *data;
    bool yes_or_no; /* 1 or 0 */
} ff_exposure;

/* The minute by which half of the timed onsets had come: by which runs are counted as numb or not,
 * and how long a quiet run must have gone on to be a like one. NAN: none is timed. */
double ff_like_length(ff_arena *arena, const ff_like_run *runs, size_t count);

/* Fills state, the counts, odds, onsets, p and the runs of pattern. p_of_all and the words are the
 * caller's; GOES_WITH is not given here, because it takes p_of_all: the state is UNCLEAR or ABSENT.
 * Fails only with FF_ERR_MEMORY. */
ff_code ff_like_compare(ff_arena *arena, const ff_like_run *runs, size_t count, double like_minutes,
                        const ff_exposure *exposure, ff_pattern *pattern, ff_error *error);

/* Chance of a sum as far from 0 as `sum` or further, when each of the draws takes one of its scores
 * with equal chance. scores of draw i: scores[i][0 .. counts[i]), whole numbers that add up to 0.
 * Exact where there are few, else by the normal curve. */
double ff_like_chance(ff_arena *arena, const double *const *scores, const size_t *counts,
                      size_t draws, double sum);

#endif
