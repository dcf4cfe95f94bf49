/* A trial from a file: against what the method's own prototype gave for made-up runners, and what
 * cannot be analysed. */
#include "support.h"

#include <footfall/error.h>
#include <footfall/trial_file.h>

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static json_t *analyse(const char *text) {
    ff_text out;
    ff_error error;
    ff_text_init(&out, NULL);
    ff_code code = ff_trial_analyse_json(NULL, text, strlen(text), true, &out, &error);
    if (code != FF_OK) {
        fail_msg("%s: %s", error.where, error.message);
    }
    json_t *json = json_loads(out.data, JSON_DECODE_INT_AS_REAL, NULL);
    ff_text_free(&out);
    assert_non_null(json);
    return json;
}

static json_t *named(json_t *list, const char *id) {
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item) {
        if (strcmp(json_string_value(json_object_get(item, "id")), id) == 0) {
            return item;
        }
    }
    return NULL;
}

static double number(const json_t *object, const char *key) {
    assert_true(json_is_number(json_object_get(object, key)));
    return json_number_value(json_object_get(object, key));
}

/* Means within a tenth of an SD, chances within 0.04. What is weighed with the causes is looser: the
 * knowledge has other effects than the prototype where "structure" and "neuropathy" are concerned. */
static void check_runner(json_t *got, json_t *expected) {
    const char *id;
    json_t *change, *after;
    json_object_foreach(json_object_get(expected, "changes"), id, change) {
        json_t *mine = named(json_object_get(got, "changes"), id);
        if (strcmp(json_string_value(json_object_get(mine, "state")), "known") != 0) {
            continue;
        }
        double sd = number(change, "sd");
        assert_true(fabs(number(mine, "mean_log_ratio") - number(change, "mean")) < 0.1 * sd);
        assert_true(fabs(number(mine, "sd") / sd - 1) < 0.1);
        assert_true(fabs(log(number(mine, "low")) - number(change, "q05")) < 0.45 * sd);
        assert_true(fabs(number(mine, "p_helps") - number(change, "p_tr_gt_1_1")) < 0.04);
        assert_true(fabs(number(mine, "p_helps_mixture") - number(change, "mix_p_tr_gt_1_1")) < 0.07);
    }
    json_object_foreach(json_object_get(expected, "cause_posterior"), id, after) {
        json_t *mine = named(json_object_get(got, "causes"), id);
        assert_true(fabs(number(mine, "after") - json_number_value(after)) < 0.04);
    }
}

static void as_prototype(void **state) {
    (void)state;
    char path[4096];
    static char line[1 << 18];
    if (shared_folder() == NULL) {
        skip();
    }
    snprintf(path, sizeof path, "%s/trial/runners-open-expected.json", shared_folder());
    json_t *expected = json_load_file(path, JSON_DECODE_INT_AS_REAL, NULL);
    snprintf(path, sizeof path, "%s/trial/runners-open.jsonl", shared_folder());
    FILE *file = fopen(path, "r");
    assert_non_null(expected);
    assert_non_null(file);
    for (size_t i = 0; i < 20 && fgets(line, sizeof line, file) != NULL; i++) {
        json_t *got = analyse(line);
        check_runner(got, json_array_get(json_object_get(expected, "runners"), i));
        json_decref(got);
    }
    fclose(file);
    json_decref(expected);
}

/* ---- by hand ---- */

#define RUN(i, with, minutes, onset)                                                                  \
    "{\"i\":" #i ",\"changes\":{\"lacing\":" #with "},\"duration_min\":" #minutes ",\"onset\":" onset "}"
#define AT(t)     "{\"kind\":\"exact\",\"t_min\":" #t "}"
#define NONE(t)   "{\"kind\":\"right\",\"lo_min\":" #t "}"
#define CAUSES    "\"prior_causes\":{\"laces\":0.5,\"other\":0.5},"
#define FILE_OF(runs) "{\"tried\":[\"lacing\"]," CAUSES "\"runs\":[" runs "]}"

static const char *text_of(json_t *json, const char *key) {
    return json_string_value(json_object_get(json_array_get(json_object_get(json, "changes"), 0), key));
}

static void expect(const char *file, const char *key, const char *value) {
    json_t *json = analyse(file);
    assert_string_equal(text_of(json, key), value);
    json_decref(json);
}

static void too_little(void **state) {
    (void)state;
    expect(FILE_OF(""), "state", "never_made");
    expect(FILE_OF(RUN(1, 0, 40, AT(20))), "state", "never_made");
    expect(FILE_OF(RUN(1, 1, 40, AT(20)) "," RUN(2, 1, 40, AT(25))), "state", "always_made");
    /* One of each is not settled, whatever it shows. */
    expect(FILE_OF(RUN(1, 0, 90, AT(10)) "," RUN(2, 1, 90, NONE(90))), "verdict", "not_settled");
    /* All without numbness: nothing tells the change from the usual. */
    expect(FILE_OF(RUN(1, 0, 40, NONE(40)) "," RUN(2, 1, 40, NONE(40))), "verdict", "not_settled");
    expect(FILE_OF(RUN(1, 0, 40, NONE(40)) "," RUN(2, 1, 40, NONE(40))), "state", "never_numb");
}

static json_t *change_of(json_t *json) {
    return json_array_get(json_object_get(json, "changes"), 0);
}

/* No figure that these runs cannot tell. */
static void no_figure_made_up(void **state) {
    (void)state;
    json_t *json = analyse(FILE_OF(RUN(1, 0, 40, NONE(40)) "," RUN(2, 1, 40, NONE(40))));
    static const char *const of_change[] = {"low", "median", "high", "minutes_with", "minutes_without",
                                            "p_helps", "p_helps_mixture", "bayes_factor", "runs_to_go"};
    for (size_t i = 0; i < sizeof of_change / sizeof *of_change; i++) {
        assert_null(json_object_get(change_of(json), of_change[i]));
    }
    assert_null(json_object_get(json, "median_min"));
    assert_null(json_object_get(json, "sigma"));
    json_decref(json);
    json = analyse(FILE_OF(RUN(1, 0, 40, AT(20))));
    assert_non_null(json_object_get(json, "median_min"));
    assert_null(json_object_get(json, "sigma"));
    assert_null(json_object_get(json, "drift_per_ten_runs"));
    json_decref(json);
}

static const char *next_of(json_t *json) {
    return json_string_value(json_object_get(json_object_get(json, "next_run"), "change"));
}

/* Where every run was with the change, the usual is what would tell. */
static void always_with_it(void **state) {
    (void)state;
    json_t *json = analyse(FILE_OF(RUN(1, 1, 40, AT(20))));
    assert_string_equal(next_of(json), "usual");
    json_decref(json);
    json = analyse(FILE_OF(RUN(1, 0, 40, AT(20))));
    assert_string_equal(next_of(json), "lacing");
    json_decref(json);
}

/* Of more changes than the next run can be chosen of, those that promise most are looked at, wherever they
 * stand among the others. */
static void many_changes(void **state) {
    (void)state;
#define MANY(tried) "{\"tried\":[" tried "]," CAUSES "\"runs\":[" RUN(1, 0, 40, AT(20)) "," RUN(2, 1, 40, AT(30)) "]}"
#define LIKELY "\"lacing\",\"shoe_wide\",\"cadence\",\"load_down\""
#define VAIN   "\"one\",\"two\",\"three\",\"four\",\"five\",\"six\""
    json_t *front = analyse(MANY(LIKELY "," VAIN)), *back = analyse(MANY(VAIN "," LIKELY));
    json_t *few = analyse(MANY(LIKELY));
    assert_non_null(next_of(few));
    assert_true(json_equal(json_object_get(front, "next_run"), json_object_get(few, "next_run")));
    assert_true(json_equal(json_object_get(back, "next_run"), json_object_get(few, "next_run")));
    json_decref(front);
    json_decref(back);
    json_decref(few);
}

#define ALTERNATELY                                                                                 \
    RUN(1, 0, 45, AT(20)) "," RUN(2, 1, 45, AT(33)) "," RUN(3, 0, 45, AT(22)) "," RUN(4, 1, 45, NONE(45)) "," \
    RUN(5, 1, 45, AT(36)) "," RUN(6, 0, 45, AT(18)) "," RUN(7, 0, 45, AT(21)) "," RUN(8, 1, 45, NONE(45)) "," \
    RUN(9, 0, 45, AT(19)) "," RUN(10, 1, 45, AT(35))

/* More changes than a trial has arms, those that promise most at the end; what is made over weeks is not
 * proposed for one run. */
static void many_tried(void **state) {
    (void)state;
    json_t *json = analyse("{\"tried\":[\"stretch\",\"load_down\",\"x\",\"y\",\"z\",\"metpad\",\"lacing\"]," CAUSES
                           "\"runs\":[" RUN(1, 0, 40, AT(20)) "," RUN(2, 0, 45, AT(24)) "]}");
    const char *next = next_of(json);
    assert_true(strcmp(next, "metpad") == 0 || strcmp(next, "lacing") == 0);
    json_decref(json);
}

/* Sixteen changes in ten runs: whatever was drawn would have no mean, so no figure is given. */
static void too_many(void **state) {
    (void)state;
    static const unsigned made[] = {0xb4f4, 0x6509, 0xda59, 0xcb6b, 0xf035, 0x7da5, 0x5083, 0xfd19, 0x8abc, 0x2e58};
    ff_text file;
    ff_text_init(&file, NULL);
    ff_text_add(&file, "{\"tried\":[");
    for (int c = 0; c < 16; c++) {
        ff_text_addf(&file, "%s\"c%d\"", c > 0 ? "," : "", c);
    }
    ff_text_add(&file, "]," CAUSES "\"runs\":[");
    for (int i = 0; i < 10; i++) {
        ff_text_addf(&file, "%s{\"changes\":{", i > 0 ? "," : "");
        for (int c = 0; c < 16; c++) {
            ff_text_addf(&file, "%s\"c%d\":%u", c > 0 ? "," : "", c, made[i] >> c & 1);
        }
        ff_text_addf(&file, "},\"duration_min\":40,\"onset\":{\"kind\":\"exact\",\"t_min\":%d}}", 20 + i);
    }
    ff_text_add(&file, "]}");
    json_t *json = analyse(file.data), *changes = json_object_get(json, "changes"), *change;
    size_t c, withheld = 0;
    json_array_foreach(changes, c, change) {
        assert_null(json_object_get(change, "median"));
        withheld += strcmp(json_string_value(json_object_get(change, "state")), "too_many") == 0;
    }
    assert_true(withheld > 0);
    assert_null(json_object_get(json, "sigma"));
    json_t *laces = named(json_object_get(json, "causes"), "laces");
    assert_true(number(laces, "after") == number(laces, "before"));
    json_decref(json);
    ff_text_free(&file);
}

static void settled(void **state) {
    (void)state;
    expect(FILE_OF(ALTERNATELY), "verdict", "works");
    /* The same times, first all without, then all with: no proof. */
    json_t *json = analyse(FILE_OF(
        RUN(1, 0, 45, AT(20)) "," RUN(3, 0, 45, AT(22)) "," RUN(6, 0, 45, AT(18)) "," RUN(7, 0, 45, AT(21)) ","
        RUN(9, 0, 45, AT(19)) "," RUN(2, 1, 45, AT(33)) "," RUN(4, 1, 45, NONE(45)) "," RUN(5, 1, 45, AT(36)) ","
        RUN(8, 1, 45, NONE(45)) "," RUN(10, 1, 45, AT(35))));
    assert_string_equal(text_of(json, "verdict"), "promising");
    assert_true(json_is_true(
        json_object_get(json_array_get(json_object_get(json, "changes"), 0), "before_after")));
    json_decref(json);
}

/* Turned round, the same runs say that it makes it worse. */
static void worse(void **state) {
    (void)state;
    expect(FILE_OF(RUN(1, 1, 45, AT(20)) "," RUN(2, 0, 45, AT(33)) "," RUN(3, 1, 45, AT(22)) ","
                   RUN(4, 0, 45, NONE(45)) "," RUN(5, 0, 45, AT(36)) "," RUN(6, 1, 45, AT(18)) ","
                   RUN(7, 1, 45, AT(21)) "," RUN(8, 0, 45, NONE(45)) "," RUN(9, 1, 45, AT(19)) ","
                   RUN(10, 0, 45, AT(35))),
           "verdict", "makes_it_worse");
}

static double ratio_with(const char *file) {
    json_t *json = analyse(file);
    double median = json_number_value(json_object_get(change_of(json), "median"));
    assert_true(median > 0);
    json_decref(json);
    return median;
}

/* A change with which it was felt coming promises less than one with which nothing was felt, and more than one with
 * which it came. */
static void felt_coming(void **state) {
    (void)state;
#define WITH(onset)                                                                                         \
    FILE_OF(RUN(1, 0, 40, AT(20)) "," RUN(2, 1, 40, onset) "," RUN(3, 0, 40, AT(25)) "," RUN(4, 1, 40, onset))
#define COMING "{\"kind\":\"interval\",\"lo_min\":40,\"hi_min\":52}"
    double came = ratio_with(WITH(AT(36))), felt = ratio_with(WITH(COMING)), none = ratio_with(WITH(NONE(40)));
    assert_true(came < felt && felt < none);
    json_t *json = analyse(WITH(COMING));
    assert_true(json_number_value(json_object_get(json, "numb")) == 2);
    assert_true(json_number_value(json_object_get(json, "coming")) == 2);
    json_decref(json);
    /* Felt coming on every run, it is known all the same when it comes. */
    expect(FILE_OF(RUN(1, 0, 40, COMING) "," RUN(2, 1, 40, COMING)), "state", "known");
}

static void refuse(const char *file, ff_code code, const char *where, const char *words) {
    ff_text out;
    ff_error error;
    ff_text_init(&out, NULL);
    assert_int_equal(ff_trial_analyse_json(NULL, file, strlen(file), true, &out, &error), code);
    if (where != NULL) {
        assert_string_equal(error.where, where);
    }
    assert_non_null(strstr(error.message, words));
    ff_text_free(&out);
}

static void refused(void **state) {
    (void)state;
    refuse("{", FF_ERR_JSON, NULL, "line 1");
    refuse("[]", FF_ERR_VALUE, "", "one object");
    refuse("{\"tried\":1}", FF_ERR_VALUE, "tried", "list");
    refuse("{\"tried\":[\"a\",\"a\"]}", FF_ERR_VALUE, "tried", "another change");
    refuse("{\"tried\":[\"usual\"]}", FF_ERR_VALUE, "tried", "another change");
    refuse("{\"tried\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\",\"12\",\"13\",\"14\","
           "\"15\",\"16\",\"17\"]}",
           FF_ERR_VALUE, "tried", "cannot be told apart");
    refuse(FILE_OF(RUN(1, 0, 40, AT(45))), FF_ERR_VALUE, "runs[0].t_min", "after the end");
    refuse(FILE_OF(RUN(1, 0, 40, AT(-3))), FF_ERR_VALUE, "runs[0].t_min", "more than 0");
    refuse(FILE_OF(RUN(1, 0, 0, AT(3))), FF_ERR_VALUE, "runs[0].duration_min", "more than 0");
    refuse(FILE_OF(RUN(1, 0, 40, AT(3)) "," RUN(1, 0, 40, AT(3))), FF_ERR_VALUE, "runs[1].i",
           "give each run once");
    refuse(FILE_OF(RUN(1, 2, 40, AT(3))), FF_ERR_VALUE, "runs[0].changes", "made (1) or not (0)");
    refuse(FILE_OF(RUN(1, 0, 40, "{\"kind\":\"interval\",\"lo_min\":9,\"hi_min\":9}")), FF_ERR_VALUE,
           "runs[0].onset.hi_min", "more than lo_min");
    refuse(FILE_OF(RUN(1, 0, 40, "{\"kind\":\"interval\",\"lo_min\":9,\"hi_min\":90}")), FF_ERR_VALUE,
           "runs[0].onset.hi_min", "after the end");
    refuse(FILE_OF(RUN(1, 0, 40, "{\"kind\":\"interval\",\"lo_min\":39,\"hi_min\":52}")), FF_ERR_VALUE,
           "runs[0].onset.hi_min", "after the end");
    refuse(FILE_OF(RUN(1, 0, 40, "{\"kind\":\"interval\",\"lo_min\":42,\"hi_min\":52}")), FF_ERR_VALUE,
           "runs[0].onset.lo_min", "after the end");
    refuse(FILE_OF(RUN(1, 0, 1e9, AT(3))), FF_ERR_VALUE, "runs[0].duration_min", "less than 100000");
#define BY(by) "{\"tried\":[],\"runs\":[{\"duration_min\":40,\"onset\":" AT(3) "," by "}]}"
    refuse(BY("\"pace_min_km\":0"), FF_ERR_VALUE, "runs[0].pace_min_km", "1 to 120");
    refuse(BY("\"pace_min_km\":360"), FF_ERR_VALUE, "runs[0].pace_min_km", "1 to 120");
    refuse(BY("\"temp_c\":-273"), FF_ERR_VALUE, "runs[0].temp_c", "Celsius");
    refuse(BY("\"climb_m\":1e300"), FF_ERR_VALUE, "runs[0].climb_m", "metres");
    refuse(BY("\"weekly_km\":-1"), FF_ERR_VALUE, "runs[0].weekly_km", "kilometres");
    refuse(FILE_OF(RUN(1, 0, 40, "{\"kind\":\"late\"}")), FF_ERR_VALUE, "runs[0].onset.kind", "exact");
    refuse("{\"tried\":[\"lacing\"],\"runs\":[],\"prior_causes\":{\"gout\":0.5}}", FF_ERR_KEY, "gout",
           "no cause");
    refuse("{\"tried\":[\"lacing\"],\"runs\":[],\"prior_causes\":{\"laces\":1.5}}", FF_ERR_VALUE, "laces",
           "0 to 1");
    refuse("{\"tried\":[\"lacing\"],\"runs\":[],\"prior_causes\":{\"laces\":0}}", FF_ERR_VALUE, NULL,
           "no cause has a probability");
}

/* Two changes that always go together have no figures of their own. */
static void together(void **state) {
    (void)state;
#define BOTH(i, with, onset)                                                                          \
    "{\"i\":" #i ",\"changes\":{\"lacing\":" #with ",\"insole\":" #with                                 \
    "},\"duration_min\":45,\"onset\":" onset "}"
    json_t *json = analyse("{\"tried\":[\"lacing\",\"insole\"]," CAUSES "\"runs\":[" BOTH(1, 0, AT(20)) ","
                           BOTH(2, 1, AT(30)) "," BOTH(3, 0, AT(21)) "," BOTH(4, 1, AT(33)) "]}");
    assert_string_equal(text_of(json, "state"), "goes_with");
    assert_string_equal(text_of(json, "other"), "insole");
    assert_null(json_object_get(json_array_get(json_object_get(json, "changes"), 0), "low"));
    json_decref(json);
}

/* The same bytes out for the same bytes in. */
static void repeatable(void **state) {
    (void)state;
    ff_text out[2];
    for (int i = 0; i < 2; i++) {
        ff_text_init(&out[i], NULL);
        assert_int_equal(ff_trial_analyse_json(NULL, FILE_OF(ALTERNATELY), strlen(FILE_OF(ALTERNATELY)),
                                               true, &out[i], NULL),
                         FF_OK);
    }
    assert_string_equal(out[0].data, out[1].data);
    ff_text_free(&out[0]);
    ff_text_free(&out[1]);
}

/* Without memory it says so, and leaks none. */
static void no_memory(void **state) {
    (void)state;
    for (size_t n = 1; n < 60; n += 3) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_context context = {.allocator = &failing.allocator};
        ff_text out;
        ff_text_init(&out, NULL);
        ff_code code = ff_trial_analyse_json(&context, FILE_OF(ALTERNATELY),
                                             strlen(FILE_OF(ALTERNATELY)), false, &out, NULL);
        assert_true(code == FF_ERR_MEMORY || code == FF_OK);
        assert_int_equal(failing.held, 0);
        ff_text_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_prototype), cmocka_unit_test(too_little), cmocka_unit_test(no_figure_made_up),
        cmocka_unit_test(always_with_it), cmocka_unit_test(many_changes), cmocka_unit_test(settled), cmocka_unit_test(felt_coming),
        cmocka_unit_test(many_tried), cmocka_unit_test(too_many),
        cmocka_unit_test(worse),        cmocka_unit_test(refused),    cmocka_unit_test(together),
        cmocka_unit_test(repeatable),   cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests_name("trial_file", tests, NULL, NULL);
}
