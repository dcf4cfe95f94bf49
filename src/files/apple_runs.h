/* Apple Health's export.xml: the runs in it.
 *
 * The file is read once from front to back, whatever its size, in constant memory: measurements
 * come first and are held (apple_store.h), the workouts come behind them and are handed out one by
 * one as they end. Where there are more measurements than are held, all are let go of, and the file
 * is read again, as often as needed, for those within the runs that are known by then: at least
 * half as many runs at a time as fit. Memory of the whole: FF_APPLE_MOST_SAMPLES of 12 bytes, and
 * what one run takes, together below 200 MB (measured in bench/bench_apple.c).
 *
 * What is read: workouts of the kind running. Each is a recording of its own, also where several
 * apps told Apple Health of one run; run.source names the export, which of its workouts it is, and
 * who told it. What is not: the humidity of the weather (a run has no place for it), and segments
 * (see apple_workout.h).
 */
#ifndef FOOTFALL_FILES_APPLE_RUNS_H
#define FOOTFALL_FILES_APPLE_RUNS_H

#include "files/import_runs.h"
#include "files/stream.h"

/* More is refused with FF_ERR_LIMIT: running workouts, and places at which an export is broken. */
#define FF_APPLE_MOST_WORKOUTS 200000u
#define FF_APPLE_MOST_BREAKS   10000u

typedef struct ff_apple_export {
    /* Opens the export from its beginning. Called again, after the stream was closed, where it must
     * be read more than once. */
    ff_code (*open)(void *user, ff_stream *stream, ff_error *error);
    void *user;
    const ff_siblings *siblings; /* for route files; NULL: there are none */
    size_t most_samples;         /* 0: FF_APPLE_MOST_SAMPLES */
} ff_apple_export;

/* Hands each run to the sink; result->runs stays empty. result->kind is FF_FILE_RUNS when there was
 * one. An export that is broken is read on behind the break, and result->damage says where the
 * first one is; it fails only when it breaks off before any run was told. What the sink or the
 * context ends is returned. */
ff_code ff_apple_read_runs(const ff_context *context, const ff_apple_export *export,
                           const ff_run_sink *sink, ff_file_result *result, ff_error *error);

#endif
