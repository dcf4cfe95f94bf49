/* Documents as PDF: what the files that draw them share.
 *
 * cairo and pango are opened when a PDF is asked for (pdf_library.c), so that no other command
 * waits for them. A document is laid out on a pen, first to measure and then to draw (pdf_flow.c,
 * pdf_table.c, pdf_figure.c); what cairo 1.16 leaves out for screen readers is added at the end
 * (pdf_reader.c).
 */
#ifndef FOOTFALL_FACE_CLI_PDF_H
#define FOOTFALL_FACE_CLI_PDF_H

#include <footfall/context.h>
#include <footfall/document.h>
#include <footfall/text.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* ---- the libraries ---- */

#define PDF_CAIRO(X)                                                                               \
    X(cairo_pdf_surface_create_for_stream)                                                         \
    X(cairo_pdf_surface_set_metadata)                                                              \
    X(cairo_surface_finish)                                                                        \
    X(cairo_surface_status)                                                                        \
    X(cairo_surface_destroy)                                                                       \
    X(cairo_create)                                                                                \
    X(cairo_destroy)                                                                               \
    X(cairo_status)                                                                                \
    X(cairo_status_to_string)                                                                      \
    X(cairo_show_page)                                                                             \
    X(cairo_save)                                                                                  \
    X(cairo_restore)                                                                               \
    X(cairo_translate)                                                                             \
    X(cairo_scale)                                                                                 \
    X(cairo_move_to)                                                                               \
    X(cairo_line_to)                                                                               \
    X(cairo_curve_to)                                                                              \
    X(cairo_get_current_point)                                                                     \
    X(cairo_close_path)                                                                            \
    X(cairo_rectangle)                                                                             \
    X(cairo_arc)                                                                                   \
    X(cairo_new_path)                                                                              \
    X(cairo_fill_preserve)                                                                         \
    X(cairo_stroke)                                                                                \
    X(cairo_set_source_rgba)                                                                       \
    X(cairo_set_line_width)                                                                        \
    X(cairo_set_line_cap)                                                                          \
    X(cairo_set_line_join)                                                                         \
    X(cairo_set_dash)                                                                              \
    X(cairo_tag_begin)                                                                             \
    X(cairo_tag_end)

#define PDF_PANGO(X)                                                                               \
    X(pango_font_map_create_context)                                                               \
    X(pango_context_set_round_glyph_positions)                                                     \
    X(pango_font_description_new)                                                                  \
    X(pango_font_description_free)                                                                 \
    X(pango_font_description_set_family)                                                           \
    X(pango_font_description_set_absolute_size)                                                    \
    X(pango_font_description_set_weight)                                                           \
    X(pango_layout_new)                                                                            \
    X(pango_layout_set_font_description)                                                           \
    X(pango_layout_set_text)                                                                       \
    X(pango_layout_set_width)                                                                      \
    X(pango_layout_set_wrap)                                                                       \
    X(pango_layout_set_alignment)                                                                  \
    X(pango_layout_get_size)                                                                       \
    X(pango_layout_get_line_count)                                                                 \
    X(pango_layout_get_unknown_glyphs_count)                                                       \
    X(pango_layout_get_iter)                                                                       \
    X(pango_layout_iter_next_line)                                                                 \
    X(pango_layout_iter_get_line_readonly)                                                         \
    X(pango_layout_iter_get_line_extents)                                                          \
    X(pango_layout_iter_get_baseline)                                                              \
    X(pango_layout_iter_free)

#define PDF_PANGO_CAIRO(X)                                                                         \
    X(pango_cairo_font_map_new)                                                                    \
    X(pango_cairo_update_context)                                                                  \
    X(pango_cairo_show_layout_line)

#define PDF_GOBJECT(X) X(g_object_unref)

typedef struct pdf_library {
#define PDF_MEMBER(name) __typeof__(name) *name;
    PDF_CAIRO(PDF_MEMBER)
    PDF_PANGO(PDF_MEMBER)
    PDF_PANGO_CAIRO(PDF_MEMBER)
    PDF_GOBJECT(PDF_MEMBER)
#undef PDF_MEMBER
} pdf_library;

/* FF_ERR_READ when one is not there. They stay loaded until the program ends. */
ff_code pdf_library_open(pdf_library *library, ff_error *error);

/* ---- the pen ---- */

/* Sizes in points, at scale 1. */
typedef struct pdf_face {
    double size;
    bool bold;
    double grey; /* 0: black */
} pdf_face;

extern const pdf_face pdf_title, pdf_headings[3], pdf_body, pdf_small, pdf_cell_face, pdf_head_face,
    pdf_alert;

struct pdf_slab;

#define PDF_CELLS 12

/* The columns of a table. */
typedef struct pdf_grid {
    const ff_block_table *table;
    double scale; /* they were laid out at */
    double widths[PDF_CELLS], lefts[PDF_CELLS];
} pdf_grid;

typedef struct pdf_pen {
    const pdf_library *library;
    const ff_document *document;
    cairo_t *cairo;
    PangoContext *fonts;
    double width, height;            /* of the paper */
    double left, right, top, bottom; /* of what is printed; the foot of the page is below */
    double scale;                    /* of letters and gaps */
    double y;                        /* where the next line begins */
    int page, pages;                 /* pages: of all, known when it is drawn */
    bool drawing;                    /* else it is only measured */
    const struct pdf_slab *head;     /* repeated on a new page; NULL: none */
    pdf_grid *grid;   /* of the table laid out last: it is asked for more than once */
    ff_text *alts;    /* for those who hear it, what each figure shows, NUL-ended */
    ff_text *scopes;  /* 'c' or 'r' for each cell that heads a column or a row */
    int without_font; /* letters that no font here has */
    ff_code code;
    ff_error *error;
} pdf_pen;

double pdf_text_width(const pdf_pen *pen);

/* Begins a tag for screen readers, when it is drawn. NULL: none. */
void pdf_tag(pdf_pen *pen, const char *tag);
void pdf_end_tag(pdf_pen *pen, const char *tag);
void pdf_next_page(pdf_pen *pen);
/* Begins a new page where no so much room is left, unless nothing stands on this one. */
void pdf_need(pdf_pen *pen, double height);
void pdf_grey(const pdf_pen *pen, double grey);

/* Text as it is broken at a width; to be given back with g_object_unref. width 0: not broken. */
PangoLayout *pdf_layout(const pdf_pen *pen, const char *text, const pdf_face *face, double width);
double pdf_layout_height(const pdf_pen *pen, PangoLayout *layout);
double pdf_layout_width(const pdf_pen *pen, PangoLayout *layout);

/* ---- slabs: texts side by side that go on over pages together ---- */

typedef struct pdf_cell {
    PangoLayout *layout;
    double x;
    const char *tag; /* "TD"; NULL: none of its own */
    double grey;
    int drawn; /* lines */
} pdf_cell;

typedef struct pdf_slab {
    const char *tag; /* around its cells; NULL: none */
    pdf_cell cells[PDF_CELLS];
    size_t count;
    char scope; /* of its first cell: 'r'; 'c': all head columns; 0 */
} pdf_slab;

void pdf_slab_add(pdf_slab *slab, PangoLayout *layout, double x, const char *tag, double grey);
double pdf_slab_height(const pdf_pen *pen, const pdf_slab *slab);
void pdf_slab_put(pdf_pen *pen, pdf_slab *slab); /* and moves the pen below it */
void pdf_slab_free(const pdf_pen *pen, pdf_slab *slab);

/* ---- blocks ---- */

/* All of a document, from its title on. */
void pdf_flow(pdf_pen *pen);

/* The table at a block, under its caption; and what it needs at least on one page. */
void pdf_table(pdf_pen *pen, const ff_document_block *block);
double pdf_table_least(const pdf_pen *pen, const ff_document_block *block);

/* The drawings from a block on, count in a row; and how high they are. */
void pdf_figures(pdf_pen *pen, const ff_document_block *blocks, size_t count);
double pdf_figures_height(const pdf_pen *pen, const ff_document_block *blocks, size_t count);
/* How many of the drawings from a block on stand side by side. */
size_t pdf_figures_in_row(const pdf_pen *pen, const ff_document_block *blocks, size_t count);

/* ---- drawings ---- */

/* Width and height in the drawing's own units; false when it is none of footfall's. */
bool pdf_svg_size(const char *svg, double size[2]);

/* Draws it with its upper left corner at x, y. Adds to alt (may be NULL) what it shows, in words.
 * A drawing with what is not known here is FF_ERR_INTERNAL. */
ff_code pdf_svg_draw(const pdf_pen *pen, const char *svg, const double at[2], double scale,
                     ff_text *alt, ff_error *error);

/* ---- for screen readers ---- */

/* Adds to a finished PDF its language, that its title is shown, and what its figures and the heads
 * of its tables are. It must be as cairo wrote it, else FF_ERR_INTERNAL. */
ff_code pdf_add_for_readers(const pdf_pen *pen, ff_text *pdf, ff_error *error);

#endif
