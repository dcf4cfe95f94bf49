/* The onset pattern: what the logged runs say about when and where numbness begins.
 *
 * Answers from the runs themselves what would otherwise be asked: "onset_time", "reproducible" and
 * "side". Times are minutes of running on the watch's timer.
 */
#ifndef FOOTFALL_MEASURE_ONSET_PATTERN_H
#define FOOTFALL_MEASURE_ONSET_PATTERN_H

#include "base/arena.h"

#include <footfall/finding.h>
#include <footfall/logged_run.h>

/* The most recent episodes that make the pattern; older ones may be of another time of life. */
#define FF_PATTERN_EPISODES 20
/* The most recent episodes with regions that make sides and sites. */
#define FF_PATTERN_SITE_EPISODES 5
/* Fewer timed episodes say nothing about regularity. With a coefficient of variation of the onset
 * minute below 0.25 the onset is reproducible (class c; the shape of the rule after the "same
 * effort brings it back" of exertional compartment syndrome). */
#define FF_PATTERN_REGULAR_EPISODES 4
#define FF_PATTERN_REGULAR_CV       0.25
/* There is no pattern when the upper quartile of the onset minutes is more than this many times
 * the lower (each taken as 1 minute at least). Class c: three is far beyond the factor of 1.3 to
 * 2 by which exertional onsets differ from run to run under like conditions. */
#define FF_PATTERN_WIDE_RATIO 3.0

typedef struct ff_onset_pattern {
    size_t with;       /* runs with numbness */
    size_t without;    /* runs said to be free of it */
    size_t not_said;   /* runs of which nobody said anything */
    int64_t first_s;   /* start of the first run with numbness, UTC; 0: none */
    int64_t last_s;    /* of the last */
    size_t timed;      /* episodes behind the figures: recent, with a known time, and without a
                          change where there are any such */
    double median_min; /* of these; NAN when there are none */
    double earliest_min;
    double latest_min;
    double cv;                /* of the minutes; NAN below two episodes */
    const char *level;        /* of "onset_time"; NULL when no time is known */
    size_t sited;             /* recent episodes with regions */
    const char *side;         /* "one", "both", "alternates"; NULL when not known or mixed */
    const char *sites;        /* every region marked on these: "L:DMM,W1 R:DMM"; "" when none */
    int strongest;            /* of all episodes, 0 to 10; -1 when never said */
    ff_finding_list findings; /* "onset_time", "reproducible", "side", always all three; those
                                 that cannot be told are FF_NOT_ASKED with the reason in from */
} ff_onset_pattern;

/* Runs in any order. Memory is the arena's. Fails only with FF_ERR_MEMORY. */
ff_code ff_onset_pattern_of(ff_arena *arena, const ff_logged_run *runs, size_t count,
                            ff_onset_pattern *pattern, ff_error *error);

/* The level of "onset_time" for an onset minute: lt5, 5_15 (from 5), 15_30 (from 15), 30_60 (from
 * 30 to 60), gt60 (over 60). */
const char *ff_onset_level(double minutes);

#endif
