/* Tables of text and the breaking of lines. */
#include "support.h"

#include "report/table.h"

#include <footfall/text.h>

static void columns_line_up(void **state) {
    (void)state;
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_text out;
    ff_text_init(&out, NULL);
    ff_table table;
    ff_table_init(&table, &arena);
    ff_table_column(&table, "n", true);
    ff_table_column(&table, "empty", false);
    ff_table_column(&table, "name", false);
    ff_table_column(&table, "x", false);
    const char *first[] = {"1", NULL, "L\xC3\xA4nge", "y"};
    const char *second[] = {"1000", "", "b"};
    ff_table_row(&table, first, 4);
    ff_table_row(&table, second, 3);
    ff_table_print(&table, 1, &out);
    assert_string_equal(out.data, "    n  name   x\n"
                                  "    1  L\xC3\xA4nge  y\n"
                                  " 1000  b\n");
    ff_text_free(&out);
    ff_arena_free(&arena);
}

static void many_rows_and_no_memory(void **state) {
    (void)state;
    for (size_t n = 1; n < 4; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_arena arena;
        ff_arena_init(&arena, &failing.allocator);
        ff_table table;
        ff_table_init(&table, &arena);
        ff_table_column(&table, "a", false);
        const char *row[] = {"cell"};
        for (int i = 0; i < 100000; i++) {
            ff_table_row(&table, row, 1);
        }
        assert_int_equal(ff_arena_check(&arena, NULL), FF_ERR_MEMORY);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
}

static void lines_break_at_blanks(void **state) {
    (void)state;
    ff_text out;
    ff_text_init(&out, NULL);
    ff_text_wrap(&out, "- ", "one two  three\nfour", 9);
    assert_string_equal(out.data, "- one two\n  three\n  four\n");
    ff_text_clear(&out);
    ff_text_wrap(&out, "", "averyveryverylongword x", 5);
    assert_string_equal(out.data, "averyveryverylongword\nx\n");
    ff_text_clear(&out);
    ff_text_wrap(&out, "a: ", "", 5);
    assert_string_equal(out.data, "a: \n");
    ff_text_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_line_up),
        cmocka_unit_test(many_rows_and_no_memory),
        cmocka_unit_test(lines_break_at_blanks),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
