/* One run in full: what it was, its laps, when and where it went numb, and a small chart. */
#ifndef FOOTFALL_REPORT_RUN_SHOW_H
#define FOOTFALL_REPORT_RUN_SHOW_H

#include "report/run_report.h"

/* row: of a run that was read with its series. program: what commands in the text begin with. */
void ff_run_show_text(const ff_run_row *row, const char *program, ff_arena *arena, ff_text *out);

/* What the list's JSON has of the run, plus "laps", "pauses" and "chart". */
void ff_run_show_json(const ff_run_row *row, ff_arena *arena, ff_text *out);

#endif
