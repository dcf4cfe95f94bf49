/* What a trial can find and what it cannot, said before it starts.
 *
 * Runs of one runner scatter: sigma is the SD of the log of the minutes to numbness between like
 * runs. To see a change that makes it come r times as late takes about
 *   4 + 4 sigma^2 (1.645 + 0.84)^2 / (log r)^2 / (1 - 0.55 c)
 * runs, half with it and half without (80 of 100 trials then show it at 90 %), c being the share of
 * runs that end before numbness comes. It agrees within 3 runs with 1,500 simulated trials a cell up
 * to c = 0.3, and is a few too few at 0.6. With four candidates instead of one, half as many again
 * (18 runs against 12 in replayed trials); in between on a straight line (judgement, class c).
 */
#ifndef FOOTFALL_TRIAL_PLAN_H
#define FOOTFALL_TRIAL_PLAN_H

#include <footfall/logged_run.h>

/* Runs after which a trial that shows nothing yet is told to cannot be settled. */
#define FF_TRIAL_MOST_RUNS 40

/* The scatter of a runner of whom too little is known, and its range (class c: exertional
 * symptoms of other kinds scatter by 0.15 on a treadmill and by 0.3 in the open). */
#define FF_SIGMA_USUAL 0.35
#define FF_SIGMA_LOW   0.20
#define FF_SIGMA_HIGH  0.50

typedef struct ff_trial_plan {
    double sigma;          /* SD of log minutes between like runs that the plan counts on */
    size_t sigma_from;     /* timed onsets it was taken from; 0: FF_SIGMA_USUAL */
    double censored;       /* share of runs that end without numbness, 0 to 0.9 */
    size_t candidates;     /* changes that are tried at once */
    double median_min;     /* usual minutes to numbness; NAN: not known */
    double log_minutes, log_minutes_sd; /* of the runs: mean and SD of the log of their length */
} ff_trial_plan;

/* From the runs so far (count may be 0). Runs without a length or without a word on numbness say
 * nothing; sigma is drawn toward FF_SIGMA_USUAL as if that had been seen in 4 onsets. */
ff_trial_plan ff_trial_plan_of(const ff_logged_run *runs, size_t count, size_t candidates);

/* Runs that a change of that time ratio (> 1) takes to be seen; at least 8, the least a verdict is
 * given on. */
double ff_trial_runs_for(const ff_trial_plan *plan, double time_ratio);

/* The smallest time ratio that is likely to be seen within so many runs (more than 4). */
double ff_trial_ratio_within(const ff_trial_plan *plan, double runs);

#endif
