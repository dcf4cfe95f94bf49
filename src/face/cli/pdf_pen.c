/* The pen: letters, slabs of them, and pages. */
#include "face/cli/pdf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define FAMILY                                                                                     \
    "DejaVu Sans" /* Latin, Greek, Cyrillic, Arabic; others come from what is installed */

const pdf_face pdf_title = {16, true, 0};
const pdf_face pdf_headings[3] = {{11.5, true, 0}, {10, true, 0}, {9.5, true, 0.15}};
const pdf_face pdf_body = {9.25, false, 0};
const pdf_face pdf_small = {7.75, false, 0.25};
const pdf_face pdf_cell_face = {8.75, false, 0};
const pdf_face pdf_head_face = {8, true, 0.25};
const pdf_face pdf_alert = {9.75, true, 0};

double pdf_text_width(const pdf_pen *pen) {
    return pen->right - pen->left;
}

void pdf_tag(pdf_pen *pen, const char *tag) {
    if (pen->drawing && tag != NULL) {
        pen->library->cairo_tag_begin(pen->cairo, tag, NULL);
    }
}

void pdf_end_tag(pdf_pen *pen, const char *tag) {
    if (pen->drawing && tag != NULL) {
        pen->library->cairo_tag_end(pen->cairo, tag);
    }
}

void pdf_grey(const pdf_pen *pen, double grey) {
    pen->library->cairo_set_source_rgba(pen->cairo, grey, grey, grey, 1);
}

/* ---- letters ---- */

PangoLayout *pdf_layout(const pdf_pen *pen, const char *text, const pdf_face *face, double width) {
    const pdf_library *library = pen->library;
    PangoLayout *layout = library->pango_layout_new(pen->fonts);
    PangoFontDescription *font = library->pango_font_description_new();
    library->pango_font_description_set_family(font, FAMILY);
    library->pango_font_description_set_absolute_size(font, face->size * pen->scale * PANGO_SCALE);
    library->pango_font_description_set_weight(font, face->bold ? PANGO_WEIGHT_BOLD
                                                                : PANGO_WEIGHT_NORMAL);
    library->pango_layout_set_font_description(layout, font);
    library->pango_font_description_free(font);
    library->pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (width > 0) {
        library->pango_layout_set_width(layout, (int)floor(width * PANGO_SCALE));
    }
    library->pango_layout_set_text(layout, text != NULL ? text : "", -1);
    return layout;
}

double pdf_layout_height(const pdf_pen *pen, PangoLayout *layout) {
    int height;
    pen->library->pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

double pdf_layout_width(const pdf_pen *pen, PangoLayout *layout) {
    int width;
    pen->library->pango_layout_get_size(layout, &width, NULL);
    return (double)width / PANGO_SCALE;
}

/* ---- slabs ---- */

void pdf_slab_add(pdf_slab *slab, PangoLayout *layout, double x, const char *tag, double grey) {
    slab->cells[slab->count++] = (pdf_cell){.layout = layout, .x = x, .tag = tag, .grey = grey};
}

void pdf_slab_free(const pdf_pen *pen, pdf_slab *slab) {
    for (size_t i = 0; i < slab->count; i++) {
        pen->library->g_object_unref(slab->cells[i].layout);
    }
    slab->count = 0;
}

double pdf_slab_height(const pdf_pen *pen, const pdf_slab *slab) {
    double height = 0;
    for (size_t i = 0; i < slab->count; i++) {
        height = fmax(height, pdf_layout_height(pen, slab->cells[i].layout));
    }
    return height;
}

/* A cell that heads a column or a row is told by a word that cairo does not write (pdf_reader.c).
 */
static void begin_cell(pdf_pen *pen, const pdf_slab *slab, const pdf_cell *cell) {
    pdf_tag(pen, cell->tag);
    if (pen->drawing && cell->tag != NULL && strcmp(cell->tag, "TH") == 0) {
        ff_text_add_char(pen->scopes, slab->scope);
    }
}

/* The lines of a cell that are left and fit above the end of the page; how high they are. A page is
 * never left empty for a line that fits on none. */
static double put_lines(pdf_pen *pen, const pdf_slab *slab, pdf_cell *cell) {
    const pdf_library *library = pen->library;
    PangoLayoutIter *at = library->pango_layout_get_iter(cell->layout);
    double begin = 0, end = 0;
    const int before = cell->drawn;
    int line = 0;
    begin_cell(pen, slab, cell);
    do {
        PangoRectangle box;
        library->pango_layout_iter_get_line_extents(at, NULL, &box);
        double top = (double)box.y / PANGO_SCALE;
        double foot = (double)(box.y + box.height) / PANGO_SCALE;
        begin = line <= before ? top : begin;
        if (line++ < before) {
            continue;
        }
        if (pen->y + foot - begin > pen->bottom + 0.01 && (end > 0 || pen->y > pen->top)) {
            break;
        }
        if (pen->drawing) {
            pdf_grey(pen, cell->grey);
            library->cairo_move_to(
                pen->cairo, cell->x + (double)box.x / PANGO_SCALE,
                pen->y + (double)library->pango_layout_iter_get_baseline(at) / PANGO_SCALE - begin);
            library->pango_cairo_show_layout_line(pen->cairo,
                                                  library->pango_layout_iter_get_line_readonly(at));
        }
        end = foot - begin;
        cell->drawn++;
    } while (library->pango_layout_iter_next_line(at));
    library->pango_layout_iter_free(at);
    pdf_end_tag(pen, cell->tag);
    return end;
}

static bool is_done(const pdf_pen *pen, const pdf_slab *slab) {
    for (size_t i = 0; i < slab->count; i++) {
        const pdf_cell *cell = &slab->cells[i];
        if (cell->drawn < pen->library->pango_layout_get_line_count(cell->layout)) {
            return false;
        }
    }
    return true;
}

static void count_without_font(pdf_pen *pen, const pdf_slab *slab) {
    for (size_t i = 0; pen->drawing && i < slab->count; i++) {
        pen->without_font +=
            pen->library->pango_layout_get_unknown_glyphs_count(slab->cells[i].layout);
    }
}

static void put_what_fits(pdf_pen *pen, pdf_slab *slab) {
    double height = 0;
    pdf_tag(pen, slab->tag);
    for (size_t i = 0; i < slab->count; i++) {
        height = fmax(height, put_lines(pen, slab, &slab->cells[i]));
    }
    pdf_end_tag(pen, slab->tag);
    pen->y += height;
}

void pdf_slab_put(pdf_pen *pen, pdf_slab *slab) {
    double height = pdf_slab_height(pen, slab);
    if (height < (pen->bottom - pen->top) / 3) { /* what is longer is worth breaking */
        pdf_need(pen, height);
    }
    for (size_t i = 0; i < slab->count; i++) {
        slab->cells[i].drawn = 0;
    }
    count_without_font(pen, slab);
    put_what_fits(pen, slab);
    while (!is_done(pen, slab)) {
        pdf_next_page(pen);
        put_what_fits(pen, slab);
    }
}

/* ---- pages ---- */

/* Below what is printed: which page it is, of what. Not read out with the text. */
static void put_foot(pdf_pen *pen) {
    char number[64];
    snprintf(number, sizeof number, "page %d of %d", pen->page, pen->pages);
    double scale = pen->scale;
    pen->scale = 1;
    PangoLayout *layout = pdf_layout(pen, number, &pdf_small, 0);
    pdf_cell cell = {
        .layout = layout, .x = pen->right - pdf_layout_width(pen, layout), .grey = pdf_small.grey};
    double y = pen->y, bottom = pen->bottom;
    pen->y = pen->bottom + 8;
    pen->bottom = pen->height;
    put_lines(pen, &(pdf_slab){0}, &cell);
    pen->y = y;
    pen->bottom = bottom;
    pen->library->g_object_unref(layout);
    pen->scale = scale;
}

/* The head of a table again: it was read out where the table began, so it is not tagged here. */
static void repeat_head(pdf_pen *pen) {
    pdf_slab again = *pen->head;
    pen->head = NULL; /* it does not call for itself */
    again.tag = NULL;
    for (size_t i = 0; i < again.count; i++) {
        again.cells[i].tag = NULL;
        again.cells[i].drawn = 0;
    }
    put_what_fits(pen, &again);
    pen->y += 3 * pen->scale;
}

void pdf_next_page(pdf_pen *pen) {
    if (pen->drawing) {
        put_foot(pen);
        pen->library->cairo_show_page(pen->cairo);
    }
    pen->page++;
    pen->y = pen->top;
    const pdf_slab *head = pen->head;
    if (head != NULL) {
        repeat_head(pen);
        pen->head = head;
    }
}

void pdf_need(pdf_pen *pen, double height) {
    if (pen->y + height > pen->bottom + 0.01 && pen->y > pen->top) {
        pdf_next_page(pen);
    }
}
