/* A copy or an export put back, from wherever it lies. */
#ifndef FOOTFALL_APP_RESTORE_H
#define FOOTFALL_APP_RESTORE_H

#include "app/app.h"
#include "app/watch.h"

#include <footfall/bytes.h>

typedef struct ff_restore_job {
    const char *path;
    const char *name;      /* what messages call it */
    const ff_watch *watch; /* NULL: nobody; of a copy it is not told how far it is */
} ff_restore_job;

typedef struct ff_restored {
    bool copy; /* it was a copy, else an export */
    size_t rows;
} ff_restored;

/* As ff_app_restore; FF_ERR_CANCELLED, with the journal as it was, when the watcher stops it. */
ff_code ff_restore_file(ff_app *app, const ff_restore_job *job, ff_restored *restored,
                        ff_error *error);

/* The same of the bytes of an export; *rows is how many rows came back. */
ff_code ff_restore_bytes(ff_app *app, const ff_watch *watch, ff_bytes *bytes, size_t *rows,
                         ff_error *error);

#endif
