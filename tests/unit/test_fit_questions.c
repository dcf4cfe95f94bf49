/* What fit answers of the bytes of a table: when memory runs out, and that a request from outside
 * the command line is checked too. What it prints is tested in tests/cli/fit. */
#include "support.h"

#include "app/fit_job.h"

#include <string.h>

static const char rows[] = "type,lo,hi,lacing,shoe,entry\n"
                           "1,20,20,0,1,2\n1,33,33,1,2,3\n1,22,22,0,1,0\n0,45,45,1,2,4\n"
                           "1,36,36,1,1,5\n1,18,18,0,2,0\n1,22,,1,1,0\n0,45,,1,2,0\n";
static const char intervals[] = "type,lo,hi,lacing\n1,20,20,0\n3,30,36,1\n2,,21,0\n0,45,45,1\n";
static const char priors[] =
    "{\"beta\": [{\"name\": \"(Intercept)\", \"location\": 3.2, \"scale\": 1},"
    "{\"name\": \"lacing\", \"location\": 0, \"scale\": 0.5},"
    "{\"name\": \"entry\", \"location\": 0, \"scale\": 0.5}],"
    "\"log_sigma\": {\"mean\": -1.6, \"sd\": 0.5}, \"shoe\": {\"tauscale\": 0.2}}";

static const ff_fit_request plain = {.path = "rows.csv",
                                     .law = "loglogistic",
                                     .limits = "log-log",
                                     .limits_percent = 90,
                                     .ties = "efron"};

/* The answer, to be freed, is in out. */
static ff_code ask_for(const ff_context *context, const ff_fit_request *request, const char *table,
                       const char *given, ff_text *out, ff_error *error) {
    ff_bytes bytes, more;
    bool finite;
    ff_bytes_of_memory(&bytes, table, strlen(table), "rows.csv");
    if (given != NULL) {
        ff_bytes_of_memory(&more, given, strlen(given), "priors.json");
    }
    ff_text_init(out, ff_context_allocator(context));
    ff_code code =
        ff_fit_bytes(context, request, &bytes, given != NULL ? &more : NULL, out, &finite, error);
    assert_true(code != FF_OK || (out->length > 0 && out->data[out->length - 1] == '\n'));
    return code;
}

static ff_code ask(const ff_context *context, const ff_fit_request *request, const char *table,
                   const char *given, ff_error *error) {
    ff_text out;
    ff_code code = ask_for(context, request, table, given, &out, error);
    ff_text_free(&out);
    return code;
}

/* Each allocation fails in turn, alone and with all behind it. */
static void fails_everywhere(const ff_fit_request *request, const char *table, const char *given) {
    for (int once = 0; once < 2; once++) {
        ff_code code = FF_ERR_MEMORY;
        for (size_t from = 1; code != FF_OK; from++) {
            failing_allocator failing;
            failing_allocator_init(&failing, from);
            failing.once = once;
            ff_context context = {.allocator = &failing.allocator};
            code = ask(&context, request, table, given, NULL);
            assert_int_equal(failing.held, 0);
            assert_true(code == FF_ERR_MEMORY || code == FF_OK);
            assert_true(code == FF_ERR_MEMORY || failing.calls < from);
        }
    }
}

static void memory_runs_out(void **state) {
    (void)state;
    for (int json = 0; json < 2; json++) {
        ff_fit_request request = plain;
        request.as_json = json;
        fails_everywhere(&request, rows, NULL);
        fails_everywhere(&request, rows, priors);
        request.kind = FF_FIT_CURVE;
        fails_everywhere(&request, rows, NULL);
        fails_everywhere(&request, intervals, NULL);
        request.by = "lacing";
        fails_everywhere(&request, rows, NULL);
        request.kind = FF_FIT_COMPARE;
        fails_everywhere(&request, rows, NULL);
        request.kind = FF_FIT_COX;
        request.strata = "shoe";
        request.entry = "entry";
        fails_everywhere(&request, rows, NULL);
        request.ties = "exact";
        fails_everywhere(&request, rows, NULL);
    }
}

static void refuse(const ff_fit_request *request, const char *where) {
    ff_error error;
    ff_error_clear(&error);
    assert_int_equal(ask(NULL, request, rows, NULL, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, where);
}

static const char interval[] = "type,lo,hi\n3,5e-324,20.5\n";
#define ONE_ROW(beta, sd)                                                                          \
    "{\"beta\":[{\"name\":\"(Intercept)\"," beta "}],\"log_sigma\":{\"mean\":0,\"sd\":" sd "}}"

static void refuse_priors(const char *table, const char *given, const char *words) {
    ff_error error;
    ff_error_clear(&error);
    assert_int_equal(ask(NULL, &plain, table, given, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "priors.json");
    assert_non_null(strstr(error.message, words));
}

/* The scale is put where a double has none of the likelihood: the model refuses, which knows of no file. */
static void priors_without_a_peak(void **state) {
    (void)state;
    static const char far[] =
        "{\"beta\": [{\"name\": \"(Intercept)\", \"location\": 3, \"scale\": 1},"
        "{\"name\": \"lacing\", \"location\": 0, \"scale\": 1}],"
        "\"log_sigma\": {\"mean\": -1000, \"sd\": 0.5}}";
    ff_error error;
    ff_error_clear(&error);
    ff_fit_request request = plain;
    request.law = "weibull";
    assert_int_equal(ask(NULL, &request, intervals, far, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "priors.json");
    assert_non_null(strstr(error.message, "no peak"));
}

/* What a double holds no square of, or no logarithm that is good for anything. */
static void priors_out_of_bounds(void **state) {
    (void)state;
    refuse_priors(interval, ONE_ROW("\"location\":-1,\"scale\":1e300", "1"), "1e-100 to 1e12 wide");
    refuse_priors(interval, ONE_ROW("\"location\":-1e300,\"scale\":1", "1"), "between -1e12 and 1e12");
    refuse_priors(interval, ONE_ROW("\"location\":0,\"scale\":1e-300", "1"), "1e-100 to 1e12 wide");
    refuse_priors(interval, ONE_ROW("\"location\":0,\"scale\":1,\"student_df\":1e17", "1"), "student_df");
    refuse_priors(interval, ONE_ROW("\"location\":0,\"scale\":1,\"student_df\":1e-300", "1"), "student_df");
    refuse_priors(interval, ONE_ROW("\"location\":0,\"scale\":1,\"student_df\":-1", "1"), "student_df");
    refuse_priors(interval, ONE_ROW("\"location\":0,\"scale\":1,\"student_df\":\"4\"", "1"), "student_df");
}

/* In JSON there would be two of one name, the latter of which most readers take for both. */
static void columns_called_as_figures(void **state) {
    (void)state;
    static const char intercept[] = "type,lo,hi,(Intercept)\n1,20,,0\n1,30,,1\n1,25,,1\n";
    static const char scale[] = "type,lo,hi,log_scale\n1,20,,0\n1,30,,1\n1,25,,1\n";
    static const char sigma[] = "type,lo,hi,log_sigma\n1,20,,0\n1,30,,1\n1,25,,1\n";
    ff_error error;
    ff_error_clear(&error);
    assert_int_equal(ask(NULL, &plain, intercept, NULL, &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "rows.csv");
    assert_int_equal(ask(NULL, &plain, scale, NULL, NULL), FF_ERR_VALUE);
    assert_int_equal(ask(NULL, &plain, sigma, "{}", &error), FF_ERR_VALUE);
    assert_string_equal(error.where, "rows.csv");
    ff_fit_request request = plain;
    request.kind = FF_FIT_COX; /* which has no figure of its own among the columns */
    assert_int_equal(ask(NULL, &request, scale, NULL, NULL), FF_OK);
}

/* The variance of such a coefficient is no double: 1e-300 squared is nothing. */
static void columns_near_nothing(void **state) {
    (void)state;
    static const char nearly[] = "type,lo,hi,x\n1,20,,0\n1,30,,1e-300\n1,25,,1e-300\n1,40,,0\n";
    static const char small[] = "type,lo,hi,x\n1,20,,0\n1,30,,1e-99\n1,25,,1e-99\n1,40,,0\n";
    ff_error error;
    ff_error_clear(&error);
    ff_fit_request request = plain;
    request.kind = FF_FIT_COX;
    request.as_json = true;
    assert_int_equal(ask(NULL, &request, nearly, NULL, &error), FF_ERR_VALUE);
    assert_non_null(strstr(error.message, "line 3, x"));
    ff_text out;
    assert_int_equal(ask_for(NULL, &request, small, NULL, &out, &error), FF_OK);
    assert_non_null(strstr(out.data, "\"se\":{\"x\":"));
    ff_text_free(&out);
}

/* Three rows that no draw meets but one: the weights have no tail to judge them by. */
static void draws_that_cannot_be_judged(void **state) {
    (void)state;
    static const char apart[] =
        "type,lo,hi,x,entry,shoe\n3,1,30,1e12,1,1\n1,20.5,,0.5,0.5,2\n0,1e3,,1,0,1\n";
    static const char hold[] =
        "{\"beta\": [{\"name\": \"(Intercept)\", \"location\": 1, \"scale\": 1},"
        "{\"name\": \"x\", \"location\": 3, \"scale\": 1},"
        "{\"name\": \"entry\", \"location\": 0, \"scale\": 1}],"
        "\"log_sigma\": {\"mean\": -1.6, \"sd\": 0.5}, \"shoe\": {\"tauscale\": 0.5}}";
    ff_text out;
    ff_fit_request request = plain;
    request.law = "lognormal";
    assert_int_equal(ask_for(NULL, &request, apart, hold, &out, NULL), FF_OK);
    assert_non_null(strstr(out.data, "Pareto k cannot be told: do not lean on these figures."));
    ff_text_free(&out);
    request.as_json = true;
    assert_int_equal(ask_for(NULL, &request, apart, hold, &out, NULL), FF_OK);
    assert_non_null(strstr(out.data, "\"khat\":null"));
    ff_text_free(&out);
}

static void requests_are_checked(void **state) {
    (void)state;
    ff_fit_request request = plain;
    request.law = "normal";
    refuse(&request, "dist");
    request = plain;
    request.kind = FF_FIT_CURVE;
    request.limits_percent = 100;
    refuse(&request, "level");
    request.limits_percent = 0;
    refuse(&request, "level");
    request.limits = "logit";
    refuse(&request, "limits");
    request = plain;
    request.kind = FF_FIT_COX;
    request.ties = "cox";
    refuse(&request, "ties");
    request = plain;
    request.kind = FF_FIT_COMPARE;
    request.by = "lace";
    refuse(&request, "rows.csv");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(priors_without_a_peak),
        cmocka_unit_test(priors_out_of_bounds),
        cmocka_unit_test(columns_called_as_figures),
        cmocka_unit_test(columns_near_nothing),
        cmocka_unit_test(draws_that_cannot_be_judged),
        cmocka_unit_test(requests_are_checked),
    };
    return cmocka_run_group_tests_name("fit_questions", tests, NULL, NULL);
}
