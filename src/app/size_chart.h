/* A brand's own chart of sizes, from a small CSV file. */
#ifndef FOOTFALL_APP_SIZE_CHART_H
#define FOOTFALL_APP_SIZE_CHART_H

#include "report/size_report.h"

#include <footfall/bytes.h>

#define FF_CHART_MOST_ROWS  200
#define FF_CHART_MOST_BYTES 65536
#define FF_CHART_MOST_LABEL 24

/* Columns cm and label, in this order, the centimetres rising from row to row, 8 to 40. Everything
 * in the arena; the rows around the foot are found, and how the labels stand to the line of system
 * (-1: not looked at) where they are numbers. FF_ERR_VALUE names the line; FF_ERR_LIMIT. */
ff_code ff_size_chart_read(ff_arena *arena, ff_bytes *bytes, double foot_mm, int system,
                           ff_size_chart *chart, ff_error *error);

#endif
