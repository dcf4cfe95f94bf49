/* A file to its runs: the format is recognised by content, the right reader does the rest. */
#ifndef FOOTFALL_FILES_IMPORT_RUNS_H
#define FOOTFALL_FILES_IMPORT_RUNS_H

#include "base/arena.h"

#include <footfall/bytes.h>
#include <footfall/run.h>

typedef enum ff_file_kind {
    FF_FILE_RUNS,     /* an activity with at least one run in it */
    FF_FILE_NOT_RUNS, /* readable, and holds no run: a ride, a swim, settings, a weight, a picture
                       */
    FF_FILE_FAILED    /* could not be read, or is in a format that may hold a run and is not read */
} ff_file_kind;

typedef struct ff_file_result {
    ff_file_kind kind;
    ff_run_list runs; /* in the arena */
    const char *what; /* plain words for NOT_RUNS: "a bicycle ride", "watch settings" */
    bool as_said;     /* it was read as a run for no other reason than that it is said to be one */
    ff_error damage;  /* code FF_OK, or what is wrong with a file that was read all the same */
} ff_file_result;

/* Where runs go one by one, from a source that may hold thousands (Apple Health's export). The run
 * is borrowed until the call returns; what is not FF_OK ends the reading and is returned by it. */
typedef struct ff_run_sink {
    ff_code (*take)(void *user, const ff_run *run, ff_error *error);
    void *user;
} ff_run_sink;

/* Other files that a source refers to by a path from its own folder ("workout-routes/x.gpx"; a
 * leading '/' means the same). FF_ERR_NOT_FOUND when there is none. *out is to be closed; its
 * memory and name live in the arena. */
typedef struct ff_siblings {
    ff_code (*open)(void *user, const char *path, ff_arena *arena, ff_bytes *out, ff_error *error);
    void *user;
} ff_siblings;

/* Reads bytes; runs and texts live in the arena. Returns FF_OK for the first two kinds (damage
 * may say more), else the error, with kind FF_FILE_FAILED. */
ff_code ff_file_read_runs(const ff_context *context, ff_bytes *bytes, ff_arena *arena,
                          ff_file_result *result, ff_error *error);

/* The same for a recording that somebody who should know calls a run, such as the list of its
 * export: it is one whatever the file says of its sport. Not so the parts of a multisport file. */
ff_code ff_file_read_as_run(const ff_context *context, ff_bytes *bytes, ff_arena *arena,
                            ff_file_result *result, ff_error *error);

#endif
