/* A FIT file to its runs: sessions cut from what was gathered, and what the file says of each. */
#ifndef FOOTFALL_FILES_FIT_RUNS_H
#define FOOTFALL_FILES_FIT_RUNS_H

#include "files/import_runs.h"

/* Reads a FIT file (chained files one after the other). One run for each session of running; for a
 * recording without a session (the watch died) one from its records, when anything says that it
 * is a run. Fills *result as ff_file_read_runs does; returns likewise; said_run: as
 * ff_file_read_as_run has it. */
ff_code ff_fit_read_runs(const ff_context *context, ff_bytes *bytes, bool said_run, ff_arena *arena,
                         ff_file_result *result, ff_error *error);

#endif
