/* All runs as a drawing: after how many minutes numbness began, run by run over the dates. */
#ifndef FOOTFALL_REPORT_ONSET_CHART_H
#define FOOTFALL_REPORT_ONSET_CHART_H

#include "base/arena.h"

#include <footfall/logged_run.h>
#include <footfall/text.h>

/* A filled dot where numbness began, a bar where it lies between two times, an open triangle that
 * points up at the length of a run in which it did not come. Runs of which nothing was said, or
 * that have no length, are left out; with none left the drawing says so in words. runs: in any
 * order, without series. */
void ff_onset_chart(const ff_logged_run *runs, size_t count, ff_arena *arena, ff_text *out);

#endif
