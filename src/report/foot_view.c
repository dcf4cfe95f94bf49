/* One foot from one side, its regions to be found one by one. */
#include "report/foot_map.h"
#include "report/svg.h"

#include <ctype.h>
#include <stdio.h>

#define SCALE_UP   2.0 /* letters are of one size in all drawings: the feet are fitted to these */
#define SCALE_SIDE 1.5
#define MARGIN     6.0
#define WORDS_HIGH 20.0

typedef struct drawing {
    ff_svg svg;
    ff_foot_view view;
    const ff_knowledge *knowledge;
    bool left;
    double wide, high, scale;
} drawing;

static double x_of(const drawing *d, double x) {
    return MARGIN + d->scale * (d->left ? d->wide - x : x);
}

static void put_shape(drawing *d, const ff_polygon *p, const ff_svg_look *look) {
    if (p->count == 0) {
        return;
    }
    ff_svg_path(&d->svg, look);
    for (size_t i = 0; i < p->count; i++) {
        ff_svg_path_to(&d->svg, x_of(d, p->x[i]), MARGIN + d->scale * p->y[i]);
    }
    if (!p->open) {
        ff_svg_path_close(&d->svg);
    }
    ff_svg_end_path(&d->svg);
}

static void put_region(drawing *d, const ff_foot_shape *shape) {
    static const ff_svg_look look = {.name = "shape", .line = 1, .line_opacity = 0.55},
                             reach = {.name = "reach"};
    int index = ff_knowledge_region(d->knowledge, shape->region);
    if (index < 0) {
        return; /* a test sees to it that the knowledge has every region that is drawn */
    }
    ff_svg_begin_part(&d->svg, &(ff_svg_part){.name = "region",
                                              .data = {{"region", shape->region},
                                                       {"side", d->left ? "left" : "right"}},
                                              .title = d->knowledge->regions[index].name});
    put_shape(d, &shape->reach, &reach);
    put_shape(d, &shape->outline, &look);
    ff_svg_end_group(&d->svg);
}

/* What is no part of a foot, and which end is which. */
static void put_places(drawing *d, double y) {
    static const struct {
        ff_foot_view view;
        double across;
        const char *words;
    } places[] = {{FF_FOOT_TOP, 53, "shin"},    {FF_FOOT_SOLE, 16, "seat"},
                  {FF_FOOT_SOLE, 60, "calf"},   {FF_FOOT_INNER, 20, "toes"},
                  {FF_FOOT_INNER, 205, "heel"}, {FF_FOOT_OUTER, 216, "toes"},
                  {FF_FOOT_OUTER, 31, "heel"}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (places[i].view == d->view) {
            ff_svg_text(
                &d->svg,
                &(ff_svg_letters){.x = x_of(d, places[i].across), .y = y, .anchor = FF_SVG_MIDDLE},
                places[i].words);
        }
    }
}

void ff_foot_view_draw(ff_foot_view view, bool left, const ff_knowledge *knowledge, ff_text *out) {
    static const ff_svg_look skin = {.name = "skin", .line = 2},
                             nail = {.name = "nail", .line = 1, .line_opacity = 0.55};
    drawing d = {.view = view, .knowledge = knowledge, .left = left};
    const char *side = left ? "left" : "right";
    char id[32], title[64];
    ff_foot_view_size(view, &d.wide, &d.high);
    d.scale = view == FF_FOOT_TOP || view == FF_FOOT_SOLE ? SCALE_UP : SCALE_SIDE;
    snprintf(id, sizeof id, "foot-%s-%s", side, ff_foot_view_name(view));
    snprintf(title, sizeof title, "%c%s foot: %s", toupper((unsigned char)side[0]), side + 1,
             ff_foot_view_words(view));
    const double end = MARGIN + d.scale * d.high;
    const ff_svg_head head = {.width = d.scale * d.wide + 2 * MARGIN,
                              .height = end + WORDS_HIGH,
                              .has_parts = true,
                              .id = id,
                              .title = title,
                              .desc = "Its regions can be marked one by one."};
    ff_svg_begin(&d.svg, &head, out);
    ff_foot_shape shape;
    for (size_t i = 0; ff_foot_shape_at(view, i, &shape); i++) {
        if (shape.region != NULL) {
            put_region(&d, &shape);
        } else {
            put_shape(&d, &shape.outline, shape.kind[0] == 'n' ? &nail : &skin);
        }
    }
    put_places(&d, end + WORDS_HIGH - 6);
    ff_svg_end(&d.svg);
}
