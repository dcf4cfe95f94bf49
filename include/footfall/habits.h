/* Habits: the six ways to keep numbness away that the founding article names, each as it stands
 * with this runner, by what the runs and the answers tell.
 */
#ifndef FOOTFALL_HABITS_H
#define FOOTFALL_HABITS_H

#include <footfall/assessment.h>
#include <footfall/body.h>
#include <footfall/patterns.h>
#include <footfall/shoe_fit.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_habit_state {
    FF_HABIT_UNKNOWN, /* too little is known */
    FF_HABIT_FITS,
    FF_HABIT_ACT
} ff_habit_state;

const char *ff_habit_state_name(ff_habit_state state); /* "unknown", "fits", "act" */

/* What is known, as far as habits need it. A number that is not known is NAN. */
typedef struct ff_habit_facts {
    const ff_finding_list *findings; /* that count */
    const ff_tried *tried;
    size_t tried_count;
    size_t runs;         /* in the journal */
    size_t said, numb;   /* runs of which it was said whether numbness came; in which it did */
    size_t lacing_said;  /* runs of which the lacing was named */
    size_t stretched;    /* runs on which stretching was said to be different */
    const ff_wear *wear; /* of the shoe in use that was run in last; NULL: there is none */
    bool all_retired;    /* runs name shoes, and none of them is in use */
    const ff_fit_answer *fit; /* of both feet to that shoe; NULL: nothing of either was measured */
    const char *length_words, *width_words; /* what fit-shoe says of the longer foot, and of the
                                               tightest place; NULL: not known */
    const ff_form *form;
    const ff_load_now *load;
    const char *const *lapsed; /* changes (ids of remedies) said of some run, but not of the last
                                  one of which it was said whether numbness came */
    size_t lapsed_count;
    bool numb_in_front; /* at the ball, the toes or between them */
    bool must_be_seen;  /* a red flag */
    bool worsening;     /* the numbness gets worse, as answered or by the runs */
    bool asked;         /* the safety questions, lately */
    ff_triage_level level;
} ff_habit_facts;

#define FF_HABIT_REASONS 6

typedef struct ff_habit_standing {
    const ff_habit *habit;
    ff_habit_state state;
    char *reasons[FF_HABIT_REASONS]; /* the figures and answers it rests on, in words */
    size_t reason_count;
    char *next;        /* a command, without the program's name: "lace" */
    bool trial;        /* a trial of the habit's remedy can tell whether it helps */
    const char *but;   /* what must be minded with it; NULL: nothing */
    double again_days; /* when to look again */
} ff_habit_standing;

#ifdef __cplusplus
}
#endif

#endif
