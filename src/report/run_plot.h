/* A run's pace over its minutes as a chart of characters, for a terminal of any kind: ASCII only.
 */
#ifndef FOOTFALL_REPORT_RUN_PLOT_H
#define FOOTFALL_REPORT_RUN_PLOT_H

#include "base/arena.h"

#include <footfall/onset.h>
#include <footfall/run.h>
#include <footfall/text.h>

/* Under the chart stand a row for the laps and one for numbness, where there are any. onset: NULL
 * when nothing was said. Says in words when there is no pace to draw. */
void ff_run_plot_text(const ff_run *run, const ff_onset *onset, ff_arena *arena, ff_text *out);

/* Why there is no chart of pace, as a sentence without a full stop. */
const char *ff_no_pace_words(const ff_run *run);

#endif
