/* A trial and its verdict, in words and as JSON. */
#ifndef FOOTFALL_REPORT_TRIAL_REPORT_H
#define FOOTFALL_REPORT_TRIAL_REPORT_H

#include "base/json.h"

#include <footfall/knowledge.h>
#include <footfall/trial.h>
#include <footfall/trial_analysis.h>

/* What to do on the next run: changes are those of the trial (arm i > 0 is changes[i - 1]). */
typedef struct ff_next_run_report {
    const char *const *changes;
    size_t change_count;
    const ff_next_run *next;
} ff_next_run_report;

/* "Run as usual.", "Loosen the laces ...", and why, one sentence each. */
void ff_next_run_text(const ff_next_run_report *report, ff_text *out);
/* The members "change" (an id, or "usual") and "why". */
void ff_next_run_members(ff_json *json, const ff_next_run_report *report);

/* The members "changes", "causes" and "khat"; the other figures of the analysis beside them. */
void ff_trial_members(ff_json *json, const ff_trial_analysis *analysis);

/* What each change did, how sure that is, and what is wrong with the evidence. */
void ff_trial_effects_text(const ff_trial_analysis *analysis, ff_text *out);

/* Which causes the runs speak for, against "other". Nothing when they hardly speak. */
void ff_trial_causes_text(const ff_trial_analysis *analysis, ff_text *out);

#endif
