/* The model under priors from a JSON file. */
#include "app/fit_words.h"

#include "app/refuse.h"
#include "base/number.h"
#include "report/table.h"
#include "trial/posterior.h"

#include <jansson.h>

#include <math.h>
#include <string.h>

#define LOG_SIGMA "log_sigma" /* as the reference posteriors call the last parameter */
#define SHOE      "shoe"

/* Where a prior lies and how wide it is: as the numbers of a table, squares of which a double holds. Its
 * degrees of freedom: with fewer it has no middle to speak of, with more it is a normal one, and the
 * logarithms of what it is made of cancel to nothing. */
#define FARTHEST  1e12
#define NARROWEST 1e-100
#define WIDEST    1e12
#define LEAST_DF  0.01
#define MOST_DF   1e6

/* The whole file of priors: small. */
enum { MOST_PRIORS_BYTES = 1 << 20 };

typedef struct {
    ff_fit_job *job;
    const char *file; /* of the priors */
    ff_survival_model model;
    ff_prior priors[FF_AFT_MOST_PARAMETERS];
    size_t count; /* parameters, the last of which is the log of the scale */
    const char **names;
    ff_posterior posterior;
    ff_summary *summaries;
} work;

/* ---- priors ---- */

static ff_code refuse(const work *w, const char *key, const char *words) {
    return ff_fail(w->job->error, FF_ERR_VALUE, w->file, FF_NO_OFFSET, "%s: %s", key, words);
}

static ff_code read_prior(const work *w, const char *key, const json_t *object, const char *at,
                          const char *wide, ff_prior *prior) {
    const json_t *location = json_object_get(object, at), *scale = json_object_get(object, wide);
    const json_t *df = json_object_get(object, "student_df");
    *prior = (ff_prior){FF_PRIOR_NORMAL, json_number_value(location), json_number_value(scale),
                        json_number_value(df)};
    prior->kind = prior->df > 0 ? FF_PRIOR_STUDENT : FF_PRIOR_NORMAL;
    if (!json_is_number(location) || !json_is_number(scale) || !(prior->scale > 0)) {
        return refuse(w, key,
                      "a prior needs a number for where it lies and one above 0 for how wide it is");
    }
    if (fabs(prior->location) > FARTHEST || prior->scale < NARROWEST || prior->scale > WIDEST) {
        return refuse(w, key, "a prior lies between -1e12 and 1e12, and is 1e-100 to 1e12 wide");
    }
    bool normal = df == NULL || (json_is_number(df) && prior->df == 0);
    return normal || (prior->df >= LEAST_DF && prior->df <= MOST_DF)
               ? FF_OK
               : refuse(w, key, "student_df must be 0 (a normal prior) or 0.01 to 1e6");
}

static ff_code read_betas(work *w, const json_t *betas, bool *given) {
    size_t i;
    const json_t *beta;
    if (!json_is_array(betas)) {
        return refuse(w, "beta", "it must be a list of priors, one a coefficient");
    }
    json_array_foreach(betas, i, beta) {
        const char *name = json_string_value(json_object_get(beta, "name"));
        size_t j = 0;
        while (name != NULL && j + 1 < w->count && strcmp(w->names[j], name) != 0) {
            j++;
        }
        if (name == NULL || j + 1 == w->count) {
            return refuse(w, name != NULL ? name : "beta", "the table has no column of this name");
        }
        if (given[j]) {
            return refuse(w, name, "it has two priors");
        }
        given[j] = true;
        ff_code code = read_prior(w, name, beta, "location", "scale", &w->priors[j]);
        if (code != FF_OK) {
            return code;
        }
    }
    return FF_OK;
}

static ff_code read_priors(work *w, const json_t *root) {
    bool given[FF_AFT_MOST_PARAMETERS] = {false};
    ff_code code = read_betas(w, json_object_get(root, "beta"), given);
    for (size_t j = 0; j + 1 < w->count && code == FF_OK; j++) {
        if (!given[j]) {
            code = refuse(w, w->names[j], "it has no prior");
        }
    }
    return code == FF_OK ? read_prior(w, LOG_SIGMA, json_object_get(root, LOG_SIGMA), "mean", "sd",
                                      &w->priors[w->count - 1])
                         : code;
}

/* With a prior for shoes the column of that name tells which run was in which. */
static ff_code read_shoes(work *w, const json_t *root) {
    const json_t *shoe = json_object_get(root, SHOE);
    if (shoe == NULL || json_is_null(shoe)) {
        return FF_OK;
    }
    ff_fit_job *job = w->job;
    ff_fit_groups groups = {.count = 0};
    w->model.tau_scale = json_number_value(json_object_get(shoe, "tauscale"));
    if (!(w->model.tau_scale >= NARROWEST && w->model.tau_scale <= WIDEST)) {
        return refuse(w, "shoe.tauscale", "it must be a number above 0, 1e-100 to 1e12");
    }
    ff_code code = FF_OK;
    if (ff_fit_table_find(&job->table, SHOE) != NULL) {
        code =
            ff_fit_table_groups(job->arena, &job->table, SHOE, FF_MOST_GROUPS, &groups, job->error);
    }
    if (code == FF_OK && groups.count < 2) {
        return refuse(w, SHOE,
                      "a prior for shoes needs a column \"shoe\" with two of them or more");
    }
    w->model.groups = groups.of;
    w->model.group_count = groups.count;
    return code == FF_OK ? ff_fit_table_drop(job->arena, &job->table, SHOE, job->error) : code;
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

static void write_json(const work *w) {
    ff_json json;
    ff_json_init(&json, w->job->out);
    ff_json_object(&json);
    ff_json_name(&json, "posterior");
    ff_json_object(&json);
    for (size_t j = 0; j < w->count; j++) {
        summary_json(&json, w->names[j], &w->summaries[j]);
    }
    ff_json_end_object(&json);
    ff_json_result_member(&json, "log_evidence", w->posterior.log_evidence);
    ff_json_name(&json, "khat"); /* null: the weights are worse than a figure can tell */
    ff_json_result(&json, w->posterior.sample.khat);
    ff_json_end_object(&json);
    ff_text_add_char(w->job->out, '\n');
}

static void write_text(const work *w) {
    ff_arena *arena = w->job->arena;
    double khat = w->posterior.sample.khat;
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "", false);
    ff_table_column(&table, "mean", true);
    ff_table_column(&table, "SD", true);
    ff_table_column(&table, "90 % range", true);
    ff_fit_describe(w->job, w->model.law);
    for (size_t j = 0; j < w->count; j++) {
        const ff_summary *s = &w->summaries[j];
        const char *cells[] = {
            w->names[j], ff_arena_printf(arena, "%s", FF_FIXED(s->mean, 4)),
            ff_arena_printf(arena, "%s", FF_FIXED(s->sd, 4)),
            ff_arena_printf(arena, "%s to %s", FF_FIXED(s->q05, 4), FF_FIXED(s->q95, 4))};
        ff_table_row(&table, cells, 4);
    }
    ff_table_print(&table, 2, w->job->out);
    ff_text_addf(w->job->out, "Log evidence %s (of log times). Pareto k %s: %s.\n",
                 FF_FIXED(w->posterior.log_evidence, 3),
                 isfinite(khat) ? FF_FIXED(khat, 2) : "cannot be told",
                 khat <= FF_KHAT_GOOD ? "good"
                 : isfinite(khat)     ? "above 0.7, do not lean on these figures"
                                      : "do not lean on these figures");
}

static ff_code summarise(work *w) {
    ff_fit_job *job = w->job;
    const ff_sample *sample = &w->posterior.sample;
    w->summaries = ff_arena_take(job->arena, w->count, sizeof *w->summaries);
    ff_code code = ff_arena_check(job->arena, job->error);
    for (size_t j = 0; j < w->count && code == FF_OK; j++) {
        code = ff_summary_of(job->arena, sample->values + j * sample->count, sample->weights,
                             sample->count, &w->summaries[j], job->error);
    }
    return code;
}

/* The model knows of no file: what it refuses, it refuses of these priors with this table. */
static ff_code draw(work *w) {
    ff_error error;
    ff_code code = ff_posterior_of(w->job->arena, &w->model, FF_SAMPLE_DRAWS, &w->posterior, &error);
    if (code == FF_OK) {
        return FF_OK;
    }
    return ff_fail(w->job->error, code, w->file, FF_NO_OFFSET,
                   "these priors do not go with this table: %s", error.message);
}

static ff_code fit(work *w, const json_t *root) {
    ff_fit_job *job = w->job;
    ff_code code = ff_fit_read_law(job, &w->model.law);
    if (code == FF_OK) {
        code = read_shoes(w, root);
    }
    w->count = FF_AFT_PARAMETERS(job->table.data.column_count);
    w->model.data = &job->table.data;
    w->model.priors = w->priors;
    if (code == FF_OK) {
        code = ff_fit_parameters(job, LOG_SIGMA, &w->names);
    }
    if (code == FF_OK) {
        code = read_priors(w, root);
    }
    if (code == FF_OK) {
        code = draw(w);
    }
    if (code == FF_OK) {
        code = summarise(w);
    }
    if (code == FF_OK) {
        (job->request->as_json ? write_json : write_text)(w);
    }
    return code;
}

/* ---- the file ---- */

static ff_code read_text(ff_fit_job *job, ff_bytes *priors, char **text) {
    if (priors->size > MOST_PRIORS_BYTES) {
        return ff_fail(job->error, FF_ERR_LIMIT, priors->name, MOST_PRIORS_BYTES,
                       "more than a megabyte of priors");
    }
    *text = ff_arena_take(job->arena, (size_t)priors->size + 1, 1);
    ff_code code = ff_arena_check(job->arena, job->error);
    return code == FF_OK ? ff_bytes_read(priors, 0, *text, (size_t)priors->size, job->error) : code;
}

ff_code ff_fit_posterior(ff_fit_job *job, ff_bytes *priors) {
    work w = {.job = job, .file = priors->name};
    char *text = NULL;
    ff_code code = read_text(job, priors, &text);
    if (code != FF_OK) {
        return code;
    }
    json_error_t trouble;
    json_t *root = json_loadb(text, (size_t)priors->size, JSON_REJECT_DUPLICATES, &trouble);
    if (root == NULL) {
        ff_error error;
        code = ff_refuse_json(text, (size_t)priors->size, &trouble, &error);
        return ff_fail(job->error, code, w.file, error.offset, "%s", error.message);
    }
    code = fit(&w, root);
    json_decref(root);
    return code;
}
