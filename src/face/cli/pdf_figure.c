/* Drawings, side by side where there is room, each above its caption. */
#include "face/cli/pdf.h"

#include <math.h>

#define POINTS_A_MM (72 / 25.4)
#define BETWEEN     14.0 /* points between drawings */
#define ABOVE_WORDS 2.0

/* As wide as it was meant to be, and never wider than there is room. */
static double width_of(const pdf_pen *pen, const ff_document_block *block) {
    double wanted = block->drawing.width_mm * POINTS_A_MM, room = pdf_text_width(pen);
    return wanted > 0 ? fmin(wanted, room) : room;
}

size_t pdf_figures_in_row(const pdf_pen *pen, const ff_document_block *blocks, size_t count) {
    double width = 0;
    for (size_t i = 0; i < count && blocks[i].kind == FF_BLOCK_DRAWING; i++) {
        width += width_of(pen, &blocks[i]) + (i > 0 ? BETWEEN : 0);
        if (width > pdf_text_width(pen) + 0.5) {
            return i > 0 ? i : 1;
        }
        if (i + 1 == count || blocks[i + 1].kind != FF_BLOCK_DRAWING) {
            return i + 1;
        }
    }
    return 1;
}

static PangoLayout *caption(const pdf_pen *pen, const ff_document_block *block) {
    return pdf_layout(pen, block->text, &pdf_small, width_of(pen, block));
}

static double caption_height(const pdf_pen *pen, const ff_document_block *block) {
    if (block->text == NULL) {
        return 0;
    }
    PangoLayout *layout = caption(pen, block);
    double height = pdf_layout_height(pen, layout) + ABOVE_WORDS;
    pen->library->g_object_unref(layout);
    return height;
}

/* Points a unit of the drawing: narrower than meant where it would be higher than a page. */
static double scale_of(const pdf_pen *pen, const ff_document_block *block) {
    double size[2] = {1, 1};
    double room = pen->bottom - pen->top - caption_height(pen, block);
    pdf_svg_size(block->drawing.svg, size);
    return fmin(width_of(pen, block) / size[0], fmax(room, 1) / size[1]);
}

static double drawing_height(const pdf_pen *pen, const ff_document_block *block) {
    double size[2] = {1, 1};
    pdf_svg_size(block->drawing.svg, size);
    return size[1] * scale_of(pen, block);
}

double pdf_figures_height(const pdf_pen *pen, const ff_document_block *blocks, size_t count) {
    double height = 0;
    for (size_t i = 0; i < count; i++) {
        height = fmax(height, drawing_height(pen, &blocks[i]) + caption_height(pen, &blocks[i]));
    }
    return height;
}

static void put_drawing(pdf_pen *pen, const ff_document_block *block, double x) {
    pdf_tag(pen, "Figure");
    pen->code = pdf_svg_draw(pen, block->drawing.svg, (double[]){x, pen->y}, scale_of(pen, block),
                             pen->alts, pen->error);
    ff_text_add_char(pen->alts, '\0');
    pdf_end_tag(pen, "Figure");
}

static void put_caption(pdf_pen *pen, const ff_document_block *block, double x) {
    double y = pen->y;
    pdf_slab slab = {0};
    pdf_slab_add(&slab, caption(pen, block), x, "P", pdf_small.grey);
    pen->y += drawing_height(pen, block) + ABOVE_WORDS;
    pdf_slab_put(pen, &slab);
    pdf_slab_free(pen, &slab);
    pen->y = y;
}

void pdf_figures(pdf_pen *pen, const ff_document_block *blocks, size_t count) {
    double height = pdf_figures_height(pen, blocks, count), x = pen->left;
    pdf_need(pen, height);
    for (size_t i = 0; pen->drawing && i < count && pen->code == FF_OK; i++) {
        put_drawing(pen, &blocks[i], x);
        if (blocks[i].text != NULL) {
            put_caption(pen, &blocks[i], x);
        }
        x += width_of(pen, &blocks[i]) + BETWEEN;
    }
    pen->y += height;
}
