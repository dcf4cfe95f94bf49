/* The network: probabilities of causes given answers, exact by enumeration.
 *
 * A state is a set of contributors with one diagnosis or none. The empty state is "no cause
 * found". docs/reasoning.md has the formulas.
 */
#ifndef FOOTFALL_REASON_NETWORK_H
#define FOOTFALL_REASON_NETWORK_H

#include "reason/chances.h"

#include <footfall/assessment.h>

/* An answer that counts. */
typedef struct ff_answer {
    const ff_fact *fact;
    size_t level;
    bool by_clinician;
    double strength; /* as ff_answer_strength has it */
    const ff_finding *finding;
} ff_answer;

/* What is needed of the answers in a group to tell how far they say the same: their strengths and
 * the squares of these, summed; and how many there are. */
typedef struct ff_overlap {
    double sum, squares;
    size_t answers;
} ff_overlap;

/* What a distribution over the states says. */
typedef struct ff_beliefs {
    double marginal[FF_MOST_CAUSES];    /* one a cause: the chance that it, or a form of it, plays
                                           a part */
    double need[FF_TRIAGE_LEVEL_COUNT]; /* the chance that the soonest level which the causes of the
                                           state call for (`see`) is this one; sums to 1 */
} ff_beliefs;

/* One case, scored. All arrays live in the arena. */
typedef struct ff_network {
    const ff_knowledge *knowledge;
    ff_arena *arena;
    size_t state_count;
    double *log_likelihood; /* one a state, damped, drawing included */
    double *likelihood;     /* the same as a share of the likeliest state's */
    double *drawing;        /* one a state: the drawing's part of log_likelihood */
    double *runs_part;      /* one a state: that of runs with and without changes */
    const ff_runs_evidence *runs; /* NULL: there are none */
    double **group_sum;   /* one a group: undamped log likelihood of its answers, one a state; NULL
                             when it has none */
    ff_overlap *overlaps; /* one a group */
    double *prior;        /* one a state, any scale */
    double *posterior;    /* one a state, sums to 1 */
    double *marginal;     /* one a cause */
    double need[FF_TRIAGE_LEVEL_COUNT]; /* as in ff_beliefs */
    ff_answer *answers;                 /* in the order of the knowledge */
    size_t answer_count;
    ff_sites sites;
    struct ff_workspace *workspace; /* used by all functions below */
} ff_network;

/* What a set of contributors calls for. */
typedef struct ff_set_need {
    ff_triage_level soonest; /* the soonest level any of them calls for */
    double size, needing;    /* how many there are, and how many call for someone */
} ff_set_need;

/* Rows of by_need: one a level of the diagnosis, and one for none. */
enum { FF_NO_DIAGNOSIS = FF_TRIAGE_LEVEL_COUNT, FF_NEED_ROWS };

/* Room for what is worked out in between. */
typedef struct ff_workspace {
    ff_chances chances, others; /* of the answer supposed, and of the one it replaces */
    double *tilted;             /* one a state; see suppose.c */
    const ff_group *tilted_group;
    double tilted_damping;
    double *sets, *by_set; /* one a set of contributors */
    double *by_need;       /* one a row and set */
    ff_set_need *set_need; /* one a set */
} ff_workspace;

/* Scores all answers of a case. */
ff_code ff_network_build(ff_network *network, ff_arena *arena, const ff_knowledge *knowledge,
                         const ff_case *runner, ff_error *error);
/* Whether an answer to this finding, said or implied, is among those scored, or the runs tell the same. */
bool ff_network_counts(const ff_network *network, const ff_fact *fact);

size_t ff_state_count(const ff_knowledge *knowledge);
/* Whether a cause is present in a state. State s holds the contributors of the low bits of s (bit
 * i = contributor i); the rest of s is 0 for no diagnosis, else the diagnosis' number from 1. */
bool ff_state_has(const ff_knowledge *knowledge, size_t state, size_t cause);

/* Prior weight of every state when cause i has prior[i]; the empty state is scaled so that it has
 * the probability prior[no cause]. Weights of the sets of contributors alone go to sets_out. */
void ff_state_weights(const ff_knowledge *knowledge, const double *prior, double *sets_out,
                      double *out);

/* log P(drawing of one foot | one cause alone). The power is taken of each map's likelihood, for it
 * is within a map that regions hang together; the shares of the maps are plain probabilities. */
double ff_cause_sites(const ff_knowledge *knowledge, const ff_cause *cause, uint64_t marked);
/* How much an answer says of the causes, on any scale: the root of the sum of squares of its log
 * likelihood ratios, each weighed by the prior of its cause. */
double ff_answer_strength(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                          bool by_clinician);
/* Adds one answer of this strength. */
ff_overlap ff_overlap_with(ff_overlap overlap, double strength);
/* What the log likelihood of a group is multiplied by: 1/sqrt(k) for k answers that say as much as
 * each other. One that hardly says anything hardly counts: k is the effective number of answers,
 * the square of their summed strengths over the sum of their squares (Kish 1965). 1 for none. */
double ff_damping(ff_overlap overlap);

/* What the states say when state s has weight[s] times its number in chances; returns the sum of
 * these. weight: one a state, any scale. */
double ff_network_beliefs(const ff_network *network, const double *weight,
                          const ff_chances *chances, ff_beliefs *beliefs);
/* Chances of all causes with nothing answered. */
void ff_network_prior(const ff_network *network, ff_beliefs *beliefs);
/* p of every cause with its own prior at one end of its stated bounds and all others at the other
 * end: its own lowest and theirs highest when low, else the reverse. */
void ff_network_prior_ends(const ff_network *network, bool low, double *p);

/* What would be believed if one more question, not answered so far, had this answer: exact, with
 * the damping its group would then have. Returns the chance of the answer, given those so far.
 * The others of its kind below change one answer that was given. None of them changes the network,
 * but for its workspace. */
double ff_network_with_answer(const ff_network *network, const ff_fact *fact, size_t level,
                              bool by_clinician, ff_beliefs *beliefs);
/* answer: its place in network->answers. level: another one of the same finding (or its own), said
 * by the same person. */
void ff_network_with_other_level(const ff_network *network, size_t answer, size_t level,
                                 ff_beliefs *beliefs);
void ff_network_without_answer(const ff_network *network, size_t answer, ff_beliefs *beliefs);
/* As if no run told of a change. */
void ff_network_without_runs(const ff_network *network, ff_beliefs *beliefs);
/* As if neither foot had been drawn. */
void ff_network_without_drawing(const ff_network *network, ff_beliefs *beliefs);

#endif
