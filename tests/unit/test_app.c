/* The use cases when memory runs out, when many things are said at once, and when half of what is
 * said is wrong. */
#include "support.h"

#include "app/demo_runner.h"
#include "base/folder.h"
#include "made_app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOW_S INT64_C(1780315200) /* 2026-06-01T12:00:00Z */

typedef struct {
    char whole[4096]; /* a folder with two of the demo's runs, one with a lap pressed by hand */
    char small[4096]; /* one with the beginnings of two recordings, and what is none */
    size_t lap;       /* of the run that has one */
} files;

static void write_file(const char *folder, const char *name, const void *bytes, size_t size) {
    char path[4200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(ff_file_write(path, bytes, size, NULL), FF_OK);
}

static void write_text(const char *folder, const char *name, const char *text) {
    write_file(folder, name, text, strlen(text));
}

static int make_files(void **state) {
    static files f;
    int64_t now_s = NOW_S;
    const ff_context context = {.now = made_clock, .seed = 25, .user = &now_s};
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_demo_runner runner;
    snprintf(f.whole, sizeof f.whole, "%s/whole", scratch_folder());
    snprintf(f.small, sizeof f.small, "%s/small", scratch_folder());
    if (ff_folder_make(f.whole, NULL) != FF_OK || ff_folder_make(f.small, NULL) != FF_OK ||
        ff_demo_runner_make(&context, &arena, &runner, NULL) != FF_OK) {
        return -1;
    }
    const ff_demo_run *first = &runner.runs[0], *last = &runner.runs[runner.count - 1];
    while (last > first && last->from_lap == 0) {
        last--;
    }
    f.lap = last->from_lap;
    write_file(f.whole, "a.fit", first->bytes, first->size);
    write_file(f.whole, "b.fit", last->bytes, last->size);
    write_file(f.small, "a.fit", first->bytes, 9000);
    write_file(f.small, "b.fit", last->bytes, 4000);
    write_file(f.small, "c.fit", last->bytes, 4000);
    write_text(f.small, "notes.txt", "went for a run\n");
    write_text(f.small, "page.gpx", "<?xml version=\"1.0\"?>\n<gpx creator=\"x\">");
    ff_arena_free(&arena);
    *state = &f;
    return 0;
}

typedef ff_code (*use_case)(const files *f, ff_app *app, ff_reply *reply, ff_error *error);

static ff_code import_from(const char *folder, ff_format format, ff_app *app, ff_reply *reply,
                           ff_error *error) {
    const char *paths[] = {folder};
    ff_import_request request = {
        .paths = paths, .path_count = 1, .verbose = true, .format = format};
    return ff_app_import(app, &request, reply, error);
}

static ff_code import(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    return import_from(f->small, FF_AS_TEXT, app, reply, error);
}

static ff_code import_json(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    return import_from(f->small, FF_AS_JSON, app, reply, error);
}

static ff_code log_numb(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    const char *changed[] = {"lacing", "insole"};
    ff_log_request request = {.run = "last",
                              .from_lap = (int)f->lap,
                              .sites = "both:instep",
                              .strength = 4,
                              .shoe = "Road A",
                              .gear = {[FF_GEAR_INSOLE] = "none", [FF_GEAR_LACING] = "window"},
                              .changed = changed,
                              .changed_count = 2};
    return ff_app_log(app, &request, reply, error);
}

static ff_code list_runs(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    (void)f;
    return ff_app_runs(app, FF_AS_TEXT, reply, error);
}

static ff_code list_runs_json(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    (void)f;
    return ff_app_runs(app, FF_AS_JSON, reply, error);
}

static ff_code list_imports(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    (void)f;
    return ff_app_imports(app, FF_AS_TEXT, reply, error);
}

static ff_code why(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    (void)f;
    return ff_app_why(app, FF_AS_TEXT, reply, error);
}

static ff_code why_json(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    (void)f;
    return ff_app_why(app, FF_AS_JSON, reply, error);
}

static ff_code interview(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    (void)f;
    ff_interview *talk;
    ff_step step;
    const ff_assessment *assessment;
    ff_code code = ff_interview_open(app, &talk, error);
    if (code == FF_OK) {
        code = ff_interview_answer(talk, "relief_lace", FF_SAID, "yes", error);
    }
    if (code == FF_OK) {
        code = ff_interview_answer(talk, "heat", FF_NOT_ASKED, NULL, error);
    }
    if (code == FF_OK) {
        code = ff_interview_next(talk, &step, error);
    }
    if (code == FF_OK) {
        ff_step_text(&step, &reply->text);
        code = ff_interview_assessment(talk, &assessment, error);
    }
    if (code == FF_OK) {
        ff_flags_text(assessment, &reply->text);
        code = ff_text_check(&reply->text, error);
    }
    ff_interview_close(talk);
    return code;
}

static ff_code sites(const files *f, ff_app *app, ff_reply *reply, ff_error *error) {
    (void)f;
    (void)app;
    return ff_sites_list(FF_AS_TEXT, reply, error);
}

/* What stands before the use case at hand, without any failure. */
static void prepare(const files *f, ff_app *app, bool with_runs) {
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    made_app_all_clear(app, "rf_saddle");
    ff_finding yes = {.id = "rf_saddle", .state = FF_SAID, .value = "yes"};
    assert_int_equal(ff_journal_put_answer(app->journal, &yes, NULL), FF_OK);
    if (with_runs) {
        assert_int_equal(import_from(f->whole, FF_AS_TEXT, app, &reply, NULL), FF_OK);
        assert_int_equal(log_numb(f, app, &reply, NULL), FF_OK);
    }
    ff_reply_free(&reply);
}

/* An app whose memory can be made to fail. */
typedef struct {
    failing_allocator failing;
    int64_t now_s;
    ff_context context;
    ff_app *app;
} bench;

static void set_up(bench *b, const files *f, bool with_runs) {
    failing_allocator_init(&b->failing, 0);
    b->now_s = NOW_S;
    b->context =
        (ff_context){.allocator = &b->failing.allocator, .now = made_clock, .user = &b->now_s};
    b->app = made_app(&b->context);
    prepare(f, b->app, with_runs);
}

static void take_down(bench *b) {
    ff_app_close(b->app);
    assert_int_equal(b->failing.held, 0);
}

/* Runs the use case with the n-th allocation failing (0: none). What it said, the caller's to
 * free, or NULL when memory was short. */
static char *act_once(bench *b, const files *f, use_case act, size_t n, bool once) {
    ff_reply reply;
    ff_reply_init(&reply, &b->context);
    ff_error error;
    ff_error_clear(&error);
    size_t held = b->failing.held;
    b->failing.calls = 0;
    b->failing.once = once;
    b->failing.fail_from = n;
    ff_code code = act(f, b->app, &reply, &error);
    b->failing.fail_from = 0;
    char *said = NULL;
    if (code == FF_OK) {
        assert_false(reply.text.failed);
        said = strdup(reply.text.data);
    } else {
        assert_int_equal(code, FF_ERR_MEMORY);
        assert_int_equal(error.code, FF_ERR_MEMORY);
        assert_true(error.message[0] != '\0');
    }
    ff_reply_free(&reply);
    assert_int_equal(b->failing.held, held);
    return said;
}

/* An answer comes whole or not at all, whichever allocation fails. with_runs: the runs are there
 * before, and acting twice says the same, so one app serves for all. */
static void check_case(const files *f, use_case act, bool with_runs) {
    bench b;
    set_up(&b, f, with_runs);
    char *whole = act_once(&b, f, act, 0, false);
    assert_non_null(whole);
    assert_true(strlen(whole) > 20);
    for (int once = 0; once <= 1; once++) {
        for (size_t n = 1, good = 0; good < 3; n++) { /* beyond the last allocation */
            assert_true(n < 5000);
            if (!with_runs) {
                take_down(&b);
                set_up(&b, f, false);
            }
            char *said = act_once(&b, f, act, n, once != 0);
            if (said != NULL) {
                assert_string_equal(said, whole);
            }
            good = said != NULL ? good + 1 : 0;
            free(said);
        }
    }
    free(whole);
    take_down(&b);
}

#define MEMORY_TEST(name, act, with_runs)                                                          \
    static void name(void **state) {                                                               \
        check_case(*state, act, with_runs);                                                        \
    }

MEMORY_TEST(test_import_without_memory, import, false)
MEMORY_TEST(test_import_json_without_memory, import_json, false)
MEMORY_TEST(test_log_without_memory, log_numb, true)
MEMORY_TEST(test_runs_without_memory, list_runs, true)
MEMORY_TEST(test_runs_json_without_memory, list_runs_json, true)
MEMORY_TEST(test_imports_without_memory, list_imports, true)
MEMORY_TEST(test_why_without_memory, why, true)
MEMORY_TEST(test_why_json_without_memory, why_json, true)
MEMORY_TEST(test_interview_without_memory, interview, true)
MEMORY_TEST(test_sites_without_memory, sites, false)

static void test_opening_without_memory(void **state) {
    (void)state;
    ff_code code = FF_ERR_MEMORY;
    for (size_t n = 1; code != FF_OK; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        const ff_context context = {.allocator = &failing.allocator};
        ff_app *app = NULL;
        code = ff_app_open(&context, FF_JOURNAL_IN_MEMORY, &app, NULL);
        assert_true(code == FF_OK || (code == FF_ERR_MEMORY && app == NULL));
        ff_app_close(app);
        assert_int_equal(failing.held, 0);
    }
}

/* What was said of the run: changes, shoe, gear and onsets, counted. */
static size_t things_said(ff_app *app) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_change_list changes;
    ff_run_shoe_list shoes;
    ff_shoe_list all_shoes;
    ff_run_gear_list gear;
    ff_onset_list onsets;
    assert_int_equal(ff_journal_changes(app->journal, &arena, 0, &changes, NULL), FF_OK);
    assert_int_equal(ff_journal_run_shoes(app->journal, &arena, 0, &shoes, NULL), FF_OK);
    assert_int_equal(ff_journal_shoes(app->journal, &arena, &all_shoes, NULL), FF_OK);
    assert_int_equal(ff_journal_run_gear(app->journal, &arena, 0, &gear, NULL), FF_OK);
    assert_int_equal(ff_journal_onset_history(app->journal, &arena, 0, &onsets, NULL), FF_OK);
    size_t count = changes.count + shoes.count + all_shoes.count + gear.count + onsets.count;
    ff_arena_free(&arena);
    return count;
}

/* Nothing is kept of a log entry of which a part is wrong, and nothing when memory fails late. */
static void test_log_is_all_or_nothing(void **state) {
    const files *f = *state;
    failing_allocator failing;
    failing_allocator_init(&failing, 0);
    const ff_context context = {.allocator = &failing.allocator};
    ff_app *app = made_app(&context);
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    assert_int_equal(import_from(f->whole, FF_AS_TEXT, app, &reply, NULL), FF_OK);
    const char *changed[] = {"lacing", ""};
    const ff_log_request wrong[] = {
        {.run = "last",
         .numb = "20min",
         .strength = -1,
         .shoe = "Road A",
         .changed = changed,
         .changed_count = 2},
        {.run = "last", .numb = "20min", .strength = 11, .shoe = "Road A"},
        {.run = "last", .numb = "20min", .strength = -1, .shoe = ""},
        {.run = "last", .numb = "20min", .strength = -1, .gear = {"none", ""}},
        {.run = "last", .numb = "20min", .strength = -1, .sites = "left:tose"},
        {.run = "last", .numb = "20min", .none = true, .strength = -1},
        {.run = "last", .numb = "20min", .strength = -1, .from_lap = 1},
        {.run = "last", .none = true, .strength = 4},
        {.run = "last", .numb = "99h", .strength = -1, .shoe = "Road A"},
        {.run = "last", .strength = -1, .from_lap = 99, .shoe = "Road A"},
        {.run = "last", .strength = 4, .shoe = "Road A"},
        {.run = "last", .gone = "+5min", .strength = -1, .shoe = "Road A"},
        {.run = "last", .none = true, .gone = "+5min", .strength = -1},
        {.run = "last", .coming = true, .gone_lap = 1, .strength = -1},
        {.run = "last", .numb = "20min", .gone = "10min", .strength = -1},
        {.run = "last", .numb = "20min", .gone = "99h", .strength = -1},
        {.run = "last", .numb = "20min", .gone = "+5min", .gone_lap = 1, .strength = -1},
        {.run = "99", .numb = "20min", .strength = -1, .shoe = "Road A"},
        {.run = "soon", .numb = "20min", .strength = -1, .shoe = "Road A"},
        {.run = "2020-02-30", .numb = "20min", .strength = -1},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ff_error error;
        assert_int_not_equal(ff_app_log(app, &wrong[i], &reply, &error), FF_OK);
        assert_true(error.message[0] != '\0');
        assert_int_equal(things_said(app), 0);
    }
    for (size_t n = 1;; n++) {
        failing.calls = 0;
        failing.fail_from = n;
        ff_code code = log_numb(f, app, &reply, NULL);
        failing.fail_from = 0;
        if (code == FF_OK) {
            break;
        }
        assert_int_equal(things_said(app), 0);
    }
    assert_int_equal(things_said(app), 1 + 1 + 1 + 2 + 2); /* onset, shoe, its run, gear, changes */
    ff_reply_free(&reply);
    ff_app_close(app);
}

static void test_an_import_of_nothing_says_so(void **state) {
    (void)state;
    ff_app *app = made_app(NULL);
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    ff_import_request request = {.path_count = 0};
    ff_error error;
    assert_int_equal(ff_app_import(app, &request, &reply, &error), FF_ERR_NO_FILES);
    ff_reply_free(&reply);
    ff_app_close(app);
}

/* Folders too deep to be real, and a recording beside them. */
static void test_what_cannot_be_looked_at_stops_nothing(void **state) {
    const files *f = *state;
    char top[4200], deep[4600], from[4200];
    snprintf(top, sizeof top, "%s/deep", scratch_folder());
    int length = snprintf(deep, sizeof deep, "%s/a", top);
    for (int i = 0; i < 80; i++) {
        length += snprintf(deep + length, sizeof deep - (size_t)length, "/x");
    }
    assert_int_equal(ff_folder_make(deep, NULL), FF_OK);
    snprintf(from, sizeof from, "%s/a.fit", f->whole);
    snprintf(deep, sizeof deep, "%s/b.fit", top);
    assert_int_equal(rename(from, deep), 0);
    ff_app *app = made_app(NULL);
    ff_reply reply;
    ff_reply_init(&reply, NULL);
    assert_int_equal(import_from(top, FF_AS_JSON, app, &reply, NULL), FF_OK);
    assert_int_equal(rename(deep, from), 0);
    assert_non_null(strstr(reply.text.data, "\"files\":2,\"imported\":1"));
    assert_non_null(strstr(reply.text.data, "FF_ERR_LIMIT"));
    assert_true(reply.incomplete);
    ff_reply_free(&reply);
    ff_app_close(app);
}

/* A journal that no demo made, where the demo would put its own. */
static void test_the_demo_takes_nothing_away(void **state) {
    (void)state;
    int64_t now_s = NOW_S;
    const ff_context context = {.now = made_clock, .user = &now_s};
    char folder[4200], journal[4300];
    snprintf(folder, sizeof folder, "%s/mine", scratch_folder());
    snprintf(journal, sizeof journal, "%s/journal.footfall", folder);
    ff_app *app;
    assert_int_equal(ff_app_open(&context, journal, &app, NULL), FF_OK);
    made_app_run(app, NOW_S - 86400, 40);
    ff_app_close(app);
    ff_reply reply;
    ff_reply_init(&reply, &context);
    ff_error error;
    assert_int_equal(ff_demo(&context, folder, "footfall", FF_AS_TEXT, &reply, &error),
                     FF_ERR_USAGE);
    assert_string_equal(error.where, folder);
    ff_reply_free(&reply);
    assert_int_equal(ff_app_open(&context, journal, &app, NULL), FF_OK);
    size_t runs = 0;
    assert_int_equal(ff_journal_count_runs(app->journal, &runs, NULL), FF_OK);
    assert_int_equal(runs, 1);
    ff_app_close(app);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_opening_without_memory),
        cmocka_unit_test(test_import_without_memory),
        cmocka_unit_test(test_import_json_without_memory),
        cmocka_unit_test(test_log_without_memory),
        cmocka_unit_test(test_runs_without_memory),
        cmocka_unit_test(test_runs_json_without_memory),
        cmocka_unit_test(test_imports_without_memory),
        cmocka_unit_test(test_why_without_memory),
        cmocka_unit_test(test_why_json_without_memory),
        cmocka_unit_test(test_interview_without_memory),
        cmocka_unit_test(test_sites_without_memory),
        cmocka_unit_test(test_log_is_all_or_nothing),
        cmocka_unit_test(test_an_import_of_nothing_says_so),
        cmocka_unit_test(test_what_cannot_be_looked_at_stops_nothing),
        cmocka_unit_test(test_the_demo_takes_nothing_away),
    };
    return cmocka_run_group_tests(tests, make_files, NULL);
}
