/* What runs were run with, as rows of the drawing of all runs. */
#ifndef FOOTFALL_APP_ONSET_ROWS_H
#define FOOTFALL_APP_ONSET_ROWS_H

#include "app/app.h"
#include "report/onset_chart.h"

/* Fills rows, row_count and rows_left_out of *request by its runs: a row a shoe and a row a change,
 * those that were used most first. In the arena, which fails when memory is gone. */
void ff_onset_rows(ff_arena *arena, ff_onset_request *request);

/* The drawing as it is, or {"svg", "width", "height", "marks": [{"run", "x", "y"}]}. */
void ff_onset_reply(const ff_text *svg, const ff_onset_marks *marks, ff_format format,
                    ff_reply *reply);

#endif
