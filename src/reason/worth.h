/* What an answer more would change: the worth of questions.
 *
 * docs/reasoning.md, "The next question", has the formulas.
 */
#ifndef FOOTFALL_REASON_WORTH_H
#define FOOTFALL_REASON_WORTH_H

#include "reason/network.h"

/* The advice as it stands, which questions are weighed against. */
typedef struct ff_standing {
    const ff_network *network;
    const ff_case *runner;
    const ff_assessment *assessment;
    size_t leader;           /* index of the first cause */
    const ff_remedy *remedy; /* the first thing to try; NULL: none */
    bool worsening;
} ff_standing;

/* What one question is expected to change. */
typedef struct ff_worth {
    double bits;       /* expected fall in the entropy of the causes */
    double levels;     /* expected number of levels by which the triage moves */
    double remedy;     /* chance that another thing comes first to try */
    double leader;     /* chance that another cause leads */
    double movement;   /* expected squares of the moves of all causes' probabilities, summed */
    bool matters;      /* an answer likely enough changes one of these three alone */
    size_t rival;      /* the cause whose distance to the first it is expected to move most */
    double *distances; /* one a cause: expected square of the move of its distance to the first */
    double value;      /* weighted sum, a second of the runner's time */
    double seconds;    /* that time */
} ff_worth;

/* The index of the likeliest cause. marginal: one a cause. */
size_t ff_leader_of(const ff_knowledge *knowledge, const double *marginal);

ff_standing ff_standing_of(const ff_network *network, const ff_case *runner,
                           const ff_assessment *assessment);

/* Weighs one question that was not answered. flag: one that its answers in `levels` (bit i is level
 * i) would raise; NULL for none. worth->distances must have room for every cause. */
void ff_worth_of(const ff_standing *standing, const ff_fact *fact, const ff_flag *flag,
                 uint64_t levels, ff_worth *worth);

/* What a page of lines is expected to change: theirs added up, which for moves holds while answers
 * hardly overlap. It matters when a line does. Add the lines one after another to a page that is all
 * 0, then ask for its value. page->distances must have room for every cause. */
void ff_worth_add_line(const ff_standing *standing, const ff_fact *fact, const ff_worth *line,
                       ff_worth *page);
void ff_worth_value_page(const ff_standing *standing, ff_worth *page);

/* Marks as mattering the questions that only together would let another cause lead. */
void ff_worth_together(const ff_standing *standing, ff_worth *worths, size_t count);

#endif
