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

/* What is asked of the table. */
typedef enum ff_fit_kind {
    FF_FIT_MODEL,   /* coefficients of the log of time, or with priors their posterior */
    FF_FIT_CURVE,   /* Kaplan-Meier with limits; Turnbull where a row is known only by a time or between two */
    FF_FIT_COMPARE, /* a log-rank test between the values of a column */
    FF_FIT_COX      /* rate ratios of the columns */
} ff_fit_kind;

typedef struct ff_fit_request {
    const char *path; /* CSV: type (0 right-censored, 1 exact, 2 left-, 3 interval-censored), lo, hi,
                         then a column a covariate */
    ff_fit_kind kind;
    bool as_json;
    const char *law;    /* model: "loglogistic", "lognormal", "weibull" */
    const char *priors; /* model: a JSON file; NULL: maximum likelihood */
    const char *by;     /* compare: the column. curve: a curve for each value of it; NULL: one curve */
    const char *strata; /* compare, Cox: a column within whose values rows are compared; NULL: none */
    bool peto;          /* compare: by Peto and Peto, which looks harder at early times; else log-rank */
    const char *limits; /* curve: "log-log", "log", "plain" */
    int limits_percent; /* curve: how sure the limits are, 1 to 99 */
    const char *ties;   /* Cox: "efron", "breslow", "exact" */
    const char *entry;  /* Cox: a column of times before which a row is not at risk; NULL: none */
} ff_fit_request;

/* Adds to out what is asked for. *finite is false when there is no finite estimate, or nothing to
 * compare; out then says of what. Errors: FF_ERR_NOT_FOUND, FF_ERR_READ, FF_ERR_VALUE (where: the file, a
 * column, or the key of the priors), FF_ERR_JSON, FF_ERR_LIMIT, FF_ERR_MEMORY. */
ff_code ff_fit_file(const ff_context *context, const ff_fit_request *request, ff_text *out,
                    bool *finite, ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
