/* What the probabilities rest on: ranges, evidence for and against, and how soon to be seen. */
#ifndef FOOTFALL_REASON_EXPLAIN_H
#define FOOTFALL_REASON_EXPLAIN_H

#include "reason/network.h"

/* Every cause that is no form of another, the likeliest first, with its range and its evidence, into
 * the arena; NULL, and none, when memory is gone. */
ff_cause_result *ff_explain_causes(const ff_network *network, size_t *count);

/* results: those of ff_explain_causes. */
ff_runs_speak ff_explain_runs(const ff_network *network, const ff_cause_result *results,
                              size_t count);

/* The form of a cause that fits best, or the cause itself. marginal: one a cause; that of a cause
 * holds those of its forms. */
const ff_cause *ff_best_form(const ff_knowledge *knowledge, const double *marginal,
                             const ff_cause *cause);

/* The level that the causes alone call for. need: as in ff_beliefs. */
ff_triage_level ff_level_of_need(const ff_knowledge *knowledge, const double *need);

/* Share of the chances used that is judgement (class c), 0 to 1; NAN when nothing was answered. */
double ff_class_c_share(const ff_network *network);

#endif
