/* One run as a drawing: pace and cadence over the minutes of running, with its laps, its pauses and
 * where numbness began. */
#ifndef FOOTFALL_REPORT_RUN_CHART_H
#define FOOTFALL_REPORT_RUN_CHART_H

#include "base/arena.h"

#include <footfall/onset.h>
#include <footfall/run.h>
#include <footfall/text.h>

/* run: read with its series. onset: NULL when nothing was said. Where the run holds nothing to draw
 * the drawing says so in words. The arena fails when memory is gone; out likewise. */
void ff_run_chart(const ff_run *run, const ff_onset *onset, ff_arena *arena, ff_text *out);

#endif
