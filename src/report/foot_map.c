#include "report/foot_map.h"

#include "report/svg.h"

#include <math.h>
#include <string.h>

/* ---- where a foot stands in the drawing ---- */

typedef struct foot {
    ff_svg *svg;
    ff_foot_view view;
    double left, top, scale;
    bool mirrored;
} foot;

static void place(const foot *f, ff_polygon *p) {
    double wide, high;
    ff_foot_view_size(f->view, &wide, &high);
    for (size_t i = 0; i < p->count; i++) {
        p->x[i] = f->left + f->scale * (f->mirrored ? wide - p->x[i] : p->x[i]);
        p->y[i] = f->top + f->scale * p->y[i];
    }
}

/* ---- shading ---- */

#define MOST_CUTS 16

/* Where the line x - y = offset cuts the edges, by y; how many. */
static size_t cuts_of(const ff_polygon *p, double offset, double *cuts) {
    size_t count = 0;
    for (size_t i = 0, j = p->count - 1; i < p->count; j = i++) {
        double a = p->x[j] - p->y[j] - offset, b = p->x[i] - p->y[i] - offset;
        if ((a < 0) != (b < 0) && count < MOST_CUTS) {
            double y = p->y[j] + (p->y[i] - p->y[j]) * a / (a - b);
            size_t at = count++;
            for (; at > 0 && cuts[at - 1] > y; at--) {
                cuts[at] = cuts[at - 1];
            }
            cuts[at] = y;
        }
    }
    return count;
}

/* Slanted lines within the polygon, that far apart. They lie on one grid, so that they run on from
 * one region to the next. */
static void hatch(ff_svg *svg, const ff_polygon *p, double apart) {
    static const ff_svg_look look = {.name = "hatch", .line = 1};
    double low = INFINITY, high = -INFINITY, cuts[MOST_CUTS] = {0};
    for (size_t i = 0; i < p->count; i++) {
        low = fmin(low, p->x[i] - p->y[i]);
        high = fmax(high, p->x[i] - p->y[i]);
    }
    ff_svg_path(svg, &look);
    for (int line = (int)ceil(low / apart); line * apart < high; line++) {
        double offset = line * apart;
        size_t count = cuts_of(p, offset, cuts);
        for (size_t i = 0; i + 1 < count; i += 2) {
            ff_svg_path_to(svg, cuts[i] + offset, cuts[i]);
            ff_svg_path_to(svg, cuts[i + 1] + offset, cuts[i + 1]);
            ff_svg_path_lift(svg);
        }
    }
    ff_svg_end_path(svg);
}

static void put_polygon(ff_svg *svg, const ff_polygon *p, const ff_svg_look *look) {
    ff_svg_path(svg, look);
    for (size_t i = 0; i < p->count; i++) {
        ff_svg_path_to(svg, p->x[i], p->y[i]);
    }
    if (!p->open) {
        ff_svg_path_close(svg);
    }
    ff_svg_end_path(svg);
}

/* A region that nothing is said of is an outline; shaded ones have a stronger one. */
static void put_region(ff_svg *svg, const ff_polygon *p, ff_foot_shade shade) {
    static const ff_svg_look looks[] = {
        [FF_SHADE_NONE] = {.name = "region", .line = 0.75, .line_opacity = 0.45},
        [FF_SHADE_SOME] = {.name = "some", .line = 1.25},
        [FF_SHADE_OFTEN] = {.name = "often", .line = 1.25, .fill_opacity = 0.18},
        [FF_SHADE_MOST] = {.name = "most", .line = 1.25, .fill_opacity = 0.8}};
    put_polygon(svg, p, &looks[shade]);
    if (shade == FF_SHADE_SOME || shade == FF_SHADE_OFTEN) {
        hatch(svg, p, shade == FF_SHADE_SOME ? 8 : 4);
    }
}

/* ---- one foot from one side ---- */

static ff_foot_shade shade_of(const ff_foot_shade *shades, const ff_knowledge *knowledge,
                              const char *region) {
    int index = ff_knowledge_region(knowledge, region);
    return index >= 0 && index < FF_FOOT_MAP_REGIONS ? shades[index] : FF_SHADE_NONE;
}

static void put_foot(const foot *f, const ff_foot_shade *shades, const ff_knowledge *knowledge) {
    static const ff_svg_look skin = {.name = "skin", .line = 1.25, .line_opacity = 0.7},
                             nail = {.name = "nail", .line = 0.75, .line_opacity = 0.45};
    ff_foot_shape shape;
    for (size_t i = 0; ff_foot_shape_at(f->view, i, &shape); i++) {
        place(f, &shape.outline);
        if (shape.region == NULL) {
            put_polygon(f->svg, &shape.outline, strcmp(shape.kind, "nail") == 0 ? &nail : &skin);
        } else {
            put_region(f->svg, &shape.outline, shade_of(shades, knowledge, shape.region));
        }
    }
}

/* ---- words ---- */

#define LINE_HEIGHT 18.0
#define SIDE_HEIGHT 204.0 /* of a row of feet from the side, with their words */

static void put_words(ff_svg *svg, double x, double y, ff_svg_anchor anchor, bool bold,
                      const char *words) {
    ff_svg_text(svg, &(ff_svg_letters){.x = x, .y = y, .anchor = anchor, .bold = bold}, words);
}

static bool is_used(const ff_foot_map *map, ff_foot_shade shade) {
    for (size_t i = 0; i < FF_FOOT_MAP_REGIONS; i++) {
        if (map->left[i] == shade || map->right[i] == shade) {
            return true;
        }
    }
    return false;
}

static bool is_in_key(const ff_foot_map *map, ff_foot_shade shade) {
    return map->key[shade] != NULL && is_used(map, shade);
}

static void put_key(const ff_foot_map *map, ff_svg *svg, double y) {
    for (ff_foot_shade shade = FF_SHADE_MOST; shade > FF_SHADE_NONE; shade--) {
        if (is_in_key(map, shade)) {
            const ff_polygon p = {{2, 26, 26, 2}, {y - 11, y - 11, y + 1, y + 1}, 4, false};
            put_region(svg, &p, shade);
            put_words(svg, 34, y, FF_SVG_START, false, map->key[shade]);
            y += LINE_HEIGHT;
        }
    }
}

static double key_height(const ff_foot_map *map) {
    double height = 0;
    for (ff_foot_shade shade = FF_SHADE_SOME; shade <= FF_SHADE_MOST; shade++) {
        height += is_in_key(map, shade) ? LINE_HEIGHT : 0;
    }
    return height;
}

/* ---- the whole ---- */

#define BELOW_FEET 268.0 /* the higher of the two upright views */

/* What lies below the feet is no foot: it is named. */
static void put_places(const double lefts[4], double scale, ff_svg *svg, double y) {
    static const struct {
        int foot;
        double across;
        const char *words;
    } places[] = {{0, 47, "shin"}, {1, 53, "shin"}, {2, 40, "calf"},
                  {2, 84, "seat"}, {3, 16, "seat"}, {3, 60, "calf"}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        put_words(svg, lefts[places[i].foot] + scale * places[i].across, y, FF_SVG_MIDDLE, false,
                  places[i].words);
    }
}

static void put_one(const ff_foot_map *map, const ff_knowledge *knowledge, const foot *f,
                    double names) {
    double wide, high;
    ff_foot_view_size(f->view, &wide, &high);
    put_words(f->svg, f->left + f->scale * wide / 2, names, FF_SVG_MIDDLE, false,
              f->mirrored ? "left" : "right");
    put_foot(f, f->mirrored ? map->left : map->right, knowledge);
}

/* Below each other: the left foot at the left, inner sides, then outer ones. */
static void put_sides(const ff_foot_map *map, const ff_knowledge *knowledge, ff_svg *svg,
                      double y) {
    const double scale = 0.9, row = SIDE_HEIGHT;
    for (int i = 0; i < 4; i++) {
        double begin = y + (i < 2 ? 0 : row);
        foot f = {svg,
                  i < 2 ? FF_FOOT_INNER : FF_FOOT_OUTER,
                  i % 2 == 0 ? 2 : 226,
                  begin + 42,
                  scale,
                  i % 2 == 0};
        if (i % 2 == 0) {
            put_words(svg, 220, begin + 16, FF_SVG_MIDDLE, true,
                      i < 2 ? "Inner side" : "Outer side");
        }
        put_one(map, knowledge, &f, begin + 34);
    }
}

void ff_foot_map_draw(const ff_foot_map *map, const ff_knowledge *knowledge, ff_text *out) {
    static const double lefts[] = {2, 108, 236, 342};
    const double first = 16, names = first + LINE_HEIGHT, feet = names + 6, scale = 0.96;
    const double end = feet + scale * BELOW_FEET + 14;
    const double sides = map->sides ? 2 * SIDE_HEIGHT + 12 : 0;
    const ff_svg_head head = {.width = FF_SVG_WIDTH,
                              .height = end + sides + key_height(map) + 8,
                              .id = "feet",
                              .title = "Where it goes numb",
                              .desc = map->words};
    ff_svg svg;
    ff_svg_begin(&svg, &head, out);
    put_words(&svg, 105, first, FF_SVG_MIDDLE, true, "Top");
    put_words(&svg, 339, first, FF_SVG_MIDDLE, true, "Sole, as a print");
    for (int i = 0; i < 4; i++) {
        foot f = {&svg, i < 2 ? FF_FOOT_TOP : FF_FOOT_SOLE, lefts[i], feet, scale, i % 2 == 0};
        put_one(map, knowledge, &f, names);
    }
    put_places(lefts, scale, &svg, end - 1);
    if (map->sides) {
        put_sides(map, knowledge, &svg, end + 12);
    }
    put_key(map, &svg, end + sides + 20);
    ff_svg_end(&svg);
}
