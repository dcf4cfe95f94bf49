/* The network: probabilities of causes given answers, exact by enumeration.
 *
 * A state is a set of contributors with one diagnosis or none. The empty state is "no cause
 * found". docs/reasoning.md has the formulas.
 */
#ifndef FOOTFALL_REASON_NETWORK_H
#define FOOTFALL_REASON_NETWORK_H

#include "base/arena.h"

#include <footfall/assessment.h>

/* An answer that counts. */
typedef struct ff_answer {
    const ff_fact *fact;
    size_t level;
    bool by_clinician;
    const ff_finding *finding;
} ff_answer;

/* One case, scored. All arrays live in the arena. */
typedef struct ff_network {
    const ff_knowledge *knowledge;
    ff_arena *arena;
    size_t state_count;
    double *log_prior;      /* one a state, at the stated priors */
    double *log_likelihood; /* one a state, damped, drawing included */
    double *group_sum;      /* state_count a group: undamped log likelihood of its answers */
    size_t *group_answers;  /* answers in each group */
    double *posterior;      /* one a state, sums to 1 */
    double *marginal;       /* one a cause */
    double *scratch;        /* one a state, free for use */
    ff_answer *answers;     /* in the order of the knowledge */
    size_t answer_count;
    ff_sites sites;
} ff_network;

/* Scores all answers of a case. */
ff_code ff_network_build(ff_network *network, ff_arena *arena, const ff_knowledge *knowledge,
                         const ff_case *runner, ff_error *error);

size_t ff_state_count(const ff_knowledge *knowledge);
/* Whether a cause is present in a state. State s holds the contributors of the low bits of s (bit
 * i = contributor i); the rest of s is 0 for no diagnosis, else the diagnosis' number from 1. */
bool ff_state_has(const ff_knowledge *knowledge, size_t state, size_t cause);

/* P(level | state) of one finding, for every state. */
void ff_fact_states(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                    bool by_clinician, double *out);
/* P(level | one cause alone), discounted when the figures are a clinician's and none tested. */
double ff_cause_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                           bool by_clinician, const ff_cause *cause);
double ff_background_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                                bool by_clinician);
/* log P(drawing of one foot | one cause alone). The power is taken of each map's likelihood, for it
 * is within a map that regions hang together; the shares of the maps are plain probabilities. */
double ff_cause_sites(const ff_knowledge *knowledge, const ff_cause *cause, uint64_t marked);
/* What the log likelihood of a group with so many answers is multiplied by: 1/sqrt(answers). */
double ff_damping(size_t answers);

/* log prior of every state when cause i has prior[i]; the empty state is scaled so that it has
 * the probability prior[no cause]. out has one place a state. */
void ff_state_priors(const ff_knowledge *knowledge, const double *prior, double *out);

/* Posterior of states and marginals of causes from log prior and log likelihood (NULL: none). */
void ff_states_normalise(const ff_knowledge *knowledge, const double *log_prior,
                         const double *log_likelihood, double *posterior, double *marginal);

#endif
