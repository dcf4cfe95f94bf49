/* What the runs say, in a few lines: how often and when it goes numb, whether there was suddenly
 * more running before it began, and runs with a change beside runs without. */
#ifndef FOOTFALL_REPORT_RUNS_SUMMARY_H
#define FOOTFALL_REPORT_RUNS_SUMMARY_H

#include "base/json.h"

#include <footfall/run.h>
#include <footfall/text.h>

/* When numbness comes in a set of runs, runs without it counted as "not by their end". */
typedef struct ff_runs_figures {
    size_t runs; /* that say whether it came */
    size_t numb;
    double median_min;               /* by then half of the runs are numb; NAN: fewer than half were */
    double median_low_min, median_high_min; /* 90 % limits; NAN: open on that side */
} ff_runs_figures;

typedef struct ff_runs_change {
    const char *change; /* "lacing" */
    const char *shoe;   /* only runs in this shoe are compared; NULL: in any */
    ff_runs_figures with, without;
    bool enough;         /* runs on both sides for the medians to mean something */
    const char *caution; /* what the comparison does not show */
} ff_runs_change;

typedef struct ff_runs_summary {
    const ff_run *began;   /* the first run with numbness; NULL: none yet */
    size_t free_before;    /* runs without numbness before that */
    size_t not_said;       /* runs of which nobody said whether it came */
    ff_runs_figures since; /* the runs since then */
    ff_runs_figures kilometres; /* the same runs by distance: its medians are km */
    double earliest_min;
    double longest_km;  /* in the 14 days before it first began; NAN: cannot tell */
    double reference_km; /* the longest of the 30 days before those */
    double ratio;
    const char *spike_unknown; /* why the longest run cannot be judged; NULL when it can */
    const ff_runs_change *changes;
    size_t change_count;
} ff_runs_summary;

/* "half are numb by 24 min (90 % range 22 to 27)", "never by their end" */
void ff_runs_figures_words(const ff_runs_figures *figures, ff_text *line);

void ff_runs_summary_text(const ff_runs_summary *summary, ff_text *out);
void ff_runs_summary_json(ff_json *json, const ff_runs_summary *summary); /* one object */

#endif
