/* Fuzz target: any bytes as the table of `fit`, and as the priors that go with one.
 *
 * The first byte says what is asked of the table. Where priors belong to the question they stand
 * behind the first NUL. What is asked twice is answered the same; what is refused names its place;
 * and an answer that says that there is one is whole: JSON that parses, every figure there, none of
 * them NAN or infinite.
 */
#include "app/fit_job.h"
#include "demand.h"
#include "demand_answer.h"

#include <jansson.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MODEL(of, ...)   {.kind = FF_FIT_MODEL, .law = of, __VA_ARGS__}
#define CURVE(how, ...)  {.kind = FF_FIT_CURVE, .limits = how, __VA_ARGS__}
#define COMPARE(...)     {.kind = FF_FIT_COMPARE, __VA_ARGS__}
#define COX(tied, ...)   {.kind = FF_FIT_COX, .ties = tied, __VA_ARGS__}

/* 'a' asks the first, 'b' the second, and so on. */
static const ff_fit_request questions[] = {
    MODEL("loglogistic", .priors = NULL),
    MODEL("lognormal", .priors = NULL),
    MODEL("weibull", .priors = NULL),
    MODEL("loglogistic", .priors = "priors"),
    MODEL("lognormal", .priors = "priors"),
    MODEL("weibull", .priors = "priors"),
    CURVE("log-log", .limits_percent = 90),
    CURVE("log", .limits_percent = 99, .by = "shoe"),
    CURVE("plain", .limits_percent = 1, .by = "x"),
    COMPARE(.by = "x"),
    COMPARE(.by = "x", .strata = "shoe"),
    COMPARE(.by = "shoe", .strata = "x", .peto = true),
    COX("efron", .strata = NULL),
    COX("breslow", .strata = "shoe"),
    COX("exact", .entry = "entry"),
    COX("efron", .strata = "shoe", .entry = "entry"),
};
enum { QUESTIONS = sizeof questions / sizeof *questions };

typedef struct {
    const uint8_t *table, *priors;
    size_t table_size, priors_size;
} input;

static ff_code ask(const ff_fit_request *request, const input *in, ff_text *out, bool *finite) {
    ff_bytes table, priors;
    ff_error error;
    ff_error_clear(&error);
    ff_text_init(out, NULL);
    ff_bytes_of_memory(&table, in->table, in->table_size, "table");
    ff_bytes_of_memory(&priors, in->priors, in->priors_size, "priors");
    ff_bytes *given = request->priors != NULL ? &priors : NULL;
    ff_code code = ff_fit_bytes(NULL, request, &table, given, out, finite, &error);
    demand(code == error.code);
    demand(code == FF_OK || code == FF_ERR_VALUE || code == FF_ERR_JSON || code == FF_ERR_LIMIT ||
           code == FF_ERR_DAMAGED);
    demand(code == FF_OK || (error.where[0] != '\0' && error.message[0] != '\0'));
    return code;
}

/* ---- an answer that says that there is one ---- */

static void demand_numbers(const json_t *object, const char *const *names) {
    for (; *names != NULL; names++) {
        demand(json_is_number(json_object_get(object, *names)));
    }
}

static void demand_estimates(const json_t *root) {
    const json_t *values = json_object_get(root, "coef"), *errors = json_object_get(root, "se");
    demand(json_object_size(values) > 0 && json_object_size(values) == json_object_size(errors));
}

static void demand_posterior(const json_t *root) {
    static const char *const figures[] = {"mean", "sd", "q05", "q25", "q50", "q75", "q95", NULL};
    const char *name;
    json_t *posterior = json_object_get(root, "posterior"), *summary;
    demand_numbers(root, (const char *[]){"log_evidence", NULL});
    demand(json_object_size(posterior) >= 2);
    json_object_foreach(posterior, name, summary) {
        demand_numbers(summary, figures);
        demand(json_number_value(json_object_get(summary, "q05")) <=
               json_number_value(json_object_get(summary, "q95")));
    }
}

static void demand_curves(const json_t *root) {
    const json_t *curves = json_object_get(root, "curves"), *curve, *step;
    size_t i, k;
    demand(json_array_size(curves) > 0);
    json_array_foreach(curves, i, curve) {
        double before = 1;
        json_array_foreach(json_object_get(curve, "steps"), k, step) {
            double share = json_number_value(json_object_get(step, "free"));
            demand_numbers(step, (const char *[]){"time", "free", NULL});
            demand(share >= 0 && share <= before);
            before = share;
        }
        json_array_foreach(json_object_get(curve, "intervals"), k, step) {
            demand_numbers(step, (const char *[]){"after", "mass", NULL});
        }
    }
}

static void demand_test(const json_t *root) {
    double p = json_number_value(json_object_get(root, "p"));
    demand_numbers(root, (const char *[]){"chi_square", "p", NULL});
    demand(p >= 0 && p <= 1);
}

static void demand_whole(const ff_fit_request *request, const json_t *root) {
    switch (request->kind) {
    case FF_FIT_CURVE: demand_curves(root); break;
    case FF_FIT_COMPARE: demand_test(root); break;
    case FF_FIT_COX:
        demand_estimates(root);
        demand_numbers(root, (const char *[]){"loglik", "loglik_null", "lr_test", "wald_test",
                                              "score_test", NULL});
        break;
    default:
        if (request->priors != NULL) {
            demand_posterior(root);
        } else {
            demand_estimates(root);
            demand_numbers(root, (const char *[]){"scale", "loglik", NULL});
        }
    }
}

/* ---- the whole ---- */

static void answer(const ff_fit_request *question, const input *in) {
    ff_text json, again, words;
    bool finite = false, same = false;
    ff_fit_request request = *question;
    request.as_json = true;
    ff_code code = ask(&request, in, &json, &finite);
    demand(ask(&request, in, &again, &same) == code);
    demand(code != FF_OK || (finite == same && same_answer(&json, &again)));
    if (code == FF_OK) {
        json_t *root = demand_json(&json);
        if (finite) {
            demand_whole(&request, root);
        }
        json_decref(root);
    }
    request.as_json = false;
    demand(ask(&request, in, &words, &same) == code);
    if (code == FF_OK) {
        demand(finite == same);
        demand_words(&words, in->table, in->table_size);
    }
    ff_text_free(&json);
    ff_text_free(&again);
    ff_text_free(&words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    const ff_fit_request *question = &questions[(uint8_t)(data[0] - 'a') % QUESTIONS];
    input in = {data + 1, data + size, size - 1, 0};
    const uint8_t *end = question->priors != NULL ? memchr(in.table, '\0', in.table_size) : NULL;
    if (end != NULL) {
        in.table_size = (size_t)(end - in.table);
        in.priors = end + 1;
        in.priors_size = (size_t)(data + size - in.priors);
    }
    answer(question, &in);
    return 0;
}
