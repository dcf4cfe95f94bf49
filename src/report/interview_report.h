/* A step of the interview, for a person and for a program. */
#ifndef FOOTFALL_REPORT_INTERVIEW_REPORT_H
#define FOOTFALL_REPORT_INTERVIEW_REPORT_H

#include <footfall/interview.h>
#include <footfall/text.h>

void ff_report_step_text(const ff_step *step, ff_text *out);

/* A step as one object and a newline: {"step":"checklist","level","flags":[{"id","ask","why"}]},
 * {"step":"age","id","least","most"}, {"step":"sites","id"}, {"step":"question","question":
 * {...}} as in an assessment's "ask", {"step":"page","id","title","why","unticked","lines":[{"id",
 * "line","question","safety"}]}, or {"step":"done"}. */
void ff_report_step_json(const ff_step *step, ff_text *out);

/* How many answers were kept, and how soon to be seen now: {"kept","triage":{...}} as in an
 * assessment, and a newline. */
void ff_report_kept_json(size_t count, const ff_assessment *assessment, ff_text *out);

#endif
