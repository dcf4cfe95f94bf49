/* Whole trials under a made clock, with arms as they were drawn: from the start to the end, and what the
 * causes hear of it. */
#include "support.h"

#include "app/collect.h"
#include "app/trial_runs.h"
#include "made_app.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#define HOUR_S  INT64_C(3600)
#define DAY_S   INT64_C(86400)
#define BEGIN_S INT64_C(1780315200) /* 2026-06-01T12:00:00Z */

enum { MOST_RUNS = 40 };

typedef struct {
    int64_t now_s;
    ff_context context;
    ff_app *app;
    ff_arena arena;
} scene;

static void begin(scene *s) {
    *s = (scene){.now_s = BEGIN_S, .context = {.now = made_clock}};
    s->context.user = &s->now_s;
    s->app = made_app(&s->context);
    ff_arena_init(&s->arena, NULL);
    made_app_all_clear(s->app, NULL);
}

static void end(scene *s) {
    ff_arena_free(&s->arena);
    ff_app_close(s->app);
}

static ff_code start(scene *s, const char *const *changes, size_t count) {
    ff_reply reply;
    ff_reply_init(&reply, &s->context);
    ff_trial_start start = {.changes = changes, .change_count = count, .seed = 5};
    ff_code code = ff_app_trial_start(s->app, &start, FF_AS_TEXT, &reply, NULL);
    ff_reply_free(&reply);
    return code;
}

static ff_code next(scene *s) {
    ff_reply reply;
    ff_reply_init(&reply, &s->context);
    ff_code code = ff_app_next(s->app, FF_AS_TEXT, &reply, NULL);
    ff_reply_free(&reply);
    return code;
}

static ff_trial_list trials(scene *s) {
    ff_trial_list list;
    assert_int_equal(ff_journal_trials(s->app->journal, &s->arena, &list, NULL), FF_OK);
    return list;
}

static const char *last_draw(scene *s, size_t *count) {
    ff_trial_list all = trials(s);
    ff_trial_draw_list draws;
    assert_int_equal(ff_journal_draws(s->app->journal, &s->arena, all.items[all.count - 1].id, &draws,
                                      NULL),
                     FF_OK);
    *count = draws.count;
    return draws.items[draws.count - 1].arm;
}

/* The next day, as drawn, on which laces do help; what was drawn. */
static const char *run_as_drawn(scene *s) {
    size_t drawn, again;
    assert_int_equal(next(s), FF_OK);
    const char *arm = last_draw(s, &drawn);
    assert_int_equal(next(s), FF_OK); /* asked again before the run, it says the same */
    assert_string_equal(last_draw(s, &again), arm);
    assert_int_equal(again, drawn);
    s->now_s += HOUR_S;
    double numb = strcmp(arm, "lacing") == 0 ? 37 : 20;
    made_app_episode(s->app, s->now_s, 60, numb + (double)(drawn % 3), "", NULL);
    s->now_s += DAY_S;
    return arm;
}

static const ff_runs_evidence *evidence(scene *s) {
    ff_collected collected;
    assert_int_equal(ff_collect(s->app, &s->arena, 0, &collected, NULL), FF_OK);
    return collected.runner.runs;
}

static double speaks_for(const ff_runs_evidence *runs, const char *cause) {
    const ff_knowledge *k = &ff_knowledge_built_in;
    return runs->log_evidence[ff_knowledge_cause(k, cause)->index] -
           runs->log_evidence[ff_knowledge_cause(k, "other")->index];
}

static void end_it(scene *s) {
    ff_reply reply;
    ff_reply_init(&reply, &s->context);
    assert_int_equal(ff_app_trial_end(s->app, "enough", FF_AS_JSON, &reply, NULL), FF_OK);
    ff_reply_free(&reply);
}

static void never_thrice_running(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const char *changes[] = {"lacing", "metpad"}, *arms[MOST_RUNS];
    assert_int_equal(start(&s, changes, 2), FF_OK);
    size_t with = 0;
    for (size_t n = 0; n < 16; n++) {
        arms[n] = run_as_drawn(&s);
        with += strcmp(arms[n], FF_USUAL) != 0;
        assert_false(n >= 2 && strcmp(arms[n], arms[n - 1]) == 0 &&
                     strcmp(arms[n], arms[n - 2]) == 0);
    }
    assert_in_range(with, 4, 12);
    end(&s);
}

static void runs_as_drawn_speak_for_laces_and_go_on_speaking(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const char *changes[] = {"lacing"};
    assert_int_equal(start(&s, changes, 1), FF_OK);
    assert_null(evidence(&s));
    for (size_t n = 0; n < 12; n++) {
        run_as_drawn(&s);
    }
    const ff_runs_evidence *heard = evidence(&s);
    assert_non_null(heard);
    assert_int_equal(heard->change_count, 1);
    assert_string_equal(heard->told[0], "relief_lace");
    double during = speaks_for(heard, "lace");
    assert_true(during > log(5));
    end_it(&s);
    assert_int_equal(next(&s), FF_ERR_NONE_YET);
    s.now_s += DAY_S;
    assert_true(speaks_for(evidence(&s), "lace") == during);
    made_app_episode(s.app, s.now_s, 60, 5, "", "lacing"); /* after the end: not of the trial */
    s.now_s += DAY_S;
    assert_true(speaks_for(evidence(&s), "lace") == during);
    end(&s);
}

/* What was said of a run goes before what was drawn for it. */
static void a_run_counts_as_what_it_was(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const char *changes[] = {"lacing"};
    assert_int_equal(start(&s, changes, 1), FF_OK);
    for (size_t n = 0; n < 12; n++) {
        assert_int_equal(next(&s), FF_OK);
        s.now_s += HOUR_S;
        bool laced = n % 2 == 0; /* whatever was drawn */
        made_app_episode(s.app, s.now_s, 60, laced ? 38 : 20 + (double)(n % 3), "",
                         laced ? "lacing" : FF_USUAL);
        s.now_s += DAY_S;
    }
    const ff_runs_evidence *heard = evidence(&s);
    assert_non_null(strstr(heard->words, "lacing 6 with, 6 without"));
    assert_true(speaks_for(heard, "lace") > log(5));
    end(&s);
}

/* A change that came and stayed tells nothing of causes. */
static void before_and_after_is_not_heard(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const char *changes[] = {"lacing"};
    assert_int_equal(start(&s, changes, 1), FF_OK);
    for (size_t n = 0; n < 12; n++) {
        s.now_s += DAY_S;
        made_app_episode(s.app, s.now_s, 60, n < 6 ? 20 : 38, "", n < 6 ? FF_USUAL : "lacing");
    }
    assert_null(evidence(&s));
    end(&s);
}

/* What is felt coming comes after the run, before a third as long again: (D, 1.3 D] minutes. */
static void what_was_felt_coming_came_soon_after(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const char *changes[] = {"lacing"};
    assert_int_equal(start(&s, changes, 1), FF_OK);
    s.now_s += HOUR_S;
    int64_t felt = made_app_episode(s.app, s.now_s, 40, NAN, "", FF_USUAL);
    made_app_episode(s.app, s.now_s + DAY_S, 40, NAN, "", FF_USUAL);
    ff_reply reply;
    ff_reply_init(&reply, &s.context);
    ff_log_request log = {.run = ff_arena_printf(&s.arena, "%d", (int)felt), .coming = true, .strength = -1};
    assert_int_equal(ff_app_log(s.app, &log, &reply, NULL), FF_OK);
    ff_reply_free(&reply);
    ff_history history;
    ff_trial_runs runs;
    ff_trial_list all = trials(&s);
    assert_int_equal(ff_history_read(s.app, &s.arena, FF_WITHOUT_PARTS, &history, NULL), FF_OK);
    assert_int_equal(ff_trial_runs_of(&s.arena, &history, &all.items[0], &(ff_trial_draw_list){0}, &runs, NULL),
                     FF_OK);
    assert_int_equal(runs.question.run_count, 2);
    const ff_trial_run *is = runs.question.runs;
    assert_int_equal(is[0].known, FF_KNOWN_BETWEEN);
    assert_true(fabs(is[0].low_min - 40) < 1e-9 && fabs(is[0].high_min - 52) < 1e-9);
    assert_int_equal(is[1].known, FF_KNOWN_AFTER);
    assert_true(fabs(is[1].low_min - 40) < 1e-9);
    end(&s);
}

static json_t *show(scene *s) {
    ff_reply reply;
    ff_reply_init(&reply, &s->context);
    assert_int_equal(ff_app_trial(s->app, false, FF_AS_JSON, &reply, NULL), FF_OK);
    json_t *json = json_loads(reply.text.data, 0, NULL);
    assert_non_null(json);
    ff_reply_free(&reply);
    return json;
}

/* Of every draw that could have come out either way, and of no other, it is asked what else it could have made. */
static void draws_are_drawn_anew(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const char *changes[] = {"lacing"};
    assert_int_equal(start(&s, changes, 1), FF_OK);
    for (size_t n = 0; n < 20; n++) {
        run_as_drawn(&s);
    }
    ff_trial_draw_list draws;
    assert_int_equal(ff_journal_draws(s.app->journal, &s.arena, trials(&s).items[0].id, &draws, NULL), FF_OK);
    assert_int_equal(draws.count, 20);
    size_t either = 0, halves = 0;
    for (size_t i = 0; i < draws.count; i++) {
        const ff_trial_draw *draw = &draws.items[i];
        uint32_t of = strcmp(draw->arm, FF_USUAL) == 0 ? 1 : 2;
        assert_true((draw->lot & of) != 0);
        either += draw->lot == 3;
        halves += draw->other_half;
        assert_true(!draw->other_half || draw->lot == of);
    }
    assert_true(either >= 5 && halves >= 3);
    json_t *json = show(&s);
    json_t *redrawn = json_object_get(json_array_get(json_object_get(json, "changes"), 0), "redrawn");
    assert_int_equal(json_integer_value(json_object_get(redrawn, "draws")), either);
    assert_true(json_number_value(json_object_get(redrawn, "share")) < 0.1); /* they do help */
    json_decref(json);
    end(&s);
}

/* What is told of a trial that the journal has as going on. */
static void check_is_stopped(scene *s, bool stopped) {
    json_t *json = show(s);
    const char *refused = json_string_value(json_object_get(json, "refused"));
    assert_int_equal(refused != NULL && strstr(refused, "stopped") != NULL, stopped);
    assert_int_equal(json_object_get(json, "rules") == NULL, stopped);
    assert_non_null(json_object_get(json, "changes"));
    assert_int_equal(trials(s).items[0].end, FF_TRIAL_GOES_ON);
    json_decref(json);
}

static void a_red_flag_ends_it(void **state) {
    (void)state;
    scene s;
    begin(&s);
    const char *changes[] = {"lacing"};
    assert_int_equal(start(&s, changes, 1), FF_OK);
    run_as_drawn(&s);
    ff_finding yes = {.state = FF_SAID, .value = "yes", .said_by = "runner"};
    for (size_t i = 0; yes.id == NULL && i < ff_knowledge_built_in.flag_count; i++) {
        const ff_flag *flag = &ff_knowledge_built_in.flags[i];
        yes.id = flag->level == FF_EMERGENCY && flag->ask[0] != '\0' ? flag->id : NULL;
    }
    assert_int_equal(ff_journal_put_answer(s.app->journal, &yes, NULL), FF_OK);
    check_is_stopped(&s, true);
    yes.value = "no"; /* ticked by mistake: who only looked has ended nothing */
    assert_int_equal(ff_journal_put_answer(s.app->journal, &yes, NULL), FF_OK);
    check_is_stopped(&s, false);
    yes.value = "yes";
    assert_int_equal(ff_journal_put_answer(s.app->journal, &yes, NULL), FF_OK);
    assert_int_equal(next(&s), FF_OK);
    assert_int_equal(trials(&s).items[0].end, FF_TRIAL_BY_RED_FLAG);
    assert_int_equal(next(&s), FF_ERR_NONE_YET);
    end(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(never_thrice_running),
        cmocka_unit_test(runs_as_drawn_speak_for_laces_and_go_on_speaking),
        cmocka_unit_test(a_run_counts_as_what_it_was),
        cmocka_unit_test(before_and_after_is_not_heard),
        cmocka_unit_test(what_was_felt_coming_came_soon_after),
        cmocka_unit_test(draws_are_drawn_anew),
        cmocka_unit_test(a_red_flag_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
