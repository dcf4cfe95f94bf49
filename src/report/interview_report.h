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

/* How many answers were kept, how soon to be seen now, and where next is not NULL what is asked
 * next: {"kept","triage":{...},"contradictions"} as in an assessment, "next" as in
 * ff_report_step_json, and a newline. */
void ff_report_kept_json(size_t count, const ff_assessment *assessment, const ff_step *next,
                         ff_text *out);

#endif
