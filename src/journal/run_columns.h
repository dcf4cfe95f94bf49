/* What the tables run and recording share, in one order for writing and reading. */
#ifndef FOOTFALL_JOURNAL_RUN_COLUMNS_H
#define FOOTFALL_JOURNAL_RUN_COLUMNS_H

#include <footfall/run.h>

#include <assert.h>

/* In the order of the members of ff_run_figures, which holds nothing but doubles. Those of a list
 * stand at the front of a row: what lies behind is not looked at when it is not asked for. */
#define FF_LIST_FIGURE_COLUMNS "duration_s, elapsed_s, moving_s, distance_m"
#define FF_LIST_FIGURE_COUNT   4
#define FF_FIGURE_COLUMNS                                                                          \
    FF_LIST_FIGURE_COLUMNS                                                                         \
    ", ascent_m, descent_m, speed_mps, cadence_spm, stance_time_ms, vertical_oscillation_mm, "     \
    "step_length_mm, balance_left_percent, vertical_ratio_percent, power_w, heart_rate_bpm, "      \
    "temperature_c, outdoor_temperature_c, steps, effort, feel"
#define FF_FIGURE_PARAMETERS "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
#define FF_FIGURE_COUNT      20
static_assert(sizeof(ff_run_figures) == FF_FIGURE_COUNT * sizeof(double),
              "a new figure needs a column: a migration, and its name above");

/* What a run carries besides its id and figures. */
#define FF_RUN_COLUMNS                                                                             \
    "start_s, utc_offset_s, sport, sport_detail, device_maker, device_product, device_serial, "    \
    "device_software, source, format, series_rows, title, comment, " FF_FIGURE_COLUMNS
#define FF_RUN_PARAMETERS   "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " FF_FIGURE_PARAMETERS
#define FF_RUN_FIRST_FIGURE 13 /* place of duration_s in FF_RUN_COLUMNS */
#define FF_RUN_COLUMN_COUNT (FF_RUN_FIRST_FIGURE + FF_FIGURE_COUNT)

/* The time column's name in the series table; the others have their channel's. */
#define FF_TIME_COLUMN "time_s"

#endif
