/* Survival fits of a table of times: for checking footfall's own figures, and for those who want the
 * plain ones. Nothing is remembered. */
#ifndef FOOTFALL_FIT_H
#define FOOTFALL_FIT_H

#include <footfall/context.h>
#include <footfall/text.h>

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Rows and numbers beyond which a table is refused. */
#define FF_FIT_MOST_ROWS    10000000u
#define FF_FIT_MOST_NUMBERS 60000000u

typedef struct ff_fit_request {
    const char *path;   /* CSV: type (0 right-censored, 1 exact, 2 left-, 3 interval-censored), lo, hi,
                           then a column a covariate */
    const char *law;    /* "loglogistic", "lognormal", "weibull" */
    const char *priors; /* a JSON file; NULL: maximum likelihood */
    bool as_json;
} ff_fit_request;

/* Adds to out the coefficients with their standard errors, or with priors the posterior. *finite is false
 * when there is no finite estimate; out then says of what. Errors: FF_ERR_NOT_FOUND, FF_ERR_READ, FF_ERR_VALUE
 * (where: the file, or the key of the priors), FF_ERR_JSON, FF_ERR_LIMIT, FF_ERR_MEMORY. */
ff_code ff_fit_file(const ff_context *context, const ff_fit_request *request, ff_text *out,
                    bool *finite, ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
