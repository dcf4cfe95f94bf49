/* The model by maximum likelihood. */
#include "app/fit_words.h"

#include "base/number.h"

#include <math.h>

typedef struct {
    ff_fit_job *job;
    ff_law law;
    ff_aft_fit fit;
    ff_fit_estimates estimates;
} work;

static double scale_of(const work *w) {
    return exp(w->fit.estimate[w->estimates.count - 1]);
}

/* On the time scale, as survreg prints it. */
static double log_likelihood_of(const work *w) {
    return w->fit.log_likelihood - ff_aft_log_jacobian(&w->job->table.data);
}

static void write_json(const work *w) {
    ff_json json;
    ff_json_init(&json, w->job->out);
    ff_json_object(&json);
    if (w->fit.finite) {
        ff_fit_estimates_json(&w->estimates, &json);
        ff_json_result_member(&json, "scale", scale_of(w));
        ff_json_result_member(&json, "loglik", log_likelihood_of(w));
    } else {
        ff_fit_no_estimate_json(&w->estimates, &json);
    }
    ff_json_end_object(&json);
    ff_text_add_char(w->job->out, '\n');
}

static void write_no_estimate(const work *w) {
    ff_fit_no_estimate_text(w->job, &w->estimates,
                            "Give priors (--priors), or leave the column out.");
    if (w->fit.no_estimate[w->estimates.count - 1]) {
        ff_text_add(w->job->out,
                    "The times can be met exactly, so that nothing tells how much they "
                    "scatter.\n");
    }
}

static void write_text(const work *w) {
    ff_fit_describe(w->job, w->law);
    if (!w->fit.finite) {
        write_no_estimate(w);
        return;
    }
    ff_fit_estimates_text(w->job, &w->estimates, "time ratio", 1, w->estimates.count - 1);
    ff_text_addf(w->job->out,
                 "Scale %s, log-likelihood %s. A time ratio of 1.5 is half as late again.\n",
                 FF_FIXED(scale_of(w), 4), FF_FIXED(log_likelihood_of(w), 3));
}

ff_code ff_fit_model(ff_fit_job *job) {
    work w = {.job = job};
    const ff_aft_data *data = &job->table.data;
    const char **names = NULL;
    ff_code code = ff_fit_read_law(job, &w.law);
    if (code == FF_OK) {
        code = ff_fit_parameters(job, "log_scale", &names);
    }
    if (code == FF_OK) {
        code = ff_aft_fit_of(job->arena, data, w.law, NULL, &w.fit, job->error);
    }
    if (code != FF_OK) {
        return code;
    }
    w.estimates = (ff_fit_estimates){.names = names,
                                     .count = FF_AFT_PARAMETERS(data->column_count),
                                     .values = w.fit.estimate,
                                     .covariance = w.fit.covariance,
                                     .none = w.fit.no_estimate};
    job->finite = w.fit.finite;
    (job->request->as_json ? write_json : write_text)(&w);
    return FF_OK;
}
