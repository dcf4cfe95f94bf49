/* From the journal to a case: what was answered, what the runs say, and which of the two counts. */
#include "support.h"

#include "app/assess.h"
#include "app/collect.h"
#include "made_app.h"

#include <math.h>
#include <string.h>

#define DAY_S   INT64_C(86400)
#define BEGIN_S INT64_C(1780315200) /* 2026-06-01T12:00:00Z */

typedef struct {
    int64_t now_s;
    ff_context context;
    ff_app *app;
    ff_arena arena;
    ff_collected got;
} gathering;

static void begin(gathering *g) {
    *g = (gathering){.now_s = BEGIN_S, .context = {.now = made_clock}};
    g->context.user = &g->now_s;
    g->app = made_app(&g->context);
    ff_arena_init(&g->arena, NULL);
}

static void end(gathering *g) {
    ff_arena_free(&g->arena);
    ff_app_close(g->app);
}

static void collect(gathering *g) {
    ff_arena_free(&g->arena);
    assert_int_equal(ff_collect(g->app, &g->arena, 0, &g->got, NULL), FF_OK);
}

static void say(gathering *g, const char *id, ff_answer_state state, const char *value) {
    ff_finding answer = {.id = id, .state = state, .value = value, .said_by = "runner"};
    assert_int_equal(ff_journal_put_answer(g->app->journal, &answer, NULL), FF_OK);
}

/* The finding that counts: the last of its id. */
static const ff_finding *found(const gathering *g, const char *id) {
    const ff_finding *last = NULL;
    for (size_t i = 0; i < g->got.runner.findings.count; i++) {
        if (strcmp(g->got.runner.findings.items[i].id, id) == 0) {
            last = &g->got.runner.findings.items[i];
        }
    }
    return last;
}

static void test_three_timed_runs_outweigh_an_answer(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    say(&g, "onset_time", FF_SAID, "5_15");
    for (int n = 1; n <= 3; n++) {
        made_app_episode(g.app, BEGIN_S - (20 - n) * DAY_S, 50, 20 + n, "", NULL);
        collect(&g);
        assert_string_equal(found(&g, "onset_time")->value, n < 3 ? "5_15" : "15_30");
    }
    assert_string_equal(found(&g, "onset_time")->said_by, "watch");
    end(&g);
}

static void test_one_timed_run_tells_what_nobody_answered(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    made_app_episode(g.app, BEGIN_S - DAY_S, 50, 20, "", NULL);
    say(&g, "onset_time", FF_NOT_SURE, NULL);
    collect(&g);
    assert_string_equal(found(&g, "onset_time")->value, "15_30");
    end(&g);
}

static void test_places_on_runs_outweigh_the_remembered_one(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    say(&g, FF_ANSWER_SITES, FF_SAID, "R:TP3");
    collect(&g);
    assert_true(g.got.runner.sites.left == 0 && g.got.runner.sites.right != 0);
    made_app_episode(g.app, BEGIN_S - DAY_S, 50, 20, "left:W1", NULL);
    collect(&g);
    assert_true(g.got.runner.sites.left != 0 && g.got.runner.sites.right == 0);
    end(&g);
}

/* NULL when it is not up. It is in the arena. */
static const ff_flag_raised *raised_flag(gathering *g, const char *flag) {
    ff_assessment assessment;
    assert_int_equal(ff_assess_case(&g->arena, &g->got.runner, &assessment, NULL), FF_OK);
    for (size_t i = 0; i < assessment.flag_count; i++) {
        if (strcmp(assessment.flags[i].flag->id, flag) == 0) {
            return &assessment.flags[i];
        }
    }
    return NULL;
}

static bool raises(gathering *g, const char *flag) {
    return raised_flag(g, flag) != NULL;
}

/* A red flag hears what was drawn, whatever is marked on runs. */
static void test_marks_take_no_flag_away(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    say(&g, FF_ANSWER_SITES, FF_SAID, "R:SD");
    made_app_episode(g.app, BEGIN_S - DAY_S, 50, 20, "left:W1", NULL);
    collect(&g);
    assert_true(raises(&g, "rf_saddle"));
    assert_true(g.got.runner.sites.left != 0 && g.got.runner.sites.right == 0);
    end(&g);
}

/* A mark on an older run is no less one: it may be made today. Other places count by the newest
 * runs. */
static void test_a_mark_on_an_old_run_raises_its_flag(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    made_app_episode(g.app, BEGIN_S - 300 * DAY_S, 50, 20, "left:SD", NULL);
    made_app_episode(g.app, BEGIN_S - 299 * DAY_S, 50, 20, "right:TP3", NULL);
    made_app_episode(g.app, BEGIN_S - 200 * DAY_S, 50, 20, "right:SD,TP3", NULL);
    for (int n = 1; n <= 30; n++) {
        made_app_episode(g.app, BEGIN_S - n * DAY_S, 50, 20, "left:W1", NULL);
    }
    collect(&g);
    const ff_flag_raised *raised = raised_flag(&g, "rf_saddle");
    assert_non_null(raised);
    assert_true(g.got.runner.sites.left != 0 && g.got.runner.sites.right == 0);
    /* Who is to take a mistake back is told of which run it is, not of the thirty others. */
    assert_int_equal(raised->marked_count, 2);
    assert_int_equal(raised->marked[0].run->start_s, BEGIN_S - 200 * DAY_S);
    assert_int_equal(raised->marked[1].run->start_s, BEGIN_S - 300 * DAY_S);
    end(&g);
}

/* What is drawn though the runs have marks counts at once. */
static void test_a_drawing_in_spite_of_marks_counts(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    made_app_episode(g.app, BEGIN_S - DAY_S, 50, 20, "left:W1", NULL);
    ff_finding answer = {.id = FF_ANSWER_SITES,
                         .state = FF_SAID,
                         .value = "R:TP3",
                         .said_by = "runner",
                         .from = FF_FROM_OVERRIDE};
    assert_int_equal(ff_journal_put_answer(g.app->journal, &answer, NULL), FF_OK);
    collect(&g);
    assert_true(g.got.runner.sites.left == 0 && g.got.runner.sites.right != 0);
    assert_true(g.got.runner.also_sites.left != 0);
    end(&g);
}

static void gone_after(gathering *g, int n, double minutes) {
    int64_t run = made_app_run(g->app, BEGIN_S - (30 - n) * DAY_S, 60);
    ff_onset onset;
    ff_onset_init(&onset);
    onset.run_id = run;
    onset.kind = FF_ONSET_EXACT;
    onset.from_s = onset.to_s = 1800;
    onset.gone_s = 3600 + 60 * minutes;
    onset.sites = "";
    onset.said_by = "runner";
    assert_int_equal(ff_journal_add_onset(g->app->journal, &onset, NULL, NULL), FF_OK);
}

/* How long it lasts: runs do not settle what the runner is not sure of, and the longest counts. */
static void test_how_long_it_lasts_is_never_made_less(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    for (int n = 0; n < 4; n++) {
        gone_after(&g, n, 5);
    }
    collect(&g);
    assert_string_equal(found(&g, "resolve_time")->value, "2_10");
    say(&g, "resolve_time", FF_NOT_SURE, NULL);
    collect(&g);
    assert_int_equal(found(&g, "resolve_time")->state, FF_NOT_SURE);
    /* The runner's own word counts, and the red flag hears the runs, whichever way it was said. */
    say(&g, "duration", FF_SAID, "gt3m");
    gone_after(&g, 5, 4000);
    for (int typed = 0; typed < 3; typed++) {
        ff_finding answer = {.id = "resolve_time",
                             .state = typed < 2 ? FF_SAID : FF_NOT_SURE,
                             .value = typed < 2 ? "lt2" : NULL,
                             .said_by = "runner",
                             .from = typed == 1 ? FF_FROM_OVERRIDE : "typed"};
        assert_int_equal(ff_journal_put_answer(g.app->journal, &answer, NULL), FF_OK);
        collect(&g);
        assert_true(raises(&g, "rf_patch"));
    }
    assert_int_equal(g.got.runner.also_findings.count, 1);
    end(&g);
}

/* An answer in spite of what the runs tell counts; any other gives way to them. */
static void test_the_runner_may_overrule_the_runs(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    for (int n = 0; n < 6; n++) {
        made_app_episode(g.app, BEGIN_S - (20 - n) * DAY_S, 50, 20, "", NULL);
    }
    say(&g, "how_often", FF_SAID, "some");
    collect(&g);
    assert_string_equal(found(&g, "how_often")->value, "most");
    ff_finding answer = {.id = "how_often",
                         .state = FF_SAID,
                         .value = "some",
                         .said_by = "runner",
                         .from = FF_FROM_OVERRIDE};
    assert_int_equal(ff_journal_put_answer(g.app->journal, &answer, NULL), FF_OK);
    collect(&g);
    assert_string_equal(found(&g, "how_often")->value, "some");
    end(&g);
}

static void test_answers_are_sorted(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    say(&g, "rf_saddle", FF_SAID, "yes");
    say(&g, "rf_bladder", FF_NOT_SURE, NULL);
    say(&g, "rf_chest", FF_SAID, "no");
    say(&g, "relief_lace", FF_SAID, "yes");
    say(&g, "heat", FF_NOT_SURE, NULL);
    say(&g, "heat", FF_SAID, "no"); /* the last word counts */
    say(&g, "of_another_time", FF_SAID, "yes");
    say(&g, "onset_time", FF_SAID, "a_level_of_another_time");
    say(&g, FF_ANSWER_SITES, FF_SAID, "L:of_another_time");
    say(&g, FF_ANSWER_AGE, FF_SAID, "of another time");
    collect(&g);
    assert_int_equal(g.got.runner.ticked_count, 1);
    assert_string_equal(g.got.runner.ticked[0]->id, "rf_saddle");
    assert_int_equal(g.got.runner.unsure_count, 1);
    assert_string_equal(g.got.runner.unsure[0]->id, "rf_bladder");
    assert_string_equal(found(&g, "relief_lace")->value, "yes");
    assert_string_equal(found(&g, "heat")->value, "no");
    assert_null(found(&g, "of_another_time"));
    assert_null(found(&g, "onset_time"));
    assert_true(g.got.runner.sites.left == 0 && g.got.runner.sites.right == 0);
    assert_true(isnan(g.got.runner.age_years));
    assert_false(g.got.runner.checklist_asked);
    end(&g);
}

/* Every item that calls for a doctor must be answered; one that does not may stay open. */
static void test_the_checklist_is_gone_through_whole_or_not(void **state) {
    (void)state;
    for (size_t i = 0; i < ff_knowledge_built_in.flag_count; i++) {
        const ff_flag *flag = &ff_knowledge_built_in.flags[i];
        if (flag->ask[0] == '\0') {
            continue;
        }
        gathering g;
        begin(&g);
        made_app_all_clear(g.app, flag->id);
        collect(&g);
        assert_int_equal(g.got.runner.checklist_asked, flag->level < FF_WITHIN_DAYS);
        say(&g, flag->id, FF_NOT_SURE, NULL);
        collect(&g);
        assert_true(g.got.runner.checklist_asked);
        end(&g);
    }
}

/* So many runs numb after 20, 21, ... minutes; after each one of an hour with the change that was
 * not. */
static void run_in_turns(gathering *g, int count, const char *change) {
    for (int n = 0; n < count; n++) {
        made_app_episode(g->app, BEGIN_S - (40 - 2 * n) * DAY_S, 60, 20 + n, "", NULL);
        made_app_episode(g->app, BEGIN_S - (39 - 2 * n) * DAY_S, 60, NAN, "", change);
    }
}

static void test_a_clear_change_counts_as_tried(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    run_in_turns(&g, 5, "lacing");
    collect(&g);
    assert_int_equal(g.got.runs.change_count, 1);
    assert_string_equal(g.got.runs.changes[0].change, "lacing");
    assert_int_equal(g.got.runs.changes[0].with.numb, 0);
    assert_int_equal(g.got.runs.changes[0].without.numb, 5);
    assert_true(g.got.runs.changes[0].without.median_min == 22); /* the third of 20 to 24 */
    assert_int_equal(g.got.runner.tried_count, 1);
    assert_string_equal(g.got.runner.tried[0].remedy->id, "lacing");
    assert_int_equal(g.got.runner.tried[0].outcome, FF_TRIED_HELPED);
    end(&g);
}

/* What the runner names in their own words is compared too, and is no remedy. */
static void test_own_words_are_compared(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    run_in_turns(&g, 5, "thin socks");
    collect(&g);
    assert_int_equal(g.got.runs.change_count, 1);
    assert_string_equal(g.got.runs.changes[0].change, "thin socks");
    assert_true(g.got.runs.changes[0].enough);
    assert_int_equal(g.got.runner.tried_count, 0);
    end(&g);
}

static void test_few_runs_count_for_nothing(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    run_in_turns(&g, 2, "lacing");
    collect(&g);
    assert_int_equal(g.got.runs.change_count, 1);
    assert_false(g.got.runs.changes[0].enough);
    assert_int_equal(g.got.runner.tried_count, 0);
    end(&g);
}

static void test_an_empty_journal_says_nothing(void **state) {
    (void)state;
    gathering g;
    begin(&g);
    collect(&g);
    assert_int_equal(g.got.runner.findings.count, 0);
    assert_int_equal(
        g.got.runner.ticked_count + g.got.runner.tried_count + g.got.runner.unsure_count, 0);
    assert_false(g.got.runner.checklist_asked);
    assert_int_equal(g.got.runs.since.runs, 0);
    end(&g);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_three_timed_runs_outweigh_an_answer),
        cmocka_unit_test(test_one_timed_run_tells_what_nobody_answered),
        cmocka_unit_test(test_places_on_runs_outweigh_the_remembered_one),
        cmocka_unit_test(test_marks_take_no_flag_away),
        cmocka_unit_test(test_a_mark_on_an_old_run_raises_its_flag),
        cmocka_unit_test(test_a_drawing_in_spite_of_marks_counts),
        cmocka_unit_test(test_how_long_it_lasts_is_never_made_less),
        cmocka_unit_test(test_the_runner_may_overrule_the_runs),
        cmocka_unit_test(test_answers_are_sorted),
        cmocka_unit_test(test_the_checklist_is_gone_through_whole_or_not),
        cmocka_unit_test(test_a_clear_change_counts_as_tried),
        cmocka_unit_test(test_own_words_are_compared),
        cmocka_unit_test(test_few_runs_count_for_nothing),
        cmocka_unit_test(test_an_empty_journal_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
