/* Picks of what would move one cause most, out of an assessment's other ways. */
#ifndef FOOTFALL_REPORT_PICK_H
#define FOOTFALL_REPORT_PICK_H

#include <footfall/assessment.h>

/* The result of a cause; never NULL for a cause of the knowledge the assessment was made with. */
const ff_cause_result *ff_pick_result(const ff_assessment *assessment, const ff_cause *cause);

/* Of each unanswered finding the answer that would raise the cause most (direction 1) or lower it
 * most (-1); of these the `most` strongest, the strongest first, into picks. Returns how many: an
 * answer that would move the cause the other way or not at all is none of them. */
size_t ff_pick_movers(const ff_assessment *assessment, const ff_cause_result *result, int direction,
                      const ff_otherwise **picks, size_t most);

/* Share of the doubt behind the width of a range, 0 to 1, that is due to the bounds of the priors,
 * and to one answer. Doubts are distances in log odds and add in squares; both ends count. */
double ff_pick_prior_share(const ff_cause_result *result);
double ff_pick_answer_share(const ff_cause_result *result, const ff_evidence *evidence);

/* The evidence of a cause in one row: for, against, hardly either. i is below the count. */
size_t ff_pick_evidence_count(const ff_cause_result *result);
const ff_evidence *ff_pick_evidence(const ff_cause_result *result, size_t i);

/* Whether a way leaves out an answer that has no figures for the cause: so each such answer is
 * met once in if_other. */
bool ff_pick_is_silent(const ff_cause_result *result, const ff_otherwise *way);

/* Whether a number that the cause's probability rests on here names the source. */
bool ff_pick_uses_source(const ff_cause_result *result, const ff_source *source);

#endif
