/* What the fits of a table have to say in common. */
#ifndef FOOTFALL_APP_FIT_WORDS_H
#define FOOTFALL_APP_FIT_WORDS_H

#include "app/fit_job.h"
#include "base/json.h"
#include "trial/law.h"

/* Estimates of a fit, count of them. */
typedef struct ff_fit_estimates {
    const char *const *names;
    size_t count;
    const double *values;
    const double *covariance; /* count x count */
    const bool *none;         /* per estimate: there is no finite one */
} ff_fit_estimates;

double ff_fit_error_of(const ff_fit_estimates *e, size_t which); /* standard error */

/* Members coef and se, or no_finite_estimate. */
void ff_fit_estimates_json(const ff_fit_estimates *e, ff_json *json);
void ff_fit_no_estimate_json(const ff_fit_estimates *e, ff_json *json);

/* A row an estimate, with e to its power and the limits of that, called ratio, for those from
 * first up to (not with) end. */
void ff_fit_estimates_text(ff_fit_job *job, const ff_fit_estimates *e, const char *ratio,
                           size_t first, size_t end);

/* That there is none, and what is missing. */
void ff_fit_no_estimate_text(ff_fit_job *job, const ff_fit_estimates *e, const char *advice);

/* The names of the model's parameters, the last of which is called so. FF_ERR_VALUE: the table has a
 * column of the name of one that is not of its columns. */
ff_code ff_fit_parameters(ff_fit_job *job, const char *last, const char ***names);

ff_code ff_fit_read_law(const ff_fit_job *job, ff_law *law);

/* The model, and what its rows tell. */
void ff_fit_describe(ff_fit_job *job, ff_law law);

void ff_fit_count_kinds(const ff_fit_table *table, size_t counts[FF_KNOWN_KINDS]);

/* Which of the names (NULL behind the last) it is; refuses others, and says what it must be. */
ff_code ff_fit_choose(const ff_fit_job *job, const char *option, const char *given,
                      const char *const *names, int *choice);

#endif
