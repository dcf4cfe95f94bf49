/* The journal as bytes, for an answer that is a file (request.h). */
#ifndef FOOTFALL_APP_DATA_H
#define FOOTFALL_APP_DATA_H

#include "app/app.h"

#include <footfall/bytes.h>

/* A copy of the journal, and an export of it as footfall.json, each in a file of the context's
 * scratch folder that goes when the bytes are closed. FF_ERR_USAGE where there is no such folder.
 */
ff_code ff_scratch_folder(const ff_context *context, ff_error *error); /* whether there is one */
ff_code ff_copy_bytes(ff_app *app, ff_bytes *bytes, ff_error *error);
ff_code ff_export_bytes(ff_app *app, ff_bytes *bytes, ff_error *error);

/* How much of each kind a journal holds, as members of an object: "runs", "marked", ... */
ff_code ff_data_counts(ff_journal *journal, ff_json *json, ff_error *error);

#endif
