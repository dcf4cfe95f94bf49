/* A file to its runs: the format is recognised by content, the right reader does the rest. */
#ifndef FOOTFALL_FILES_IMPORT_RUNS_H
#define FOOTFALL_FILES_IMPORT_RUNS_H

#include "base/arena.h"

#include <footfall/bytes.h>
#include <footfall/run.h>

typedef enum ff_file_kind {
    FF_FILE_RUNS,     /* an activity with at least one run in it */
    FF_FILE_NOT_RUNS, /* readable, and holds no run: a ride, a swim, settings, a weight, a picture */
    FF_FILE_FAILED    /* could not be read, or is in a format that may hold a run and is not read */
} ff_file_kind;

typedef struct ff_file_result {
    ff_file_kind kind;
    ff_run_list runs;    /* in the arena */
    const char *what;    /* plain words for NOT_RUNS: "a bicycle ride", "watch settings" */
    ff_error damage;     /* code FF_OK, or what is wrong with a file that was read all the same */
} ff_file_result;

/* Reads bytes; runs and texts live in the arena. Returns FF_OK for the first two kinds (damage
 * may say more), else the error, with kind FF_FILE_FAILED. */
ff_code ff_file_read_runs(const ff_context *context, ff_bytes *bytes, ff_arena *arena,
                          ff_file_result *result, ff_error *error);

#endif
