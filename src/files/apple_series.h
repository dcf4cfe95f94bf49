/* The series of an Apple workout from the samples that touch it: which source is heard for each
 * kind, and what holds at a second of the run. */
#ifndef FOOTFALL_FILES_APPLE_SERIES_H
#define FOOTFALL_FILES_APPLE_SERIES_H

#include "files/apple_source.h"
#include "files/apple_store.h"

/* Sums told over longer are too coarse to follow within a run. */
#define FF_APPLE_LONGEST_PART_S 300
/* A reading holds until the next, but no longer than this: watches tell the heart rate every 5 s.
 */
#define FF_APPLE_READING_HOLDS_S 15.0
/* Cadence at a second is that of so many seconds around it: the watch counts whole steps over some
 * 3 s, so that a single count says 160 or 185. */
#define FF_APPLE_CADENCE_S 20.0

/* The samples of one kind that are heard, in order of time and without overlap for sums; times in
 * seconds since the start of the run. */
typedef struct ff_apple_pick {
    double from_s, to_s, value;
} ff_apple_pick;

typedef struct ff_apple_picks {
    ff_apple_pick *items;
    size_t count;
    double *before, *covered; /* of sums: value and seconds covered before each item */
    uint16_t source;
} ff_apple_picks;

typedef struct ff_apple_asked {
    ff_apple_store *store;
    const ff_apple_sources *sources;
    uint16_t own; /* the workout's own source */
    ff_apple_span span;
    ff_arena *arena;
} ff_apple_asked;

/* Picks the source of a kind: the workout's own, else a watch, else a phone, else another; but one
 * that covers less than half of what the best does is not heard. Sources are never added up: a
 * watch and a phone both count the same steps. longest_s: samples over more are passed over. */
ff_code ff_apple_pick_samples(const ff_apple_asked *asked, ff_apple_kind kind, int longest_s,
                              ff_apple_picks *picks);

/* The reading that holds at a second; NAN when none does. *at is where to look on, 0 at first. */
double ff_apple_reading_at(const ff_apple_picks *picks, double second, size_t *at);

/* The sum from one second to another, and how many of these seconds are covered by samples. */
double ff_apple_sum_between(const ff_apple_picks *picks, double from_s, double to_s,
                            double *covered_s);

#endif
