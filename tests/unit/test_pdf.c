/* Documents as PDF: what can be seen without another program. What their text says, and how they
 * look to other readers, is tested on the command line (tests/cli/visit). */
#include "support.h"

#include "face/cli/cli.h"
#include "report/document.h"
#include "report/svg.h"

#include <stdio.h>
#include <string.h>

typedef struct made {
    ff_arena arena;
    ff_document_builder builder;
    ff_text svg, pdf;
    ff_error error;
    ff_code code;
} made;

static void begin(made *m) {
    ff_arena_init(&m->arena, NULL);
    ff_text_init(&m->svg, NULL);
    ff_text_init(&m->pdf, NULL);
    ff_document_begin(&m->builder, &m->arena, "A document", 1780315200);
}

static void draw(made *m) {
    ff_text_clear(&m->pdf);
    m->code = cli_draw_pdf(NULL, &m->builder.document, &m->pdf, &m->error);
}

static void end(made *m) {
    ff_text_free(&m->pdf);
    ff_text_free(&m->svg);
    ff_arena_free(&m->arena);
}

static size_t count(const ff_text *pdf, const char *what) {
    size_t found = 0, length = strlen(what);
    for (size_t i = 0; i + length <= pdf->length; i++) {
        found += memcmp(pdf->data + i, what, length) == 0;
    }
    return found;
}

static size_t pages(const ff_text *pdf) {
    return count(pdf, "/Type /Page") - count(pdf, "/Type /Pages");
}

static void add_texts(made *m, size_t times) {
    for (size_t i = 0; i < times; i++) {
        ff_document_text(&m->builder, "One line of words.");
    }
}

static void add_drawing(made *m, const char *desc) {
    ff_svg svg;
    const ff_svg_head head = {
        .width = 440, .height = 100, .id = "d", .title = "Title", .desc = desc};
    ff_svg_begin(&svg, &head, &m->svg);
    ff_svg_path(&svg, &(ff_svg_look){.line = 1, .dash = "4 3", .fill_opacity = 0.5});
    ff_svg_path_to(&svg, 1, 2);
    ff_svg_path_to(&svg, 3.5, -4);
    ff_svg_path_close(&svg);
    ff_svg_path_to(&svg, 9, 9);
    ff_svg_end_path(&svg);
    ff_svg_text(&svg, &(ff_svg_letters){.x = 5, .y = 20, .anchor = FF_SVG_END}, "a & b");
    ff_svg_end(&svg);
    ff_document_drawing(&m->builder, "What is drawn", m->svg.data, 80);
}

static void add_table(made *m, const char *cell, size_t columns, size_t rows) {
    static ff_table table;
    const char *cells[FF_TABLE_COLUMNS];
    ff_table_init(&table, &m->arena);
    for (size_t c = 0; c < columns; c++) {
        ff_table_column(&table, "Head", c % 2 == 1);
        cells[c] = cell;
    }
    for (size_t r = 0; r < rows; r++) {
        ff_table_row(&table, cells, columns);
    }
    ff_document_table(&m->builder, "A table", &table, true);
}

static void same_document_same_bytes(void **state) {
    (void)state;
    made m, again;
    begin(&m);
    begin(&again);
    made *both[] = {&m, &again};
    for (int i = 0; i < 2; i++) {
        add_texts(both[i], 3);
        add_drawing(both[i], "Words for who hears it");
        add_table(both[i], "cell", 4, 100);
        draw(both[i]);
        assert_int_equal(both[i]->code, FF_OK);
    }
    assert_int_equal(m.pdf.length, again.pdf.length);
    assert_memory_equal(m.pdf.data, again.pdf.data, m.pdf.length);
    assert_int_equal(count(&m.pdf, "(20260601120000"), 2);
    end(&m);
    end(&again);
}

/* 60 lines fill more than a page at the usual size, and less when they shrink. */
static void shrinks_to_one_page_only_where_asked(void **state) {
    (void)state;
    static const size_t lines[] = {30, 60, 200};
    static const size_t usual[] = {1, 2, 4}, wished[] = {1, 1, 4};
    for (size_t i = 0; i < 3; i++) {
        made m;
        begin(&m);
        add_texts(&m, lines[i]);
        draw(&m);
        assert_int_equal(pages(&m.pdf), usual[i]);
        m.builder.document.one_page = true;
        draw(&m);
        assert_int_equal(pages(&m.pdf), wished[i]);
        end(&m);
    }
}

static void tells_those_who_hear_it(void **state) {
    (void)state;
    made m;
    begin(&m);
    m.builder.document.subject = "The subject";
    ff_document_heading(&m.builder, 1, "Heading");
    ff_document_item(&m.builder, "one");
    ff_document_item(&m.builder, "two");
    add_drawing(&m, "A\xC3\xA9\xF0\x9F\x98\x80");
    add_table(&m, "cell", 3, 2);
    draw(&m);
    assert_int_equal(m.code, FF_OK);
    assert_int_equal(count(&m.pdf, "/Alt <FEFF004100E9D83DDE00>"), 1);
    assert_int_equal(count(&m.pdf, "/Lang <FEFF0065006E>"), 1);
    assert_int_equal(count(&m.pdf, "/Marked true"), 2); /* as cairo wrote it, and in the update */
    assert_int_equal(count(&m.pdf, "/Scope /Column"), 3);
    assert_int_equal(count(&m.pdf, "/Scope /Row"), 2);
    assert_int_equal(count(&m.pdf, "/S /LI\n"), 2);
    assert_int_equal(count(&m.pdf, "/S /L\n"), 1);
    assert_int_equal(count(&m.pdf, "/S /H1\n"), 1);
    assert_int_equal(count(&m.pdf, "/S /H2\n"), 1);
    end(&m);
}

/* A cell, a word and a paragraph that are longer than a page go on over the next ones. */
static void nothing_is_too_long(void **state) {
    (void)state;
    made m;
    begin(&m);
    char *words = ff_arena_take(&m.arena, 40001, 1), *word = ff_arena_take(&m.arena, 40001, 1);
    for (size_t i = 0; i < 40000; i++) {
        words[i] = i % 7 == 6 ? ' ' : 'a';
        word[i] = 'b';
    }
    add_table(&m, words, 2, 2);
    ff_document_alert(&m.builder, words);
    ff_document_heading(&m.builder, 2, words);
    ff_document_step(&m.builder, word);
    ff_document_field(&m.builder, word);
    draw(&m);
    assert_int_equal(m.code, FF_OK);
    assert_true(pages(&m.pdf) > 30);
    end(&m);
}

static void refuses_what_it_cannot_show(void **state) {
    (void)state;
    static const char *const drawings[] = {"<svg viewBox=\"0 0 440 100\"><image href=\"x\"/></svg>",
                                           "<svg viewBox=\"0 0 440 100\"><path d=\"M0 0A1 1 0 0 0 "
                                           "2 2\" stroke=\"currentColor\"/></svg>",
                                           "<svg viewBox=\"0 0 440 100\"><text></svg>"};
    for (size_t i = 0; i < sizeof drawings / sizeof *drawings; i++) {
        made m;
        begin(&m);
        ff_document_drawing(&m.builder, NULL, drawings[i], 0);
        draw(&m);
        assert_int_equal(m.code, FF_ERR_INTERNAL);
        assert_int_equal(m.pdf.length, 0);
        end(&m);
    }
}

/* A number where none belongs is no line, and does not keep the reader for ever. */
static void paths_end(void **state) {
    (void)state;
    static const char *const broken[] = {"M1 1L2 2Z3", "Z 5",      "M1 1Z Z 0 0",
                                         "5 5",        "M1 1H4",   "M1 1a1 1 0 0 0 2 2",
                                         "M1",         "M1 1C2 2", "M1 1Lx"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        made m;
        char svg[160];
        begin(&m);
        snprintf(svg, sizeof svg,
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
                 "<path d=\"%s\"/></svg>",
                 broken[i]);
        ff_document_drawing(&m.builder, "", svg, 80);
        draw(&m);
        assert_int_equal(m.code, FF_ERR_INTERNAL);
        assert_non_null(strstr(m.error.message, "a path"));
        end(&m);
    }
}

static void empty_and_odd_documents(void **state) {
    (void)state;
    made m;
    begin(&m);
    draw(&m);
    assert_int_equal(m.code, FF_OK);
    assert_int_equal(pages(&m.pdf), 1);
    ff_document_heading(&m.builder, 9, "\xFF\x01 broken");
    m.builder.document.made_s = INT64_MIN;
    m.builder.document.paper = FF_PAPER_LETTER;
    draw(&m);
    assert_int_equal(m.code, FF_OK);
    assert_int_equal(pages(&m.pdf), 1);
    assert_true(count(&m.pdf, "/MediaBox [ 0 0 612 792 ]") > 0);
    end(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(same_document_same_bytes),
                                       cmocka_unit_test(shrinks_to_one_page_only_where_asked),
                                       cmocka_unit_test(tells_those_who_hear_it),
                                       cmocka_unit_test(nothing_is_too_long),
                                       cmocka_unit_test(refuses_what_it_cannot_show),
                                       cmocka_unit_test(paths_end),
                                       cmocka_unit_test(empty_and_odd_documents)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
