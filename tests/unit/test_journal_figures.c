/* What was measured of feet and shoes, kept in the journal; and a journal from before there was
 * any. */
#include "support.h"

#include "journal/rows.h"
#include "journal/store.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define assert_ok(code) assert_int_equal(code, FF_OK)

static int64_t clock_at(void *user) {
    (void)user;
    return 1770000000;
}

static const ff_context context = {.now = clock_at};

static ff_journal *open_new(void) {
    ff_journal *journal;
    assert_ok(ff_journal_open(&context, FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE, &journal, NULL));
    return journal;
}

static ff_foot_figure foot(ff_side side, ff_foot_kind kind, double value, ff_foot_method method) {
    return (ff_foot_figure){.side = side,
                            .kind = kind,
                            .value = value,
                            .error = 3,
                            .method = method,
                            .time = FF_FOOT_EVENING,
                            .said_by = "runner"};
}

static void put_feet(ff_journal *journal, ff_foot_figure *figures, size_t count, ff_code expected) {
    const ff_foot_figure_list list = {figures, count};
    assert_int_equal(ff_journal_put_foot_figures(journal, &list, NULL), expected);
}

static void newest_of_a_method_counts(void **state) {
    (void)state;
    ff_journal *journal = open_new();
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_foot_figure given[] = {foot(FF_LEFT, FF_FOOT_LENGTH, 262, FF_FOOT_BY_OUTLINE),
                              foot(FF_RIGHT, FF_FOOT_LENGTH, 264.5, FF_FOOT_BY_OUTLINE),
                              foot(FF_LEFT, FF_FOOT_LENGTH, 250, FF_FOOT_BY_WET_PRINT),
                              foot(FF_LEFT, FF_FOOT_LENGTH, 263, FF_FOOT_BY_OUTLINE),
                              foot(FF_LEFT, FF_FOOT_ARCH_INDEX, 0, FF_FOOT_BY_WET_PRINT)};
    given[1].time = FF_FOOT_TIME_UNKNOWN;
    given[1].said_at_s = 1760000000;
    put_feet(journal, given, 5, FF_OK);
    ff_foot_figure_list list;
    assert_ok(ff_journal_foot_figures(journal, &arena, &list, NULL));
    static const int expected[] = {1, 2, 3, 4};
    assert_int_equal(list.count, 4);
    for (size_t i = 0; i < 4; i++) {
        const ff_foot_figure *in = &given[expected[i]], *out = &list.items[i];
        assert_int_equal(out->side, in->side);
        assert_int_equal(out->kind, in->kind);
        assert_true(out->value == in->value && out->error == in->error);
        assert_int_equal(out->method, in->method);
        assert_int_equal(out->time, in->time);
        assert_string_equal(out->said_by, "runner");
        assert_int_equal(out->said_at_s, in->said_at_s != 0 ? in->said_at_s : 1770000000);
    }
    /* Taken back: of that method alone, and history keeps it. */
    ff_foot_figure back = foot(FF_LEFT, FF_FOOT_LENGTH, NAN, FF_FOOT_BY_OUTLINE);
    put_feet(journal, &back, 1, FF_OK);
    assert_ok(ff_journal_foot_figures(journal, &arena, &list, NULL));
    assert_int_equal(list.count, 3);
    assert_int_equal(list.items[1].method, FF_FOOT_BY_WET_PRINT);
    assert_ok(ff_journal_foot_history(journal, &arena, &list, NULL));
    assert_int_equal(list.count, 6);
    assert_true(isnan(list.items[5].value) && isnan(list.items[5].error));
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void strange_figures_are_refused_as_a_whole(void **state) {
    (void)state;
    ff_journal *journal = open_new();
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_foot_figure two[] = {foot(FF_LEFT, FF_FOOT_LENGTH, 262, FF_FOOT_BY_OUTLINE),
                            foot(FF_LEFT, FF_FOOT_LENGTH, 262, FF_FOOT_BY_OUTLINE)};
    two[1].error = -1;
    put_feet(journal, two, 2, FF_ERR_VALUE);
    two[1] = foot((ff_side)2, FF_FOOT_LENGTH, 262, FF_FOOT_BY_OUTLINE);
    put_feet(journal, two, 2, FF_ERR_VALUE);
    two[1] = foot(FF_LEFT, FF_FOOT_KIND_COUNT, 262, FF_FOOT_BY_OUTLINE);
    put_feet(journal, two, 2, FF_ERR_VALUE);
    two[1] = foot(FF_LEFT, FF_FOOT_LENGTH, INFINITY, FF_FOOT_BY_OUTLINE);
    put_feet(journal, two, 2, FF_ERR_VALUE);
    ff_foot_figure_list list;
    assert_ok(ff_journal_foot_history(journal, &arena, &list, NULL));
    assert_int_equal(list.count, 0);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void shoes_keep_figures_and_labels(void **state) {
    (void)state;
    ff_journal *journal = open_new();
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    int64_t a, b;
    assert_ok(ff_journal_add_shoe(journal, "Road A", &a, NULL));
    assert_ok(ff_journal_add_shoe(journal, "Trail", &b, NULL));
    ff_shoe_figure given[] = {
        {.shoe_id = b, .kind = FF_SHOE_WIDTH_88, .value = 84, .error = 2},
        {.shoe_id = a, .kind = FF_SHOE_INNER_LENGTH, .value = 275, .error = 3},
        {.shoe_id = a, .kind = FF_SHOE_INNER_LENGTH, .value = 277, .method = FF_SHOE_BY_STICK},
        {.shoe_id = a, .kind = FF_SHOE_SOCK, .value = 2, .error = 1}};
    const ff_shoe_figure_list all = {given, 4};
    assert_ok(ff_journal_put_shoe_figures(journal, &all, NULL));
    ff_shoe_figure_list list;
    assert_ok(ff_journal_shoe_figures(journal, &arena, 0, &list, NULL));
    assert_int_equal(list.count, 3);
    assert_true(list.items[0].shoe_id == a && list.items[0].value == 277);
    assert_int_equal(list.items[0].method, FF_SHOE_BY_STICK);
    assert_int_equal(list.items[2].kind, FF_SHOE_WIDTH_88);
    given[0] = (ff_shoe_figure){.shoe_id = b, .kind = FF_SHOE_WIDTH_88, .value = NAN};
    given[1].shoe_id = 77;
    const ff_shoe_figure_list unknown = {given, 2};
    assert_int_equal(ff_journal_put_shoe_figures(journal, &unknown, NULL), FF_ERR_NOT_FOUND);
    assert_ok(ff_journal_shoe_figures(journal, &arena, b, &list, NULL));
    assert_int_equal(list.count, 1); /* all or none */
    const ff_shoe_figure_list back = {given, 1};
    assert_ok(ff_journal_put_shoe_figures(journal, &back, NULL));
    assert_ok(ff_journal_shoe_figures(journal, &arena, b, &list, NULL));
    assert_int_equal(list.count, 0);

    assert_ok(ff_journal_set_shoe_label(journal, a, FF_SHOE_SIZE, "EU 42", "runner", NULL));
    assert_ok(ff_journal_set_shoe_label(journal, a, FF_SHOE_USUAL_SOCK, "thin", "runner", NULL));
    assert_ok(ff_journal_set_shoe_label(journal, a, FF_SHOE_USUAL_SOCK, "thick wool", NULL, NULL));
    assert_ok(ff_journal_set_shoe_label(journal, b, FF_SHOE_USUAL_INSOLE, "cork", NULL, NULL));
    assert_int_equal(ff_journal_set_shoe_label(journal, 9, FF_SHOE_SIZE, "EU 42", NULL, NULL),
                     FF_ERR_NOT_FOUND);
    assert_int_equal(ff_journal_set_shoe_label(journal, a, FF_SHOE_LABEL_COUNT, "x", NULL, NULL),
                     FF_ERR_VALUE);
    ff_shoe_label_list labels;
    assert_ok(ff_journal_shoe_labels(journal, &arena, 0, &labels, NULL));
    assert_int_equal(labels.count, 3);
    assert_string_equal(labels.items[1].words, "thick wool");
    assert_ok(ff_journal_set_shoe_label(journal, a, FF_SHOE_SIZE, NULL, NULL, NULL));
    assert_ok(ff_journal_shoe_labels(journal, &arena, a, &labels, NULL));
    assert_int_equal(labels.count, 1);
    assert_int_equal(labels.items[0].kind, FF_SHOE_USUAL_SOCK);

    ff_error error;
    assert_ok(ff_journal_rename_shoe(journal, a, "Road B", NULL));
    assert_int_equal(ff_journal_rename_shoe(journal, a, "trail", &error), FF_ERR_VALUE);
    assert_int_equal(ff_journal_rename_shoe(journal, a, "", NULL), FF_ERR_VALUE);
    assert_int_equal(ff_journal_rename_shoe(journal, 9, "x", NULL), FF_ERR_NOT_FOUND);
    int64_t found;
    assert_ok(ff_journal_find_shoe(journal, "Road B", &found, NULL));
    assert_int_equal(found, a);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void a_journal_of_version_6_takes_them(void **state) {
    (void)state;
    char path[1024], copy[1100];
    snprintf(path, sizeof path, "%s/six.footfall", scratch_folder());
    snprintf(copy, sizeof copy, "%s.before-v7", path);
    ff_migrations six = {ff_journal_migrations.versions, 6};
    ff_journal *journal;
    int64_t shoe;
    assert_ok(ff_store_open(&context, path, FF_JOURNAL_WRITE, &six, &journal, NULL));
    assert_ok(ff_journal_add_shoe(journal, "Road A", &shoe, NULL));
    ff_journal_close(journal);
    assert_ok(ff_journal_open(&context, path, FF_JOURNAL_WRITE, &journal, NULL));
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_shoe_figure figure = {.shoe_id = shoe, .kind = FF_SHOE_KM_BEFORE, .value = 120};
    const ff_shoe_figure_list one = {&figure, 1};
    assert_ok(ff_journal_put_shoe_figures(journal, &one, NULL));
    ff_foot_figure length = foot(FF_RIGHT, FF_FOOT_LENGTH, 262, FF_FOOT_BY_SCAN);
    put_feet(journal, &length, 1, FF_OK);
    int64_t number = 0;
    assert_ok(ff_sql_number(journal, "SELECT count(*) FROM foot_figure", &number, NULL));
    assert_int_equal(number, 1);
    ff_journal_close(journal);
    assert_int_equal(access(copy, F_OK), 0);
    ff_arena_free(&arena);
}

/* What was said of a run before it could be said what it felt like stays, with nothing said of that. */
static void a_journal_of_version_8_takes_feelings(void **state) {
    (void)state;
    char path[1024], copy[1100];
    snprintf(path, sizeof path, "%s/eight.footfall", scratch_folder());
    snprintf(copy, sizeof copy, "%s.before-v9", path);
    ff_migrations eight = {ff_journal_migrations.versions, 8};
    ff_journal *journal;
    assert_ok(ff_store_open(&context, path, FF_JOURNAL_WRITE, &eight, &journal, NULL));
    assert_ok(ff_sql_do(journal,
                        "INSERT INTO run (id, start_s, sport, series_rows, added_at_s)"
                        " VALUES (1, 5, 'running', 0, 5)",
                        NULL));
    assert_ok(ff_sql_do(journal,
                        "INSERT INTO onset (run_id, kind, from_s, to_s, sites, strength, said_by,"
                        " said_from, said_at_s)"
                        " VALUES (1, 'exact', 60, 60, 'L:TP3', 4, 'runner', 'typed', 7)",
                        NULL));
    ff_journal_close(journal);
    assert_ok(ff_journal_open(&context, path, FF_JOURNAL_WRITE, &journal, NULL));
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_onset_list list;
    assert_ok(ff_journal_onsets(journal, &arena, 1, &list, NULL));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].feelings, 0);
    assert_int_equal(list.items[0].strength, 4);
    assert_string_equal(list.items[0].sites, "L:TP3");
    ff_onset onset = list.items[0];
    onset.feelings = 1 << FF_FEELING_BURNING | 1 << FF_FEELING_NUMB;
    assert_ok(ff_journal_add_onset(journal, &onset, NULL, NULL));
    assert_ok(ff_journal_onsets(journal, &arena, 1, &list, NULL));
    assert_int_equal(list.items[0].feelings, onset.feelings);
    assert_int_equal(access(copy, F_OK), 0);
    onset.feelings = 1 << FF_FEELING_COUNT;
    assert_int_equal(ff_journal_add_onset(journal, &onset, NULL, NULL), FF_ERR_VALUE);
    ff_onset none;
    ff_onset_init(&none);
    none.run_id = 1;
    none.kind = FF_ONSET_NONE;
    none.feelings = 1 << FF_FEELING_COLD;
    assert_int_equal(ff_journal_add_onset(journal, &none, NULL, NULL), FF_ERR_VALUE);
    assert_ok(ff_sql_do(journal, "UPDATE onset SET feelings = 'numb,itch'", NULL));
    assert_int_equal(ff_journal_onsets(journal, &arena, 1, &list, NULL), FF_ERR_DAMAGED_JOURNAL);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void feelings_lead_back(void **state) {
    (void)state;
    char text[FF_FEELINGS_SIZE];
    for (int bits = 0; bits < 1 << FF_FEELING_COUNT; bits++) {
        ff_feelings_text(bits, ", ", text);
        assert_int_equal(ff_feelings_of_text(text), bits);
    }
    assert_string_equal(text, "numb, tingling, burning, cold, pain");
    assert_int_equal(ff_feelings_of_text("Pain,NUMB,pain"),
                     1 << FF_FEELING_PAIN | 1 << FF_FEELING_NUMB);
    assert_int_equal(ff_feelings_of_text("itch"), -1);
    assert_int_equal(ff_feelings_of_text("numbness"), -1);
    assert_int_equal(ff_feelings_of_text("numb,itch"), -1);
}

static void names_lead_back(void **state) {
    (void)state;
    for (int i = 0; i < FF_FOOT_KIND_COUNT; i++) {
        ff_foot_kind kind = (ff_foot_kind)i;
        assert_int_equal(ff_foot_kind_of_name(ff_foot_kind_name(kind)), i);
        assert_true(ff_foot_kind_least(kind) < ff_foot_kind_most(kind));
        for (int m = 0; m < FF_FOOT_METHOD_COUNT; m++) {
            double error = ff_foot_usual_error(kind, (ff_foot_method)m);
            assert_true(kind == FF_FOOT_TOUCHES_MISSED ? error == 0 : error > 0);
        }
    }
    for (int i = 0; i < FF_FOOT_METHOD_COUNT; i++) {
        assert_int_equal(ff_foot_method_of_name(ff_foot_method_name((ff_foot_method)i)), i);
    }
    for (int i = 0; i < FF_FOOT_TIME_COUNT; i++) {
        assert_int_equal(ff_foot_time_of_name(ff_foot_time_name((ff_foot_time)i)), i);
    }
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        assert_int_equal(ff_shoe_kind_of_name(ff_shoe_kind_name((ff_shoe_kind)i)), i);
    }
    for (int i = 0; i < FF_SHOE_METHOD_COUNT; i++) {
        assert_int_equal(ff_shoe_method_of_name(ff_shoe_method_name((ff_shoe_method)i)), i);
    }
    for (int i = 0; i < FF_SHOE_LABEL_COUNT; i++) {
        assert_int_equal(ff_shoe_label_of_name(ff_shoe_label_name((ff_shoe_label_kind)i)), i);
    }
    assert_int_equal(ff_side_of_name("left"), FF_LEFT);
    assert_int_equal(ff_side_of_name("R"), FF_RIGHT);
    assert_int_equal(ff_side_of_name("both"), -1);
    assert_int_equal(ff_foot_kind_of_name("lenght"), -1);
    assert_null(ff_foot_kind_name(FF_FOOT_KIND_COUNT));
    assert_null(ff_shoe_kind_name((ff_shoe_kind)-1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newest_of_a_method_counts),
        cmocka_unit_test(strange_figures_are_refused_as_a_whole),
        cmocka_unit_test(shoes_keep_figures_and_labels),
        cmocka_unit_test(a_journal_of_version_6_takes_them),
        cmocka_unit_test(a_journal_of_version_8_takes_feelings),
        cmocka_unit_test(feelings_lead_back),
        cmocka_unit_test(names_lead_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
