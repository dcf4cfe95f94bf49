/* A copy or an export that a page brings back. It is put into a journal of its own first: so all that
 * is wrong with it comes out, and what it holds can be told, before anything is done to the runner's. */
#ifndef FOOTFALL_APP_BRING_BACK_H
#define FOOTFALL_APP_BRING_BACK_H

#include "app/restore.h"

/* Puts the file of job into a new journal at aside, and adds what it holds to out as one value:
 * {"kind", "runs", ...}. Errors as of ff_restore_file. */
ff_code ff_bring_back_look(ff_app *app, const ff_restore_job *job, const char *aside, ff_text *out,
                           ff_error *error);

/* Puts back what lies there; name: of the file it came in. FF_ERR_VALUE when the journal is not empty. */
ff_code ff_bring_back(ff_app *app, const char *aside, const char *name, ff_error *error);

#endif
