/* Home tests and routines: what readings mean at their limits, that every result has an answer,
 * that a result never calms a red flag, and what is refused while one is up. */
#include "support.h"

#include "app/collect.h"
#include "made_app.h"

#include <footfall/body.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

static const ff_home_test *test_of(const char *id) {
    const ff_home_test *test = ff_knowledge_home_test(k, id);
    assert_non_null(test);
    return test;
}

/* "unsure", or the id of the level that the readings give in the unit of that number. */
static const char *judge(const char *id, size_t unit, double left, double right) {
    const ff_home_test *test = test_of(id);
    assert_true(unit < test->measure_count);
    ff_test_result result = ff_home_test_judge(test, &test->measures[unit], left, right);
    return result.level < 0 ? "unsure" : test->fact->levels[result.level].id;
}

/* The lunge: under 9 cm is stiff, and one reading may be 1.3 cm off. */
static void test_a_reading_counts_where_its_error_does(void **state) {
    (void)state;
    assert_string_equal(judge("lunge", 0, 7.6, 12), "yes");
    assert_string_equal(judge("lunge", 0, 7.8, 12), "unsure");  /* up to 9.1 */
    assert_string_equal(judge("lunge", 0, 10.2, 12), "unsure"); /* from 8.9 */
    assert_string_equal(judge("lunge", 0, 10.4, 12), "no");
    assert_string_equal(judge("lunge", 0, 12, 7.6), "yes");
    assert_string_equal(judge("lunge", 1, 31, 40), "yes"); /* degrees: 35, 3.3 off */
    assert_string_equal(judge("lunge", 1, 33, 40), "unsure");
    assert_string_equal(judge("lunge", 1, 39, 40), "no");
    const ff_home_test *test = test_of("lunge");
    ff_test_result result = ff_home_test_judge(test, &test->measures[0], 8.5, 11);
    assert_true(result.by_limit);
    assert_true(result.at == 9);
}

/* One side beyond a limit is enough; one side within all of them is not. */
static void test_one_side_alone(void **state) {
    (void)state;
    assert_string_equal(judge("lunge", 0, 6, NAN), "yes");
    assert_string_equal(judge("lunge", 0, NAN, 14), "unsure");
    assert_string_equal(judge("foot_line", 0, NAN, 13), "pronated");
    assert_string_equal(judge("foot_line", 0, 4, NAN), "unsure");
    const ff_home_test *test = test_of("lunge");
    assert_false(ff_home_test_judge(test, &test->measures[0], 14, NAN).whole);
    assert_true(ff_home_test_judge(test, &test->measures[0], NAN, NAN).level < 0);
}

/* Three answers: over 10 mm, under -3 mm, and between; 1.8 mm off. */
static void test_levels_beyond_two_limits(void **state) {
    (void)state;
    assert_string_equal(judge("foot_line", 0, 3.7, 5), "usual");
    assert_string_equal(judge("foot_line", 0, 12, 5), "pronated");
    assert_string_equal(judge("foot_line", 0, 11, 5), "unsure");
    assert_string_equal(judge("foot_line", 0, -5, 5), "supinated");
    assert_string_equal(judge("foot_line", 0, -4, 5), "unsure");
    const ff_home_test *test = test_of("foot_line");
    ff_test_result result = ff_home_test_judge(test, &test->measures[0], 13, -6);
    assert_true(result.level < 0 && result.contradict);
}

/* Heel raises: 20 with 4.4 off; and 5 fewer than the other side, which counts from 5 + 6.2 on. */
static void test_sides_that_differ(void **state) {
    (void)state;
    assert_string_equal(judge("heel_raise", 0, 30, 28), "no");
    assert_string_equal(judge("heel_raise", 0, 15, 30), "yes");
    assert_string_equal(judge("heel_raise", 0, 22, 30), "unsure"); /* 17.6 to 26.4 */
    assert_string_equal(judge("heel_raise", 0, 25, 30), "unsure"); /* 5 apart may be noise */
    assert_string_equal(judge("heel_raise", 0, 30, 42), "yes");    /* 12 apart */
    assert_string_equal(judge("heel_raise", 0, 30, 41), "unsure");
}

/* Touches missed on both feet are added: 2 of 6 is the limit of the studies. */
static void test_misses_are_added(void **state) {
    (void)state;
    assert_string_equal(judge("ipswich", 0, 1, 1), "yes");
    assert_string_equal(judge("ipswich", 0, 0, 1), "no");
    assert_string_equal(judge("ipswich", 0, 2, NAN), "yes");
    assert_string_equal(judge("ipswich", 0, 0, NAN), "unsure");
}

/* Over the whole range a larger error never makes a result surer. */
static void test_more_error_is_never_surer(void **state) {
    (void)state;
    for (size_t t = 0; t < k->home_test_count; t++) {
        for (size_t u = 0; u < k->home_tests[t].measure_count; u++) {
            ff_test_measure more = k->home_tests[t].measures[u];
            more.error *= 2;
            for (double v = more.low; v <= more.high; v += (more.high - more.low) / 97) {
                int sure = ff_home_test_judge(&k->home_tests[t], &more, v, v).level;
                int before =
                    ff_home_test_judge(&k->home_tests[t], &k->home_tests[t].measures[u], v, v)
                        .level;
                assert_true(sure == -1 || sure == before);
            }
        }
    }
}

static void test_every_answer_has_its_words(void **state) {
    (void)state;
    for (size_t t = 0; t < k->home_test_count; t++) {
        const ff_home_test *test = &k->home_tests[t];
        assert_ptr_equal(test->fact, ff_knowledge_fact(k, test->fact->id));
        for (size_t l = 0; l < test->fact->level_count; l++) {
            assert_true(strlen(test->means[l]) > 0 && strlen(test->act[l]) > 0);
        }
        assert_true(test->step_count >= 2 && test->picture->shape_count > 0);
        assert_ptr_equal(ff_knowledge_home_test(k, test->id), test);
    }
    for (size_t r = 0; r < k->routine_count; r++) {
        assert_true(k->routines[r].exercise_count > 0);
        assert_ptr_equal(ff_knowledge_routine(k, k->routines[r].id), &k->routines[r]);
    }
    assert_null(ff_knowledge_routine(k, "yoga"));
    assert_null(ff_knowledge_home_test(k, NULL));
}

/* ---- kept as an answer ---- */

typedef struct {
    int64_t now_s;
    ff_context context;
    ff_app *app;
} scene;

static void begin(scene *s) {
    *s = (scene){.now_s = INT64_C(1780315200), .context = {.now = made_clock}};
    s->context.user = &s->now_s;
    s->app = made_app(&s->context);
}

/* The reply's text holds the words. */
static void tell(scene *s, const ff_home_test_request *request, const char *words) {
    ff_reply reply;
    ff_error error = {0};
    ff_reply_init(&reply, &s->context);
    if (ff_app_home_test(s->app, request, &reply, &error) != FF_OK) {
        fail_msg("%s", error.message);
    }
    if (strstr(reply.text.data, words) == NULL) {
        fail_msg("no \"%s\" in: %s", words, reply.text.data);
    }
    ff_reply_free(&reply);
}

/* What counts of it, answered or read: "yes", "unsure", or "" for nothing. */
static const char *kept(scene *s, const char *id, char word[32]) {
    ff_arena arena;
    ff_collected collected;
    ff_app_arena(s->app, &arena);
    assert_int_equal(ff_collect(s->app, &arena, 0, &collected, NULL), FF_OK);
    word[0] = '\0';
    for (size_t i = 0; i < collected.runner.findings.count; i++) {
        const ff_finding *f = &collected.runner.findings.items[i];
        if (strcmp(f->id, id) == 0) {
            snprintf(word, 32, "%s",
                     f->state == FF_SAID       ? f->value
                     : f->state == FF_NOT_SURE ? "unsure"
                                               : "");
        }
    }
    ff_arena_free(&arena);
    return word;
}

static void test_a_result_is_kept(void **state) {
    (void)state;
    scene s;
    char word[32];
    begin(&s);
    tell(&s, &(ff_home_test_request){.name = "lunge", .left = "6 cm", .right = "11"},
         "Kept with its error");
    assert_string_equal(kept(&s, "t_lunge", word), "yes");
    tell(&s, &(ff_home_test_request){.name = "lunge", .right = "14"}, "14 cm: yes");
    assert_string_equal(kept(&s, "t_lunge", word), "yes");
    tell(&s, &(ff_home_test_request){.name = "thomas", .answer = "yes"}, "Kept as your answer");
    tell(&s, &(ff_home_test_request){.name = "thomas", .right = "-9"}, "with the other side");
    assert_string_equal(kept(&s, "t_thomas", word), "yes");
    tell(&s, &(ff_home_test_request){.name = "thomas", .left = "-8"}, "It answers t_thomas");
    assert_string_equal(kept(&s, "t_thomas", word), "no");
    tell(&s, &(ff_home_test_request){.name = "lunge", .left = "8.5", .right = "11"},
         "between 7.2 and 9.8 cm");
    assert_string_equal(kept(&s, "t_lunge", word), "unsure");
    tell(&s, &(ff_home_test_request){.name = "web_squeeze", .answer = "no"},
         "does not rule it out");
    assert_string_equal(kept(&s, "t_squeeze", word), "no");
    ff_app_close(s.app);
}

/* A foot that drops is a red flag: it is told first, and no home test takes it back. */
static void test_a_red_flag_is_not_calmed(void **state) {
    (void)state;
    scene s;
    char word[32];
    begin(&s);
    tell(&s, &(ff_home_test_request){.name = "heel_walk", .answer = "yes"}, "SEE A DOCTOR TODAY");
    tell(&s, &(ff_home_test_request){.name = "heel_walk", .answer = "no"}, "not kept");
    tell(&s, &(ff_home_test_request){.name = "heel_walk", .answer = "unsure"}, "not kept");
    assert_string_equal(kept(&s, "t_heelwalk", word), "yes");
    tell(&s, &(ff_home_test_request){.name = "ipswich", .answer = "no"}, "SEE A DOCTOR TODAY");
    assert_string_equal(kept(&s, "t_ipswich", word), "no");
    ff_app_close(s.app);
}

/* How the routine is answered: 1 refused, 0 shown. */
static bool refused(scene *s, const char *name, const char *words) {
    ff_reply reply;
    ff_reply_init(&reply, &s->context);
    assert_int_equal(ff_app_routine(s->app, name, FF_AS_TEXT, &reply, NULL), FF_OK);
    bool incomplete = reply.incomplete;
    assert_true(strstr(reply.text.data, words) != NULL);
    ff_reply_free(&reply);
    return incomplete;
}

static void answer(scene *s, const char *id, const char *value) {
    ff_finding said = {
        .id = id, .state = FF_SAID, .value = value, .said_by = "runner", .from = "typed"};
    assert_int_equal(ff_journal_put_answer(s->app->journal, &said, NULL), FF_OK);
}

static void test_routines_wait_for_red_flags(void **state) {
    (void)state;
    scene s;
    begin(&s);
    made_app_all_clear(s.app, NULL);
    assert_false(refused(&s, "flexibility", "trial start stretch"));
    answer(&s, "t_slump", "yes");
    assert_false(refused(&s, "flexibility", "You said: the slump test brings it on"));
    assert_false(refused(&s, "warm_up", "Warm up"));
    answer(&s, "progression", "slow_worse");
    assert_true(refused(&s, "nerve_glides", "gets worse"));
    assert_true(refused(&s, "insole", "gets worse"));
    assert_false(refused(&s, "foot_core", "Short foot"));
    answer(&s, "t_heelwalk", "yes");
    assert_true(refused(&s, "flexibility", "SEE A DOCTOR TODAY"));
    assert_true(refused(&s, "warm_up", "SEE A DOCTOR TODAY"));
    ff_app_close(s.app);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_reading_counts_where_its_error_does),
        cmocka_unit_test(test_one_side_alone),
        cmocka_unit_test(test_levels_beyond_two_limits),
        cmocka_unit_test(test_sides_that_differ),
        cmocka_unit_test(test_misses_are_added),
        cmocka_unit_test(test_more_error_is_never_surer),
        cmocka_unit_test(test_every_answer_has_its_words),
        cmocka_unit_test(test_a_result_is_kept),
        cmocka_unit_test(test_a_red_flag_is_not_calmed),
        cmocka_unit_test(test_routines_wait_for_red_flags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
