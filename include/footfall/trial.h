/* A trial: whether a change makes numbness come later, told by runs with it and without it in an
 * order that was drawn, so that nothing else moves with the change. */
#ifndef FOOTFALL_TRIAL_H
#define FOOTFALL_TRIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a run without any change is called, wherever the name of a change may stand. */
#define FF_USUAL "usual"

/* With more candidates than this, "none of them helps" can hardly be shown (METHOD of the trial,
 * simulated: with four in 13 of 100 trials, with one in 78). */
#define FF_TRIAL_MOST_CHANGES 4

typedef enum ff_trial_policy {
    FF_TRIAL_INFORMATION, /* the next run is the one that tells most */
    FF_TRIAL_COMFORT      /* the next run is the one that is likely to feel best (Thompson) */
} ff_trial_policy;

const char *ff_trial_policy_name(ff_trial_policy policy); /* "information", "comfort" */
int ff_trial_policy_of_name(const char *name);            /* -1 when there is none */

typedef enum ff_trial_end {
    FF_TRIAL_GOES_ON,
    FF_TRIAL_BY_RUNNER,  /* the runner ended it */
    FF_TRIAL_BY_RED_FLAG /* a sign that a doctor must see came up */
} ff_trial_end;

const char *ff_trial_end_name(ff_trial_end end); /* "goes_on", "runner", "red_flag" */
int ff_trial_end_of_name(const char *name);      /* -1 when there is none */

/* One trial. Texts are borrowed from where it was read. */
typedef struct ff_trial {
    int64_t id;
    const char *changes[FF_TRIAL_MOST_CHANGES]; /* ids of remedies, or words of the runner's own;
                                                   each is tried against FF_USUAL */
    size_t change_count;                        /* 1 to FF_TRIAL_MOST_CHANGES */
    ff_trial_policy policy;
    uint64_t seed; /* of the order that is drawn: the same seed, the same order */
    int64_t started_at_s; /* UTC seconds */
    ff_trial_end end;
    int64_t ended_at_s;   /* 0 while it goes on */
    const char *end_why;  /* in plain words; "" while it goes on, or when nothing was said */
} ff_trial;

typedef struct ff_trial_list {
    ff_trial *items;
    size_t count;
} ff_trial_list;

/* What was drawn for one run, before that run. */
typedef struct ff_trial_draw {
    int64_t id;
    int64_t trial_id;
    const char *arm;    /* one of the changes, or FF_USUAL */
    const char *why;    /* as it was told the runner */
    uint32_t lot;       /* the arms it was drawn from by lot, each with the same chance: bit 0 the usual, bit i its
                           i-th change; 0: not by such a lot */
    bool other_half;    /* nothing was drawn: it is the other one of the pair that the draw before began */
    int64_t drawn_at_s; /* UTC seconds: it is for the first run that starts then or later */
} ff_trial_draw;

typedef struct ff_trial_draw_list {
    ff_trial_draw *items; /* in the order they were drawn */
    size_t count;
} ff_trial_draw_list;

/* The arms of a trial: the usual, then its changes. */
#define FF_ARM_USUAL 0
#define FF_MOST_ARMS (FF_TRIAL_MOST_CHANGES + 1)

typedef enum ff_next_run_reason {
    FF_NEXT_TELLS_MOST, /* it, and perhaps others nearly as telling, from which it was drawn */
    FF_NEXT_NOT_THRICE, /* what tells most was run twice running: it is another's turn */
    FF_NEXT_PAIR,       /* the leading change and the usual, in an order that was drawn */
    FF_NEXT_PAIR_SECOND, /* the other half of such a pair */
    FF_NEXT_COMFORT,    /* likely to feel best, by a draw from what is known (Thompson) */
    FF_NEXT_ONLY_USUAL  /* no change of the trial may be run any more: each does harm */
} ff_next_run_reason;

typedef struct ff_next_run {
    size_t arm;
    ff_next_run_reason reason;
    size_t leader;                    /* the leading change; 0: none leads */
    uint32_t lot;                     /* as that of ff_trial_draw; of one arm only: nothing was left to draw */
    double information[FF_MOST_ARMS]; /* bits that a run with the arm is expected to tell */
} ff_next_run;

#ifdef __cplusplus
}
#endif

#endif
