/* The pictures of exercises and home tests, from the knowledge's own shapes: one renderer, so that
 * all look alike. */
#ifndef FOOTFALL_REPORT_FIGURE_H
#define FOOTFALL_REPORT_FIGURE_H

#include "report/svg.h"

#include <footfall/body.h>
#include <footfall/text.h>

/* One picture of a sheet, and what stands above it. */
typedef struct ff_figure {
    const ff_picture *picture;
    const char *title;
    const char *words; /* a line below the title, such as the dose; NULL: none */
} ff_figure;

typedef struct ff_figure_sheet {
    const ff_figure *figures;
    size_t count;
    const char *id;     /* as in ff_svg_head */
    const char *title;  /* of the whole */
    const char *notice; /* what must be said before anything else; NULL: nothing */
} ff_figure_sheet;

/* One <svg> with the pictures below each other, under the notice. Its description is what the
 * pictures say. */
void ff_figures_draw(const ff_figure_sheet *sheet, ff_text *out);

/* A smooth stroke through count points, x and y each: two or more; closed: back to the first. */
void ff_smooth_draw(ff_svg *svg, const double *xy, size_t count, bool closed,
                    const ff_svg_look *look);

#endif
