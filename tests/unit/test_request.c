/* Requests: routes, statuses, strict input, and the interview over requests that hold nothing
 * open. What each route answers is tested by the examples of docs/api.md. */
#include "support.h"

#include "made_app.h"

#include <footfall/app.h>
#include <footfall/request.h>

#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MOST = 63 }; /* the letters of a word in a query, by docs/api.md */

static int64_t now(void *user) {
    (void)user;
    return 1780315200;
}

static const ff_context context = {.now = now};

static ff_app *open_app(const ff_context *with) {
    ff_app *app;
    ff_error error;
    assert_int_equal(ff_app_open(with, ":memory:", &app, &error), FF_OK);
    return app;
}

/* The answer, parsed by another reader than the writer's own; the caller's, to json_decref. */
static json_t *ask(ff_app *app, const char *method, const char *path, const char *body,
                   int status) {
    ff_answer out;
    ff_answer_init(&out, NULL);
    ff_request request = {method, path, body, body != NULL ? strlen(body) : 0};
    int got = ff_request_answer(&context, app, &request, &out);
    if (got != status) {
        fail_msg("%s %s gave %d, not %d: %s", method, path, got, status, out.text.data);
    }
    assert_null(out.type);
    assert_true(out.text.length > 0 && out.text.data[out.text.length - 1] == '\n');
    json_t *value = json_loadb(out.text.data, out.text.length, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(value);
    ff_answer_free(&out);
    return value;
}

static const char *text_of(const json_t *value, const char *name) {
    const char *text = json_string_value(json_object_get(value, name));
    return text != NULL ? text : "";
}

/* Asks what must fail, and checks which name is at fault. */
static void refuse(ff_app *app, const char *method, const char *path, const char *body, int status,
                   const char *code, const char *where) {
    json_t *value = ask(app, method, path, body, status);
    const json_t *error = json_object_get(value, "error");
    assert_string_equal(text_of(error, "code"), code);
    assert_string_equal(text_of(error, "where"), where);
    assert_true(strlen(text_of(error, "message")) > 0);
    assert_true(strlen(text_of(error, "next")) > 0);
    json_decref(value);
}

static void test_routes(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    json_t *value = ask(app, "GET", "/api", NULL, 200);
    size_t count = 0;
    while (ff_routes()[count].method != NULL) {
        count++;
    }
    assert_int_equal(json_array_size(json_object_get(value, "routes")), count);
    json_decref(value);
    char methods[FF_METHODS_SIZE];
    ff_request_methods("/api/log?x=1", methods);
    assert_string_equal(methods, "POST");
    ff_request_methods("/api/nothing", methods);
    assert_string_equal(methods, "");
    refuse(app, "GET", "/api/log", NULL, 405, "FF_ERR_USAGE", "/api/log");
    refuse(app, "DELETE", "/api/runs", NULL, 405, "FF_ERR_USAGE", "/api/runs");
    refuse(app, "GET", "/api/nothing", NULL, 404, "FF_ERR_NOT_FOUND", "/api/nothing");
    refuse(app, "GET", "/api/", NULL, 404, "FF_ERR_NOT_FOUND", "/api/");
    refuse(app, "GET", "", NULL, 404, "FF_ERR_NOT_FOUND", "");
    ff_request_methods("/api/runs/12", methods);
    assert_string_equal(methods, "GET");
    refuse(app, "POST", "/api/runs/12/chart", "{}", 405, "FF_ERR_USAGE", "/api/runs/12/chart");
    refuse(app, "GET", "/api/runs/12", NULL, 404, "FF_ERR_NOT_FOUND", "");
    refuse(app, "GET", "/api/runs/12?x=1", NULL, 400, "FF_ERR_KEY", "query");
    refuse(app, "GET", "/api/runs/last", NULL, 404, "FF_ERR_NOT_FOUND", "last");
    static const char *const wrong[] = {
        "/api/runs/",       "/api/runs//chart", "/api/runs/12/",       "/api/runs/%31",
        "/api/runs/../why", "/api/runs/1 2",    "/api/runs/12/chart/", "/api/runs/12/charts"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        refuse(app, "GET", wrong[i], NULL, 404, "FF_ERR_NOT_FOUND", wrong[i]);
    }
    refuse(app, "GET", "/api/runs", "{}", 400, "FF_ERR_USAGE", "body");
    refuse(app, "GET", "/api/runs?x=1", NULL, 400, "FF_ERR_KEY", "query");
    ff_app_close(app);
}

static void test_without_a_journal(void **state) {
    (void)state;
    json_decref(ask(NULL, "GET", "/api", NULL, 200));
    json_decref(ask(NULL, "GET", "/api/sites", NULL, 200));
    json_decref(ask(NULL, "POST", "/api/assess", "{}", 200));
    refuse(NULL, "GET", "/api/runs", NULL, 503, "FF_ERR_USAGE", "/api/runs");
}

static void test_strict_bodies(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    const char *const bad_json[] = {"",
                                    "{",
                                    "[]",
                                    "42",
                                    "{\"run\":1}x",
                                    "{\"run\":1,\"run\":2}",
                                    "{\"run\":NaN}",
                                    "{\"shoe\":\"a\\u0000b\",\"run\":1}",
                                    "{\"run\":01}",
                                    "{'run':1}",
                                    "{\"shoe\":\"\xff\"}"};
    for (size_t i = 0; i < sizeof bad_json / sizeof *bad_json; i++) {
        refuse(app, "POST", "/api/log", bad_json[i], 400, "FF_ERR_JSON", "body");
    }
    refuse(app, "POST", "/api/log", "{}", 400, "FF_ERR_KEY", "run");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"nmub\":\"5min\"}", 400, "FF_ERR_KEY", "nmub");
    refuse(app, "POST", "/api/log", "{\"run\":true}", 400, "FF_ERR_VALUE", "run");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"none\":1}", 400, "FF_ERR_VALUE", "none");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"strength\":11}", 400, "FF_ERR_VALUE", "strength");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"strength\":2.5}", 400, "FF_ERR_VALUE",
           "strength");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"from_lap\":0}", 400, "FF_ERR_VALUE", "from_lap");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"from_lap\":4294967297}", 400, "FF_ERR_VALUE",
           "from_lap");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"shoe\":\"\"}", 400, "FF_ERR_VALUE", "shoe");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"gone\":300}", 400, "FF_ERR_VALUE", "gone");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"gone_lap\":0}", 400, "FF_ERR_VALUE", "gone_lap");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"insole\":1}", 400, "FF_ERR_VALUE", "insole");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"hat\":\"none\"}", 400, "FF_ERR_KEY", "hat");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"changed\":\"lacing\"}", 400, "FF_ERR_VALUE",
           "changed");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"changed\":[1]}", 400, "FF_ERR_VALUE", "changed");
    refuse(app, "POST", "/api/log", "{\"run\":1,\"none\":true}", 404, "FF_ERR_NOT_FOUND", "");
    refuse(app, "POST", "/api/log", "{\"run\":\"last\"}", 404, "FF_ERR_NOT_FOUND", "last");
    refuse(app, "POST", "/api/trial/plan", "{}", 400, "FF_ERR_KEY", "changes");
    refuse(app, "POST", "/api/trial/plan", "{\"changes\":\"lacing\"}", 400, "FF_ERR_VALUE",
           "changes");
    refuse(app, "POST", "/api/trial/plan", "{\"changes\":[\"\"]}", 400, "FF_ERR_VALUE", "changes");
    refuse(app, "POST", "/api/trial/plan", "{\"changes\":[]}", 400, "FF_ERR_VALUE", "trial");
    refuse(app, "POST", "/api/trial/plan", "{\"changes\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}", 400,
           "FF_ERR_VALUE", "trial");
    refuse(app, "POST", "/api/trial/plan", "{\"changes\":[\"a\",\"a\"]}", 400, "FF_ERR_VALUE",
           "trial");
    refuse(app, "POST", "/api/trial/plan", "{\"changes\":[\"a\"],\"seed\":1}", 400, "FF_ERR_KEY",
           "seed");
    refuse(app, "POST", "/api/trial/start", "{\"changes\":[\"a\"]}", 400, "FF_ERR_KEY", "seed");
    refuse(app, "POST", "/api/trial/start", "{\"changes\":[\"a\"],\"seed\":-1}", 400,
           "FF_ERR_VALUE", "seed");
    made_app_all_clear(
        app, NULL); /* before that the safety questions come first, whatever the body asks for */
    refuse(app, "POST", "/api/trial/start", "{\"changes\":[\"see_doctor\"],\"seed\":1}", 400,
           "FF_ERR_VALUE", "trial");
    refuse(app, "POST", "/api/trial/end", "{}", 404, "FF_ERR_NONE_YET", "trial");
    refuse(app, "POST", "/api/trial/end", "{\"because\":7}", 400, "FF_ERR_VALUE", "because");
    refuse(app, "POST", "/api/next", "{}", 404, "FF_ERR_NONE_YET", "trial");
    refuse(app, "POST", "/api/next", "{\"now\":1}", 400, "FF_ERR_KEY", "now");
    json_decref(ask(app, "GET", "/api/trial", NULL, 200)); /* that there is none is an answer */
    ff_app_close(app);
}

static void test_too_large(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    size_t size = FF_REQUEST_BODY_MAX + 1;
    char *body = test_malloc(size + 1);
    memset(body, ' ', size);
    body[size] = '\0';
    refuse(app, "POST", "/api/log", body, 413, "FF_ERR_LIMIT", "body");
    body[FF_REQUEST_BODY_MAX] = '\0'; /* at the limit it is read, and is no JSON */
    refuse(app, "POST", "/api/log", body, 400, "FF_ERR_JSON", "body");
    char path[FF_REQUEST_PATH_MAX + 2];
    memset(path, 'a', sizeof path - 1);
    path[0] = '/';
    path[sizeof path - 1] = '\0';
    refuse(app, "GET", path, NULL, 413, "FF_ERR_LIMIT", "path");
    test_free(body);
    ff_app_close(app);
}

static void test_answers_are_checked_before_any_is_kept(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    refuse(app, "POST", "/api/answer", "{\"id\":\"age_years\",\"state\":\"said\"}", 400,
           "FF_ERR_KEY", "value");
    refuse(app, "POST", "/api/answer",
           "{\"id\":\"age_years\",\"state\":\"not_sure\",\"value\":\"41\"}", 400, "FF_ERR_KEY",
           "value");
    refuse(app, "POST", "/api/answer", "{\"id\":\"age_years\",\"state\":\"unsure\"}", 400,
           "FF_ERR_VALUE", "state");
    refuse(app, "POST", "/api/answer", "{\"id\":\"no_such\",\"state\":\"skipped\"}", 400,
           "FF_ERR_KEY", "no_such");
    refuse(app, "POST", "/api/answer",
           "{\"id\":\"age_years\",\"state\":\"said\",\"value\":\"old\"}", 400, "FF_ERR_VALUE",
           "age_years");
    refuse(app, "POST", "/api/answers", "{\"answers\":[]}", 400, "FF_ERR_VALUE", "answers");
    refuse(app, "POST", "/api/answers", "{\"answers\":[1]}", 400, "FF_ERR_VALUE", "answers");
    refuse(app, "POST", "/api/answers",
           "{\"answers\":[{\"id\":\"rf_saddle\",\"state\":\"said\",\"value\":\"yes\"},"
           "{\"id\":\"rf_saddle\",\"state\":\"said\",\"value\":\"maybe\"}]}",
           400, "FF_ERR_VALUE", "rf_saddle");
    json_t *value = ask(app, "GET", "/api/why", NULL, 200);
    const json_t *flags = json_object_get(json_object_get(value, "triage"), "flags");
    assert_int_equal(json_array_size(flags), 0); /* the good answer was not kept either */
    json_decref(value);
    ff_app_close(app);
}

static void test_an_urgent_answer_is_told_at_once(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    json_t *value = ask(app, "POST", "/api/answer",
                        "{\"id\":\"rf_saddle\",\"state\":\"said\",\"value\":\"yes\"}", 200);
    const json_t *triage = json_object_get(value, "triage");
    assert_string_equal(text_of(triage, "level"), "emergency");
    assert_string_equal(text_of(json_array_get(json_object_get(triage, "flags"), 0), "id"),
                        "rf_saddle");
    json_decref(value);
    ff_app_close(app);
}

/* The ids of a checklist page, "a,b,c". */
static void page_ids(const json_t *step, char *ids, size_t size) {
    ids[0] = '\0';
    size_t i;
    json_t *flag;
    json_array_foreach(json_object_get(step, "flags"), i, flag) {
        assert_true(strlen(ids) + strlen(text_of(flag, "id")) + 2 < size);
        strcat(strcat(ids, i > 0 ? "," : ""), text_of(flag, "id"));
    }
}

static void test_skips_come_with_the_question(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    char path[2048] = "/api/question?skip=", ids[1024];
    json_t *value = ask(app, "GET", "/api/question", NULL, 200);
    assert_string_equal(text_of(value, "step"), "checklist");
    assert_string_equal(text_of(value, "level"), "emergency");
    page_ids(value, ids, sizeof ids);
    assert_non_null(strstr(ids, "rf_saddle"));
    json_decref(value);
    strcat(path, ids);
    value = ask(app, "GET", path, NULL, 200);
    assert_string_equal(text_of(value, "step"), "checklist");
    assert_string_not_equal(text_of(value, "level"), "emergency");
    json_decref(value);
    value = ask(app, "GET", "/api/question", NULL, 200); /* nothing was kept of the skips */
    assert_string_equal(text_of(value, "level"), "emergency");
    json_decref(value);
    ff_app_close(app);
}

static void test_queries(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    json_t *value = ask(app, "GET", "/api/question?again=relief_lace", NULL, 200);
    assert_string_equal(text_of(json_object_get(value, "question"), "finding"), "relief_lace");
    json_decref(value);
    json_decref(ask(app, "GET", "/api/question?", NULL, 200));
    json_decref(ask(app, "GET", "/api/question?skip=", NULL, 200));
    refuse(app, "GET", "/api/question?again=no_such", NULL, 404, "FF_ERR_NOT_FOUND", "no_such");
    refuse(app, "GET", "/api/question?again=heat,side", NULL, 400, "FF_ERR_VALUE", "again");
    refuse(app, "GET", "/api/question?skip=no_such", NULL, 400, "FF_ERR_KEY", "no_such");
    refuse(app, "GET", "/api/question?skip=a%2Cb", NULL, 400, "FF_ERR_VALUE", "skip");
    refuse(app, "GET", "/api/question?skip=,", NULL, 400, "FF_ERR_VALUE", "skip");
    refuse(app, "GET", "/api/question?skip=heat&skip=heat", NULL, 400, "FF_ERR_KEY", "skip");
    refuse(app, "GET", "/api/question?skip", NULL, 400, "FF_ERR_KEY", "skip");
    refuse(app, "GET", "/api/question?ski=heat", NULL, 400, "FF_ERR_KEY", "ski");
    refuse(app, "GET", "/api/question?=x", NULL, 400, "FF_ERR_KEY", "");
    refuse(app, "GET", "/api/question?skip=heat,", NULL, 400, "FF_ERR_VALUE", "skip");
    ff_app_close(app);
}

/* Every route reads its words alike: none is guessed, dropped or taken twice. */
static void test_all_routes_read_their_words_alike(void **state) {
    (void)state;
    static const struct {
        const char *path, *word;
        bool yes_or_no;
    } routes[] = {{"/api/size", "foot", false},          {"/api/size", "downhill", true},
                  {"/api/fit-shoe", "sock", false},      {"/api/fit-shoe", "downhill", true},
                  {"/api/pad", "length", false},         {"/api/pad", "side", false},
                  {"/api/lace", "pairs", false},         {"/api/lace", "heel_slip", true},
                  {"/api/why", "explain", false},        {"/api/question", "again", false},
                  {"/api/plan/calendar", "alarm", false}};
    ff_app *app = open_app(&context);
    char overlong[WORD_MOST + 2];
    memset(overlong, 'a', sizeof overlong - 1);
    overlong[sizeof overlong - 1] = '\0';
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++) {
        const char *word = routes[i].word;
        const struct {
            const char *value, *code, *where;
        } wrong[] = {{"=", "FF_ERR_VALUE", word},
                     {"=1,2", "FF_ERR_VALUE", word},
                     {"=1&nonsense=1", "FF_ERR_KEY", "nonsense"},
                     {"=%31", "FF_ERR_VALUE", word},
                     {"", "FF_ERR_KEY", word},
                     {"=a+b", "FF_ERR_VALUE", word},
                     {"=1,", "FF_ERR_VALUE", word}};
        char path[256];
        for (size_t w = 0; w < sizeof wrong / sizeof *wrong; w++) {
            bool later = routes[i].yes_or_no && w == 2; /* its value is wrong before */
            snprintf(path, sizeof path, "%s?%s%s", routes[i].path, word, wrong[w].value);
            refuse(app, "GET", path, NULL, 400, later ? "FF_ERR_VALUE" : wrong[w].code,
                   later ? word : wrong[w].where);
        }
        const char *good = routes[i].yes_or_no ? "yes" : "1";
        snprintf(path, sizeof path, "%s?%s=%s&%s=%s", routes[i].path, word, good, word, good);
        refuse(app, "GET", path, NULL, 400, "FF_ERR_KEY", word);
        snprintf(path, sizeof path, "%s?%s=%s", routes[i].path, word, overlong);
        refuse(app, "GET", path, NULL, 400, "FF_ERR_VALUE", word);
        snprintf(path, sizeof path, "%s?%s=1", routes[i].path, overlong);
        overlong[WORD_MOST] = '\0'; /* as much of it as an error names */
        refuse(app, "GET", path, NULL, 400, "FF_ERR_KEY", overlong);
        overlong[WORD_MOST] = 'a';
    }
    ff_app_close(app);
}

/* A figure is told as a number or as it would be typed, by every route that takes one. */
static void test_figures_are_numbers_or_texts(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    json_decref(ask(app, "POST", "/api/pad", "{\"length\":262,\"width\":\"10.1cm\"}", 200));
    json_decref(ask(app, "POST", "/api/pad", "{\"length\":\"262\"}", 200));
    json_decref(
        ask(app, "POST", "/api/feet", "{\"side\":\"left\",\"length\":262,\"error\":2}", 200));
    json_decref(ask(app, "POST", "/api/home-tests/lunge", "{\"left\":6,\"right\":\"11cm\"}", 200));
    refuse(app, "POST", "/api/pad", "{\"length\":true}", 400, "FF_ERR_VALUE", "length");
    refuse(app, "POST", "/api/feet", "{\"side\":\"left\",\"length\":\"\"}", 400, "FF_ERR_VALUE",
           "length");
    refuse(app, "POST", "/api/shoes", "{\"shoe\":\"A\",\"inner_length\":[1]}", 400, "FF_ERR_VALUE",
           "inner_length");
    ff_app_close(app);
}

static void test_an_option_that_is_no_evidence_is_not_sure(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    json_decref(ask(app, "POST", "/api/answer",
                    "{\"id\":\"relief_lace\",\"state\":\"said\",\"value\":\"not_tried\"}", 200));
    json_t *value = ask(app, "GET", "/api/why", NULL, 200);
    assert_int_equal(json_integer_value(json_object_get(value, "answered")), 0);
    json_decref(value);
    ff_app_close(app);
}

/* What to buy is no different from what to do: a red flag is never outvoted. */
static void test_no_shoe_is_proposed_under_a_flag(void **state) {
    (void)state;
    ff_app *app = open_app(&context);
    json_decref(ask(app, "POST", "/api/feet", "{\"side\":\"left\",\"length\":262}", 200));
    json_t *value = ask(app, "GET", "/api/fit-shoe", NULL, 200);
    assert_non_null(json_object_get(value, "ask"));
    json_decref(value);
    json_decref(ask(app, "POST", "/api/answer",
                    "{\"id\":\"rf_bone\",\"state\":\"said\",\"value\":\"yes\"}", 200));
    value = ask(app, "GET", "/api/fit-shoe", NULL, 200);
    assert_null(json_object_get(value, "ask"));
    assert_true(strlen(text_of(value, "refused")) > 0);
    assert_string_equal(text_of(json_object_get(value, "triage"), "level"), "within_days");
    json_decref(value);
    json_decref(ask(app, "POST", "/api/feet", "{\"side\":\"right\",\"length\":264}", 200));
    json_decref(ask(app, "GET", "/api/size", NULL, 200));
    ff_app_close(app);
}

/* Every allocation fails once: the answer is an error or is right, and nothing is lost. */
/* Whichever allocation fails, the answer is whole or an error, and nothing is left behind. */
static void run_out_of_memory(const char *path) {
    ff_request request = {"GET", path, NULL, 0};
    int status = 0;
    for (size_t n = 1; status != 200; n++) {
        assert_true(n < 10000);
        failing_allocator failing;
        failing_allocator_init(&failing, 0);
        const ff_context with = {.allocator = &failing.allocator, .now = now};
        ff_app *app = open_app(&with);
        ff_answer out;
        ff_answer_init(&out, &with);
        failing.calls = 0;
        failing.fail_from = n;
        status = ff_request_answer(&with, app, &request, &out);
        assert_true(status == 200 || status == 500);
        failing.fail_from = 0;
        ff_answer_free(&out);
        ff_app_close(app);
        assert_int_equal(failing.held, 0);
    }
}

static void test_memory_runs_out(void **state) {
    (void)state;
    run_out_of_memory("/api/question?skip=rf_saddle");
    run_out_of_memory("/api/lace?where=instep,ankle&heel_slip=yes&friction=0.1");
    run_out_of_memory("/api/lace?pattern=two_laces&pairs=8");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_routes),
        cmocka_unit_test(test_without_a_journal),
        cmocka_unit_test(test_strict_bodies),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_answers_are_checked_before_any_is_kept),
        cmocka_unit_test(test_an_urgent_answer_is_told_at_once),
        cmocka_unit_test(test_skips_come_with_the_question),
        cmocka_unit_test(test_queries),
        cmocka_unit_test(test_all_routes_read_their_words_alike),
        cmocka_unit_test(test_figures_are_numbers_or_texts),
        cmocka_unit_test(test_an_option_that_is_no_evidence_is_not_sure),
        cmocka_unit_test(test_no_shoe_is_proposed_under_a_flag),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
