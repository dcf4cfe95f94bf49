/* Documents: as text of 80 columns, and as a page that is well-formed and loads nothing. */
#include "support.h"

#include "report/document.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

static const char svg_of[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 440 100\" role=\"img\" "
    "aria-labelledby=\"a-title a-desc\"><title id=\"a-title\">A</title><desc id=\"a-desc\">B"
    "</desc><text x=\"0\" y=\"10\">letters</text></svg>\n";

static const char hostile[] = "<script>alert(1)</script> & \"q\" \x01 \xFF \xEF\xBF\xBE end";

static void add_wide_table(ff_document_builder *b, ff_table *table) {
    static const char *const rows[][3] = {
        {"Laces", "Loosen the laces over the top of the foot, or leave out the eyelets there",
         "12"},
        {"Shoe", "", "3"},
        {NULL, "A_word_that_is_longer_than_any_line_of_text_that_people_read_and_must_be_broken",
         "4"}};
    ff_table_init(table, b->arena);
    ff_table_column(table, "What", false);
    ff_table_column(table, "What to do about it", false);
    ff_table_column(table, "Runs", true);
    for (size_t i = 0; i < 3; i++) {
        ff_table_row(table, rows[i], 3);
    }
    ff_document_table(b, "Table of what was tried", table, true);
}

static void build(ff_document_builder *b, ff_arena *arena, ff_table *table) {
    ff_document_begin(b, arena, "A note", 0);
    b->document.subject = "A \"quoted\" <subject>";
    ff_document_alert(b, "See a doctor today.");
    ff_document_heading(b, 1, "First");
    ff_document_text(b, "Words.");
    ff_document_text(b, "");
    ff_document_text(b, NULL);
    ff_document_item(b, "one");
    ff_document_item(b, "two");
    ff_document_step(b, "first");
    ff_document_step(b, "second");
    ff_document_text(b, "between");
    ff_document_step(b, "first again");
    ff_document_heading(b, 2, "Second");
    add_wide_table(b, table);
    ff_document_drawing(b, "What is drawn", svg_of, 88);
    ff_document_field(b, "Name");
    ff_document_small(b, "Small print.");
}

static void text_says_all_in_order(void **state) {
    (void)state;
    ff_arena arena;
    ff_text out;
    ff_table table;
    ff_document_builder b;
    ff_arena_init(&arena, NULL);
    ff_text_init(&out, NULL);
    build(&b, &arena, &table);
    ff_document_as_text(&b.document, &out);
    assert_string_equal(
        out.data,
        "A note\n======\n\n! See a doctor today.\n\nFirst\n-----\nWords.\n\n- one\n- two\n\n"
        "1. first\n2. second\n\nbetween\n\n1. first again\n\nSecond\n"
        "Table of what was tried\n"
        "What   What to do about it                                                  Runs\n"
        "Laces  Loosen the laces over the top of the foot, or leave out the eyelets    12\n"
        "       there\n"
        "Shoe                                                                           3\n"
        "       A_word_that_is_longer_than_any_line_of_text_that_people_read_and_mu     4\n"
        "       st_be_broken\n"
        "\nWhat is drawn\n\n"
        "Name: __________________________________________________________________________\n\n"
        "Small print.\n");
    ff_text_free(&out);
    ff_arena_free(&arena);
}

/* ---- the page, read by another reader ---- */

typedef struct seen {
    size_t elements, cells, heads, items, figures;
    int depth;
    char text[8192]; /* of the body, drawings' titles left out */
    bool in_body, hidden, bad;
} seen;

static void begin(void *user, const char *name, const char **attributes) {
    seen *s = user;
    s->elements++;
    s->depth++;
    s->in_body |= strcmp(name, "body") == 0;
    s->cells += strcmp(name, "td") == 0;
    s->heads += strcmp(name, "th") == 0;
    s->items += strcmp(name, "li") == 0;
    s->figures += strcmp(name, "figure") == 0;
    s->hidden |= strcmp(name, "title") == 0 || strcmp(name, "desc") == 0;
    s->bad |= strcmp(name, "script") == 0 || strcmp(name, "link") == 0 || strcmp(name, "img") == 0;
    for (size_t i = 0; attributes[i] != NULL; i += 2) {
        s->bad |= strncmp(attributes[i], "on", 2) == 0 || strcmp(attributes[i], "style") == 0 ||
                  strcmp(attributes[i], "src") == 0 || strcmp(attributes[i], "href") == 0;
    }
}

static void end(void *user, const char *name) {
    seen *s = user;
    s->depth--;
    if (strcmp(name, "title") == 0 || strcmp(name, "desc") == 0) {
        s->hidden = false;
    }
}

static void words(void *user, const char *text, int length) {
    seen *s = user;
    size_t at = strlen(s->text);
    if (s->in_body && !s->hidden && at + (size_t)length < sizeof s->text) {
        memcpy(s->text + at, text, (size_t)length);
    }
}

static void read_page(const char *page, size_t length, seen *s) {
    XML_Parser parser = XML_ParserCreate(NULL);
    *s = (seen){0};
    XML_SetUserData(parser, s);
    XML_SetElementHandler(parser, begin, end);
    XML_SetCharacterDataHandler(parser, words);
    if (XML_Parse(parser, page, (int)length, 1) != XML_STATUS_OK) {
        print_message("%s at line %lu\n", XML_ErrorString(XML_GetErrorCode(parser)),
                      XML_GetCurrentLineNumber(parser));
        s->bad = true;
    }
    XML_ParserFree(parser);
}

static void page_is_whole(void **state) {
    (void)state;
    ff_arena arena;
    ff_text out;
    ff_table table;
    ff_document_builder b;
    seen s;
    ff_arena_init(&arena, NULL);
    ff_text_init(&out, NULL);
    build(&b, &arena, &table);
    ff_document_as_html(&b.document, &out);
    read_page(out.data, out.length, &s);
    assert_false(s.bad);
    assert_int_equal(s.depth, 0);
    assert_int_equal(s.heads, 3 + 3);
    assert_int_equal(s.cells, 2 * 3);
    assert_int_equal(s.items, 5);
    assert_int_equal(s.figures, 1);
    assert_non_null(strstr(s.text, "letters"));
    assert_non_null(strstr(out.data, "content=\"A &quot;quoted&quot; &lt;subject&gt;\""));
    assert_non_null(strstr(out.data, "#d11{flex:none;width:88mm;")); /* the figure's own, by its place */
    assert_non_null(strstr(out.data, "<figure id=\"d11\">"));
    ff_text_free(&out);
    ff_arena_free(&arena);
}

static void hostile_text_stays_text(void **state) {
    (void)state;
    ff_arena arena;
    ff_text out;
    ff_document_builder b;
    seen s;
    ff_arena_init(&arena, NULL);
    ff_text_init(&out, NULL);
    ff_document_begin(&b, &arena, hostile, 0);
    b.document.subject = hostile;
    for (int level = -1; level < 6; level++) {
        ff_document_heading(&b, level, hostile);
    }
    ff_document_alert(&b, hostile);
    ff_document_field(&b, hostile);
    ff_document_item(&b, hostile);
    ff_document_as_html(&b.document, &out);
    read_page(out.data, out.length, &s);
    assert_false(s.bad);
    assert_non_null(
        strstr(s.text, "<script>alert(1)</script> & \"q\"   \xEF\xBF\xBD ? end"));
    ff_text_free(&out);
    ff_arena_free(&arena);
}

static void no_memory_is_told(void **state) {
    (void)state;
    for (size_t n = 1; n < 12; n++) {
        failing_allocator failing;
        failing_allocator_init(&failing, n);
        ff_arena arena;
        ff_text out;
        ff_table table;
        ff_document_builder b;
        ff_arena_init(&arena, &failing.allocator);
        ff_text_init(&out, &failing.allocator);
        build(&b, &arena, &table);
        ff_document_as_html(&b.document, &out);
        ff_document_as_text(&b.document, &out);
        if (!arena.failed && !out.failed) {
            assert_true(failing.calls < n);
        }
        ff_text_free(&out);
        ff_arena_free(&arena);
        assert_int_equal(failing.held, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_says_all_in_order), cmocka_unit_test(page_is_whole),
        cmocka_unit_test(hostile_text_stays_text), cmocka_unit_test(no_memory_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
