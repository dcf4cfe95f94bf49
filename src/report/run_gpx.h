/* A run as GPX 1.1 with Garmin's TrackPointExtension (heart rate, cadence, temperature), which maps
 * and training sites read. What GPX cannot hold (stance time, power, balance) is left to CSV. */
#ifndef FOOTFALL_REPORT_RUN_GPX_H
#define FOOTFALL_REPORT_RUN_GPX_H

#include <footfall/run.h>
#include <footfall/text.h>

/* A pause ends a segment. False, with nothing added, when the run holds no position. */
bool ff_run_gpx(const ff_run *run, ff_text *out);

#endif
