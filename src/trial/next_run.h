/* Which change to make on the next run.
 *
 * One change at a time, or none: the run whose outcome is expected to tell most about what the
 * change does (mutual information between the explanation and the outcome). In replayed trials with four candidates
 * this is right as often as any plan that mixes changes, and interactions between changes cannot
 * harm it. Those nearly as good are drawn from by lot, so that nothing else goes along with a change;
 * the same is never run more than twice running; and once one change leads, it and the usual come in
 * pairs whose order is drawn.
 *
 * A draw depends on the seed and on how many draws there were before, and on nothing else that is
 * random: the same trial gives the same draws on every machine.
 */
#ifndef FOOTFALL_TRIAL_NEXT_RUN_H
#define FOOTFALL_TRIAL_NEXT_RUN_H

#include <footfall/error.h>
#include <footfall/trial.h>

#include <stdbool.h>

/* Runs nearly as telling as the best one (this share of its information) are drawn from by lot. */
#define FF_NEARLY_AS_TELLING 0.85

/* From this chance of helping on, the leading change and the usual come in pairs. */
#define FF_LEADER_FROM 0.80

/* One explanation of the runs so far, as a fit under it sees the next run. */
typedef struct ff_outlook {
    double weight;               /* its probability; the weights of all need not sum to 1 */
    double mean[FF_MOST_ARMS];   /* of log minutes to numbness on the next run, arm by arm */
    double spread[FF_MOST_ARMS]; /* SD of that: what is not known of it, and one run's own scatter */
    double effect[FF_MOST_ARMS]; /* mean of the log time ratio of the arm against the usual; [0] is 0 */
    double effect_sd[FF_MOST_ARMS];
} ff_outlook;

typedef struct ff_next_run_question {
    const ff_outlook *outlooks;
    size_t outlook_count;
    size_t arm_count;            /* 2 to FF_MOST_ARMS, the usual among them */
    double helps[FF_MOST_ARMS];  /* chance that the arm helps by a tenth, all explanations weighed; [0] is
                                    0 */
    bool barred[FF_MOST_ARMS];   /* the arm is not to be run: it does harm. [0] is false */
    double log_minutes, log_minutes_sd; /* of the runner's own runs: mean and SD of the log */
    const int *before;           /* arms of the runs of the trial so far, the oldest first; -1: none of them */
    size_t before_count;
    ff_trial_policy policy;
    uint64_t seed;
    size_t number; /* of draws before this one */
} ff_next_run_question;

/* Bits that one run of the usual lengths with the arm is expected to tell about which outlook holds. */
double ff_expected_information(const ff_next_run_question *question, size_t arm);

/* The same when the run is planned to take so many minutes. */
double ff_expected_information_of(const ff_next_run_question *question, size_t arm, double minutes);

/* FF_ERR_VALUE: no outlook, no positive weight, or a number of arms that cannot be. */
ff_code ff_choose_next_run(const ff_next_run_question *question, ff_next_run *next, ff_error *error);

#endif
