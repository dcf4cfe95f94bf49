/* From the journal to a trial: runs as the analysis takes them, and what was done on each. */
#ifndef FOOTFALL_APP_TRIAL_RUNS_H
#define FOOTFALL_APP_TRIAL_RUNS_H

#include "app/app.h"
#include "app/history.h"
#include "trial/analyse.h"

/* What is known of what a run was with. */
typedef enum ff_arm_source {
    FF_ARM_SAID,   /* the runner said so */
    FF_ARM_DRAWN,  /* as it was drawn; nobody said otherwise */
    FF_ARM_NOT_SAID /* neither: taken to be as usual */
} ff_arm_source;

typedef struct ff_trial_day {
    const ff_logged_run *logged;
    const ff_trial_draw *draw; /* that was for it, whatever was then run; NULL: none */
    ff_arm_source source;
    int arm;      /* of the trial's arms; -1: something else than one of them */
    bool strange; /* something was different that the trial does not try: neither with its changes nor
                     without is what the run was */
    bool counted; /* in the question: it is said whether the foot went numb, at a time that can be */
} ff_trial_day;

typedef struct ff_trial_runs {
    ff_trial_question question; /* runs, changes; causes are the caller's to add */
    ff_trial_day *days;         /* every run since the trial began, the oldest first */
    size_t day_count;
    const ff_trial_day **counted; /* those that are in the question, in its order */
    const ff_logged_run *before;  /* the runs before the trial, since numbness first began */
    size_t before_count;
    bool waiting; /* the last draw still waits for its run */
} ff_trial_runs;

/* Takes the strange days out of what is counted. */
void ff_trial_runs_drop_strange(ff_trial_runs *runs);

/* Everything in the arena; borrows trial, draws and history. */
ff_code ff_trial_runs_of(ff_arena *arena, const ff_history *history, const ff_trial *trial,
                         const ff_trial_draw_list *draws, ff_trial_runs *runs, ff_error *error);

#endif
