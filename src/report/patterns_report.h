/* What the runs say, in full: when numbness comes, what goes with it and what does not, the way of
 * running, the load and the shoes; as text and as JSON. */
#ifndef FOOTFALL_REPORT_PATTERNS_REPORT_H
#define FOOTFALL_REPORT_PATTERNS_REPORT_H

#include "base/arena.h"
#include "base/json.h"
#include "report/runs_summary.h"

#include <footfall/assessment.h>
#include <footfall/patterns.h>

typedef struct ff_runs_told {
    ff_timing timing;
    ff_patterns patterns;
    ff_form form;
    ff_load_now load;
    ff_wear_list wear;
    ff_finding_list findings; /* all that the runs answer, and why what they do not is left open */
} ff_runs_told;

/* Lines of at most 80 columns. assessment: red flags that are up, and signs of one that the runner
 * is not sure of, stand before everything else. */
void ff_patterns_report_text(const ff_assessment *assessment, const ff_runs_summary *summary,
                             const ff_runs_told *told, const char *program, ff_arena *arena,
                             ff_text *out);
void ff_patterns_report_json(const ff_assessment *assessment, const ff_runs_summary *summary,
                             const ff_runs_told *told, ff_text *out);

/* For a summary beside other things: what goes with numbness, and overstriding. Nothing where there
 * is nothing of either. */
void ff_patterns_in_short_text(const ff_runs_told *told, const char *program, ff_arena *arena,
                               ff_text *out);
/* Members "goes_with" and "overstride" into an open object. */
void ff_patterns_in_short_json(ff_json *json, const ff_runs_told *told);

/* "runs 12, 15 and 3 more" */
const char *ff_run_ids_text(const ff_run_ids *runs, ff_arena *arena);

#endif
