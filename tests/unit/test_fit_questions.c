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

static ff_code ask(const ff_context *context, const ff_fit_request *request, const char *table,
                   const char *given, ff_error *error) {
    ff_bytes bytes, more;
    ff_text out;
    bool finite;
    ff_bytes_of_memory(&bytes, table, strlen(table), "rows.csv");
    if (given != NULL) {
        ff_bytes_of_memory(&more, given, strlen(given), "priors.json");
    }
    ff_text_init(&out, ff_context_allocator(context));
    ff_code code =
        ff_fit_bytes(context, request, &bytes, given != NULL ? &more : NULL, &out, &finite, error);
    assert_true(code != FF_OK || (out.length > 0 && out.data[out.length - 1] == '\n'));
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
        cmocka_unit_test(requests_are_checked),
    };
    return cmocka_run_group_tests_name("fit_questions", tests, NULL, NULL);
}
