/* Tables: columns as wide as they must be, broken between rows, with the head on every page. */
#include "face/cli/pdf.h"

#include <math.h>
#include <string.h>

#define GAP       9.0 /* between columns, at scale 1 */
#define ROW_GAP   1.6 /* above and below the words of a row */
#define AFTER_CAP 1.5

static const pdf_face *face_of(const ff_block_table *table, size_t column, bool head) {
    static const pdf_face row_head = {8.75, true, 0};
    return head ? &pdf_head_face : column == 0 && table->row_heads ? &row_head : &pdf_cell_face;
}

static const char *text_at(const ff_block_table *table, size_t row, size_t column) {
    return table->cells[row * table->columns + column];
}

/* ---- widths ---- */

static double width_of(const pdf_pen *pen, const char *text, const pdf_face *face, bool words) {
    if (text == NULL || text[0] == '\0') {
        return 0;
    }
    PangoLayout *layout = pdf_layout(pen, text, face, words ? 0.5 : 0);
    if (words) { /* broken at every blank: as wide as the widest word */
        pen->library->pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    }
    double width = pdf_layout_width(pen, layout);
    pen->library->g_object_unref(layout);
    return width + 0.1; /* so that rounding does not break it */
}

static double column_width(const pdf_pen *pen, const ff_block_table *table, size_t column,
                           bool words) {
    double width = table->head != NULL
                       ? width_of(pen, table->head[column], face_of(table, column, true), words)
                       : 0;
    for (size_t r = 0; r < table->rows; r++) {
        width = fmax(
            width, width_of(pen, text_at(table, r, column), face_of(table, column, false), words));
    }
    return width;
}

static double sum_at_most(const double *natural, const double *least, size_t count, double most) {
    double sum = 0;
    for (size_t c = 0; c < count; c++) {
        sum += fmax(fmin(natural[c], most), least[c]);
    }
    return sum;
}

/* The widest columns give way, no narrower than they must and than their widest word; where even
 * the words do not fit, they are broken. */
static void shrink(const pdf_pen *pen, pdf_grid *g, double room) {
    const ff_block_table *table = g->table;
    double least[PDF_CELLS] = {0};
    for (size_t c = 0; c < table->columns; c++) {
        least[c] = column_width(pen, table, c, true);
    }
    if (sum_at_most(g->widths, least, table->columns, 0) > room) {
        memset(least, 0, sizeof least);
    }
    double low = 0, high = room; /* the widest that is allowed, found by halving */
    for (int i = 0; i < 40; i++) {
        double most = (low + high) / 2;
        bool fits = sum_at_most(g->widths, least, table->columns, most) <= room;
        low = fits ? most : low;
        high = fits ? high : most;
    }
    for (size_t c = 0; c < table->columns; c++) {
        g->widths[c] = fmax(fmin(g->widths[c], low), least[c]);
    }
}

static const pdf_grid *lay_out(const pdf_pen *pen, const ff_block_table *table) {
    pdf_grid *g = pen->grid;
    if (g->table == table && g->scale == pen->scale) {
        return g;
    }
    *g = (pdf_grid){.table = table, .scale = pen->scale};
    double gaps = GAP * pen->scale * (double)(table->columns - 1), sum = 0, x = pen->left;
    for (size_t c = 0; c < table->columns; c++) {
        g->widths[c] = column_width(pen, table, c, false);
        sum += g->widths[c];
    }
    if (sum > pdf_text_width(pen) - gaps) {
        shrink(pen, g, pdf_text_width(pen) - gaps);
    }
    for (size_t c = 0; c < table->columns; c++) {
        g->lefts[c] = x;
        x += g->widths[c] + GAP * pen->scale;
    }
    return g;
}

/* ---- rows ---- */

static void make_row(const pdf_pen *pen, const pdf_grid *g, const char *const *cells, bool head,
                     pdf_slab *slab) {
    *slab = (pdf_slab){.tag = "TR", .scope = head ? 'c' : 'r'};
    for (size_t c = 0; c < g->table->columns; c++) {
        const pdf_face *face = face_of(g->table, c, head);
        PangoLayout *layout = pdf_layout(pen, cells[c], face, fmax(g->widths[c], 1) + 0.1);
        if (g->table->right != NULL && g->table->right[c] == 'r') {
            pen->library->pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
        }
        bool heads = head || (c == 0 && g->table->row_heads);
        pdf_slab_add(slab, layout, g->lefts[c], heads ? "TH" : "TD", face->grey);
    }
}

static void put_rule(const pdf_pen *pen, double grey, double line) {
    if (pen->drawing) {
        pdf_grey(pen, grey);
        pen->library->cairo_set_line_width(pen->cairo, line);
        pen->library->cairo_move_to(pen->cairo, pen->left, pen->y);
        pen->library->cairo_line_to(pen->cairo, pen->right, pen->y);
        pen->library->cairo_stroke(pen->cairo);
    }
}

static void put_row(pdf_pen *pen, const pdf_grid *g, size_t row) {
    pdf_slab slab;
    make_row(pen, g, g->table->cells + row * g->table->columns, false, &slab);
    pdf_need(pen, fmin(pdf_slab_height(pen, &slab) + 2 * ROW_GAP * pen->scale,
                       (pen->bottom - pen->top) / 3));
    pen->y += ROW_GAP * pen->scale;
    pdf_slab_put(pen, &slab);
    pen->y += ROW_GAP * pen->scale;
    put_rule(pen, 0.75, 0.4);
    pdf_slab_free(pen, &slab);
}

static bool fits_slab(const ff_block_table *table) {
    return table->columns <= PDF_CELLS;
}

/* ---- the whole ---- */

static double caption_height(const pdf_pen *pen, const char *text) {
    if (text == NULL) {
        return 0;
    }
    PangoLayout *layout = pdf_layout(pen, text, &pdf_small, pdf_text_width(pen));
    double height = pdf_layout_height(pen, layout);
    pen->library->g_object_unref(layout);
    return height + AFTER_CAP;
}

/* Caption, head and first row. */
double pdf_table_least(const pdf_pen *pen, const ff_document_block *block) {
    const ff_block_table *table = &block->table;
    pdf_slab slab;
    double height = caption_height(pen, block->text);
    if (!fits_slab(table)) {
        return height;
    }
    const pdf_grid *g = lay_out(pen, table);
    if (table->head != NULL) {
        make_row(pen, g, table->head, true, &slab);
        height += pdf_slab_height(pen, &slab) + 3 * pen->scale;
        pdf_slab_free(pen, &slab);
    }
    make_row(pen, g, table->cells, false, &slab);
    height +=
        fmin(pdf_slab_height(pen, &slab), (pen->bottom - pen->top) / 3) + 2 * ROW_GAP * pen->scale;
    pdf_slab_free(pen, &slab);
    return height;
}

static void put_caption(pdf_pen *pen, const char *text) {
    pdf_slab slab = {0};
    pdf_slab_add(&slab, pdf_layout(pen, text, &pdf_small, pdf_text_width(pen)), pen->left, "P",
                 pdf_small.grey);
    pdf_slab_put(pen, &slab);
    pdf_slab_free(pen, &slab);
    pen->y += AFTER_CAP;
}

void pdf_table(pdf_pen *pen, const ff_document_block *block) {
    const ff_block_table *table = &block->table;
    pdf_slab head = {0};
    if (!fits_slab(table)) {
        pen->code = ff_fail(pen->error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                            "a table of more than %d columns", PDF_CELLS);
        return;
    }
    const pdf_grid *g = lay_out(pen, table);
    pdf_need(pen, pdf_table_least(pen, block));
    if (block->text != NULL) {
        put_caption(pen, block->text);
    }
    pdf_tag(pen, "Table");
    if (table->head != NULL) {
        make_row(pen, g, table->head, true, &head);
        pdf_slab_put(pen, &head);
        pen->y += 1.5 * pen->scale;
        put_rule(pen, 0.4, 0.6);
        pen->y += 0.5 * pen->scale;
        pen->head = &head;
    }
    for (size_t r = 0; r < table->rows; r++) {
        put_row(pen, g, r);
    }
    pen->head = NULL;
    pdf_end_tag(pen, "Table");
    pdf_slab_free(pen, &head);
}
