/* An export that a page has made, a slice at a time, and then takes as one file. It is read by a
 * way of its own into the journal, as it was when it began, while others read and write. One at a
 * time: who begins another lets go of it. */
#ifndef FOOTFALL_APP_OUTGOING_H
#define FOOTFALL_APP_OUTGOING_H

#include "app/app.h"

#include <footfall/bytes.h>

/* "json", "csv" or "gpx". FF_ERR_VALUE: another kind; errors of opening the journal. */
ff_code ff_outgoing_begin(ff_app *app, const char *kind, ff_error *error);

/* FF_ERR_VALUE when it is not that one. */
ff_code ff_outgoing_check(const ff_app *app, int64_t number, ff_error *error);

/* Works on it for a tenth of a second. What goes wrong is its end: FF_ERR_LIMIT, FF_ERR_DISK_FULL
 * and others as of ff_export_file. */
ff_code ff_outgoing_step(ff_app *app, ff_error *error);

/* Hands over the file, once. FF_ERR_USAGE while it is not made. */
ff_code ff_outgoing_take(ff_app *app, ff_bytes *bytes, ff_error *error);

/* Adds {"export", "kind", "state", ...}; {"state": "none"} when there is none. */
void ff_outgoing_tell(const ff_app *app, ff_text *out);

void ff_outgoing_close(ff_app *app);

#endif
