/* The made-up runner of the demo: 40 runs over 4 months, as FIT files, and what the runner says.
 *
 * The truth behind them: the numbness comes from laces pulled tight. For seven weeks all is well
 * in a loosely laced pair ("Trail B"). Then comes a new pair ("Road A"), laced tight: in it the
 * top of both feet goes numb after about 24 minutes, and the runner presses the lap button when it
 * begins. In Trail B, and on four runs with Road A's laces loosened, it nearly never comes within
 * a run. Everything else (load, stride, weather) does not matter to this runner.
 */
#ifndef FOOTFALL_APP_DEMO_RUNNER_H
#define FOOTFALL_APP_DEMO_RUNNER_H

#include "base/arena.h"

#include <footfall/finding.h>
#include <footfall/onset.h>

#define FF_DEMO_RUN_COUNT 40

/* Time to numbness is log-logistic: P(numb by t) = 1 / (1 + (t / median) ^ (-1 / scale)). The scale
 * 0.12 is a standard deviation of 0.22 on the log scale (times pi / sqrt 3): at the steady end of
 * what is known of exertional symptoms. */
#define FF_DEMO_TIGHT_MEDIAN_MIN 24.0
#define FF_DEMO_LOOSE_MEDIAN_MIN 110.0
#define FF_DEMO_SCALE            0.12

typedef struct ff_demo_run {
    const char *file_name; /* "2026-08-02-0630.fit", the local start */
    const void *bytes;     /* a whole FIT file */
    size_t size;
    int64_t start_s; /* UTC */
    double distance_m;
    double duration_s;   /* running time */
    const char *shoe;    /* "Road A", "Trail B" */
    const char *changed; /* "lacing" where Road A was laced loosely; NULL: nothing */
    bool said;           /* the runner said whether numbness came; false on two runs */
    ff_onset_kind onset; /* FF_ONSET_EXACT or FF_ONSET_NONE */
    size_t from_lap;     /* 1-based number of the lap that was ended by the press, a few seconds
                            after numbness began; 0 when there was none */
    const char *sites;   /* "L:DMM,DFM,W1 R:DMM,DFM"; "" without numbness */
    int strength;        /* 0 to 10; -1 without numbness */
    double true_onset_s; /* running time; NAN when it would have come after the end */
} ff_demo_run;

typedef struct ff_demo_runner {
    ff_demo_run *runs;       /* by start */
    size_t count;            /* FF_DEMO_RUN_COUNT */
    ff_finding_list answers; /* what the runner answers when asked, in the order of asking */
    int age;
    const char *sex;
} ff_demo_runner;

/* Makes the runner from the context's seed; the last run is on the day before the context's
 * clock. All memory is the arena's. The same clock day and seed give the same bytes. Errors:
 * FF_ERR_MEMORY, FF_ERR_CANCELLED, FF_ERR_VALUE when the clock stands before 1999 (FIT cannot
 * hold such dates). */
ff_code ff_demo_runner_make(const ff_context *context, ff_arena *arena, ff_demo_runner *runner,
                            ff_error *error);

#endif
