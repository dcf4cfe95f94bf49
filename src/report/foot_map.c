#include "report/foot_map.h"

#include "report/svg.h"

#include <math.h>
#include <string.h>

/* The shapes are footfall's own. They are laid out for a right foot seen from above, toes up, the
 * big toe at the left, 100 wide; a left foot is its mirror image. Within the foot a place is told
 * by how far down it is and how far across from the inner border (0) to the outer (1). */

#define WIDE      100.0
#define SOLE_END  236.0 /* of the heel */
#define TOP_END   262.0 /* of the shin, as far as it is drawn */
#define BALL_TILT 20.0  /* the ball and what is behind it lie further back at the outer side */

typedef struct border {
    double down, inner, outer;
} border;

static const border sole_borders[] = {{48, 12, 92},  {60, 7, 96},   {78, 5, 98},   {98, 9, 97},
                                      {120, 20, 93}, {145, 27, 87}, {170, 27, 81}, {195, 24, 78},
                                      {215, 25, 75}, {228, 32, 68}, {236, 44, 56}};
static const border top_borders[] = {{48, 12, 92},  {60, 7, 96},   {78, 5, 98},   {98, 9, 97},
                                     {120, 19, 93}, {145, 26, 87}, {170, 27, 81}, {190, 28, 76},
                                     {215, 27, 75}, {262, 24, 78}};

typedef struct outline {
    const border *borders;
    size_t count;
} outline;

static const outline sole = {sole_borders, sizeof sole_borders / sizeof *sole_borders};
static const outline top = {top_borders, sizeof top_borders / sizeof *top_borders};

/* ---- regions ---- */

typedef enum view { ON_TOP = 1, ON_SOLE = 2, ON_BOTH = 3 } view;

/* A part of the foot between two depths and two shares of its width. */
typedef struct band {
    const char *region;
    view view;
    double from, to;             /* across, 0 to 1 */
    double begin, end;           /* down, at the inner border */
    double tilt_begin, tilt_end; /* how much further down these are at the outer border */
} band;

static const band bands[] = {{"B1", ON_SOLE, 0, 0.32, 46, 102, 22, BALL_TILT},
                             {"B2", ON_SOLE, 0.32, 0.48, 46, 102, 22, BALL_TILT},
                             {"B3", ON_SOLE, 0.48, 0.64, 46, 102, 22, BALL_TILT},
                             {"B4", ON_SOLE, 0.64, 0.8, 46, 102, 22, BALL_TILT},
                             {"B5", ON_SOLE, 0.8, 1, 46, 102, 22, BALL_TILT},
                             {"AM", ON_SOLE, 0.16, 0.42, 102, 172, BALL_TILT, 0},
                             {"AC", ON_SOLE, 0.42, 0.65, 102, 172, BALL_TILT, 0},
                             {"AL", ON_SOLE, 0.65, 0.86, 102, 172, BALL_TILT, 0},
                             {"HM", ON_SOLE, 0, 0.3, 172, 219, 0, 0},
                             {"HP", ON_SOLE, 0.3, 0.7, 172, 219, 0, 0},
                             {"HL", ON_SOLE, 0.7, 1, 172, 219, 0, 0},
                             {"HB", ON_SOLE, 0, 1, 219, SOLE_END, 0, 0},
                             {"DFM", ON_TOP, 0, 0.46, 46, 104, 22, BALL_TILT},
                             {"DFL", ON_TOP, 0.46, 1, 46, 104, 22, BALL_TILT},
                             {"DMM", ON_TOP, 0.16, 0.5, 104, 168, BALL_TILT, 0},
                             {"DML", ON_TOP, 0.5, 0.86, 104, 168, BALL_TILT, 0},
                             {"DA", ON_TOP, 0.16, 0.86, 168, 206, 0, 0},
                             {"SM", ON_TOP, 0, 0.4, 208, TOP_END, 0, 0},
                             {"SA", ON_TOP, 0.4, 1, 208, TOP_END, 0, 0},
                             {"MB", ON_BOTH, 0, 0.16, 104, 172, 3, 0},
                             {"LB", ON_BOTH, 0.86, 1, 104, 172, BALL_TILT, 0}};

/* A round part: a toe, a gap, an ankle, and what does not lie on the foot. */
typedef struct oval {
    const char *region;
    view view;
    double x, y, wide, high; /* the middle, and half the sizes */
} oval;

static const oval ovals[] = {{"TD1", ON_TOP, 22, 27, 13, 20},   {"TD2", ON_TOP, 44, 30, 8.5, 20},
                             {"TD3", ON_TOP, 60, 38, 7.5, 17},  {"TD4", ON_TOP, 74, 47, 7, 15},
                             {"TD5", ON_TOP, 87, 57, 6.5, 12},  {"TP1", ON_SOLE, 22, 27, 13, 20},
                             {"TP2", ON_SOLE, 44, 30, 8.5, 20}, {"TP3", ON_SOLE, 60, 38, 7.5, 17},
                             {"TP4", ON_SOLE, 74, 47, 7, 15},   {"TP5", ON_SOLE, 87, 57, 6.5, 12},
                             {"W1", ON_BOTH, 35.2, 46, 2.6, 8}, {"W2", ON_BOTH, 52.6, 51, 2.4, 8},
                             {"W3", ON_BOTH, 67.4, 57, 2.4, 8}, {"W4", ON_BOTH, 80.6, 64, 2.4, 7},
                             {"KM", ON_TOP, 19, 196, 9, 13},    {"KL", ON_TOP, 83, 200, 9, 13},
                             {"CF", ON_SOLE, 50, 252, 26, 11},  {"SD", ON_SOLE, 9, 252, 9, 9}};

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool ff_foot_map_has(const char *region) {
    for (size_t i = 0; i < COUNT(bands); i++) {
        if (strcmp(bands[i].region, region) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < COUNT(ovals); i++) {
        if (strcmp(ovals[i].region, region) == 0) {
            return true;
        }
    }
    return false;
}

/* ---- polygons ---- */

#define CORNERS 64

typedef struct polygon {
    double x[CORNERS], y[CORNERS];
    size_t count;
} polygon;

static void add_corner(polygon *p, double x, double y) {
    if (p->count < CORNERS) {
        p->x[p->count] = x;
        p->y[p->count++] = y;
    }
}

/* The place that far down and that share across. */
static void add_place(polygon *p, const outline *o, double across, double down) {
    size_t i = 1;
    while (i + 1 < o->count && o->borders[i].down < down) {
        i++;
    }
    const border *a = &o->borders[i - 1], *b = &o->borders[i];
    double share = fmin(fmax((down - a->down) / (b->down - a->down), 0), 1);
    double inner = a->inner + share * (b->inner - a->inner);
    double outer = a->outer + share * (b->outer - a->outer);
    add_corner(p, inner + across * (outer - inner), down);
}

enum { STEPS = 9 }; /* along each side of a band */

static void band_polygon(const band *b, const outline *o, polygon *p) {
    double tops[2], feet[2];
    const double across[] = {b->from, b->to};
    p->count = 0;
    for (int side = 0; side < 2; side++) {
        tops[side] = b->begin + b->tilt_begin * across[side];
        feet[side] = b->end + b->tilt_end * across[side];
    }
    for (int i = 0; i <= STEPS; i++) { /* down the one side */
        add_place(p, o, across[0], tops[0] + (feet[0] - tops[0]) * i / STEPS);
    }
    for (int i = 1; i < STEPS; i++) { /* along the foot of it: the heel is round */
        double share = (double)i / STEPS;
        add_place(p, o, across[0] + share * (across[1] - across[0]),
                  feet[0] + share * (feet[1] - feet[0]));
    }
    for (int i = STEPS; i >= 0; i--) {
        add_place(p, o, across[1], tops[1] + (feet[1] - tops[1]) * i / STEPS);
    }
}

static void oval_polygon(const oval *o, polygon *p) {
    enum { POINTS = 28 };
    p->count = 0;
    for (int i = 0; i < POINTS; i++) {
        double angle = 2 * acos(-1) * i / POINTS;
        add_corner(p, o->x + o->wide * cos(angle), o->y + o->high * sin(angle));
    }
}

/* ---- where a foot stands in the drawing ---- */

typedef struct foot {
    ff_svg *svg;
    double left, top, scale;
    bool mirrored;
} foot;

static void place(const foot *f, polygon *p) {
    for (size_t i = 0; i < p->count; i++) {
        p->x[i] = f->left + f->scale * (f->mirrored ? WIDE - p->x[i] : p->x[i]);
        p->y[i] = f->top + f->scale * p->y[i];
    }
}

/* ---- shading ---- */

#define MOST_CUTS 16

/* Where the line x - y = offset cuts the edges, by y; how many. */
static size_t cuts_of(const polygon *p, double offset, double *cuts) {
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
static void hatch(ff_svg *svg, const polygon *p, double apart) {
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

static void put_polygon(ff_svg *svg, const polygon *p, const ff_svg_look *look) {
    ff_svg_path(svg, look);
    for (size_t i = 0; i < p->count; i++) {
        ff_svg_path_to(svg, p->x[i], p->y[i]);
    }
    ff_svg_path_close(svg);
    ff_svg_end_path(svg);
}

/* A region that nothing is said of is an outline; shaded ones have a stronger one. */
static void put_region(ff_svg *svg, const polygon *p, ff_foot_shade shade) {
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

static void put_foot(const foot *f, view from, const ff_foot_shade *shades,
                     const ff_knowledge *knowledge) {
    polygon p;
    for (size_t i = 0; i < COUNT(bands); i++) {
        if (bands[i].view & from) {
            band_polygon(&bands[i], from == ON_TOP ? &top : &sole, &p);
            place(f, &p);
            put_region(f->svg, &p, shade_of(shades, knowledge, bands[i].region));
        }
    }
    for (size_t i = 0; i < COUNT(ovals); i++) {
        if (ovals[i].view & from) {
            oval_polygon(&ovals[i], &p);
            place(f, &p);
            put_region(f->svg, &p, shade_of(shades, knowledge, ovals[i].region));
        }
    }
}

/* ---- words ---- */

#define LINE_HEIGHT 18.0

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
            const polygon p = {{2, 26, 26, 2}, {y - 11, y - 11, y + 1, y + 1}, 4};
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

/* What lies below the feet is no foot: it is named. */
static void put_places(ff_svg *svg, double y) {
    static const struct {
        double x;
        const char *words;
    } places[] = {{50, "shin"}, {156, "shin"}, {284, "calf"}, {339, "seat"}, {390, "calf"}};
    for (size_t i = 0; i < COUNT(places); i++) {
        put_words(svg, places[i].x, y, FF_SVG_MIDDLE, false, places[i].words);
    }
}

/* ---- the whole ---- */

void ff_foot_map_draw(const ff_foot_map *map, const ff_knowledge *knowledge, ff_text *out) {
    static const double lefts[] = {2, 108, 236, 342};
    const double first = 16, names = first + LINE_HEIGHT, feet = names + 6, scale = 0.96;
    const double end = feet + scale * (TOP_END + 2) + 16;
    const ff_svg_head head = {.width = FF_SVG_WIDTH,
                              .height = end + key_height(map) + 8,
                              .id = "feet",
                              .title = "Where it goes numb",
                              .desc = map->words};
    ff_svg svg;
    ff_svg_begin(&svg, &head, out);
    put_words(&svg, 105, first, FF_SVG_MIDDLE, true, "Top");
    put_words(&svg, 339, first, FF_SVG_MIDDLE, true, "Sole, as a print");
    for (int i = 0; i < 4; i++) {
        bool left = i % 2 == 0;
        foot f = {&svg, lefts[i], feet, scale, left};
        put_words(&svg, lefts[i] + scale * WIDE / 2, names, FF_SVG_MIDDLE, false,
                  left ? "left" : "right");
        put_foot(&f, i < 2 ? ON_TOP : ON_SOLE, left ? map->left : map->right, knowledge);
    }
    put_places(&svg, end - 1);
    put_key(map, &svg, end + 20);
    ff_svg_end(&svg);
}
