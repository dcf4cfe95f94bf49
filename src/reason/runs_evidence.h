/* Runs with and without changes as evidence: each cause says how much later numbness would come
 * with each change, and the runs say how much later it came. */
#ifndef FOOTFALL_REASON_RUNS_EVIDENCE_H
#define FOOTFALL_REASON_RUNS_EVIDENCE_H

#include <footfall/assessment.h>

/* Whether the runs tell what this finding asks; runs may be NULL. */
bool ff_runs_tell(const ff_runs_evidence *runs, const ff_fact *fact);

/* log P(runs | state), on any scale, into out: one a state. */
void ff_runs_by_state(const ff_knowledge *knowledge, const ff_runs_evidence *runs, double *out);

#endif
