/* Answers that cannot both be true, as JSON and as text. */
#ifndef FOOTFALL_REPORT_CONTRADICTIONS_H
#define FOOTFALL_REPORT_CONTRADICTIONS_H

#include "base/json.h"

#include <footfall/assessment.h>

/* [{"id","between":[ids],"says","do","counts","left_out":[ids]}] into an open writer. */
void ff_report_contradictions_json(ff_json *json, const ff_assessment *assessment);
/* Lines of at most 80 columns; nothing when there are none. */
void ff_report_contradictions_text(ff_text *text, const ff_assessment *assessment);

#endif
