/* A GPX file (1.0 or 1.1, with the extensions of Garmin, Strava, Suunto, Polar, Cluetrust and
 * Apple) to its runs.
 */
#ifndef FOOTFALL_FILES_GPX_RUNS_H
#define FOOTFALL_FILES_GPX_RUNS_H

#include "files/import_runs.h"
#include "files/stream.h"
#include "files/track.h"

/* A segment that begins so long after the one before is a run of its own. Class c: nobody rests so
 * long within one run, and hand-held receivers keep the tracks of several days in one. */
#define FF_GPX_OTHER_RUN_S 28800.0

/* One run for each <trk>. Whether it is one its <type> says, else its name, else its speed (the
 * bounds are in track.h), which is noted on the run. Points without times make no run, nor do
 * waypoints and routes. Fills *result as ff_file_read_runs does; returns likewise; said_run: as
 * ff_file_read_as_run has it. */
ff_code ff_gpx_read_runs(const ff_context *context, ff_stream *stream, bool said_run,
                         ff_arena *arena, ff_file_result *result, ff_error *error);

/* Adds all points of all tracks of a GPX to a track, the first of each segment after_gap: for a
 * source that keeps its positions in such files. FF_ERR_DAMAGED and FF_ERR_TRUNCATED come after
 * what was readable was added. */
ff_code ff_gpx_read_track(const ff_context *context, ff_stream *stream, ff_track *track,
                          ff_error *error);

#endif
