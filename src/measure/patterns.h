/* Patterns: in what the runs with numbness differ from the same runner's quiet runs.
 *
 * Each thing is compared by itself (like_runs.h); that many things are looked at is taken into
 * account, so that of runners with whom nothing goes with numbness at most 5 in 100 are told that
 * something does, all things together (Holm 1979). bench/bench_patterns.c measures it.
 */
#ifndef FOOTFALL_MEASURE_PATTERNS_H
#define FOOTFALL_MEASURE_PATTERNS_H

#include "measure/measured_run.h"

#include <footfall/patterns.h>

/* Older runs may be of another time of life, and more than so many tell no more. Class c. */
#define FF_PATTERN_DAYS 730
#define FF_PATTERN_RUNS 200
/* Runs further apart are not compared: shoes, season and training are others by then. Longer blocks
 * find hardly more, and tell more of what only went along with time (bench_patterns). */
#define FF_PATTERN_BLOCK_DAYS 28
/* By chance alone at most 5 in 100 runners may be told of anything. Days that are alike, and a
 * drift within a block, take their share of that: with 0.05 here it was 6 (bench_patterns). */
#define FF_PATTERN_CHANCE 0.03

/* Whether a run is one that patterns are made of, so that its series must be measured: one of which
 * it was said whether numbness came, run without anything changed on purpose, and late enough.
 * newest_s: start of the newest run of which anything was said. */
bool ff_pattern_takes(const ff_logged_run *logged, int64_t newest_s);

/* Start of the newest run of which it was said whether numbness came; 0: there is none. */
int64_t ff_pattern_newest(const ff_measured_run_list *runs);

/* runs: all of them, the oldest first, those that ff_pattern_takes with their stretches; the rest
 * tell of the load before. Fails only with FF_ERR_MEMORY. */
ff_code ff_patterns_of(ff_arena *arena, const ff_measured_run_list *runs, ff_patterns *patterns,
                       ff_error *error);

#endif
