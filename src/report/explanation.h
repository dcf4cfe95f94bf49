/* One cause explained: what speaks for and against it, what each answer made of it, and what would
 * change it. */
#ifndef FOOTFALL_REPORT_EXPLANATION_H
#define FOOTFALL_REPORT_EXPLANATION_H

#include "base/json.h"

#include <footfall/assessment.h>

/* The assessment must have been made with its explanation (if_other, if_answered). */

/* Lines of at most 80 columns; red flags on top. In an emergency nothing but them. */
void ff_report_explanation_text(ff_text *text, const ff_knowledge *knowledge,
                                const ff_assessment *assessment, const ff_cause *cause);

/* Members into a cause's open object: "stated_prior", "hardly", "range", "raise", "lower", these
 * two with up to `most` items. */
void ff_report_explanation_members(ff_json *json, const ff_assessment *assessment,
                                   const ff_cause_result *result, size_t most);

/* Members into the open object of a cause explained: "otherwise", "silent", "sources". */
void ff_report_explanation_more(ff_json *json, const ff_knowledge *knowledge,
                                const ff_assessment *assessment, const ff_cause_result *result);

/* An array: what all causes would be, had each answer been another: [{"finding","was","answer",
 * "leads","p":[...]}], p in the order of the assessment's causes. */
void ff_report_otherwise_json(ff_json *json, const ff_assessment *assessment);

#endif
