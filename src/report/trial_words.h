/* Words that the reports on trials share. */
#ifndef FOOTFALL_REPORT_TRIAL_WORDS_H
#define FOOTFALL_REPORT_TRIAL_WORDS_H

#include "base/json.h"

#include <footfall/trial_analysis.h>

/* The plain name of a change; a word of the runner's own is its own name. */
const char *ff_change_name(const char *change);

const char *ff_verdict_words(ff_verdict verdict);

/* What a run of the analysis is called; numbers NULL: 1, 2, ... */
int64_t ff_run_number(const int64_t *numbers, size_t run);

/* The line as a paragraph, indented; it is emptied. */
void ff_trial_paragraph(ff_text *line, ff_text *out);

/* The line as a member, without the space behind its last sentence; nothing when it is empty. It is emptied. */
void ff_trial_words_member(ff_json *json, const char *name, ff_text *line);

#endif
