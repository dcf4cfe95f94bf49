/* Whether the runs of a trial are such as its figures let expect, in words and as JSON. */
#ifndef FOOTFALL_REPORT_TRIAL_CHECKS_H
#define FOOTFALL_REPORT_TRIAL_CHECKS_H

#include "base/json.h"

#include <footfall/trial_analysis.h>

/* The run that does not fit, with what the others say alone; and what else is not as expected, each in a
 * sentence, or that nothing stands out. numbers: what the runs are called; NULL: 1, 2, ... */
void ff_trial_checks_text(const ff_trial_analysis *analysis, const int64_t *numbers, ff_text *out);

/* What one change comes to without a run: "1.31 times as late (1.05 to 1.66), promising". */
void ff_trial_without_words(const ff_trial_effect *effect, ff_text *line);

/* The members "checks" and "without", and of an odd run "odd_run" and "odd_sd". */
void ff_trial_checks_members(ff_json *json, const ff_trial_analysis *analysis,
                             const int64_t *numbers);

#endif
