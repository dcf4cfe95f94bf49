/* A step of the interview as it is shown in a terminal. */
#ifndef FOOTFALL_REPORT_INTERVIEW_REPORT_H
#define FOOTFALL_REPORT_INTERVIEW_REPORT_H

#include <footfall/interview.h>
#include <footfall/text.h>

void ff_report_step_text(const ff_step *step, ff_text *out);

#endif
