/* Words for one pattern. */
#ifndef FOOTFALL_REPORT_PATTERN_WORDS_H
#define FOOTFALL_REPORT_PATTERN_WORDS_H

#include "base/arena.h"

#include <footfall/patterns.h>

/* "descent", "shoe Alpha" */
const char *ff_pattern_name(const ff_pattern *pattern, ff_arena *arena);

/* "runs with more descent (over 18 m/km)"; and the other side: "(up to 18 m/km)". */
const char *ff_pattern_side(const ff_pattern *pattern, bool more, ff_arena *arena);

/* "numb by 25 min in 7 of 9 warmer runs (over 22 degrees C), in 1 of 10 cooler runs" */
const char *ff_pattern_counts(const ff_pattern *pattern, double by_min, ff_arena *arena);

/* "1 in 300"; "1 in 4" */
const char *ff_chance_words(double p, ff_arena *arena);

/* Why nothing can be told; NULL where something is. */
const char *ff_pattern_why_not(ff_pattern_state state);

#endif
