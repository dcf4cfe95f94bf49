/* A TCX file (Garmin's Training Center, and what Strava, Polar, Suunto and others export so) to its
 * runs.
 */
#ifndef FOOTFALL_FILES_TCX_RUNS_H
#define FOOTFALL_FILES_TCX_RUNS_H

#include "files/import_runs.h"
#include "files/stream.h"

/* One run for each activity of the sport Running, those within a MultiSportSession too. An activity
 * of the sport Other is one when it holds a running cadence at a runner's speed. Courses and
 * workouts are not runs. Fills *result as ff_file_read_runs does; returns likewise; said_run: as
 * ff_file_read_as_run has it. */
ff_code ff_tcx_read_runs(const ff_context *context, ff_stream *stream, bool said_run,
                         ff_arena *arena, ff_file_result *result, ff_error *error);

#endif
