/* What every measure of runs needs: which recordings are runs, how long they took, and a finding. */
#ifndef FOOTFALL_MEASURE_TOLD_H
#define FOOTFALL_MEASURE_TOLD_H

#include <footfall/finding.h>
#include <footfall/logged_run.h>

/* No walk, and nothing else that is known to be no run. */
bool ff_is_run(const ff_run *run);

/* Minutes of running on the watch's timer, else from start to end; NAN: not known. */
double ff_run_minutes(const ff_run *run);

/* What the watch tells of a question; value NULL: nothing, and from says why. Texts are borrowed. */
ff_finding ff_watch_finding(const char *id, const char *value, const char *from, int64_t at_s);

#endif
