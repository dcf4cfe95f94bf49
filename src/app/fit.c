/* fit: survival models and curves of a table, from its file or its bytes. */
#include <footfall/fit.h>

#include "app/fit_job.h"

static ff_code answer(ff_fit_job *job, ff_bytes *table, ff_bytes *priors) {
    ff_code code =
        ff_fit_table_read(job->arena, table, job->request->kind, &job->table, job->error);
    if (code != FF_OK) {
        return code;
    }
    switch (job->request->kind) {
    case FF_FIT_CURVE:
        return ff_fit_curve(job);
    case FF_FIT_COMPARE:
        return ff_fit_rank(job);
    case FF_FIT_COX:
        return ff_fit_cox(job);
    default:
        return priors == NULL ? ff_fit_model(job) : ff_fit_posterior(job, priors);
    }
}

ff_code ff_fit_bytes(const ff_context *context, const ff_fit_request *request, ff_bytes *table,
                     ff_bytes *priors, ff_text *out, bool *finite, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    ff_fit_job job = {
        .arena = &arena, .request = request, .error = error, .out = out, .finite = true};
    ff_code code = answer(&job, table, priors);
    *finite = job.finite;
    code = code == FF_OK ? ff_arena_check(&arena, error) : code;
    ff_arena_free(&arena);
    return code == FF_OK ? ff_text_check(out, error) : code;
}

static ff_code open_priors(const ff_context *context, const ff_fit_request *request,
                           ff_bytes *table, ff_text *out, bool *finite, ff_error *error) {
    if (request->kind != FF_FIT_MODEL || request->priors == NULL) {
        return ff_fit_bytes(context, request, table, NULL, out, finite, error);
    }
    ff_bytes priors;
    ff_code code = ff_bytes_of_file(&priors, request->priors, error);
    if (code == FF_OK) {
        code = ff_fit_bytes(context, request, table, &priors, out, finite, error);
        ff_bytes_close(&priors);
    }
    return code;
}

ff_code ff_fit_file(const ff_context *context, const ff_fit_request *request, ff_text *out,
                    bool *finite, ff_error *error) {
    ff_bytes table;
    ff_code code = ff_bytes_of_file(&table, request->path, error);
    if (code == FF_OK) {
        code = open_priors(context, request, &table, out, finite, error);
        ff_bytes_close(&table);
    }
    return code;
}
