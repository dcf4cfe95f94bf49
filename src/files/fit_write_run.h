/* A run to the bytes of a FIT activity file.
 *
 * Written as a watch writes it: file id, device, timer events, records, laps where they ended,
 * session, activity. Columns that FIT has no native field for (foot pods, Stryd, RunScribe) go in
 * as developer fields named after the channel (see run.h), so nothing of a run is lost but what
 * FIT cannot hold: times are rounded to whole seconds, figures to the resolution of their field.
 */
#ifndef FOOTFALL_FILES_FIT_WRITE_RUN_H
#define FOOTFALL_FILES_FIT_WRITE_RUN_H

#include <footfall/run.h>
#include <footfall/text.h>

/* Adds one whole FIT file to *out. A run without laps gets one lap. Errors: FF_ERR_MEMORY;
 * FF_ERR_VALUE when the run lies outside the dates that
 * FIT can tell from relative times (July 1998 to 2126). */
ff_code ff_fit_write_run(const ff_run *run, ff_text *out, ff_error *error);

#endif
