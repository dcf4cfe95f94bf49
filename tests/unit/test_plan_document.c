#include "support.h"

#include "report/plan_document.h"

#include <footfall/knowledge.h>

#include <math.h>
#include <string.h>

#define DAY_S INT64_C(86400)
#define DAY   INT64_C(1780272000) /* Monday 2026-06-01 */

enum { RUNS = 5 };

typedef struct made {
    ff_workout_step steps[RUNS][2];
    ff_workout_block blocks[RUNS];
    ff_planned_run runs[RUNS];
    ff_plan plan;
    ff_arena arena;
    ff_document document;
} made;

/* Three runs in week 1, two in week 2; the last one in kilometres. */
static void make(made *m, double pace_min_km) {
    *m = (made){.plan = {"Back to 5 km", 18 * 60, m->runs, RUNS}};
    for (int i = 0; i < RUNS; i++) {
        m->steps[i][0] = (ff_workout_step){FF_EFFORT_RUN, 240, NAN, NAN, NAN, NULL};
        m->steps[i][1] = (ff_workout_step){FF_EFFORT_WALK, 60, NAN, NAN, NAN, NULL};
        m->blocks[i] = (ff_workout_block){6, m->steps[i], 2};
        m->runs[i] = (ff_planned_run){DAY + (i / 3 * 7 + i % 3 * 2) * DAY_S,
                                      i / 3 + 1,
                                      {"6x(4min run, 1min walk)", &m->blocks[i], 1, NULL}};
    }
    m->steps[4][0] = (ff_workout_step){FF_EFFORT_RUN, NAN, 5000, 170, 178, NULL};
    m->blocks[4] = (ff_workout_block){1, m->steps[4], 1};
    m->runs[4].workout.note = "Easy.";
    ff_plan_sheet sheet = {&m->plan, pace_min_km, "footfall", DAY};
    ff_arena_init(&m->arena, ff_allocator_libc());
    m->document = ff_plan_document(&sheet, &m->arena);
    assert_int_equal(ff_arena_check(&m->arena, NULL), FF_OK);
}

static void unmake(made *m) {
    ff_arena_free(&m->arena);
}

/* The next table from block *at on, which moves behind it. */
static const ff_block_table *next_table(const made *m, size_t *at) {
    while (*at < m->document.count) {
        const ff_document_block *block = &m->document.blocks[(*at)++];
        if (block->kind == FF_BLOCK_TABLE) {
            return &block->table;
        }
    }
    fail_msg("there is no table more");
    return NULL;
}

static void assert_row(const ff_block_table *table, size_t row, const char *day, const char *what,
                       const char *all) {
    const char *const *cells = table->cells + row * table->columns;
    assert_int_equal(table->columns, 5);
    assert_string_equal(cells[0], "\xE2\x98\x90");
    assert_string_equal(cells[1], day);
    assert_string_equal(cells[2], what);
    assert_string_equal(cells[3], all);
    assert_string_equal(cells[4], "______ min");
}

static void a_table_a_week_and_a_row_a_run(void **state) {
    (void)state;
    made m;
    size_t at = 0;
    make(&m, NAN);
    assert_string_equal(m.document.title, "Back to 5 km");
    const ff_block_table *week = next_table(&m, &at);
    assert_int_equal(week->rows, 3);
    assert_row(week, 0, "Mon 1 Jun", "6 times over: 4 min run, 1 min walk", "30 min");
    assert_row(week, 2, "Fri 5 Jun", "6 times over: 4 min run, 1 min walk", "30 min");
    week = next_table(&m, &at);
    assert_int_equal(week->rows, 2);
    assert_row(week, 1, "Wed 10 Jun", "5 km run at 170 to 178 steps a minute. Easy.", "");
    unmake(&m);
    at = 0;
    make(&m, 6.6);
    next_table(&m, &at);
    assert_row(next_table(&m, &at), 1, "Wed 10 Jun", "5 km run at 170 to 178 steps a minute. Easy.",
               "33 min");
    unmake(&m);
}

/* Every line of the checklist that calls for help at once, with what it says to do. */
static void signs_that_must_not_wait(void **state) {
    (void)state;
    made m;
    size_t at = 0, told = 0;
    make(&m, NAN);
    next_table(&m, &at);
    next_table(&m, &at);
    const ff_block_table *signs = next_table(&m, &at);
    const ff_knowledge *k = &ff_knowledge_built_in;
    for (size_t i = 0; i < k->flag_count; i++) {
        if (k->flags[i].level == FF_EMERGENCY && k->flags[i].ask[0] != '\0') {
            assert_true(told < signs->rows);
            assert_string_equal(signs->cells[2 * told], k->flags[i].ask);
            assert_string_equal(signs->cells[2 * told + 1], k->flags[i].act);
            told++;
        }
    }
    assert_true(told > 3);
    assert_int_equal(told, signs->rows);
    unmake(&m);
}

/* The words say the numbers that plans are written by. */
static void the_numbness_rule_is_told(void **state) {
    (void)state;
    made m;
    ff_text text;
    ff_text_init(&text, NULL);
    make(&m, NAN);
    ff_document_as_text(&m.document, &text);
    assert_non_null(strstr(text.data, "1. Stop. Loosen the lace"));
    assert_non_null(strstr(text.data, "2. End the next run 5 minutes before"));
    assert_non_null(strstr(text.data, "3. After 3 runs of that length"));
    assert_non_null(strstr(text.data, "judgement"));
    assert_non_null(strstr(text.data, "Week 2"));
    assert_int_equal(m.document.blocks[0].kind, FF_BLOCK_ALERT); /* before anything to run */
    ff_text_free(&text);
    unmake(&m);
}

static void memory_runs_out(void **state) {
    (void)state;
    made m;
    make(&m, NAN);
    ff_plan_sheet sheet = {&m.plan, NAN, "footfall", DAY};
    for (size_t fail = 1;; fail++) {
        failing_allocator failing;
        failing_allocator_init(&failing, fail);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_plan_document(&sheet, &arena);
        bool whole = ff_arena_check(&arena, NULL) == FF_OK;
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
        if (whole) {
            assert_true(fail > 2);
            break;
        }
    }
    unmake(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_a_week_and_a_row_a_run),
        cmocka_unit_test(signs_that_must_not_wait),
        cmocka_unit_test(the_numbness_rule_is_told),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
