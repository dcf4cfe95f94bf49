/* An assessment as JSON and as text. */
#ifndef FOOTFALL_REPORT_ASSESSMENT_H
#define FOOTFALL_REPORT_ASSESSMENT_H

#include "base/json.h"

#include <footfall/assessment.h>

/* One JSON object into an open writer. */
void ff_report_assessment_json(ff_json *json, const ff_knowledge *knowledge,
                               const ff_assessment *assessment);
/* Its members alone, into an object that is open and may get more. */
void ff_report_assessment_members(ff_json *json, const ff_knowledge *knowledge,
                                  const ff_assessment *assessment);
/* How soon to be seen, as one object: {"level","by","checklist_asked","flags":[...]}. */
void ff_report_triage_json(ff_json *json, const ff_assessment *assessment);
/* Lines of at most 80 columns. */
void ff_report_assessment_text(ff_text *text, const ff_knowledge *knowledge,
                               const ff_assessment *assessment);
/* Only what the red flags say: the level, each flag with what to do, and the signs that the runner
 * is not sure of. */
void ff_report_flags_text(ff_text *text, const ff_assessment *assessment);
/* One question as JSON: {"finding","question","options":[{"id","text"}],"why","help","safety"}. */
void ff_report_question_json(ff_json *json, const ff_knowledge *knowledge,
                             const ff_question *question);

#endif
