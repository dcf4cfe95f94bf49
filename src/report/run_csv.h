/* A run's series as CSV, for a spreadsheet: a line of names with their units, then a line a row.
 * Channels that the run does not hold are left out; a value it lacks is an empty cell. */
#ifndef FOOTFALL_REPORT_RUN_CSV_H
#define FOOTFALL_REPORT_RUN_CSV_H

#include <footfall/run.h>
#include <footfall/text.h>

/* Lines end in CR LF, as RFC 4180 has it. */
void ff_run_csv(const ff_run *run, ff_text *out);

#endif
