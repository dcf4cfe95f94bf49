/* fit --cox: by what factor the columns raise the rate, without a law of the times. */
#include "app/fit_words.h"

#include "base/number.h"
#include "trial/chi_square.h"
#include "trial/cox.h"

#include <math.h>

typedef struct {
    ff_fit_job *job;
    ff_cox_data data;
    ff_cox_fit fit;
    ff_fit_estimates estimates;
} work;

/* ---- JSON ---- */

static void steps_json(const work *w, ff_json *json) {
    ff_json_name(json, "hazard");
    ff_json_array(json);
    for (size_t i = 0; i < w->fit.step_count; i++) {
        ff_json_object(json);
        if (w->data.rows.strata != NULL) {
            ff_json_name(json, "stratum");
            ff_json_number(json, w->fit.steps[i].stratum);
        }
        ff_json_name(json, "time");
        ff_json_number(json, w->fit.steps[i].time);
        ff_json_result_member(json, "hazard", w->fit.steps[i].hazard);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void fit_json(const work *w, ff_json *json) {
    ff_fit_estimates_json(&w->estimates, json);
    ff_json_result_member(json, "loglik", w->fit.log_likelihood);
    ff_json_result_member(json, "loglik_null", w->fit.log_likelihood_null);
    ff_json_result_member(json, "lr_test", w->fit.ratio_test);
    ff_json_result_member(json, "wald_test", w->fit.wald_test);
    ff_json_result_member(json, "score_test", w->fit.score_test);
    steps_json(w, json);
    ff_json_name(json, "residuals");
    ff_json_array(json);
    for (size_t i = 0; i < w->data.rows.count; i++) {
        ff_json_result(json, w->fit.residuals[i]);
    }
    ff_json_end_array(json);
}

static void write_json(const work *w) {
    ff_json json;
    ff_json_init(&json, w->job->out);
    ff_json_object(&json);
    if (w->fit.finite) {
        fit_json(w, &json);
    } else {
        ff_fit_no_estimate_json(&w->estimates, &json);
    }
    ff_json_end_object(&json);
    ff_text_add_char(w->job->out, '\n');
}

/* ---- text ---- */

static void write_text(const work *w) {
    ff_fit_job *job = w->job;
    size_t kinds[FF_KNOWN_KINDS], columns = w->data.column_count;
    ff_fit_count_kinds(&job->table, kinds);
    ff_text_addf(job->out, "Cox regression of %zu row%s, in %zu of which it began.\n",
                 w->data.rows.count, w->data.rows.count == 1 ? "" : "s", kinds[FF_KNOWN_AT]);
    if (!w->fit.finite) {
        ff_fit_no_estimate_text(job, &w->estimates, "Leave the column out.");
        return;
    }
    ff_fit_estimates_text(job, &w->estimates, "rate ratio", 0, columns);
    ff_text_addf(
        job->out,
        "All columns together: chi-square %s, %zu degree%s of freedom, p = %s. A rate ratio "
        "above 1 is sooner; how many minutes sooner it does not say (leave out --cox for "
        "that).\n",
        FF_FIXED(w->fit.ratio_test, 3), columns, columns == 1 ? "" : "s",
        FF_FIXED(ff_chi_square_tail(fmax(0, w->fit.ratio_test), columns), 4));
}

/* ---- what was asked ---- */

/* A column that says something else than what moves the rate. */
static ff_code find(ff_fit_job *job, const char *name, const double **column) {
    *column = name != NULL ? ff_fit_table_column(&job->table, name, job->error) : NULL;
    return name == NULL || *column != NULL ? FF_OK : FF_ERR_VALUE;
}

static ff_code take_out(ff_fit_job *job, const char *name) {
    return name == NULL ? FF_OK : ff_fit_table_drop(job->arena, &job->table, name, job->error);
}

static ff_code check(const work *w) {
    const ff_fit_job *job = w->job;
    if (w->data.column_count == 0) {
        return ff_fail(job->error, FF_ERR_VALUE, job->table.file, FF_NO_OFFSET,
                       "it has no column whose rate ratio could be found");
    }
    for (size_t i = 0; i < w->data.rows.count && w->data.entries != NULL; i++) {
        if (!(w->data.entries[i] < w->data.rows.times[i])) {
            return ff_fail(job->error, FF_ERR_VALUE, job->table.file, FF_NO_OFFSET,
                           "row %zu below the names, %s: it must be less than lo", i + 1,
                           job->request->entry);
        }
    }
    return FF_OK;
}

static ff_code read_request(work *w) {
    static const char *const ties[] = {"efron", "breslow", "exact", NULL};
    ff_fit_job *job = w->job;
    int chosen;
    ff_code code = ff_fit_choose(job, "ties", job->request->ties, ties, &chosen);
    if (code == FF_OK) {
        code = find(job, job->request->strata, &w->data.rows.strata);
    }
    if (code == FF_OK) {
        code = find(job, job->request->entry, &w->data.entries);
    }
    if (code == FF_OK) {
        code = take_out(job, job->request->strata);
    }
    if (code == FF_OK) {
        code = take_out(job, job->request->entry);
    }
    if (code != FF_OK) {
        return code;
    }
    w->data.ties = (ff_cox_ties)chosen;
    w->data.rows.count = job->table.data.count;
    w->data.rows.times = job->table.data.low;
    w->data.rows.kinds = job->table.data.kinds;
    w->data.column_count = job->table.data.column_count;
    w->data.columns = job->table.data.columns;
    return check(w);
}

ff_code ff_fit_cox(ff_fit_job *job) {
    work w = {.job = job};
    ff_code code = read_request(&w);
    if (code == FF_OK) {
        code = ff_cox_fit_of(job->arena, &w.data, &w.fit, job->error);
    }
    if (code != FF_OK) {
        return code;
    }
    w.estimates = (ff_fit_estimates){.names = job->table.names,
                                     .count = w.data.column_count,
                                     .values = w.fit.estimate,
                                     .covariance = w.fit.covariance,
                                     .none = w.fit.no_estimate};
    job->finite = w.fit.finite;
    (job->request->as_json ? write_json : write_text)(&w);
    return FF_OK;
}
