/* The blocks of a document, one below the other. */
#include "face/cli/pdf.h"

#include <math.h>
#include <stdio.h>

/* Gaps in points at scale 1. */
#define AFTER_TITLE    5.0
#define BEFORE_HEADING 7.0
#define AFTER_HEADING  2.5
#define AFTER_TEXT     4.0
#define AFTER_ITEM     1.5
#define AFTER_FIELD    6.0
#define AFTER_FIGURES  5.0
#define PAD            4.0  /* within the box of an alert */
#define INDENT         13.0 /* of what stands behind a bullet or a number */
#define LINES_LEAST    3.0  /* of a long paragraph that stay with its heading */

static void gap(pdf_pen *pen, double points) {
    if (pen->y > pen->top) {
        pen->y += points * pen->scale;
    }
}

/* ---- one text ---- */

static void put_text(pdf_pen *pen, const char *text, const pdf_face *face, const char *tag) {
    pdf_slab slab = {0};
    pdf_slab_add(&slab, pdf_layout(pen, text, face, pdf_text_width(pen)), pen->left, tag,
                 face->grey);
    pdf_slab_put(pen, &slab);
    pdf_slab_free(pen, &slab);
}

static double text_height(const pdf_pen *pen, const char *text, const pdf_face *face) {
    PangoLayout *layout = pdf_layout(pen, text, face, pdf_text_width(pen));
    double height = pdf_layout_height(pen, layout);
    pen->library->g_object_unref(layout);
    return height;
}

/* ---- headings: never alone at the end of a page ---- */

static const pdf_face *heading_face(const ff_document_block *block) {
    return &pdf_headings[block->level < 1 ? 0 : block->level > 3 ? 2 : block->level - 1];
}

/* What of a block and of what it leads to must stand on one page. */
static double least_height(const pdf_pen *pen, size_t at) {
    const ff_document *document = pen->document;
    double height = 0;
    for (; at < document->count && document->blocks[at].kind == FF_BLOCK_HEADING; at++) {
        height += text_height(pen, document->blocks[at].text, heading_face(&document->blocks[at])) +
                  (BEFORE_HEADING + AFTER_HEADING) * pen->scale;
    }
    if (at == document->count) {
        return height;
    }
    const ff_document_block *block = &document->blocks[at];
    switch (block->kind) {
    case FF_BLOCK_TABLE:
        return height + pdf_table_least(pen, block);
    case FF_BLOCK_DRAWING:
        return height +
               pdf_figures_height(pen, block, pdf_figures_in_row(pen, block, document->count - at));
    default:
        return height + fmin(text_height(pen, block->text, &pdf_body),
                             LINES_LEAST * 1.4 * pdf_body.size * pen->scale);
    }
}

static void put_heading(pdf_pen *pen, size_t at) {
    static const char *const tags[] = {"H2", "H3", "H4"};
    const ff_document_block *block = &pen->document->blocks[at];
    const pdf_face *face = heading_face(block);
    gap(pen, BEFORE_HEADING);
    pdf_need(pen, least_height(pen, at));
    put_text(pen, block->text, face, tags[face - pdf_headings]);
    if (face == pdf_headings && pen->drawing) {
        pdf_grey(pen, 0.6);
        pen->library->cairo_set_line_width(pen->cairo, 0.6);
        pen->library->cairo_move_to(pen->cairo, pen->left, pen->y + 0.8);
        pen->library->cairo_line_to(pen->cairo, pen->right, pen->y + 0.8);
        pen->library->cairo_stroke(pen->cairo);
    }
    gap(pen, AFTER_HEADING);
}

/* ---- what stands in a box ---- */

static void put_box(const pdf_pen *pen, double height) {
    const pdf_library *library = pen->library;
    library->cairo_rectangle(pen->cairo, pen->left + 0.6, pen->y, pdf_text_width(pen) - 1.2,
                             fmin(height, pen->bottom - pen->y));
    pdf_grey(pen, 0.93);
    library->cairo_fill_preserve(pen->cairo);
    pdf_grey(pen, 0);
    library->cairo_set_line_width(pen->cairo, 1.2);
    library->cairo_stroke(pen->cairo);
}

static void put_alert(pdf_pen *pen, const char *text) {
    double pad = PAD * pen->scale;
    pdf_slab slab = {0};
    pdf_slab_add(&slab, pdf_layout(pen, text, &pdf_alert, pdf_text_width(pen) - 4 * pad),
                 pen->left + 2 * pad, "P", pdf_alert.grey);
    double height = pdf_slab_height(pen, &slab) + 2 * pad;
    pdf_need(pen, fmin(height, (pen->bottom - pen->top) / 3));
    if (pen->drawing) {
        put_box(pen, height);
    }
    pen->y += pad;
    pdf_slab_put(pen, &slab);
    pen->y += pad;
    pdf_slab_free(pen, &slab);
    gap(pen, AFTER_TEXT);
}

/* ---- lists ---- */

static bool continues(const pdf_pen *pen, size_t at, int by) {
    const ff_document *document = pen->document;
    size_t other = by < 0 ? at - 1 : at + 1; /* SIZE_MAX before the first */
    return other < document->count && document->blocks[other].kind == document->blocks[at].kind;
}

/* Its number in the list it stands in, from 1. */
static int number_of(const pdf_pen *pen, size_t at) {
    int number = 1;
    for (; continues(pen, at, -1); at--) {
        number++;
    }
    return number;
}

static void put_item(pdf_pen *pen, size_t at) {
    const ff_document_block *block = &pen->document->blocks[at];
    char mark[24] = "\xE2\x80\xA2";
    if (block->kind == FF_BLOCK_STEP) {
        snprintf(mark, sizeof mark, "%d.", number_of(pen, at));
    }
    pdf_slab slab = {.tag = "LI"};
    PangoLayout *label = pdf_layout(pen, mark, &pdf_body, 0);
    double indent = fmax(INDENT * pen->scale, pdf_layout_width(pen, label) + 4 * pen->scale);
    pdf_slab_add(&slab, label, pen->left + 2, "Lbl", 0);
    pdf_slab_add(&slab, pdf_layout(pen, block->text, &pdf_body, pdf_text_width(pen) - indent),
                 pen->left + indent, "LBody", 0);
    if (!continues(pen, at, -1)) {
        pdf_tag(pen, "L");
    }
    pdf_slab_put(pen, &slab);
    if (!continues(pen, at, 1)) {
        pdf_end_tag(pen, "L");
        gap(pen, AFTER_TEXT - AFTER_ITEM);
    }
    pdf_slab_free(pen, &slab);
    gap(pen, AFTER_ITEM);
}

/* ---- a line to write on ---- */

static void put_field(pdf_pen *pen, const char *text) {
    const pdf_library *library = pen->library;
    ff_text name;
    ff_text_init(&name, NULL);
    ff_text_addf(&name, "%s:", text);
    PangoLayout *layout = pdf_layout(pen, name.data, &pdf_body, pdf_text_width(pen) * 0.7);
    pen->alts->failed |= name.failed;
    ff_text_free(&name);
    double from = pen->left + pdf_layout_width(pen, layout) + 4;
    pdf_slab slab = {0};
    pdf_slab_add(&slab, layout, pen->left, "P", 0);
    gap(pen, AFTER_FIELD);
    pdf_slab_put(pen, &slab);
    if (pen->drawing) {
        pdf_grey(pen, 0);
        library->cairo_set_line_width(pen->cairo, 0.6);
        library->cairo_move_to(pen->cairo, from, pen->y - 1);
        library->cairo_line_to(pen->cairo, pen->right, pen->y - 1);
        library->cairo_stroke(pen->cairo);
    }
    pdf_slab_free(pen, &slab);
    gap(pen, AFTER_TEXT);
}

/* ---- the whole ---- */

/* Puts the block at a place; returns how many were put with it. */
static size_t put_block(pdf_pen *pen, size_t at) {
    const ff_document_block *block = &pen->document->blocks[at];
    size_t count = 1;
    switch (block->kind) {
    case FF_BLOCK_HEADING:
        put_heading(pen, at);
        break;
    case FF_BLOCK_TEXT:
        put_text(pen, block->text, &pdf_body, "P");
        gap(pen, AFTER_TEXT);
        break;
    case FF_BLOCK_SMALL:
        put_text(pen, block->text, &pdf_small, "P");
        gap(pen, AFTER_TEXT);
        break;
    case FF_BLOCK_ALERT:
        put_alert(pen, block->text);
        break;
    case FF_BLOCK_ITEM:
    case FF_BLOCK_STEP:
        put_item(pen, at);
        break;
    case FF_BLOCK_TABLE:
        pdf_table(pen, block);
        gap(pen, AFTER_TEXT);
        break;
    case FF_BLOCK_DRAWING:
        count = pdf_figures_in_row(pen, block, pen->document->count - at);
        pdf_figures(pen, block, count);
        gap(pen, AFTER_FIGURES);
        break;
    case FF_BLOCK_FIELD:
        put_field(pen, block->text);
        break;
    }
    return count;
}

void pdf_flow(pdf_pen *pen) {
    pen->page = 1;
    pen->y = pen->top;
    pdf_tag(pen, "Document");
    put_text(pen, pen->document->title, &pdf_title, "H1");
    gap(pen, AFTER_TITLE);
    for (size_t at = 0; at < pen->document->count && pen->code == FF_OK;) {
        at += put_block(pen, at);
    }
    pdf_end_tag(pen, "Document");
    if (!pen->drawing) {
        pen->pages = pen->page;
    } else {
        pdf_next_page(pen); /* what is on the last one is shown */
    }
}
