/* One run as a drawing: pace and cadence over the minutes of running, with its laps, its pauses and
 * where numbness began. */
#ifndef FOOTFALL_REPORT_RUN_CHART_H
#define FOOTFALL_REPORT_RUN_CHART_H

#include "base/arena.h"

#include <footfall/onset.h>
#include <footfall/run.h>
#include <footfall/text.h>

/* Where the fields lie in the drawing, in its own units, for who puts a handle over it: a moment at
 * t_s seconds of running stands at left + (right - left) * t_s / end_s. */
typedef struct ff_run_frame {
    double width, height;            /* of the whole drawing */
    double left, right, top, bottom; /* of the fields; right is end_s */
    double end_s;                    /* 0: there are no fields, the drawing says why in words */
    double words_y;                  /* the line on which it is written when numbness began */
} ff_run_frame;

/* run: read with its series. onset: NULL when nothing was said. Where the run holds nothing to draw
 * the drawing says so in words. What shows the onset is one group of the class "onset". frame may
 * be NULL. The arena fails when memory is gone; out likewise. */
void ff_run_chart(const ff_run *run, const ff_onset *onset, ff_arena *arena, ff_text *out,
                  ff_run_frame *frame);

#endif
