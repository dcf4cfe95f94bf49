/* The journal as bytes, for an answer that is a file (request.h). */
#ifndef FOOTFALL_APP_DATA_H
#define FOOTFALL_APP_DATA_H

#include "app/watch.h"
#include "app/app.h"

#include <footfall/bytes.h>

/* A copy of the journal, in a file of the context's scratch folder that goes when the bytes are closed.
 * FF_ERR_USAGE where there is no such folder. */
ff_code ff_scratch_folder(const ff_context *context, ff_error *error); /* whether there is one */
ff_code ff_copy_bytes(ff_app *app, ff_bytes *bytes, ff_error *error);

/* A part of an export as one file: footfall.json, or a zip of what the folder csv/ or gpx/ would hold. */
typedef struct ff_export_job {
    ff_journal *journal;   /* whence: the app's, or another way to it */
    unsigned part;         /* FF_EXPORT_JSON, FF_EXPORT_CSV or FF_EXPORT_GPX */
    const ff_watch *watch; /* NULL: nobody */
} ff_export_job;

/* As ff_copy_bytes. *files: how many files are in the zip, of footfall.json how many rows. FF_ERR_LIMIT: a
 * zip does not hold so much; FF_ERR_CANCELLED. */
ff_code ff_export_file(ff_app *app, const ff_export_job *job, ff_bytes *bytes, size_t *files,
                       ff_error *error);

/* How much of each kind a journal holds, as members of an object: "runs", "marked", ... */
ff_code ff_data_counts(ff_journal *journal, ff_json *json, ff_error *error);

#endif
