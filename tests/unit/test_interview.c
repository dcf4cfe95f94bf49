/* The interview: which step comes when, what a skip is, and how answers grow old. */
#include "support.h"

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
    ff_interview *interview;
} talk;

static void begin(talk *t) {
    *t = (talk){.now_s = BEGIN_S, .context = {.now = made_clock}};
    t->context.user = &t->now_s;
    t->app = made_app(&t->context);
    assert_int_equal(ff_interview_open(t->app, &t->interview, NULL), FF_OK);
}

/* Another talk with the same runner. */
static void come_back(talk *t, int64_t later_s) {
    ff_interview_close(t->interview);
    t->now_s += later_s;
    assert_int_equal(ff_interview_open(t->app, &t->interview, NULL), FF_OK);
}

static void end(talk *t) {
    ff_interview_close(t->interview);
    ff_app_close(t->app);
}

static ff_step next(talk *t) {
    ff_step step;
    assert_int_equal(ff_interview_next(t->interview, &step, NULL), FF_OK);
    return step;
}

static void say(talk *t, const char *id, const char *value) {
    assert_int_equal(ff_interview_answer(t->interview, id, FF_SAID, value, NULL), FF_OK);
}

static void say_page(talk *t, const ff_step *step, ff_answer_state state, const char *value) {
    ff_finding answers[64];
    assert_true(step->flag_count <= 64);
    for (size_t i = 0; i < step->flag_count; i++) {
        answers[i] = (ff_finding){.id = step->flags[i]->id, .state = state, .value = value};
    }
    assert_int_equal(ff_interview_answers(t->interview, answers, step->flag_count, NULL), FF_OK);
}

/* Answers every line of a page, or the one question. */
static size_t say_step(talk *t, const ff_step *step, ff_answer_state state, const char *value) {
    ff_finding answers[64];
    bool page = step->kind == FF_STEP_PAGE;
    size_t count = page ? step->line_count : 1;
    assert_true(count <= 64);
    for (size_t i = 0; i < count; i++) {
        const ff_fact *fact = page ? step->lines[i]->fact : step->question->fact;
        const char *least = fact->levels[fact->level_count - 1].id; /* "no" of a yes/no */
        answers[i] = (ff_finding){.id = fact->id, .state = state};
        answers[i].value = state != FF_SAID ? NULL : value ? value : least;
    }
    assert_int_equal(ff_interview_answers(t->interview, answers, count, NULL), FF_OK);
    return count;
}

/* The first page that comes; what comes before it is not sure. */
static ff_step first_page(talk *t) {
    made_app_all_clear(t->app, NULL);
    say(t, FF_ANSWER_AGE, "41");
    say(t, FF_ANSWER_SITES, "left:instep");
    ff_step step = next(t);
    while (step.kind == FF_STEP_QUESTION) {
        say_step(t, &step, FF_NOT_SURE, NULL);
        step = next(t);
    }
    assert_int_equal(step.kind, FF_STEP_PAGE);
    return step;
}

static ff_answer_state state_of(talk *t, const char *id, const char **value) {
    ff_arena arena;
    ff_finding_list answers;
    ff_answer_state found = FF_NOT_ASKED;
    ff_arena_init(&arena, NULL);
    assert_int_equal(ff_journal_answers(t->app->journal, &arena, &answers, NULL), FF_OK);
    for (size_t i = 0; i < answers.count; i++) {
        if (strcmp(answers.items[i].id, id) == 0) {
            found = answers.items[i].state;
            *value =
                answers.items[i].value && strcmp(answers.items[i].value, "no") == 0 ? "no" : "";
        }
    }
    ff_arena_free(&arena);
    return found;
}

static bool checklist_asked(talk *t) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_collected collected;
    assert_int_equal(ff_collect(t->app, &arena, 0, &collected, NULL), FF_OK);
    bool asked = collected.runner.checklist_asked;
    ff_arena_free(&arena);
    return asked;
}

static double age_of(talk *t) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_collected collected;
    assert_int_equal(ff_collect(t->app, &arena, 0, &collected, NULL), FF_OK);
    double years = collected.runner.age_years;
    ff_arena_free(&arena);
    return years;
}

static ff_triage_level level_now(talk *t) {
    const ff_assessment *assessment;
    assert_int_equal(ff_interview_assessment(t->interview, &assessment, NULL), FF_OK);
    return assessment->level;
}

static size_t asked_flags(void) {
    size_t count = 0;
    for (size_t i = 0; i < ff_knowledge_built_in.flag_count; i++) {
        count += ff_knowledge_built_in.flags[i].ask[0] != '\0';
    }
    return count;
}

static void test_safety_comes_first_and_the_most_urgent_before_the_rest(void **state) {
    (void)state;
    talk t;
    begin(&t);
    size_t seen = 0;
    int last = FF_TRIAGE_LEVEL_COUNT;
    ff_step step = next(&t);
    while (step.kind == FF_STEP_CHECKLIST) {
        assert_true((int)step.level < last && step.flag_count > 0);
        last = (int)step.level;
        for (size_t i = 0; i < step.flag_count; i++) {
            assert_int_equal(step.flags[i]->level, step.level);
            assert_true(step.flags[i]->ask[0] != '\0');
        }
        seen += step.flag_count;
        assert_int_equal(checklist_asked(&t), step.level < FF_WITHIN_DAYS);
        say_page(&t, &step, FF_SAID, "no");
        step = next(&t);
    }
    assert_int_equal(seen, asked_flags());
    assert_true(checklist_asked(&t));
    assert_int_equal(step.kind, FF_STEP_AGE);
    say(&t, FF_ANSWER_AGE, "41");
    assert_int_equal(next(&t).kind, FF_STEP_SITES);
    say(&t, FF_ANSWER_SITES, "left:instep");
    step = next(&t);
    assert_true(step.kind == FF_STEP_QUESTION || step.kind == FF_STEP_PAGE);
    end(&t);
}

/* Lines of one page, in its order, each open; where a safety question stands among them it is the
 * first of what is asked. */
static void test_a_page_holds_open_lines_of_one_page(void **state) {
    (void)state;
    talk t;
    begin(&t);
    ff_step step = first_page(&t);
    assert_non_null(step.page);
    assert_null(step.question);
    assert_true(step.line_count > 1 && step.line_count <= step.page->line_count);
    const ff_assessment *assessment;
    for (size_t i = 0; i < step.line_count; i++) {
        const ff_question *line = step.lines[i];
        assert_ptr_equal(line->fact->page, step.page);
        assert_true(line->fact->yes_no || !step.page->unticked_is_no);
        assert_true(line->fact->line[0] != '\0');
        assert_non_null(line->page_why);
        assert_int_equal(strncmp(line->page_why, step.page->why, strlen(step.page->why)), 0);
        assert_true(i == 0 || step.lines[i - 1]->fact->index < line->fact->index);
    }
    const ff_page *page = step.page;
    const char *answered = step.lines[1]->fact->id;
    size_t count = step.line_count;
    say(&t, answered, step.lines[1]->fact->levels[0].id);
    assert_int_equal(ff_interview_assessment(t.interview, &assessment, NULL), FF_OK);
    for (size_t i = 0; i < assessment->question_count; i++) {
        assert_string_not_equal(assessment->questions[i].fact->id, answered);
    }
    step = next(&t);
    if (step.kind == FF_STEP_PAGE && step.page == page) {
        assert_true(step.line_count < count);
    }
    end(&t);
}

/* A page that is left out says nothing, and does not come again in the same talk. */
static void test_a_page_that_is_skipped_says_nothing(void **state) {
    (void)state;
    talk t;
    begin(&t);
    ff_step step = first_page(&t);
    const ff_page *page = step.page;
    const char *id = step.lines[0]->fact->id, *value = NULL;
    say_step(&t, &step, FF_NOT_ASKED, NULL);
    assert_int_equal(state_of(&t, id, &value), FF_NOT_ASKED);
    for (step = next(&t); step.kind != FF_STEP_DONE; step = next(&t)) {
        assert_true(step.kind != FF_STEP_PAGE || step.page != page);
        say_step(&t, &step, FF_NOT_SURE, NULL);
    }
    come_back(&t, 0);
    bool again = false;
    for (step = next(&t); step.kind != FF_STEP_DONE; step = next(&t)) {
        again |= step.kind == FF_STEP_PAGE && step.page == page;
        say_step(&t, &step, FF_NOT_SURE, NULL);
    }
    assert_true(again);
    end(&t);
}

/* Red flags are heard from a line as from a question. */
static void test_a_line_raises_a_red_flag(void **state) {
    (void)state;
    talk t;
    begin(&t);
    made_app_all_clear(t.app, NULL);
    say(&t, FF_ANSWER_AGE, "41");
    say(&t, FF_ANSWER_SITES, "left:instep");
    say(&t, "resolve_time", "gt24h");
    assert_true(level_now(&t) < FF_SAME_DAY);
    ff_step step = next(&t);
    bool found = false;
    while (!found) {
        assert_true(step.kind == FF_STEP_QUESTION || step.kind == FF_STEP_PAGE);
        for (size_t i = 0; i < step.line_count; i++) {
            found |= strcmp(step.lines[i]->fact->id, "foot_slap") == 0 && step.lines[i]->safety;
        }
        if (!found) {
            say_step(&t, &step, FF_NOT_SURE, NULL);
            step = next(&t);
        }
    }
    size_t lines = step.line_count;
    ff_finding answers[64] = {0};
    for (size_t i = 0; i < lines; i++) {
        const char *id = step.lines[i]->fact->id;
        answers[i] = (ff_finding){.id = id, .state = FF_SAID};
        answers[i].value = strcmp(id, "foot_slap") == 0 ? "yes" : "no";
    }
    assert_int_equal(ff_interview_answers(t.interview, answers, lines, NULL), FF_OK);
    assert_true(level_now(&t) >= FF_SAME_DAY);
    end(&t);
}

/* Whatever is answered, the questions end, and none comes twice. */
static void test_the_questions_end(void **state) {
    (void)state;
    talk t;
    begin(&t);
    made_app_all_clear(t.app, NULL);
    say(&t, FF_ANSWER_AGE, "41");
    say(&t, FF_ANSWER_SITES, "left:instep");
    bool seen[256] = {false};
    size_t pages = 0;
    for (size_t asked = 0;; asked++) {
        ff_step step = next(&t);
        if (step.kind == FF_STEP_DONE) {
            assert_true(asked > 3);
            break;
        }
        size_t count = step.kind == FF_STEP_PAGE ? step.line_count : 1;
        for (size_t i = 0; i < count; i++) {
            const ff_question *question = step.kind == FF_STEP_PAGE ? step.lines[i] : step.question;
            assert_non_null(question->fact);
            assert_true(question->fact->index < 256 && !seen[question->fact->index]);
            seen[question->fact->index] = true;
        }
        pages += step.kind == FF_STEP_PAGE;
        /* The first asks whether it gets worse quickly: that would end the questions. */
        bool unsure = asked % 3 == 0;
        say_step(&t, &step, unsure ? FF_NOT_SURE : FF_SAID, NULL);
    }
    assert_true(pages > 1);
    end(&t);
}

static void test_a_skip_lasts_as_long_as_the_interview(void **state) {
    (void)state;
    talk t;
    begin(&t);
    ff_step step = next(&t);
    size_t count = step.flag_count;
    const char *first = step.flags[0]->id;
    assert_int_equal(ff_interview_answer(t.interview, first, FF_NOT_ASKED, NULL, NULL), FF_OK);
    step = next(&t);
    assert_int_equal(step.flag_count, count - 1);
    assert_string_not_equal(step.flags[0]->id, first);
    assert_int_equal(ff_interview_pass(t.interview, step.flags[0]->id, NULL), FF_OK);
    assert_int_equal(next(&t).flag_count, count - 2);
    come_back(&t, 0);
    step = next(&t);
    assert_int_equal(step.flag_count, count);
    assert_string_equal(step.flags[0]->id, first);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_finding_list answers;
    assert_int_equal(ff_journal_answer_history(t.app->journal, &arena, NULL, &answers, NULL),
                     FF_OK);
    assert_int_equal(answers.count, 0);
    ff_arena_free(&arena);
    end(&t);
}

/* Red flags come up: what was denied a month ago is asked again. */
static void test_safety_answers_grow_old(void **state) {
    (void)state;
    talk t;
    begin(&t);
    made_app_all_clear(t.app, NULL);
    come_back(&t, 30 * DAY_S);
    assert_int_equal(next(&t).kind, FF_STEP_AGE);
    assert_true(checklist_asked(&t));
    come_back(&t, 1);
    ff_step step = next(&t);
    assert_int_equal(step.kind, FF_STEP_CHECKLIST);
    assert_int_equal(step.level, FF_EMERGENCY);
    assert_false(checklist_asked(&t));
    say_page(&t, &step, FF_SAID, "no"); /* one page is fresh again, the others are still due */
    step = next(&t);
    assert_int_equal(step.kind, FF_STEP_CHECKLIST);
    assert_true(step.level < FF_EMERGENCY);
    end(&t);
}

/* A warning that was given stands until it is answered otherwise. */
static void test_neither_age_nor_a_skip_unsays_a_red_flag(void **state) {
    (void)state;
    talk t;
    begin(&t);
    made_app_all_clear(t.app, "rf_saddle");
    say(&t, "rf_saddle", "yes");
    assert_int_equal(level_now(&t), FF_EMERGENCY);
    come_back(&t, 400 * DAY_S);
    assert_int_equal(level_now(&t), FF_EMERGENCY);
    ff_step step = next(&t);
    assert_int_equal(step.kind, FF_STEP_CHECKLIST);
    say_page(&t, &step, FF_NOT_ASKED, NULL);
    assert_int_equal(level_now(&t), FF_EMERGENCY);
    say(&t, "rf_saddle", "no");
    assert_true(level_now(&t) < FF_EMERGENCY);
    end(&t);
}

static void test_not_sure_is_an_answer(void **state) {
    (void)state;
    talk t;
    begin(&t);
    ff_step step = next(&t);
    say_page(&t, &step, FF_NOT_SURE, NULL);
    assert_true(next(&t).level < FF_EMERGENCY);
    come_back(&t, DAY_S);
    assert_true(next(&t).level < FF_EMERGENCY);
    end(&t);
}

/* 365.2425 days a year; the birthday is not known, so only whole years are added. */
static void test_the_age_goes_on(void **state) {
    (void)state;
    talk t;
    begin(&t);
    assert_true(isnan(age_of(&t)));
    say(&t, FF_ANSWER_AGE, "41");
    assert_true(age_of(&t) == 41);
    come_back(&t, 2 * INT64_C(31556952) - 1);
    assert_true(age_of(&t) == 42);
    come_back(&t, 1);
    assert_true(age_of(&t) == 43);
    come_back(&t, -5 * 366 * DAY_S); /* a clock that was set back makes nobody younger */
    assert_true(age_of(&t) == 41);
    assert_int_equal(ff_interview_answer(t.interview, FF_ANSWER_AGE, FF_NOT_SURE, NULL, NULL),
                     FF_OK);
    assert_true(isnan(age_of(&t)));
    end(&t);
}

static void test_the_place_is_asked_only_when_no_run_tells(void **state) {
    (void)state;
    talk t;
    begin(&t);
    made_app_all_clear(t.app, NULL);
    say(&t, FF_ANSWER_AGE, "41");
    made_app_episode(t.app, BEGIN_S - 9 * DAY_S, 50, 24, "", NULL);
    assert_int_equal(next(&t).kind, FF_STEP_SITES);
    made_app_episode(t.app, BEGIN_S - 7 * DAY_S, 50, 24, "left:instep", NULL);
    ff_step step = next(&t);
    assert_true(step.kind == FF_STEP_QUESTION || step.kind == FF_STEP_PAGE);
    end(&t);
}

/* What the runs tell is as good as answered, from the journal to the last question. */
static void test_nothing_is_asked_that_the_runs_tell(void **state) {
    (void)state;
    for (int with_runs = 0; with_runs < 2; with_runs++) {
        talk t;
        size_t asked = 0, onset = 0;
        begin(&t);
        made_app_all_clear(t.app, NULL);
        say(&t, FF_ANSWER_AGE, "41");
        say(&t, FF_ANSWER_SITES, "left:instep");
        for (int i = 0; with_runs && i < 4; i++) {
            made_app_episode(t.app, BEGIN_S - (9 - i) * DAY_S, 50, 24, "left:instep", NULL);
        }
        for (ff_step step = next(&t); step.kind != FF_STEP_DONE; step = next(&t)) {
            for (size_t i = 0; i < step.line_count; i++) {
                onset += strcmp(step.lines[i]->fact->id, "onset_time") == 0;
            }
            onset +=
                step.kind == FF_STEP_QUESTION && strcmp(step.question->fact->id, "onset_time") == 0;
            asked += say_step(&t, &step, FF_NOT_SURE, NULL);
        }
        assert_true(asked > 5);
        assert_int_equal(onset, with_runs ? 0 : 1);
        end(&t);
    }
}

static void test_a_question_can_be_asked_again(void **state) {
    (void)state;
    talk t;
    begin(&t);
    ff_step step;
    say(&t, "relief_lace", "no");
    assert_int_equal(ff_interview_again(t.interview, "relief_lace", &step, NULL), FF_OK);
    assert_int_equal(step.kind, FF_STEP_QUESTION);
    assert_string_equal(step.question->fact->id, "relief_lace");
    assert_int_equal(ff_interview_again(t.interview, "rf_saddle", &step, NULL), FF_OK);
    assert_int_equal(step.kind, FF_STEP_CHECKLIST);
    assert_int_equal(step.flag_count, 1);
    assert_int_equal(ff_interview_again(t.interview, FF_ANSWER_AGE, &step, NULL), FF_OK);
    assert_int_equal(step.kind, FF_STEP_AGE);
    assert_int_equal(ff_interview_again(t.interview, FF_ANSWER_SITES, &step, NULL), FF_OK);
    assert_int_equal(step.kind, FF_STEP_SITES);
    assert_int_equal(ff_interview_again(t.interview, "no_such", &step, NULL), FF_ERR_NOT_FOUND);
    end(&t);
}

static void test_answers_are_checked_and_kept_together(void **state) {
    (void)state;
    talk t;
    begin(&t);
    static const struct {
        const char *id, *value;
        ff_code code;
    } rows[] = {
        {"no_such", "yes", FF_ERR_KEY},          {"relief_lace", "maybe", FF_ERR_VALUE},
        {"relief_lace", NULL, FF_ERR_VALUE},     {"rf_saddle", "perhaps", FF_ERR_VALUE},
        {FF_ANSWER_AGE, "0", FF_ERR_VALUE},      {FF_ANSWER_AGE, "121", FF_ERR_VALUE},
        {FF_ANSWER_AGE, "41.5", FF_ERR_VALUE},   {FF_ANSWER_AGE, "forty", FF_ERR_VALUE},
        {FF_ANSWER_SITES, "toes", FF_ERR_VALUE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ff_finding both[] = {{.id = "rf_saddle", .state = FF_SAID, .value = "yes"},
                             {.id = rows[i].id, .state = FF_SAID, .value = rows[i].value}};
        assert_int_equal(ff_interview_answers(t.interview, both, 2, NULL), rows[i].code);
        assert_true(level_now(&t) < FF_EMERGENCY);
    }
    end(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_safety_comes_first_and_the_most_urgent_before_the_rest),
        cmocka_unit_test(test_a_page_holds_open_lines_of_one_page),
        cmocka_unit_test(test_a_page_that_is_skipped_says_nothing),
        cmocka_unit_test(test_a_line_raises_a_red_flag),
        cmocka_unit_test(test_the_questions_end),
        cmocka_unit_test(test_a_skip_lasts_as_long_as_the_interview),
        cmocka_unit_test(test_safety_answers_grow_old),
        cmocka_unit_test(test_neither_age_nor_a_skip_unsays_a_red_flag),
        cmocka_unit_test(test_not_sure_is_an_answer),
        cmocka_unit_test(test_the_age_goes_on),
        cmocka_unit_test(test_the_place_is_asked_only_when_no_run_tells),
        cmocka_unit_test(test_nothing_is_asked_that_the_runs_tell),
        cmocka_unit_test(test_a_question_can_be_asked_again),
        cmocka_unit_test(test_answers_are_checked_and_kept_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
