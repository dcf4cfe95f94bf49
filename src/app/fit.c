/* fit: the survival model of a table, by maximum likelihood or with priors. */
#include <footfall/fit.h>

#include <footfall/bytes.h>

#include "app/fit_table.h"
#include "app/refuse.h"
#include "base/json.h"
#include "base/number.h"
#include "report/table.h"
#include "trial/posterior.h"

#include <jansson.h>

#include <math.h>
#include <string.h>

#define INTERCEPT "(Intercept)"
#define LOG_SCALE "log_scale" /* as survreg and the reference posteriors call the last parameter */
#define LOG_SIGMA "log_sigma"
#define SHOE      "shoe"

typedef struct {
    ff_arena *arena;
    const ff_fit_request *request;
    ff_error *error;
    ff_text *out;
    bool finite;
    ff_fit_table table;
    ff_law law;
} work;

static size_t parameters(const work *w) {
    return FF_AFT_PARAMETERS(w->table.data.column_count);
}

static const char *name_of(const work *w, size_t parameter) {
    return parameter == 0                   ? INTERCEPT
           : parameter + 1 == parameters(w) ? (w->request->priors != NULL ? LOG_SIGMA : LOG_SCALE)
                                            : w->table.names[parameter - 1];
}

/* ---- maximum likelihood ---- */

static void no_estimate_json(const work *w, const ff_aft_fit *fit, ff_json *json) {
    ff_json_name(json, "no_finite_estimate");
    ff_json_array(json);
    for (size_t j = 0; j < parameters(w); j++) {
        if (fit->no_estimate[j]) {
            ff_json_text(json, name_of(w, j));
        }
    }
    ff_json_end_array(json);
}

static void fit_json(const work *w, const ff_aft_fit *fit, ff_json *json) {
    size_t p = parameters(w);
    ff_json_name(json, "coef");
    ff_json_object(json);
    for (size_t j = 0; j < p; j++) {
        ff_json_result_member(json, name_of(w, j), fit->estimate[j]);
    }
    ff_json_end_object(json);
    ff_json_name(json, "se");
    ff_json_object(json);
    for (size_t j = 0; j < p; j++) {
        ff_json_result_member(json, name_of(w, j), sqrt(fit->covariance[j * p + j]));
    }
    ff_json_end_object(json);
    ff_json_result_member(json, "scale", exp(fit->estimate[p - 1]));
    ff_json_result_member(json, "loglik",
                          fit->log_likelihood - ff_aft_log_jacobian(&w->table.data));
}

static void write_fit_json(const work *w, const ff_aft_fit *fit) {
    ff_json json;
    ff_json_init(&json, w->out);
    ff_json_object(&json);
    fit->finite ? fit_json(w, fit, &json) : no_estimate_json(w, fit, &json);
    ff_json_end_object(&json);
    ff_text_add_char(w->out, '\n');
}

static void describe_rows(const work *w) {
    size_t kinds[FF_KNOWN_KINDS] = {0};
    for (size_t i = 0; i < w->table.data.count; i++) {
        kinds[w->table.data.kinds[i]]++;
    }
    ff_text_addf(w->out,
                 "%s model of %zu rows: %zu exact, %zu ended before it came, %zu by a time, %zu between "
                 "two.\n",
                 ff_law_name(w->law), w->table.data.count, kinds[FF_KNOWN_AT],
                 kinds[FF_KNOWN_AFTER], kinds[FF_KNOWN_BEFORE], kinds[FF_KNOWN_BETWEEN]);
}

static bool never_varies(const work *w, size_t column) {
    const double *x = w->table.data.columns[column];
    for (size_t i = 1; i < w->table.data.count; i++) {
        if (x[i] != x[0]) {
            return false;
        }
    }
    return true;
}

static void write_no_estimate(const work *w, const ff_aft_fit *fit) {
    ff_text *out = w->out;
    ff_text_add(out, "There is no finite estimate of");
    for (size_t j = 0, count = 0; j < parameters(w); j++) {
        if (fit->no_estimate[j]) {
            ff_text_addf(out, "%s %s", count++ > 0 ? "," : "", name_of(w, j));
        }
    }
    ff_text_add(out, ": the rows fit the better the larger it is, or cannot tell it from another. Give "
                     "priors (--priors), or leave the column out.\n");
    for (size_t k = 0; k < w->table.data.column_count; k++) {
        if (never_varies(w, k)) {
            ff_text_addf(out, "The column %s never varies.\n", w->table.names[k]);
        }
    }
}

/* The time ratio says what a coefficient means. */
static void write_fit_table(const work *w, const ff_aft_fit *fit) {
    size_t p = parameters(w);
    ff_table table;
    ff_table_init(&table, w->arena);
    ff_table_column(&table, "", false);
    ff_table_column(&table, "coefficient", true);
    ff_table_column(&table, "s.e.", true);
    ff_table_column(&table, "time ratio", true);
    ff_table_column(&table, "90 % limits", true);
    for (size_t j = 0; j < p; j++) {
        double b = fit->estimate[j], se = sqrt(fit->covariance[j * p + j]);
        bool ratio = j > 0 && j + 1 < p;
        const char *cells[] = {
            name_of(w, j), ff_arena_printf(w->arena, "%s", FF_FIXED(b, 4)),
            ff_arena_printf(w->arena, "%s", FF_FIXED(se, 4)),
            ratio ? ff_arena_printf(w->arena, "%s", FF_FIXED(exp(b), 2)) : "",
            ratio ? ff_arena_printf(w->arena, "%s to %s", FF_FIXED(exp(b - 1.645 * se), 2),
                                    FF_FIXED(exp(b + 1.645 * se), 2))
                  : ""};
        ff_table_row(&table, cells, 5);
    }
    ff_table_print(&table, 2, w->out);
    ff_text_addf(w->out, "Scale %s, log-likelihood %s. A time ratio of 1.5 is half as late again.\n",
                 FF_FIXED(exp(fit->estimate[p - 1]), 4),
                 FF_FIXED(fit->log_likelihood - ff_aft_log_jacobian(&w->table.data), 3));
}

static ff_code fit_likelihood(work *w) {
    ff_aft_fit fit;
    ff_code code = ff_aft_fit_of(w->arena, &w->table.data, w->law, NULL, &fit, w->error);
    if (code != FF_OK) {
        return code;
    }
    w->finite = fit.finite;
    if (w->request->as_json) {
        write_fit_json(w, &fit);
        return FF_OK;
    }
    describe_rows(w);
    fit.finite ? write_fit_table(w, &fit) : write_no_estimate(w, &fit);
    return FF_OK;
}

/* ---- priors ---- */

static ff_code refuse(work *w, const char *key, const char *words) {
    return ff_fail(w->error, FF_ERR_VALUE, w->request->priors, FF_NO_OFFSET, "%s: %s", key, words);
}

static ff_code read_prior(work *w, const char *key, const json_t *object, const char *at,
                          const char *wide, ff_prior *prior) {
    const json_t *location = json_object_get(object, at), *scale = json_object_get(object, wide);
    const json_t *df = json_object_get(object, "student_df");
    *prior = (ff_prior){FF_PRIOR_NORMAL, json_number_value(location), json_number_value(scale),
                        json_number_value(df)};
    prior->kind = prior->df > 0 ? FF_PRIOR_STUDENT : FF_PRIOR_NORMAL;
    bool good = json_is_number(location) && json_is_number(scale) && prior->scale > 0 &&
                (df == NULL || (json_is_number(df) && prior->df >= 0));
    return good ? FF_OK
                : refuse(w, key, "a prior needs a number for where it lies and one above 0 for how wide "
                                 "it is");
}

static ff_code read_betas(work *w, const json_t *betas, ff_prior *priors, bool *given) {
    size_t i;
    const json_t *beta;
    if (!json_is_array(betas)) {
        return refuse(w, "beta", "it must be a list of priors, one a coefficient");
    }
    json_array_foreach(betas, i, beta) {
        const char *name = json_string_value(json_object_get(beta, "name"));
        size_t j = 0;
        while (name != NULL && j + 1 < parameters(w) && strcmp(name_of(w, j), name) != 0) {
            j++;
        }
        if (name == NULL || j + 1 == parameters(w)) {
            return refuse(w, name != NULL ? name : "beta", "the table has no column of this name");
        }
        if (given[j]) {
            return refuse(w, name, "it has two priors");
        }
        given[j] = true;
        ff_code code = read_prior(w, name, beta, "location", "scale", &priors[j]);
        if (code != FF_OK) {
            return code;
        }
    }
    return FF_OK;
}

static ff_code read_priors(work *w, const json_t *root, ff_prior *priors) {
    bool given[FF_AFT_MOST_PARAMETERS] = {false};
    ff_code code = read_betas(w, json_object_get(root, "beta"), priors, given);
    for (size_t j = 0; j + 1 < parameters(w) && code == FF_OK; j++) {
        if (!given[j]) {
            code = refuse(w, name_of(w, j), "it has no prior");
        }
    }
    return code == FF_OK ? read_prior(w, LOG_SIGMA, json_object_get(root, LOG_SIGMA), "mean",
                                      "sd", &priors[parameters(w) - 1])
                         : code;
}

/* With a prior for shoes the column of that name tells which run was in which. */
static ff_code read_shoes(work *w, const json_t *root, ff_survival_model *model) {
    const json_t *shoe = json_object_get(root, SHOE);
    if (shoe == NULL || json_is_null(shoe)) {
        return FF_OK;
    }
    unsigned char *groups;
    model->tau_scale = json_number_value(json_object_get(shoe, "tauscale"));
    if (!(model->tau_scale > 0)) {
        return refuse(w, "shoe.tauscale", "it must be a number above 0");
    }
    ff_code code = ff_fit_table_groups(w->arena, &w->table, SHOE, FF_MOST_GROUPS, &groups,
                                       &model->group_count, w->error);
    if (code == FF_OK && model->group_count < 2) {
        return refuse(w, SHOE, "a prior for shoes needs a column \"shoe\" with two of them or more");
    }
    model->groups = groups;
    return code;
}

/* ---- the posterior ---- */

static void summary_json(ff_json *json, const char *name, const ff_summary *s) {
    ff_json_name(json, name);
    ff_json_object(json);
    ff_json_result_member(json, "mean", s->mean);
    ff_json_result_member(json, "sd", s->sd);
    ff_json_result_member(json, "q05", s->q05);
    ff_json_result_member(json, "q25", s->q25);
    ff_json_result_member(json, "q50", s->q50);
    ff_json_result_member(json, "q75", s->q75);
    ff_json_result_member(json, "q95", s->q95);
    ff_json_end_object(json);
}

static void write_posterior_json(const work *w, const ff_posterior *posterior,
                                 const ff_summary *summaries) {
    ff_json json;
    ff_json_init(&json, w->out);
    ff_json_object(&json);
    ff_json_name(&json, "posterior");
    ff_json_object(&json);
    for (size_t j = 0; j < parameters(w); j++) {
        summary_json(&json, name_of(w, j), &summaries[j]);
    }
    ff_json_end_object(&json);
    ff_json_result_member(&json, "log_evidence", posterior->log_evidence);
    ff_json_result_member(&json, "khat", posterior->sample.khat);
    ff_json_end_object(&json);
    ff_text_add_char(w->out, '\n');
}

static void write_posterior_text(const work *w, const ff_posterior *posterior,
                                 const ff_summary *summaries) {
    ff_table table;
    ff_table_init(&table, w->arena);
    ff_table_column(&table, "", false);
    ff_table_column(&table, "mean", true);
    ff_table_column(&table, "SD", true);
    ff_table_column(&table, "90 % range", true);
    describe_rows(w);
    for (size_t j = 0; j < parameters(w); j++) {
        const ff_summary *s = &summaries[j];
        const char *cells[] = {name_of(w, j), ff_arena_printf(w->arena, "%s", FF_FIXED(s->mean, 4)),
                               ff_arena_printf(w->arena, "%s", FF_FIXED(s->sd, 4)),
                               ff_arena_printf(w->arena, "%s to %s", FF_FIXED(s->q05, 4),
                                               FF_FIXED(s->q95, 4))};
        ff_table_row(&table, cells, 4);
    }
    ff_table_print(&table, 2, w->out);
    ff_text_addf(w->out, "Log evidence %s (of log times). Pareto k %s: %s.\n",
                 FF_FIXED(posterior->log_evidence, 3), FF_FIXED(posterior->sample.khat, 2),
                 posterior->sample.khat <= FF_KHAT_GOOD ? "good" : "above 0.7, do not lean on these figures");
}

static ff_code summarise(work *w, const ff_posterior *posterior) {
    ff_summary *summaries = ff_arena_take(w->arena, parameters(w), sizeof *summaries);
    ff_code code = ff_arena_check(w->arena, w->error);
    for (size_t j = 0; j < parameters(w) && code == FF_OK; j++) {
        const ff_sample *sample = &posterior->sample;
        code = ff_summary_of(w->arena, sample->values + j * sample->count, sample->weights,
                             sample->count, &summaries[j], w->error);
    }
    if (code == FF_OK) {
        (w->request->as_json ? write_posterior_json
                                          : write_posterior_text)(w, posterior, summaries);
    }
    return code;
}

static ff_code fit_posterior(work *w, const json_t *root) {
    ff_prior priors[FF_AFT_MOST_PARAMETERS];
    ff_posterior posterior;
    ff_survival_model model = {.data = &w->table.data, .law = w->law, .priors = priors};
    ff_code code = read_shoes(w, root, &model);
    if (code == FF_OK) {
        code = read_priors(w, root, priors);
    }
    if (code == FF_OK) {
        code = ff_posterior_of(w->arena, &model, FF_SAMPLE_DRAWS, &posterior, w->error);
    }
    return code == FF_OK ? summarise(w, &posterior) : code;
}

/* The whole file of priors: small. */
enum { MOST_PRIORS_BYTES = 1 << 20 };

static ff_code read_file(work *w, char **text, size_t *length) {
    ff_bytes bytes;
    ff_code code = ff_bytes_of_file(&bytes, w->request->priors, w->error);
    if (code != FF_OK) {
        return code;
    }
    if (bytes.size > MOST_PRIORS_BYTES) {
        code = ff_fail(w->error, FF_ERR_LIMIT, w->request->priors, MOST_PRIORS_BYTES,
                       "more than a megabyte of priors");
    } else {
        *length = (size_t)bytes.size;
        *text = ff_arena_take(w->arena, *length + 1, 1);
        code = ff_arena_check(w->arena, w->error);
    }
    if (code == FF_OK) {
        code = ff_bytes_read(&bytes, 0, *text, *length, w->error);
    }
    ff_bytes_close(&bytes);
    return code;
}

static ff_code fit_with_priors(work *w) {
    char *text = NULL;
    size_t length = 0;
    ff_code code = read_file(w, &text, &length);
    if (code != FF_OK) {
        return code;
    }
    json_error_t trouble;
    json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &trouble);
    if (root == NULL) {
        code = ff_refuse_json(text, length, &trouble, w->error);
        return w->error == NULL ? code
                                : ff_fail(w->error, code, w->request->priors, w->error->offset, "%s",
                                          w->error->message);
    }
    code = fit_posterior(w, root);
    json_decref(root);
    return code;
}

static ff_code read_law(work *w) {
    int law = ff_law_of_name(w->request->law);
    if (law < 0) {
        return ff_fail(w->error, FF_ERR_VALUE, "dist", FF_NO_OFFSET,
                       "it must be loglogistic, lognormal or weibull");
    }
    w->law = (ff_law)law;
    return FF_OK;
}

ff_code ff_fit_file(const ff_context *context, const ff_fit_request *request, ff_text *out,
                    bool *finite, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, ff_context_allocator(context));
    work w = {.arena = &arena, .request = request, .error = error, .out = out, .finite = true};
    ff_code code = read_law(&w);
    if (code == FF_OK) {
        code = ff_fit_table_read(&arena, request->path, &w.table, error);
    }
    if (code == FF_OK) {
        code = request->priors == NULL ? fit_likelihood(&w) : fit_with_priors(&w);
    }
    *finite = w.finite;
    code = code == FF_OK ? ff_arena_check(&arena, error) : code;
    ff_arena_free(&arena);
    return code == FF_OK ? ff_text_check(out, error) : code;
}
