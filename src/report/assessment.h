/* An assessment as JSON and as text. */
#ifndef FOOTFALL_REPORT_ASSESSMENT_H
#define FOOTFALL_REPORT_ASSESSMENT_H

#include "base/json.h"

#include <footfall/assessment.h>

/* The members of its JSON into an object that is open and may get more. explain: the cause that is
 * explained in full beside them, or NULL; with it, the assessment must have if_other and
 * if_answered. */
void ff_report_assessment_members(ff_json *json, const ff_knowledge *knowledge,
                                  const ff_assessment *assessment, const ff_cause *explain);
/* How soon to be seen, as one object: {"level","by","checklist_asked","flags":[...]}. */
void ff_report_triage_json(ff_json *json, const ff_assessment *assessment);
/* Lines of at most 80 columns. */
void ff_report_assessment_text(ff_text *text, const ff_knowledge *knowledge,
                               const ff_assessment *assessment);
/* How soon to be seen: what stands on top of every report. */
void ff_report_triage_text(ff_text *text, const ff_assessment *assessment);
/* Only what the red flags say: the level, each flag with what to do, and the signs that the runner
 * is not sure of. */
void ff_report_flags_text(ff_text *text, const ff_assessment *assessment);
/* How soon to be seen, in a sentence: "SEE A DOCTOR TODAY." */
const char *ff_report_headline(const ff_assessment *assessment);
/* "(Because: numb between the legs. Rule rf_saddle, judged S12)" */
void ff_report_flag_because(ff_text *line, const ff_flag_raised *raised);
/* One question as JSON: {"finding","question","options":[{"id","text"}],"why","help","safety"}. */
void ff_report_question_json(ff_json *json, const ff_knowledge *knowledge,
                             const ff_question *question);

#endif
