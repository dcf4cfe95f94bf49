/* fit: one table, and what was asked of it. Each kind of question is answered in a file of its own.
 */
#ifndef FOOTFALL_APP_FIT_JOB_H
#define FOOTFALL_APP_FIT_JOB_H

#include "app/fit_table.h"

#include <footfall/bytes.h>
#include <footfall/fit.h>

typedef struct ff_fit_job {
    ff_arena *arena;
    const ff_fit_request *request;
    ff_fit_table table;
    ff_text *out;
    bool finite; /* there is what was asked for; else out says of what there is none, and why */
    ff_error *error;
} ff_fit_job;

/* As ff_fit_file, with the bytes of the files that the request names; priors NULL: none. */
ff_code ff_fit_bytes(const ff_context *context, const ff_fit_request *request, ff_bytes *table,
                     ff_bytes *priors, ff_text *out, bool *finite, ff_error *error);

/* Each adds its answer to out. Errors as of ff_fit_file. */
ff_code ff_fit_model(ff_fit_job *job);
ff_code ff_fit_posterior(ff_fit_job *job, ff_bytes *priors);
ff_code ff_fit_curve(ff_fit_job *job);
ff_code ff_fit_rank(ff_fit_job *job);
ff_code ff_fit_cox(ff_fit_job *job);

#endif
